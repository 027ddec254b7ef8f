/* One task: done on a day, not for this person, or the last of these undone. */
#include "gen/q_tarea.h"
#include "page/pages.h"
#include "tarea/marca.h"

static const struct field fields[] = {
    MARCA_FIELDS("tarea", "Fecha en que se hizo", "Solo si se hizo.",
                 "Hace falta si no le corresponde a la persona."),
};
const struct form tarea_marcar_form = FORM(fields);

static const struct option *choices(struct request *rq, bool pending) {
    static const struct option open[] = {
        {"HECHA", "Se hizo"}, {"NO_APLICA", "No le corresponde a esta persona"}, {NULL, NULL}};
    static const struct option own[] = {{"HECHA", "Se hizo"}, {NULL, NULL}};
    static const struct option back[] = {{"PENDIENTE", "Deshacer: vuelve a pendiente"},
                                         {NULL, NULL}};
    return !pending ? back : rq->session.rol == ROL_SERVIDOR ? own : open;
}

enum http_status tarea_marcar_get(struct request *rq, struct response *rs) {
    struct q_tarea_marcar_row row;
    enum err e = q_tarea_marcar(rq->db, &(struct q_tarea_marcar_in){.id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "actividad", row.id, row.persona_id);
    marca_ofrecer(rq, choices(rq, row.pendiente), row.version);
    struct view *v =
        response_page(rq, rs, "tarea/marcar", arena_printf(rq->arena, "Tarea de %s", row.nombre));
    view_row(v, &row, &q_tarea_marcar_table);
    return HTTP_OK;
}

enum http_status tarea_marcar_post(struct request *rq, struct response *rs) {
    struct q_tarea_marcar_guardar_row row;
    const char *state = form_text(rq, MARCA_ESTADO);
    bool done = str_eq(state, "HECHA");
    enum err e =
        q_tarea_marcar_guardar(rq->db,
                               &(struct q_tarea_marcar_guardar_in){
                                   .id = request_id(rq, 0),
                                   .version = (int32_t)form_number(rq, MARCA_VERSION),
                                   .estado = state,
                                   .fecha = done ? form_date(rq, MARCA_FECHA) : (struct date){0},
                                   .motivo = form_text(rq, MARCA_MOTIVO)},
                               &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!marca_guardada(row.resultado)) {
        return marca_rechazo(rq,
                             &(struct marca_campos){.fecha = MARCA_FECHA, .motivo = MARCA_MOTIVO},
                             row.resultado, row.mensaje);
    }
    response_notice(rs, "tareas_guardadas");
    return response_redirect(rs, "/servidor/%lld/tareas", (long long)*row.vinculo_id);
}
