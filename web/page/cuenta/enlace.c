/* The personal link of an invitation or a recovery. Opening it consumes nothing, since mail
 * programs open links by themselves; only sending the form does. */
#include "clave/clave.h"
#include "gen/q_cuenta.h"
#include "http/token.h"
#include "page/cuenta/entrada.h"
#include "page/pages.h"
#include "page/version.h"

enum { NUEVA, REPITE };

static const struct field fields[] = {
    [NUEVA] = ENTRADA_NUEVA_FIELD,
    [REPITE] = ENTRADA_REPITE_FIELD,
};
const struct form cuenta_enlace_form = FORM(fields);

static enum err read_link(struct request *rq, struct q_cuenta_enlace_row *link) {
    const char *hash = token_hash(rq->arena, request_text(rq, 0));
    return q_cuenta_enlace(rq->db, &(struct q_cuenta_enlace_in){.token_hash = hash}, link);
}

enum http_status cuenta_enlace_get(struct request *rq, struct response *rs) {
    struct q_cuenta_enlace_row link;
    enum err e = read_link(rq, &link);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!str_eq(link.resultado, "ok")) {
        return HTTP_GONE;
    }
    bool invited = str_eq(link.tipo, "INVITACION");
    struct view *v = response_page(rq, rs, "cuenta/enlace",
                                   invited ? "Crear su contraseña" : "Cambiar su contraseña");
    view_row(v, &link, &q_cuenta_enlace_table);
    view_section(v, T_INVITACION, invited);
    view_section(v, T_RECUPERACION, !invited);
    if (rq->session.active) {
        view_str(view_add(v, T_OTRA_SESION), T_QUIEN, rq->session.nombre);
    }
    return HTTP_OK;
}

/* The second of two clicks finds the link used: nothing is lost, the password is there. */
static enum http_status not_usable(struct response *rs, const char *outcome) {
    if (!str_eq(outcome, "usado")) {
        return HTTP_GONE;
    }
    response_notice(rs, "enlace_usado");
    return response_redirect(rs, "/cuenta/ingresar");
}

static enum err note_notice(struct request *rq) {
    return q_cuenta_enlace_aviso(
        rq->db,
        &(struct q_cuenta_enlace_aviso_in){.version = PRIVACIDAD_VERSION, .address = rq->address});
}

static enum http_status use(struct request *rq, struct response *rs) {
    struct q_cuenta_enlace_usar_row used;
    enum err e = entrada_close(rq);
    if (e == ERR_OK) {
        e = q_cuenta_enlace_usar(rq->db,
                                 &(struct q_cuenta_enlace_usar_in){
                                     .token_hash = token_hash(rq->arena, request_text(rq, 0)),
                                     .clave_hash = clave_hash(rq->arena, form_text(rq, NUEVA))},
                                 &used);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!str_eq(used.resultado, "ok") || used.usuario_id == NULL) {
        return not_usable(rs, used.resultado);
    }
    e = note_notice(rq);
    if (e == ERR_OK) {
        e = entrada_open(rq, rs, *used.usuario_id, NULL);
    }
    if (e == ERR_FORBIDDEN) { /* the password stands; the sign-in says what is missing */
        response_notice(rs, "clave_creada");
        return response_redirect(rs, "/cuenta/ingresar");
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    response_notice(rs, "clave_creada");
    return HTTP_SEE_OTHER;
}

enum http_status cuenta_enlace_post(struct request *rq, struct response *rs) {
    struct q_cuenta_enlace_row link;
    enum err e = read_link(rq, &link);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!str_eq(link.resultado, "ok")) {
        return not_usable(rs, link.resultado);
    }
    enum http_status s = entrada_check_new(rq, NUEVA, REPITE, link.documento, link.nombre);
    return s == HTTP_OK ? use(rq, rs) : s;
}
