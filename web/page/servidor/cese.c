/* The person leaves: the vinculo ends on a day. The same page undoes it. */
#include "gen/q_servidor.h"
#include "page/pages.h"

enum { VERSION, ACCION, FECHA, MOTIVO };

static const struct option actions[] = {
    {"CESAR", "Registrar el fin"}, {"DESHACER", "Deshacer"}, {NULL, NULL}};

static const struct field fields[] = {
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_ID, .required = true},
    [ACCION] = {.name = "accion",
                .label = "Acción",
                .kind = F_SELECT,
                .required = true,
                .options = actions},
    [FECHA] = {.name = "fecha",
               .label = "Último día del vínculo",
               .kind = F_DATE,
               .required = true,
               .hint = "Por ejemplo 12/10/2026.",
               .missing = "Escriba el último día del vínculo.",
               .autocomplete = "off"},
    [MOTIVO] = {.name = "motivo",
                .label = "Motivo",
                .width = "w100",
                .kind = F_TEXT,
                .required = true,
                .min = 3,
                .max = 300,
                .hint = "Por ejemplo: renuncia, término de contrato, registro por error.",
                .missing = "Escriba el motivo: queda en la historia.",
                .autocomplete = "off"},
};
const struct form servidor_cese_form = FORM(fields);

/* Which stages are still open, so that the page can say what happens to them. */
static void show_stages(struct view *v, const struct q_servidor_etapas_row *rows, size_t n) {
    bool open[3] = {false};
    for (size_t i = 0; i < n; i++) {
        bool done = str_eq(rows[i].estado, "CULMINADA") || str_eq(rows[i].estado, "VALIDADA") ||
                    str_eq(rows[i].estado, "NO_APLICA") || str_eq(rows[i].estado, "RETIRADO");
        open[0] = open[0] || (rows[i].de_estado && !done);
        open[1] = open[1] || (rows[i].de_entidad && !done);
        open[2] = open[2] || (rows[i].de_puesto && !done);
    }
    view_section(v, T_ABIERTA_A, open[0]);
    view_section(v, T_ABIERTA_B, open[1]);
    view_section(v, T_ABIERTA_C, open[2]);
    view_section(v, T_HAY_ABIERTAS, open[0] || open[1] || open[2]);
}

enum http_status servidor_cese_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_servidor_ficha_row ficha;
    struct q_servidor_etapas_row *stages = NULL;
    size_t n = 0;
    enum err e = q_servidor_ficha(rq->db, &(struct q_servidor_ficha_in){.id = id}, &ficha);
    if (e == ERR_OK) {
        e = q_servidor_etapas(rq->db,
                              &(struct q_servidor_etapas_in){.vinculo_id = id, .hoy = date_today()},
                              &stages, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", id, ficha.persona_id);
    struct view *v = response_page(rq, rs, "servidor/cese",
                                   arena_printf(rq->arena, "Fin del vínculo de %s", ficha.nombre));
    view_row(v, &ficha, &q_servidor_ficha_table);
    show_stages(v, stages, n);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[VERSION].raw = arena_printf(rq->arena, "%d", (int)ficha.version);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "fecha_invalida")) {
        return form_error(rq, FECHA,
                          "Revise la fecha: no puede ser anterior al inicio del periodo "
                          "actual del vínculo, ni de más de 31 días en adelante.");
    }
    if (str_eq(outcome, "transferencia_abierta")) {
        return form_error_all(rq, "Hay una propuesta de transferencia sin responder. Retírela "
                                  "primero, en Transferencias.");
    }
    if (str_eq(outcome, "transferido")) {
        return form_error_all(rq, "Otra entidad aceptó su transferencia: este fin no se deshace.");
    }
    if (str_eq(outcome, "ya_aqui")) {
        return form_error_all(rq, "La persona tiene otro vínculo posterior en su entidad. Este fin "
                                  "no se puede deshacer.");
    }
    return form_error_all(rq,
                          "Otra persona guardó cambios mientras usted escribía. Revise cómo está "
                          "ahora y vuelva a intentarlo.");
}

static enum err end(struct request *rq, const char **outcome, bool *repeated) {
    struct q_servidor_cese_guardar_row row = {0};
    enum err e = q_servidor_cese_guardar(
        rq->db,
        &(struct q_servidor_cese_guardar_in){.id = request_id(rq, 0),
                                             .version = (int32_t)form_number(rq, VERSION),
                                             .fecha = form_date(rq, FECHA),
                                             .motivo = form_text(rq, MOTIVO)},
        &row);
    *outcome = row.resultado;
    *repeated = row.repetido;
    return e;
}

static enum err undo(struct request *rq, const char **outcome, bool *repeated) {
    struct q_servidor_cese_anular_row row = {0};
    enum err e = q_servidor_cese_anular(
        rq->db,
        &(struct q_servidor_cese_anular_in){.id = request_id(rq, 0),
                                            .version = (int32_t)form_number(rq, VERSION),
                                            .motivo = form_text(rq, MOTIVO)},
        &row);
    *outcome = row.resultado;
    *repeated = row.repetido;
    return e;
}

enum http_status servidor_cese_post(struct request *rq, struct response *rs) {
    bool ending = str_eq(form_text(rq, ACCION), "CESAR"), repeated = false;
    const char *outcome = NULL;
    enum err e = ending ? end(rq, &outcome, &repeated) : undo(rq, &outcome, &repeated);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(outcome, "ok") && (str_eq(outcome, "no_encontrado") || !repeated)) {
        return refuse(rq, outcome);
    }
    response_notice(rs, ending ? "cesado" : "cese_anulado");
    return response_redirect(rs, "/servidor/%lld/ficha", (long long)request_id(rq, 0));
}
