/* A file or photo that shows that something was done: its field, its checks, its list. */
#ifndef TAREA_EVIDENCIA_H
#define TAREA_EVIDENCIA_H

#include "archivo/archivo.h"
#include "http/form.h"

enum { EVIDENCIA_BODY_MAX = ARCHIVO_BYTES_MAX + 64 * 1024 };

#define EVIDENCIA_FIELD(titulo, ayuda)                                                             \
    .name = "archivo", .label = titulo, .kind = F_FILE, .max = ARCHIVO_BYTES_MAX,                  \
    .accept = ARCHIVO_ACCEPT, .hint = ayuda "PDF o foto (JPG, PNG, WebP) de hasta 5 MB."
#define EVIDENCIA_ARCHIVO                                                                          \
    {                                                                                              \
        EVIDENCIA_FIELD("Archivo o foto", ""), .required = true,                                   \
                                               .missing = "Elija un archivo o tome una foto."      \
    }
#define EVIDENCIA_LISTA                                                                            \
    {                                                                                              \
        EVIDENCIA_FIELD("Lista de asistencia firmada",                                             \
                        "Un solo archivo: queda como evidencia de cada persona marcada. ")         \
    }

struct evidencia {
    const char *tipo, *nombre;
    int32_t bytes;
    char sha256[ARCHIVO_SHA_MAX];
};

/* Looks at the content and keeps it; type NULL, and nothing kept, when it is none of ours. */
enum err evidencia_guardar(struct request *rq, const struct upload *file, struct evidencia *out);
/* The same of a field. HTTP_OK, or a refusal with its message at the field. */
enum http_status evidencia_tomar(struct request *rq, size_t campo, struct evidencia *out);
/* The one file of many, when there is one, as evidence of each: stages ('e') or tasks ('t') by
 * their boxes, done on that day. HTTP_OK when there is none. Before they are marked. */
enum http_status evidencia_lista(struct request *rq, size_t campo, const char *clase,
                                 const char *ids, struct date el);
/* The files of a stage with its tasks, or of one task (the other is NULL), into {{>EVIDENCIAS}}. */
enum err evidencia_mostrar(struct request *rq, struct view *v, const int64_t *etapa_id,
                           const int64_t *actividad_id);

#endif
