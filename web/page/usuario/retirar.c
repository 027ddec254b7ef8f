/* Takes a role away: says from whom and what follows, then does it. The number in the address is
 * the role's, so that row-level security judges it. */
#include "gen/q_usuario.h"
#include "page/pages.h"
#include "page/usuario/vuelta.h"

enum { MOTIVO };

static const struct field fields[] = {
    [MOTIVO] = {.name = "motivo", .label = "Motivo", .kind = F_TEXT, .max = 300, .width = "w100"},
};
const struct form usuario_retirar_form = FORM(fields);

enum http_status usuario_retirar_get(struct request *rq, struct response *rs) {
    struct q_usuario_retirar_row r;
    enum err e =
        q_usuario_retirar(rq->db, &(struct q_usuario_retirar_in){.id = request_id(rq, 0)}, &r);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "usuario/retirar", "Retirar un rol");
    view_row(v, &r, &q_usuario_retirar_table);
    view_str(v, T_VOLVER, vuelta(rq, r.usuario_id));
    return HTTP_OK;
}

enum http_status usuario_retirar_post(struct request *rq, struct response *rs) {
    struct q_usuario_retirar_row r;
    struct q_usuario_retirar_guardar_row done;
    int64_t id = request_id(rq, 0);
    enum err e = q_usuario_retirar(rq->db, &(struct q_usuario_retirar_in){.id = id}, &r);
    if (e == ERR_OK) {
        e = q_usuario_retirar_guardar(
            rq->db,
            &(struct q_usuario_retirar_guardar_in){.id = id, .motivo = form_text(rq, MOTIVO)},
            &done);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (str_eq(done.resultado, "propia")) {
        return form_error_all(rq, "Nadie se retira su propio rol: pídaselo a otra persona.");
    }
    if (!str_eq(done.resultado, "ok")) {
        return str_eq(done.resultado, "no_encontrado") ? HTTP_NOT_FOUND : HTTP_FORBIDDEN;
    }
    response_notice(rs, "rol_retirado");
    return response_redirect(rs, "%s", vuelta(rq, r.usuario_id));
}
