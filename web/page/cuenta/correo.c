/* The mail of one's own account: the password proves who is there, the address before is told. */
#include "gen/q_cuenta.h"
#include "invitacion/aviso.h"
#include "page/cuenta/entrada.h"
#include "page/pages.h"

enum { CORREO, ACTUAL };

static const struct field fields[] = {
    [CORREO] = {.name = "correo",
                .label = "Correo",
                .kind = F_EMAIL,
                .required = true,
                .max = 254,
                .autocomplete = "email",
                .missing = "Escriba su correo."},
    [ACTUAL] = ENTRADA_ACTUAL_FIELD,
};
const struct form cuenta_correo_form = FORM(fields);

enum http_status cuenta_correo_get(struct request *rq, struct response *rs) {
    struct q_cuenta_datos_row me;
    enum err e = q_cuenta_datos(rq->db, &me);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, CORREO, me.correo);
    struct view *v = response_page(rq, rs, "cuenta/correo", "Correo de su cuenta");
    view_str(v, T_CORREO_ANTES, me.correo);
    return HTTP_OK;
}

enum http_status cuenta_correo_post(struct request *rq, struct response *rs) {
    struct q_cuenta_clave_row own;
    struct q_cuenta_correo_guardar_row saved;
    const char *address = form_text(rq, CORREO), *body = NULL;
    enum http_status s = entrada_prove(rq, rs, ACTUAL, &own);
    if (s != HTTP_OK) {
        return s;
    }
    enum err e = aviso_correo(rq, own.nombre, false, &body);
    if (e == ERR_OK) {
        e = q_cuenta_correo_guardar(
            rq->db,
            &(struct q_cuenta_correo_guardar_in){
                .correo = address, .asunto = AVISO_CORREO_ASUNTO, .cuerpo = body},
            &saved);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    response_notice(rs, str_eq(saved.resultado, "ok") ? "correo_cambiado" : "correo_igual");
    return response_redirect(rs, "/cuenta/sesiones");
}
