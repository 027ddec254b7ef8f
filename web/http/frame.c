#include "http/frame.h"

#include <string.h>

#include "core/log.h"
#include "core/str.h"
#include "gen/tpl.h"
#include "http/form.h"
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

void response_pages(struct request *rq, struct view *v, size_t field, const char *address,
                    const int64_t *last) {
    struct view *pages = view_include(v, T_PAGINAS, "part/paginas");
    char end = address[strlen(address) - 1];
    const char *mark = end == '?' || end == '&' ? "" : strchr(address, '?') != NULL ? "&" : "?";
    const char *next = last == NULL
                           ? ""
                           : arena_printf(rq->arena, "%s%s%s=%lld", address, mark,
                                          rq->form->form->fields[field].name, (long long)*last);
    view_section(pages, T_HAY_ANTERIOR, form_number_opt(rq, field) != NULL);
    view_str(pages, T_ANTERIOR, address);
    view_section(pages, T_HAY_SIGUIENTE, last != NULL);
    view_str(pages, T_SIGUIENTE, next);
}

/* Which section of error/pagina speaks of a status, and the title of its page. */
static const struct {
    enum http_status status;
    const char *section, *title;
} errors[] = {
    {HTTP_BAD_REQUEST, T_E400, "No pudimos leer lo que envió"},
    {HTTP_FORBIDDEN, T_E403, "No tiene acceso a esta página"},
    {HTTP_NOT_FOUND, T_E404, "No encontramos la página"},
    {HTTP_METHOD_NOT_ALLOWED, T_E405, "Esta página no se usa de esa manera"},
    {HTTP_CONFLICT, T_E409, "Alguien cambió estos datos antes que usted"},
    {HTTP_GONE, T_E410, "Este enlace ya no sirve"},
    {HTTP_TOO_LARGE, T_E413, "Lo que envió pesa demasiado"},
    {HTTP_URI_TOO_LONG, T_E414, "La dirección es demasiado larga"},
    {HTTP_UNSUPPORTED, T_E415, "El portal no acepta ese tipo de envío"},
    {HTTP_UNPROCESSABLE, T_E422, "Hay datos por corregir"},
    {HTTP_TOO_MANY, T_E429, "Demasiados intentos seguidos"},
    {HTTP_UNAVAILABLE, T_E503, "El portal está ocupado"},
    {HTTP_INTERNAL, T_E500, "El portal tuvo una falla"}, /* last: for any other status */
};

static const char *style_url = "", *help_contact = "";

void frame_start(const char *style, const char *contact) {
    style_url = style;
    help_contact = contact;
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

/* What a role does every day stands in the bar; the rest is one click away, without JavaScript. */
static void put_menu(struct view *v, enum rol rol) {
    bool orh = (rol & ROL_ORH) != 0, servir = (rol & ROL_SERVIR) != 0;
    view_section(v, T_NAV_ORH, orh);
    view_section(v, T_NAV_SERVIR, servir);
    view_section(v, T_NAV_GESTOR, rol == ROL_GESTOR);
    view_section(v, T_NAV_MI, (rol & (ROL_JEFE | ROL_SERVIDOR)) != 0);
    if (!orh && !servir && rol != ROL_GESTOR) {
        return;
    }
    struct view *more = view_add(v, T_NAV_MAS);
    view_section(more, T_NAV_ORH_MAS, orh);
    view_section(more, T_NAV_EQUIPO, rol == ROL_ORH_JEFE);
    view_section(more, T_NAV_SERVIR_MAS, servir);
    view_section(more, T_NAV_GESTOR_MAS, rol == ROL_GESTOR);
    view_section(more, T_NAV_AJUSTES, rol == ROL_ADMIN);
    view_section(more, T_NAV_CONTROL, (rol & (ROL_ADMIN | ROL_AUDITOR)) != 0);
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
    view_str(v, T_CONTACTO, help_contact);
    view_str(v, T_NUMERO, rq->number);
    view_section(v, T_IMPRIMIR, rs->bare);
    bool wait = rs->status == HTTP_TOO_MANY && rq->form != NULL;
    view_section(v, T_ERROR_FORMULARIO, rs->status == HTTP_UNPROCESSABLE || wait);
    const char *token = form_token(rq, rs);
    view_str(v, T_CSRF, token);
    view_str(v, T_CSRF_TOKEN, token); /* of form/csrf */
    bool kept = rq->kept_form != 0;
    view_str(v, T_FORMULARIO_GUARDADO,
             kept ? arena_printf(rq->arena, "%lld", (long long)rq->kept_form) : NULL);
    view_include(rs->content, T_CSRF, "form/csrf");
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
    struct view *v = response_page(rq, rs, "error/pagina", errors[i].title);
    view_section(v, errors[i].section, true);
    rs->bare = false;
    view_section(v, T_ESCRITURA, rq->method == METHOD_POST);
    view_str(v, T_NUMERO, rq->number);
}

static void put_retry(struct response *rs) {
    int seconds = rs->retry_after_s > 0 ? rs->retry_after_s : rs->status == HTTP_TOO_MANY ? 60 : 5;
    if (rs->status == HTTP_UNAVAILABLE || rs->status == HTTP_TOO_MANY) {
        response_header(rs, "Retry-After", arena_printf(rs->arena, "%d", seconds));
    }
}

void frame_finish(struct request *rq, struct response *rs) {
    if (rs->status == HTTP_SEE_OTHER || rs->status == HTTP_PERMANENT || rs->body != NULL ||
        rs->body_fd != NULL) {
        return;
    }
    if (rs->status >= HTTP_BAD_REQUEST && rs->view == NULL) {
        error_page(rq, rs);
    }
    put_retry(rs);
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
