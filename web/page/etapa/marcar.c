/* One stage: it began, it ended, it does not apply, or the last of these undone. */
#include "gen/q_etapa.h"
#include "page/pages.h"

enum { VERSION, ESTADO, FECHA, MOTIVO };

static const struct field fields[] = {
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_ID, .required = true},
    [ESTADO] = {.name = "estado",
                .label = "Qué pasó con la etapa",
                .kind = F_RADIO,
                .required = true,
                .missing = "Elija qué pasó con la etapa."},
    [FECHA] = {.name = "fecha",
               .label = "Fecha en que empezó o culminó",
               .kind = F_DATE,
               .hint = "Por ejemplo 12/10/2026. No hace falta para deshacer.",
               .autocomplete = "off"},
    [MOTIVO] = {.name = "motivo",
                .label = "Motivo",
                .kind = F_TEXT,
                .width = "w100",
                .min = 3,
                .max = 500,
                .hint = "Hace falta si no le corresponde, o si registra a mano la etapa A.",
                .autocomplete = "off"},
};
const struct form etapa_marcar_form = FORM(fields);

static enum err load_choices(struct request *rq, size_t *n) {
    struct q_etapa_marcar_opciones_row *rows = NULL;
    enum err e = q_etapa_marcar_opciones(
        rq->db, &(struct q_etapa_marcar_opciones_in){.id = request_id(rq, 0)}, &rows, n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, *n + 1, sizeof options[0]);
    for (size_t i = 0; i < *n; i++) {
        options[i] = (struct option){rows[i].hacia, rows[i].nombre};
    }
    form_options(rq, ESTADO, options);
    if (*n > 0) {
        form_set(rq, ESTADO, options[0].value);
    }
    return ERR_OK;
}

enum http_status etapa_marcar_get(struct request *rq, struct response *rs) {
    struct q_etapa_marcar_row row;
    size_t n = 0;
    enum err e = q_etapa_marcar(
        rq->db, &(struct q_etapa_marcar_in){.id = request_id(rq, 0), .hoy = date_today()}, &row);
    if (e == ERR_OK) {
        e = load_choices(rq, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "etapa", row.id, row.persona_id);
    struct view *v =
        response_page(rq, rs, "etapa/marcar", arena_printf(rq->arena, "Etapa de %s", row.nombre));
    view_row(v, &row, &q_etapa_marcar_table);
    view_section(v, T_PUEDE, n > 0);
    view_section(v, T_NO_PUEDE, n == 0);
    view_section(v, T_ES_JEFE, rq->session.rol == ROL_JEFE);
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    /* After a clash the next try is about what is seen now. */
    rq->form->v[VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome, const char *message) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "falta_motivo")) {
        return form_error(rq, MOTIVO, "Escriba el motivo: queda en la historia de la etapa.");
    }
    if (str_eq(outcome, "falta_fecha")) {
        return form_error(rq, FECHA, "Escriba la fecha, por ejemplo 12/10/2026.");
    }
    if (str_eq(outcome, "faltan_tareas")) {
        return form_error(rq, rq->session.rol == ROL_JEFE ? ESTADO : MOTIVO,
                          rq->session.rol == ROL_JEFE
                              ? "Faltan tareas obligatorias: están en esta página."
                              : "Faltan tareas obligatorias. Si culmina así, escriba por qué.");
    }
    if (str_starts(outcome, "fecha_")) {
        return form_error(rq, FECHA, arena_printf(rq->arena, "Revise: %s.", message));
    }
    return form_error_all(rq, arena_printf(rq->arena, "No se guardó: %s.", message));
}

enum http_status etapa_marcar_post(struct request *rq, struct response *rs) {
    struct q_etapa_marcar_guardar_row row;
    enum err e = q_etapa_marcar_guardar(
        rq->db,
        &(struct q_etapa_marcar_guardar_in){.id = request_id(rq, 0),
                                            .version = (int32_t)form_number(rq, VERSION),
                                            .estado = form_text(rq, ESTADO),
                                            .fecha = form_date(rq, FECHA),
                                            .motivo = form_text(rq, MOTIVO)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "sin_cambio")) {
        return refuse(rq, row.resultado, row.mensaje);
    }
    response_notice(rs, "etapa_guardada");
    return rq->session.rol == ROL_JEFE
               ? response_redirect(rs, "/mi/inicio")
               : response_redirect(rs, "/servidor/%lld/ficha", (long long)*row.vinculo_id);
}
