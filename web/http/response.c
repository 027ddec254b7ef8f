/* Builds the answer and sends it. */
#include "http/response.h"

#include <fcgiapp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/log.h"
#include "core/str.h"
#include "core/utf8.h"
#include "http/fcgi.h"

enum { FILE_PIECE = 64 * 1024 };

/* No script but ours, no frame, no form to elsewhere: what a page of ours needs and no more. */
static const char csp[] =
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const char *http_reason(enum http_status s) {
    switch (s) {
    case HTTP_OK: return "OK";
    case HTTP_SEE_OTHER: return "See Other";
    case HTTP_PERMANENT: return "Permanent Redirect";
    case HTTP_BAD_REQUEST: return "Bad Request";
    case HTTP_FORBIDDEN: return "Forbidden";
    case HTTP_NOT_FOUND: return "Not Found";
    case HTTP_METHOD_NOT_ALLOWED: return "Method Not Allowed";
    case HTTP_CONFLICT: return "Conflict";
    case HTTP_GONE: return "Gone";
    case HTTP_TOO_LARGE: return "Content Too Large";
    case HTTP_URI_TOO_LONG: return "URI Too Long";
    case HTTP_UNSUPPORTED: return "Unsupported Media Type";
    case HTTP_UNPROCESSABLE: return "Unprocessable Content";
    case HTTP_TOO_MANY: return "Too Many Requests";
    case HTTP_INTERNAL: return "Internal Server Error";
    case HTTP_UNAVAILABLE: return "Service Unavailable";
    }
    return "Unknown";
}

enum http_status response_error(const struct request *rq, enum err e) {
    (void)rq;
    switch (e) {
    case ERR_OK: return HTTP_OK;
    case ERR_NOT_FOUND: return HTTP_NOT_FOUND;
    case ERR_FORBIDDEN: return HTTP_FORBIDDEN;
    case ERR_INVALID:
    case ERR_CONFLICT: return HTTP_CONFLICT;
    case ERR_TOO_LARGE: return HTTP_TOO_LARGE;
    case ERR_AGAIN:
    case ERR_BUSY: return HTTP_UNAVAILABLE;
    case ERR_INTERNAL: return HTTP_INTERNAL;
    }
    return HTTP_INTERNAL;
}

void response_clear(struct response *rs) {
    *rs = (struct response){.arena = rs->arena, .retry_after_s = rs->retry_after_s};
}

struct view *response_page(struct request *rq, struct response *rs, const char *name,
                           const char *title) {
    rs->title = title;
    rs->page = name;
    rs->view = view_new(rq->arena, "layout");
    rs->content = view_include(rs->view, "CONTENIDO", name);
    return rs->content;
}

void response_header(struct response *rs, const char *name, const char *value) {
    if (rs->n_headers == RESPONSE_HEADERS_MAX || utf8_has_control(value, false)) {
        log_fatal("msg=\"bad response header\" name=%s", name);
    }
    rs->header[rs->n_headers++] = (struct header){name, value};
}

void response_cookie(struct response *rs, const char *name, const char *value, int max_age_s) {
    const char *age = max_age_s > 0 ? arena_printf(rs->arena, "; Max-Age=%d", max_age_s) : "";
    response_header(rs, "Set-Cookie",
                    arena_printf(rs->arena, "%s=%s; Path=/; Secure; HttpOnly; SameSite=Lax%s", name,
                                 value == NULL ? "" : value, value == NULL ? "; Max-Age=0" : age));
}

enum http_status response_redirect(struct response *rs, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    response_header(rs, "Location", arena_vprintf(rs->arena, fmt, ap));
    va_end(ap);
    return HTTP_SEE_OTHER;
}

void response_notice(struct response *rs, const char *code) {
    response_cookie(rs, COOKIE_NOTICE, code, 300);
}

enum http_status response_file(struct response *rs, const char *name, const char *type) {
    rs->content_type = type;
    response_header(rs, "Content-Disposition",
                    arena_printf(rs->arena, "attachment; filename=\"%s\"", name));
    return HTTP_OK;
}

/* Pages of a signed-in person must not stay in a shared computer's cache; nor may their addresses,
 * which hold names and secrets, go with the next request, as a server logs it when it fails. */
static void standard_headers(const struct response *rs, struct buf *b) {
    buf_printf(b, "Content-Type: %s\r\n",
               rs->content_type != NULL ? rs->content_type : "text/html; charset=utf-8");
    buf_printf(b, "Content-Security-Policy: %s\r\n", csp);
    buf_str(b, "X-Content-Type-Options: nosniff\r\n"
               "X-Frame-Options: DENY\r\n"
               "Referrer-Policy: strict-origin\r\n"
               "Cross-Origin-Opener-Policy: same-origin\r\n"
               "Cross-Origin-Resource-Policy: same-origin\r\n"
               "Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n"
               "Cache-Control: no-store\r\n");
}

/* In pieces, so that a long file needs no memory. */
static bool send_file(int fd, size_t n, FCGX_Stream *out) {
    char piece[FILE_PIECE];
    off_t at = 0;
    while ((size_t)at < n) {
        ssize_t got = pread(fd, piece, sizeof piece, at);
        if (got <= 0 || FCGX_PutStr(piece, (int)got, out) != (int)got) {
            return false;
        }
        at += got;
    }
    return true;
}

size_t response_send(const struct request *rq, const struct response *rs, FCGX_Request *fr) {
    bool body = rq->method != METHOD_HEAD && rs->body_n > 0, file = body && rs->body_fd != NULL;
    struct buf b = buf_new(rs->arena, (file ? 0 : rs->body_n) + 64 * 1024);
    buf_printf(&b, "Status: %d %s\r\n", (int)rs->status, http_reason(rs->status));
    standard_headers(rs, &b);
    for (size_t i = 0; i < rs->n_headers; i++) {
        buf_printf(&b, "%s: %s\r\n", rs->header[i].name, rs->header[i].value);
    }
    buf_printf(&b, "Content-Length: %zu\r\n\r\n", rs->body_n);
    if (body && !file) {
        buf_add(&b, rs->body, rs->body_n);
    }
    if (FCGX_PutStr(b.p, (int)b.n, fr->out) != (int)b.n ||
        (file && !send_file(*rs->body_fd, rs->body_n, fr->out))) {
        log_line(LOG_INFO, "msg=\"client left\"");
    }
    return b.n + (file ? rs->body_n : 0);
}
