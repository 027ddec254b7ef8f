#include "page/cuenta/entrada.h"

#include "clave/clave.h"
#include "core/str.h"
#include "gen/q_cuenta.h"
#include "http/router.h"
#include "http/token.h"
#include "http/url.h"

const char *entrada_back(struct request *rq, const char *path) {
    bool ours = url_is_local(path) && route_exists(rq, path);
    bool circle =
        ours && (str_eq(path, "/") || str_starts(path, "/cuenta/ingresar") ||
                 str_starts(path, "/cuenta/salir") || str_starts(path, "/cuenta/enlace/"));
    return ours && !circle ? path : NULL;
}

enum err entrada_close(struct request *rq) {
    struct q_cuenta_salir_row closed;
    if (!rq->session.active) {
        return ERR_OK;
    }
    return q_cuenta_salir(rq->db, &(struct q_cuenta_salir_in){.sesion_id = 0}, &closed);
}

enum err entrada_open(struct request *rq, struct response *rs, int64_t usuario_id,
                      const char *back) {
    const char *token = token_new(rq->arena);
    struct q_cuenta_abrir_row row;
    enum err e =
        q_cuenta_abrir(rq->db,
                       &(struct q_cuenta_abrir_in){.usuario_id = usuario_id,
                                                   .token_hash = token_hash(rq->arena, token),
                                                   .address = rq->address,
                                                   .user_agent = rq->user_agent},
                       &row);
    if (e != ERR_OK) {
        return e;
    }
    if (!str_eq(row.resultado, "ok")) {
        return ERR_FORBIDDEN;
    }
    bool change = row.debe_cambiar_clave != NULL && *row.debe_cambiar_clave;
    const char *home = session_home(session_rol(row.rol_codigo));
    response_cookie(rs, COOKIE_SESSION, token, 0);
    response_redirect(rs, "%s", change ? "/cuenta/clave" : back != NULL ? back : home);
    return ERR_OK;
}

enum err entrada_renew(struct request *rq, struct response *rs, int64_t asignacion_id,
                       enum rol *rol) {
    const char *token = token_new(rq->arena);
    struct q_cuenta_rol_row row;
    enum err e = q_cuenta_rol(rq->db,
                              &(struct q_cuenta_rol_in){.asignacion_id = asignacion_id,
                                                        .token_hash = token_hash(rq->arena, token)},
                              &row);
    if (e != ERR_OK) {
        return e;
    }
    if (!str_eq(row.resultado, "ok")) {
        return ERR_NOT_FOUND;
    }
    *rol = session_rol(row.rol_codigo);
    response_cookie(rs, COOKIE_SESSION, token, 0);
    return ERR_OK;
}

enum http_status entrada_wait(struct request *rq, struct response *rs, int seconds) {
    int minutes = (seconds + 59) / 60;
    rs->retry_after_s = seconds;
    form_error_all(rq, arena_printf(rq->arena,
                                    "Hubo demasiados intentos seguidos. Espere %d %s y vuelva a "
                                    "intentarlo.",
                                    minutes, minutes == 1 ? "minuto" : "minutos"));
    return HTTP_TOO_MANY;
}

static enum http_status wrong_own(struct request *rq, struct response *rs, size_t actual,
                                  const struct q_cuenta_clave_row *own) {
    enum err e = q_cuenta_intento(
        rq->db, &(struct q_cuenta_intento_in){.tipo_documento = own->tipo_documento,
                                              .numero = own->documento,
                                              .address = rq->address,
                                              .exito = false});
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    rs->keep = true;
    return form_error(rq, actual, "Esa no es su contraseña actual.");
}

enum http_status entrada_prove(struct request *rq, struct response *rs, size_t actual,
                               struct q_cuenta_clave_row *own) {
    enum err e = q_cuenta_clave(rq->db, &(struct q_cuenta_clave_in){.address = rq->address}, own);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (own->espera_s > 0) {
        return entrada_wait(rq, rs, own->espera_s);
    }
    return clave_matches(form_text(rq, actual), own->clave_hash) ? HTTP_OK
                                                                 : wrong_own(rq, rs, actual, own);
}

enum http_status entrada_check_new(struct request *rq, size_t nueva, size_t repite,
                                   const char *document, const char *name) {
    const char *problem = clave_problem(rq->arena, form_text(rq, nueva), document, name);
    if (problem != NULL) {
        return form_error(rq, nueva, problem);
    }
    if (!str_eq(form_text(rq, nueva), form_text(rq, repite))) {
        return form_error(rq, repite, "No es igual a la contraseña nueva: escríbala otra vez.");
    }
    return HTTP_OK;
}
