/* The mail of somebody's account, by the administration; the address before is told. */
#include "gen/q_usuario.h"
#include "invitacion/aviso.h"
#include "page/pages.h"

enum { CORREO };

static const struct field fields[] = {
    [CORREO] = {.name = "correo",
                .label = "Correo",
                .kind = F_EMAIL,
                .max = 254,
                .autocomplete = "off",
                .hint = "Varias personas pueden compartirlo."},
};
const struct form usuario_correo_form = FORM(fields);

enum http_status usuario_correo_get(struct request *rq, struct response *rs) {
    struct q_usuario_ficha_row account;
    enum err e =
        q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = request_id(rq, 0)}, &account);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, CORREO, account.correo);
    struct view *v = response_page(rq, rs, "usuario/correo", "Correo de una cuenta");
    view_row(v, &account, &q_usuario_ficha_table);
    return HTTP_OK;
}

enum http_status usuario_correo_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_usuario_ficha_row account;
    struct q_usuario_correo_row saved;
    const char *body = NULL;
    enum err e = q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = id}, &account);
    if (e == ERR_OK) {
        e = aviso_correo(rq, account.nombre, form_text(rq, CORREO) == NULL, &body);
    }
    if (e == ERR_OK) {
        e = q_usuario_correo(rq->db,
                             &(struct q_usuario_correo_in){.id = id,
                                                           .correo = form_text(rq, CORREO),
                                                           .asunto = AVISO_CORREO_ASUNTO,
                                                           .cuerpo = body},
                             &saved);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(saved.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    response_notice(rs, str_eq(saved.resultado, "ok") ? "correo_cambiado" : "correo_igual");
    return response_redirect(rs, "/usuario/%lld/ficha", (long long)id);
}
