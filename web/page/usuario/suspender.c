/* Suspends an account, or gives it back: the same page does what its state allows. */
#include "gen/q_usuario.h"
#include "page/pages.h"

enum { QUE };

static const struct option acts[] = {
    {"suspender", "Suspender"}, {"reactivar", "Reactivar"}, {NULL, NULL}};
static const struct field fields[] = {
    [QUE] = {.name = "que", .label = "Acción", .kind = F_SELECT, .required = true, .options = acts},
};
const struct form usuario_suspender_form = FORM(fields);

enum http_status usuario_suspender_get(struct request *rq, struct response *rs) {
    struct q_usuario_ficha_row account;
    enum err e =
        q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = request_id(rq, 0)}, &account);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v =
        response_page(rq, rs, "usuario/suspender",
                      account.suspendido ? "Reactivar una cuenta" : "Suspender una cuenta");
    view_row(v, &account, &q_usuario_ficha_table);
    return HTTP_OK;
}

enum http_status usuario_suspender_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    bool suspend = str_eq(form_text(rq, QUE), "suspender");
    struct q_usuario_suspender_row r;
    enum err e = q_usuario_suspender(
        rq->db, &(struct q_usuario_suspender_in){.id = id, .suspender = suspend}, &r);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (str_eq(r.resultado, "propia")) {
        return form_error_all(rq, "Nadie suspende su propia cuenta: pídaselo a otra persona.");
    }
    if (!str_eq(r.resultado, "ok")) {
        return str_eq(r.resultado, "no_encontrado") ? HTTP_NOT_FOUND : HTTP_FORBIDDEN;
    }
    response_notice(rs, suspend ? "cuenta_suspendida" : "cuenta_reactivada");
    return response_redirect(rs, "/usuario/%lld/ficha", (long long)id);
}
