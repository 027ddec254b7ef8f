#include "http/frame.h"

#include <string.h>

#include "core/log.h"
#include "core/str.h"
#include "gen/tpl.h"
#include "http/guard.h"
#include "http/router.h"
#include "http/token.h"

static const struct {
    const char *code, *text;
} notices[] = {
#define NOTICE(code, text) {code, text},
#include "http/notice.def"
#undef NOTICE
};

/* Which template speaks of a status, and the title of its page. */
static const struct {
    enum http_status status;
    const char *template, *title;
} errors[] = {
    {HTTP_BAD_REQUEST, "error/400", "No entendimos el pedido"},
    {HTTP_FORBIDDEN, "error/403", "No tiene permiso para esta página"},
    {HTTP_NOT_FOUND, "error/404", "No encontramos esa página"},
    {HTTP_METHOD_NOT_ALLOWED, "error/405", "Esa acción no existe aquí"},
    {HTTP_CONFLICT, "error/409", "Alguien cambió estos datos antes"},
    {HTTP_GONE, "error/410", "Ese enlace ya no sirve"},
    {HTTP_TOO_LARGE, "error/413", "Lo enviado es demasiado grande"},
    {HTTP_URI_TOO_LONG, "error/414", "La dirección es demasiado larga"},
    {HTTP_UNSUPPORTED, "error/400", "No entendimos el pedido"},
    {HTTP_UNPROCESSABLE, "error/422", "Hay datos por corregir"},
    {HTTP_TOO_MANY, "error/429", "Demasiados intentos"},
    {HTTP_INTERNAL, "error/500", "Algo falló de nuestro lado"},
    {HTTP_UNAVAILABLE, "error/503", "El portal no puede responder ahora"},
};

static const char *style_url = "", *script_url = "";

void frame_start(const char *style, const char *script) {
    style_url = style;
    script_url = script;
}

static const char *notice_text(const char *code) {
    for (size_t i = 0; i < sizeof notices / sizeof notices[0]; i++) {
        if (str_eq(code, notices[i].code)) {
            return notices[i].text;
        }
    }
    return NULL;
}

/* The form token of this browser; a first visit gets its cookie here. */
static const char *form_token(struct request *rq, struct response *rs) {
    const char *key = session_form_key(rq);
    if (*key == '\0') {
        key = token_new(rq->arena);
        response_cookie(rs, COOKIE_VISIT, key, 0);
    }
    return token_csrf(rq->arena, key);
}

static void put_notice(struct request *rq, struct response *rs) {
    const char *cookie = params_get(&rq->cookies, COOKIE_NOTICE);
    const char *text = notice_text(rs->notice != NULL ? rs->notice : cookie);
    if (cookie != NULL) {
        response_cookie(rs, COOKIE_NOTICE, NULL, 0);
    }
    if (text != NULL) {
        view_str(view_add(rs->view, T_AVISO), T_AVISO_TEXTO, text);
    }
}

static void put_menu(struct view *v, enum rol rol) {
    view_section(v, T_NAV_ORH, (rol & ROL_ORH) != 0);
    view_section(v, T_NAV_ORH_JEFE, rol == ROL_ORH_JEFE);
    view_section(v, T_NAV_SERVIR, (rol & (ROL_ADMIN | ROL_REVISOR)) != 0);
    view_section(v, T_NAV_GESTOR, rol == ROL_GESTOR);
    view_section(v, T_NAV_MI, (rol & (ROL_JEFE | ROL_SERVIDOR)) != 0);
    view_section(v, T_NAV_ADMIN, rol == ROL_ADMIN);
    view_section(v, T_NAV_AUDITOR, rol == ROL_AUDITOR);
}

static void put_session(struct request *rq, struct view *layout) {
    const struct session *s = &rq->session;
    view_section(layout, T_ANONIMO, !s->active);
    if (!s->active) {
        return;
    }
    struct view *v = view_add(layout, T_SESION);
    view_str(v, T_USUARIO, s->nombre);
    view_str(v, T_ROL, s->rol_nombre);
    view_str(v, T_ENTIDAD, s->entidad);
    view_section(v, T_HAY_ENTIDAD, *s->entidad != '\0');
    view_section(v, T_VARIOS_ROLES, s->roles > 1);
    put_menu(v, s->rol);
}

static void fill_layout(struct request *rq, struct response *rs) {
    struct view *v = rs->view;
    view_str(v, T_TITULO, rs->title);
    view_str(v, T_ESTILO, style_url);
    view_str(v, T_GUION, script_url);
    view_str(v, T_NUMERO, rq->number);
    view_section(v, T_IMPRIMIR, rs->bare);
    view_section(v, T_MARCO, !rs->bare);
    view_section(v, T_ERROR_FORMULARIO, rs->status == HTTP_UNPROCESSABLE);
    view_str(v, T_CSRF_TOKEN, form_token(rq, rs));
    put_session(rq, v);
    put_notice(rq, rs);
    if (rq->form != NULL) {
        view_form(rs->content, rq);
    }
}

/* A page that says what happened and what to do. */
static void error_page(struct request *rq, struct response *rs) {
    size_t i = 0;
    while (i + 1 < sizeof errors / sizeof errors[0] && errors[i].status != rs->status) {
        i++;
    }
    rq->form = NULL;
    struct view *v = response_page(rq, rs, errors[i].template, errors[i].title);
    rs->bare = false;
    view_section(v, T_ESCRITURA, rq->method == METHOD_POST);
    view_str(v, T_NUMERO, rq->number);
    if (rs->status == HTTP_UNAVAILABLE) {
        response_header(rs, "Retry-After", "5");
    }
}

static bool needs_error_page(const struct response *rs) {
    return rs->status >= HTTP_BAD_REQUEST && (rs->view == NULL || rs->status >= HTTP_INTERNAL);
}

void frame_finish(struct request *rq, struct response *rs) {
    if (rs->status == HTTP_SEE_OTHER || rs->status == HTTP_PERMANENT || rs->body != NULL) {
        return;
    }
    if (needs_error_page(rs)) {
        error_page(rq, rs);
    }
    fill_layout(rq, rs);
    if (view_expand(rs->view, &rs->body, &rs->body_n) == ERR_OK) {
        return;
    }
    rs->status = HTTP_INTERNAL;
    error_page(rq, rs);
    fill_layout(rq, rs);
    if (view_expand(rs->view, &rs->body, &rs->body_n) != ERR_OK) {
        rs->content_type = "text/plain; charset=utf-8";
        rs->body = arena_printf(rq->arena, "Algo falló de nuestro lado. Número: %s\n", rq->number);
        rs->body_n = strlen(rs->body);
    }
}
