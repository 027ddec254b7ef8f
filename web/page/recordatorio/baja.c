/* The link at the foot of a reminder: stops them, or brings them back, without signing in. Opening
 * it changes nothing, since mail programs open links by themselves. */
#include "core/str.h"
#include "gen/q_recordatorio.h"
#include "http/token.h"
#include "page/pages.h"

enum { QUIEN, ACCION };

static const struct option actions[] = {
    {"baja", "Ya no quiero recibirlos"}, {"volver", "Volver a recibirlos"}, {NULL, NULL}};

static const struct field fields[] = {
    [QUIEN] = {.name = "quien",
               .label = "¿De quién?",
               .kind = F_SELECT,
               .required = true,
               .missing = "Elija a una persona, o a todas."},
    [ACCION] = {.name = "accion",
                .label = "Recordatorios",
                .kind = F_SELECT,
                .required = true,
                .options = actions,
                .missing = "Elija si deja de recibirlos o vuelve a recibirlos."},
};
const struct form recordatorio_baja_form = FORM(fields);

static enum err load(struct request *rq, struct q_recordatorio_baja_row **rows, size_t *n) {
    const char *hash = token_hash(rq->arena, request_text(rq, 0));
    enum err e =
        q_recordatorio_baja(rq->db, &(struct q_recordatorio_baja_in){.token_hash = hash}, rows, n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, *n + 2, sizeof options[0]);
    options[0] = (struct option){"todas", "Todas las personas que usan este correo"};
    for (size_t i = 0; i < *n; i++) {
        options[i + 1] = (struct option){(*rows)[i].destino, (*rows)[i].nombre};
    }
    form_options(rq, QUIEN, options);
    return ERR_OK;
}

enum http_status recordatorio_baja_get(struct request *rq, struct response *rs) {
    struct q_recordatorio_baja_row *rows = NULL;
    size_t n = 0, out = 0;
    enum err e = load(rq, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (n == 0) {
        return HTTP_GONE;
    }
    for (size_t i = 0; i < n; i++) {
        out += rows[i].de_baja ? 1 : 0;
    }
    form_set(rq, QUIEN, "todas");
    struct view *v = response_page(rq, rs, "recordatorio/baja", "Recordatorios por correo");
    view_rows(v, T_FILAS, rows, n, &q_recordatorio_baja_table);
    view_section(v, T_VARIAS, n > 1);
    view_section(v, T_ALGUNA_RECIBE, out < n);
    view_section(v, T_ALGUNA_DE_BAJA, out > 0);
    return HTTP_OK;
}

enum http_status recordatorio_baja_post(struct request *rq, struct response *rs) {
    struct q_recordatorio_baja_row *rows = NULL;
    struct q_recordatorio_baja_guardar_row done;
    size_t n = 0;
    enum err e = load(rq, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (n == 0) {
        return HTTP_GONE;
    }
    if (!form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    bool all = str_eq(form_text(rq, QUIEN), "todas");
    bool back = str_eq(form_text(rq, ACCION), "volver");
    e = q_recordatorio_baja_guardar(rq->db,
                                    &(struct q_recordatorio_baja_guardar_in){
                                        .token_hash = token_hash(rq->arena, request_text(rq, 0)),
                                        .destino = all ? NULL : form_text(rq, QUIEN),
                                        .volver = back},
                                    &done);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    response_notice(rs, back ? "recordatorios_vuelven" : "recordatorios_baja");
    return response_redirect(rs, "/recordatorio/baja/%s", request_text(rq, 0));
}
