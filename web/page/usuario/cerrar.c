/* Ends every session of an account. */
#include "gen/q_usuario.h"
#include "page/pages.h"

enum http_status usuario_cerrar_get(struct request *rq, struct response *rs) {
    struct q_usuario_ficha_row account;
    enum err e =
        q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = request_id(rq, 0)}, &account);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "usuario/cerrar", "Cerrar las sesiones de una cuenta");
    view_row(v, &account, &q_usuario_ficha_table);
    view_section(v, T_NINGUNA, account.sesiones == 0);
    view_section(v, T_UNA, account.sesiones == 1);
    view_section(v, T_VARIAS, account.sesiones > 1);
    return HTTP_OK;
}

enum http_status usuario_cerrar_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_usuario_cerrar_row r;
    enum err e = q_usuario_cerrar(rq->db, &(struct q_usuario_cerrar_in){.id = id}, &r);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!str_eq(r.resultado, "ok")) {
        return str_eq(r.resultado, "no_encontrado") ? HTTP_NOT_FOUND : HTTP_FORBIDDEN;
    }
    response_notice(rs, "cuenta_cerrada");
    return response_redirect(rs, "/usuario/%lld/ficha", (long long)id);
}
