/* A commitment is done, cancelled with its reason, or open again. */
#include "gen/q_seguimiento.h"
#include "page/pages.h"

enum { VERSION, ACCION, MOTIVO };

static const struct option actions[] = {
    {"CUMPLIDO", "Cumplido"}, {"ANULADO", "Anular"}, {"ABIERTO", "Abrir otra vez"}, {NULL, NULL}};

static const struct field fields[] = {
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_ID, .required = true},
    [ACCION] = {.name = "accion",
                .label = "Acción",
                .kind = F_SELECT,
                .required = true,
                .options = actions},
    [MOTIVO] = {.name = "motivo",
                .label = "Motivo",
                .width = "w100",
                .kind = F_TEXT,
                .min = 3,
                .max = 300,
                .hint = "Hace falta para anularlo. La ORH no lo ve.",
                .autocomplete = "off"},
};
const struct form seguimiento_compromiso_form = FORM(fields);

enum http_status seguimiento_compromiso_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_seguimiento_compromiso_row row;
    struct q_seguimiento_compromiso_eventos_row *events = NULL;
    size_t n = 0;
    enum err e =
        q_seguimiento_compromiso(rq->db, &(struct q_seguimiento_compromiso_in){.id = id}, &row);
    if (e == ERR_OK) {
        e = q_seguimiento_compromiso_eventos(
            rq->db, &(struct q_seguimiento_compromiso_eventos_in){.compromiso_id = id}, &events,
            &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "seguimiento/compromiso", "Compromiso");
    view_row(v, &row, &q_seguimiento_compromiso_table);
    view_rows(v, T_DECISIONES, events, n, &q_seguimiento_compromiso_eventos_table);
    view_section(v, T_PUEDE_ANOTAR, rq->session.rol != ROL_AUDITOR);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    return HTTP_OK;
}

enum http_status seguimiento_compromiso_post(struct request *rq, struct response *rs) {
    struct q_seguimiento_compromiso_mover_row row;
    enum err e = q_seguimiento_compromiso_mover(
        rq->db,
        &(struct q_seguimiento_compromiso_mover_in){.id = request_id(rq, 0),
                                                    .version = (int32_t)form_number(rq, VERSION),
                                                    .estado = form_text(rq, ACCION),
                                                    .motivo = form_text(rq, MOTIVO)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado") || row.entidad_id == NULL) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "falta_motivo")) {
        return form_error(rq, MOTIVO, "Escriba por qué se anula.");
    }
    if (str_eq(row.resultado, "conflicto")) {
        return form_error_all(rq, "Alguien lo cambió mientras usted lo veía. Así está ahora.");
    }
    response_notice(rs, "compromiso_guardado");
    return response_redirect(rs, "/seguimiento/%lld/entidad", (long long)*row.entidad_id);
}
