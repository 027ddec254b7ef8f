/* SERVIR sends a finished stage back to the ORH, with the reason. An administrator may also take
 * back what was validated: the one way out of VALIDADA. */
#include "gen/q_etapa.h"
#include "page/pages.h"

enum { VERSION, MOTIVO, REABRIR };

static const struct field fields[] = {
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_ID, .required = true},
    [MOTIVO] = {.name = "motivo",
                .label = "Qué debe corregir la ORH",
                .kind = F_TEXTAREA,
                .required = true,
                .min = 5,
                .max = 500,
                .missing = "Escriba qué debe corregir la ORH: es lo que leerá."},
    [REABRIR] = {.name = "reabrir",
                 .label = "Sé que esta etapa ya fue validada y dejo sin efecto esa validación.",
                 .kind = F_CHECK},
};
const struct form etapa_observar_form = FORM(fields);

enum http_status etapa_observar_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_etapa_marcar_row row;
    struct q_etapa_observar_row *events = NULL;
    size_t n = 0;
    enum err e =
        q_etapa_marcar(rq->db, &(struct q_etapa_marcar_in){.id = id, .hoy = date_today()}, &row);
    if (e == ERR_OK) {
        e = q_etapa_observar(rq->db,
                             &(struct q_etapa_observar_in){.id = id, .vinculo_id = row.vinculo_id},
                             &events, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "etapa", row.id, row.persona_id);
    struct view *v = response_page(rq, rs, "etapa/observar",
                                   arena_printf(rq->arena, "Observar etapa de %s", row.nombre));
    view_row(v, &row, &q_etapa_marcar_table);
    view_rows(v, T_DECISIONES, events, n, &q_etapa_observar_table);
    bool validated = str_eq(row.estado, "VALIDADA") && rq->session.rol == ROL_ADMIN;
    bool open = validated || str_eq(row.estado, "CULMINADA");
    view_section(v, T_OBSERVABLE, open);
    view_section(v, T_VALIDADA, validated);
    view_section(v, T_NO_OBSERVABLE, !open);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    return HTTP_OK;
}

/* A stage that was validated is not taken back by a click that meant a finished one. */
static enum err is_validated(struct request *rq, bool *validated) {
    struct q_etapa_marcar_row row;
    enum err e = q_etapa_marcar(
        rq->db, &(struct q_etapa_marcar_in){.id = request_id(rq, 0), .hoy = date_today()}, &row);
    *validated = e == ERR_OK && str_eq(row.estado, "VALIDADA");
    return e;
}

enum http_status etapa_observar_post(struct request *rq, struct response *rs) {
    struct q_etapa_marcar_guardar_row row;
    bool validated = false;
    enum err e = is_validated(rq, &validated);
    if (e == ERR_OK && validated && !form_checked(rq, REABRIR)) {
        return form_error(rq, REABRIR,
                          "Esta etapa ya fue validada. Si debe corregirse, confírmelo aquí.");
    }
    if (e == ERR_OK) {
        e = q_etapa_marcar_guardar(
            rq->db,
            &(struct q_etapa_marcar_guardar_in){.id = request_id(rq, 0),
                                                .version = (int32_t)form_number(rq, VERSION),
                                                .estado = "OBSERVADA",
                                                .motivo = form_text(rq, MOTIVO)},
            &row);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "sin_cambio")) {
        return form_error_all(rq, arena_printf(rq->arena, "No se guardó: %s.", row.mensaje));
    }
    response_notice(rs, validated ? "etapa_reabierta" : "etapa_observada");
    return response_redirect(rs, "/servir/revision");
}
