/* The evidence of one task: what there is, and one more file or photo: then it is done. */
#include "tarea/evidencia.h"

#include "gen/q_tarea.h"
#include "page/pages.h"
#include "tarea/marca.h"

enum { VERSION, ARCHIVO, FECHA };

static const struct field fields[] = {
    [VERSION] = MARCA_VERSION_FIELD,
    [ARCHIVO] = EVIDENCIA_ARCHIVO,
    [FECHA] = {.name = "fecha",
               .label = "Fecha en que se hizo",
               .kind = F_DATE,
               .hint = "Por ejemplo 12/10/2026. La tarea queda hecha ese día.",
               .autocomplete = "off"},
};
const struct form tarea_evidencia_form = FORM_UPLOAD(fields, EVIDENCIA_BODY_MAX);

enum http_status tarea_evidencia_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_tarea_marcar_row row;
    enum err e = q_tarea_marcar(rq->db, &(struct q_tarea_marcar_in){.id = id}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "actividad", row.id, row.persona_id);
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    marca_version(rq, VERSION, row.version);
    struct view *v = response_page(rq, rs, "tarea/evidencia",
                                   arena_printf(rq->arena, "Evidencias de %s", row.nombre));
    view_row(v, &row, &q_tarea_marcar_table);
    view_section(v, T_PIDE_FECHA, rq->redisplay || (row.pendiente && row.puede));
    e = evidencia_mostrar(rq, v, NULL, &id);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status tarea_evidencia_post(struct request *rq, struct response *rs) {
    struct evidencia file;
    struct q_tarea_evidencia_guardar_row row;
    enum http_status s = evidencia_tomar(rq, ARCHIVO, &file);
    if (s != HTTP_OK) {
        return s;
    }
    enum err e = q_tarea_evidencia_guardar(
        rq->db,
        &(struct q_tarea_evidencia_guardar_in){.id = request_id(rq, 0),
                                               .version = (int32_t)form_number(rq, VERSION),
                                               .sha256 = file.sha256,
                                               .tipo = file.tipo,
                                               .bytes = file.bytes,
                                               .nombre = file.nombre,
                                               .fecha = form_date(rq, FECHA)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!marca_guardada(row.resultado)) {
        return marca_rechazo(
            rq, &(struct marca_campos){.fecha = FECHA, .motivo = FECHA, .archivo = ARCHIVO},
            row.resultado, row.mensaje);
    }
    response_notice(rs, "evidencia_guardada");
    return response_redirect(rs, "/tarea/%lld/evidencia", (long long)request_id(rq, 0));
}
