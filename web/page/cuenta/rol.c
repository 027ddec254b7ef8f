/* Another of one's roles: another power, so the session gets a new token. */
#include "gen/q_cuenta.h"
#include "page/cuenta/entrada.h"
#include "page/pages.h"

enum { ASIGNACION };

static const struct field fields[] = {
    [ASIGNACION] = {.name = "asignacion_id",
                    .label = "Rol",
                    .kind = F_ID,
                    .required = true,
                    .missing = "Elija uno de sus roles."},
};
const struct form cuenta_rol_form = FORM(fields);

enum http_status cuenta_rol_get(struct request *rq, struct response *rs) {
    struct q_cuenta_roles_row *roles = NULL;
    size_t n = 0;
    enum err e = q_cuenta_roles(rq->db, &roles, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "cuenta/rol", "Cambiar de rol");
    view_rows(v, T_ROLES, roles, n, &q_cuenta_roles_table);
    view_section(v, T_UN_ROL, n < 2);
    view_str(v, T_INICIO, session_home(rq->session.rol));
    return HTTP_OK;
}

enum http_status cuenta_rol_post(struct request *rq, struct response *rs) {
    enum rol rol = rq->session.rol;
    enum err e = entrada_renew(rq, rs, form_number(rq, ASIGNACION), &rol);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    response_notice(rs, "rol_cambiado");
    return response_redirect(rs, "%s", session_home(rol));
}
