/* The evidence of a stage: what there is, and one more file or photo. */
#include "tarea/evidencia.h"

#include "gen/q_etapa.h"
#include "page/pages.h"
#include "tarea/marca.h"

enum { ARCHIVO };

static const struct field fields[] = {[ARCHIVO] = EVIDENCIA_ARCHIVO};
const struct form etapa_evidencia_form = FORM_UPLOAD(fields, EVIDENCIA_BODY_MAX);

enum http_status etapa_evidencia_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_etapa_marcar_row row;
    struct q_etapa_evidencia_cabe_row may;
    enum err e =
        q_etapa_marcar(rq->db, &(struct q_etapa_marcar_in){.id = id, .hoy = date_today()}, &row);
    if (e == ERR_OK) {
        e = q_etapa_evidencia_cabe(rq->db, &(struct q_etapa_evidencia_cabe_in){.id = id}, &may);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "etapa", row.id, row.persona_id);
    struct view *v = response_page(rq, rs, "etapa/evidencia",
                                   arena_printf(rq->arena, "Evidencias de %s", row.nombre));
    view_row(v, &row, &q_etapa_marcar_table);
    view_section(v, T_CABE, may.cabe);
    e = evidencia_mostrar(rq, v, &id, NULL);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status etapa_evidencia_post(struct request *rq, struct response *rs) {
    struct evidencia file;
    struct q_etapa_evidencia_guardar_row row;
    enum http_status s = evidencia_tomar(rq, ARCHIVO, &file);
    if (s != HTTP_OK) {
        return s;
    }
    enum err e =
        q_etapa_evidencia_guardar(rq->db,
                                  &(struct q_etapa_evidencia_guardar_in){.id = request_id(rq, 0),
                                                                         .sha256 = file.sha256,
                                                                         .tipo = file.tipo,
                                                                         .bytes = file.bytes,
                                                                         .nombre = file.nombre},
                                  &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!marca_guardada(row.resultado)) {
        return marca_rechazo(rq, &(struct marca_campos){.archivo = ARCHIVO}, row.resultado, "");
    }
    response_notice(rs, "evidencia_guardada");
    return response_redirect(rs, "/etapa/%lld/evidencia", (long long)request_id(rq, 0));
}
