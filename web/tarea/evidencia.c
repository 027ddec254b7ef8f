#include "tarea/evidencia.h"

#include "core/str.h"
#include "gen/q_tarea.h"
#include "gen/tpl.h"

enum err evidencia_guardar(struct request *rq, const struct upload *file, struct evidencia *out) {
    out->tipo = archivo_tipo(file->data, file->n);
    out->nombre = archivo_nombre(rq->arena, file->filename);
    out->bytes = (int32_t)file->n;
    return out->tipo != NULL ? archivo_guardar(rq->arena, file->data, file->n, out->sha256)
                             : ERR_OK;
}

enum http_status evidencia_tomar(struct request *rq, size_t campo, struct evidencia *out) {
    enum err e = evidencia_guardar(rq, form_file(rq, campo), out);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    return out->tipo != NULL ? HTTP_OK
                             : form_error(rq, campo, "Elija un PDF o una foto JPG, PNG o WebP.");
}

enum http_status evidencia_lista(struct request *rq, size_t campo, const char *clase,
                                 const char *ids, struct date el) {
    struct evidencia file;
    struct q_tarea_lista_row row;
    if (form_file(rq, campo) == NULL) {
        return HTTP_OK;
    }
    enum http_status s = evidencia_tomar(rq, campo, &file);
    if (s != HTTP_OK) {
        return s;
    }
    enum err e = q_tarea_lista(rq->db,
                               &(struct q_tarea_lista_in){.clase = clase,
                                                          .ids = ids,
                                                          .fecha = el,
                                                          .sha256 = file.sha256,
                                                          .tipo = file.tipo,
                                                          .bytes = file.bytes,
                                                          .nombre = file.nombre},
                               &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    return row.fallidas == 0
               ? HTTP_OK
               : form_error_all(rq, arena_printf(rq->arena, "No se guardó nada. %s.", row.detalle));
}

enum err evidencia_mostrar(struct request *rq, struct view *v, const int64_t *etapa_id,
                           const int64_t *actividad_id) {
    struct q_tarea_evidencias_row *rows = NULL;
    size_t n = 0;
    enum err e = q_tarea_evidencias(
        rq->db, &(struct q_tarea_evidencias_in){.etapa_id = etapa_id, .actividad_id = actividad_id},
        &rows, &n);
    if (e == ERR_OK) {
        view_rows(view_include(v, T_EVIDENCIAS, "part/evidencias"), T_ARCHIVOS, rows, n,
                  &q_tarea_evidencias_table);
    }
    return e;
}
