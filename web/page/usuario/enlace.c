/* A new personal link for an account: to create its password, or to recover it. */
#include "gen/q_usuario.h"
#include "invitacion/invitacion.h"
#include "page/pages.h"
#include "page/usuario/vuelta.h"

enum http_status usuario_enlace_get(struct request *rq, struct response *rs) {
    struct q_usuario_ficha_row account;
    enum err e =
        q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = request_id(rq, 0)}, &account);
    if (e != ERR_OK || !account.puede_enlace) {
        return e != ERR_OK ? response_error(rq, e) : HTTP_FORBIDDEN;
    }
    struct view *v = response_page(rq, rs, "usuario/enlace", "Generar otro enlace");
    view_row(v, &account, &q_usuario_ficha_table);
    view_str(v, T_VOLVER, vuelta(rq, account.id));
    return HTTP_OK;
}

enum http_status usuario_enlace_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_usuario_ficha_row account;
    struct q_usuario_enlace_row r;
    struct invitacion link;
    enum err e = q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = id}, &account);
    if (e == ERR_OK && !account.puede_enlace) {
        return HTTP_FORBIDDEN;
    }
    if (e == ERR_OK) {
        e = invitacion_new(
            rq,
            &(struct invitacion_para){.nombre = account.nombre, .recuperacion = !account.invitado},
            &link);
    }
    if (e == ERR_OK) {
        e = q_usuario_enlace(
            rq->db,
            &(struct q_usuario_enlace_in){.id = id,
                                          .tipo = account.invitado ? "INVITACION" : "RECUPERACION",
                                          .token_hash = link.hash,
                                          .asunto = link.asunto,
                                          .cuerpo = link.cuerpo},
            &r);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (str_eq(r.resultado, "no_encontrado")) {
        return form_error_all(rq,
                              "La cuenta está suspendida: reactívela antes de darle un enlace.");
    }
    if (!str_eq(r.resultado, "ok")) {
        return HTTP_FORBIDDEN;
    }
    return invitacion_show(rq, rs, &link, r.correo, vuelta(rq, id));
}
