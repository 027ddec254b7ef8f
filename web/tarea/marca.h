/* What the pages that mark one stage or one task have in common: four fields, and the words of a
 * refusal (etapa_rechazo). */
#ifndef TAREA_MARCA_H
#define TAREA_MARCA_H

#include "http/form.h"

enum { MARCA_VERSION, MARCA_ESTADO, MARCA_FECHA, MARCA_MOTIVO };

#define MARCA_VERSION_FIELD                                                                        \
    { .name = "version", .label = "Versión", .kind = F_ID, .required = true }

#define MARCA_FIELDS(cosa, cuando, cuando_hint, motivo_hint)                                       \
    [MARCA_VERSION] = MARCA_VERSION_FIELD,                                                         \
    [MARCA_ESTADO] = {.name = "estado",                                                            \
                      .label = "Qué pasó con la " cosa,                                            \
                      .kind = F_RADIO,                                                             \
                      .required = true,                                                            \
                      .missing = "Elija qué pasó con la " cosa "."},                               \
    [MARCA_FECHA] = {.name = "fecha",                                                              \
                     .label = cuando,                                                              \
                     .kind = F_DATE,                                                               \
                     .hint = "Por ejemplo 12/10/2026. " cuando_hint,                               \
                     .autocomplete = "off"},                                                       \
    [MARCA_MOTIVO] = {.name = "motivo",                                                            \
                      .label = "Motivo",                                                           \
                      .kind = F_TEXT,                                                              \
                      .width = "w100",                                                             \
                      .min = 3,                                                                    \
                      .max = 500,                                                                  \
                      .hint = motivo_hint,                                                         \
                      .autocomplete = "off"}

/* Where a refusal is said. */
struct marca_campos {
    size_t fecha, motivo, archivo;
};

/* The choices, of which the first is the first offered; today as the day; the version as it is seen
 * now, so that after a clash the next try is about that. */
void marca_ofrecer(struct request *rq, const struct option *options, int32_t version);
void marca_version(struct request *rq, size_t campo, int32_t version);
bool marca_guardada(const char *resultado);
enum http_status marca_rechazo(struct request *rq, const struct marca_campos *c,
                               const char *resultado, const char *mensaje);

#endif
