/* One's own password: the old one proves who is there; the other sessions end. */
#include "clave/clave.h"
#include "gen/q_cuenta.h"
#include "page/cuenta/entrada.h"
#include "page/pages.h"

enum { ACTUAL, NUEVA, REPITE };

static const struct field fields[] = {
    [ACTUAL] = ENTRADA_ACTUAL_FIELD,
    [NUEVA] = ENTRADA_NUEVA_FIELD,
    [REPITE] = ENTRADA_REPITE_FIELD,
};
const struct form cuenta_clave_form = FORM(fields);

enum http_status cuenta_clave_get(struct request *rq, struct response *rs) {
    struct view *v = response_page(rq, rs, "cuenta/clave", "Cambiar la contraseña");
    view_section(v, T_OBLIGADO, rq->session.must_change_password);
    view_section(v, T_VOLUNTARIO, !rq->session.must_change_password);
    return HTTP_OK;
}

static enum http_status save(struct request *rq, struct response *rs) {
    struct q_cuenta_clave_guardar_row saved;
    enum rol rol = rq->session.rol;
    const char *hash = clave_hash(rq->arena, form_text(rq, NUEVA));
    enum err e = q_cuenta_clave_guardar(
        rq->db, &(struct q_cuenta_clave_guardar_in){.clave_hash = hash}, &saved);
    if (e == ERR_OK) {
        e = entrada_renew(rq, rs, rq->session.asignacion_id, &rol);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    response_notice(rs, "clave_cambiada");
    return response_redirect(
        rs, "%s", rq->session.must_change_password ? session_home(rol) : "/cuenta/sesiones");
}

enum http_status cuenta_clave_post(struct request *rq, struct response *rs) {
    struct q_cuenta_clave_row own;
    enum http_status s = entrada_prove(rq, rs, ACTUAL, &own);
    if (s != HTTP_OK) {
        return s;
    }
    if (str_eq(form_text(rq, ACTUAL), form_text(rq, NUEVA))) {
        return form_error(rq, NUEVA, "Elija una contraseña distinta de la actual.");
    }
    s = entrada_check_new(rq, NUEVA, REPITE, own.documento, own.nombre);
    return s == HTTP_OK ? save(rq, rs) : s;
}
