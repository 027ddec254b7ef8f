/* The checks that no page has to remember. */
#include "http/guard.h"

#include <string.h>

#include "core/log.h"
#include "core/str.h"
#include "gen/q_sesion.h"
#include "http/router.h"
#include "http/token.h"
#include "http/url.h"

/* A browser says where a POST comes from; a page of another site is refused before its token. */
static bool same_origin(const struct request *rq) {
    if (*rq->fetch_site != '\0' && !str_eq(rq->fetch_site, "same-origin")) {
        return false;
    }
    if (*rq->origin == '\0') {
        return true;
    }
    return str_starts(rq->origin, "https://") && str_eq(rq->origin + 8, rq->host);
}

/* What was typed, as a body: of a form with files its texts alone, since a file is chosen again.
 * NULL when it is too much to keep. */
static const char *typed(struct request *rq) {
    if (rq->body_raw != NULL) {
        return rq->body_raw;
    }
    struct buf b = buf_new(rq->arena, REQUEST_BODY_MAX);
    for (size_t i = 0; i < rq->body.n; i++) {
        buf_printf(&b, "%s%s=", i > 0 ? "&" : "", url_encode(rq->arena, rq->body.v[i].name));
        buf_str(&b, url_encode(rq->arena, rq->body.v[i].value));
    }
    return b.truncated ? NULL : b.p;
}

/* Keeps what was typed under a session that has just expired, so that nothing is lost. */
static enum err keep_form(struct request *rq, int64_t *id) {
    const char *token = params_get(&rq->cookies, COOKIE_SESSION);
    const char *body = typed(rq);
    struct q_sesion_guardar_formulario_row row;
    *id = 0;
    if (body == NULL) {
        return ERR_OK;
    }
    enum err e = q_sesion_guardar_formulario(
        rq->db,
        &(struct q_sesion_guardar_formulario_in){
            .token_hash = token_hash(rq->arena, token), .ruta = rq->path, .cuerpo = body},
        &row);
    if (e == ERR_OK && row.formulario_id != NULL) {
        *id = *row.formulario_id;
    }
    return e;
}

/* A form is kept when it is ours: its token still belongs to the cookie of the session that is
 * over. A password must not be kept, nor what is anonymous: such forms are typed again. */
static bool may_keep(const struct request *rq) {
    const struct form *form = rq->route->form;
    if (form->n == 0 || form->fleeting || !rq->session.expired || !same_origin(rq) ||
        !token_csrf_ok(params_get(&rq->cookies, COOKIE_SESSION), params_get(&rq->body, "csrf"))) {
        return false;
    }
    for (size_t i = 0; i < form->n; i++) {
        if (form->fields[i].kind == F_PASSWORD) {
            return false;
        }
    }
    return true;
}

static enum http_status send_to_sign_in(struct request *rq, struct response *rs) {
    bool post = rq->method == METHOD_POST;
    const char *back = rq->path;
    if (post && may_keep(rq)) {
        int64_t id = 0;
        enum err e = keep_form(rq, &id);
        if (e != ERR_OK) {
            return response_error(rq, e);
        }
        if (id != 0) {
            back = arena_printf(rq->arena, "%s?guardado=%lld", rq->path, (long long)id);
        }
    } else if (!post && *rq->query_string != '\0') {
        back = arena_printf(rq->arena, "%s?%s", rq->path, rq->query_string);
    }
    const char *why = rq->session.expired ? "&vencida=1" : "";
    const char *encoded = url_encode(rq->arena, back);
    if (strlen(encoded) > REQUEST_QUERY_MAX - 100) { /* the sign-in could not read it back */
        encoded = url_encode(rq->arena, rq->path);
    }
    return response_redirect(rs, "/cuenta/ingresar?volver=%s%s", encoded, why);
}

static bool is_own_account(const struct route *route) {
    return str_eq(route->path, "/cuenta/clave") || str_eq(route->path, "/cuenta/salir");
}

/* A form of a page that needs no session may have been opened before signing in (a second click
 * on "Ingresar") or under a session that is over ("Salir"): any cookie of ours vouches for it. */
static bool form_token_ok(struct request *rq, const char *csrf) {
    if (token_csrf_ok(session_form_key(rq), csrf)) {
        return true;
    }
    return rq->route->roles == ROL_PUBLICO &&
           (token_csrf_ok(params_get(&rq->cookies, COOKIE_VISIT), csrf) ||
            token_csrf_ok(params_get(&rq->cookies, COOKIE_SESSION), csrf));
}

static enum http_status check_post(struct request *rq) {
    const char *csrf = params_get(&rq->body, "csrf");
    if (!same_origin(rq) || !form_token_ok(rq, csrf)) {
        log_line(LOG_WARN, "msg=\"form token refused\" route=%s origin=\"%s\"", rq->route->name,
                 rq->origin);
        return HTTP_FORBIDDEN;
    }
    return HTTP_OK;
}

static bool form_knows(const struct form *form, const char *name, bool file) {
    if (form->prefix != NULL && str_starts(name, form->prefix)) {
        return true;
    }
    for (size_t i = 0; i < form->n; i++) {
        if (str_eq(name, form->fields[i].name)) {
            return (form->fields[i].kind == F_FILE) == file;
        }
    }
    return false;
}

/* A parameter that the form does not know is a mistake of a program, not of a person. */
static bool unknown_parameter(const struct request *rq) {
    const struct form *form = rq->route->form;
    for (size_t i = 0; i < rq->body.n; i++) {
        const char *name = rq->body.v[i].name;
        bool known = str_eq(name, "csrf") || str_eq(name, "guardado");
        if (!known && !form_knows(form, name, false)) {
            return true;
        }
    }
    for (size_t i = 0; i < rq->files.n; i++) {
        if (!form_knows(form, rq->files.v[i].name, true)) {
            return true;
        }
    }
    return false;
}

enum http_status guard_check(struct request *rq, struct response *rs) {
    const struct route *route = rq->route;
    if (route->roles != ROL_PUBLICO) {
        if (!rq->session.active) {
            return send_to_sign_in(rq, rs);
        }
        if (rq->session.must_change_password && !is_own_account(route)) {
            return response_redirect(rs, "/cuenta/clave");
        }
        if (((unsigned)route->roles & (unsigned)rq->session.rol) == 0) {
            return HTTP_FORBIDDEN;
        }
    }
    if (rq->method != METHOD_POST) {
        return HTTP_OK;
    }
    return unknown_parameter(rq) ? HTTP_BAD_REQUEST : check_post(rq);
}
