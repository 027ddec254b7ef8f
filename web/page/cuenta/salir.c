/* Sign-out of this browser. */
#include "gen/q_cuenta.h"
#include "page/pages.h"

enum http_status cuenta_salir_get(struct request *rq, struct response *rs) {
    if (!rq->session.active) {
        return response_redirect(rs, "/");
    }
    struct view *v = response_page(rq, rs, "cuenta/salir", "Cerrar la sesión");
    view_str(v, T_INICIO, session_home(rq->session.rol));
    return HTTP_OK;
}

/* Also for a session that is over already: its cookie goes all the same. */
enum http_status cuenta_salir_post(struct request *rq, struct response *rs) {
    struct q_cuenta_salir_row closed;
    enum err e = q_cuenta_salir(rq->db, &(struct q_cuenta_salir_in){.sesion_id = 0}, &closed);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    response_cookie(rs, COOKIE_SESSION, NULL, 0);
    response_notice(rs, "sesion_cerrada");
    return response_redirect(rs, "/");
}
