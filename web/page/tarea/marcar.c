/* One task: done on a day, not for this person, or the last of these undone. */
#include "gen/q_tarea.h"
#include "page/pages.h"

enum { VERSION, ESTADO, FECHA, MOTIVO };

static const struct field fields[] = {
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_ID, .required = true},
    [ESTADO] = {.name = "estado",
                .label = "Qué pasó con la tarea",
                .kind = F_RADIO,
                .required = true,
                .missing = "Elija qué pasó con la tarea."},
    [FECHA] = {.name = "fecha",
               .label = "Fecha en que se hizo",
               .kind = F_DATE,
               .hint = "Por ejemplo 12/10/2026. Solo si se hizo.",
               .autocomplete = "off"},
    [MOTIVO] = {.name = "motivo",
                .label = "Motivo",
                .kind = F_TEXT,
                .width = "w100",
                .min = 3,
                .max = 500,
                .hint = "Hace falta si no le corresponde a la persona.",
                .autocomplete = "off"},
};
const struct form tarea_marcar_form = FORM(fields);

static void choices(struct request *rq, const struct q_tarea_marcar_row *t) {
    struct option *o = arena_calloc(rq->arena, 3, sizeof o[0]);
    size_t n = 0;
    if (t->pendiente) {
        o[n++] = (struct option){"HECHA", "Se hizo"};
        if (rq->session.rol != ROL_SERVIDOR) {
            o[n++] = (struct option){"NO_APLICA", "No le corresponde a esta persona"};
        }
    } else {
        o[n++] = (struct option){"PENDIENTE", "Deshacer: vuelve a pendiente"};
    }
    form_options(rq, ESTADO, o);
    form_set(rq, ESTADO, o[0].value);
}

enum http_status tarea_marcar_get(struct request *rq, struct response *rs) {
    struct q_tarea_marcar_row row;
    enum err e = q_tarea_marcar(rq->db, &(struct q_tarea_marcar_in){.id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "actividad", row.id, row.persona_id);
    choices(rq, &row);
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    struct view *v =
        response_page(rq, rs, "tarea/marcar", arena_printf(rq->arena, "Tarea de %s", row.nombre));
    view_row(v, &row, &q_tarea_marcar_table);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome, const char *message) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "falta_motivo")) {
        return form_error(rq, MOTIVO, "Escriba por qué no le corresponde: queda en su historia.");
    }
    if (str_eq(outcome, "falta_fecha")) {
        return form_error(rq, FECHA, "Escriba la fecha, por ejemplo 12/10/2026.");
    }
    if (str_starts(outcome, "fecha_")) {
        return form_error(rq, FECHA, arena_printf(rq->arena, "Revise: %s.", message));
    }
    return form_error_all(rq, arena_printf(rq->arena, "No se guardó: %s.", message));
}

enum http_status tarea_marcar_post(struct request *rq, struct response *rs) {
    struct q_tarea_marcar_guardar_row row;
    const char *state = form_text(rq, ESTADO);
    enum err e = q_tarea_marcar_guardar(
        rq->db,
        &(struct q_tarea_marcar_guardar_in){.id = request_id(rq, 0),
                                            .version = (int32_t)form_number(rq, VERSION),
                                            .estado = state,
                                            .fecha = str_eq(state, "HECHA") ? form_date(rq, FECHA)
                                                                            : (struct date){0},
                                            .motivo = form_text(rq, MOTIVO)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "sin_cambio")) {
        return refuse(rq, row.resultado, row.mensaje);
    }
    response_notice(rs, "tareas_guardadas");
    return response_redirect(rs, "/servidor/%lld/tareas", (long long)*row.vinculo_id);
}
