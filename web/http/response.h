/* The answer: status, headers and one finished body. */
#ifndef HTTP_RESPONSE_H
#define HTTP_RESPONSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "view/view.h"

enum http_status {
    HTTP_OK = 200,
    HTTP_SEE_OTHER = 303,
    HTTP_PERMANENT = 308,
    HTTP_BAD_REQUEST = 400,
    HTTP_FORBIDDEN = 403,
    HTTP_NOT_FOUND = 404,
    HTTP_METHOD_NOT_ALLOWED = 405,
    HTTP_CONFLICT = 409,
    HTTP_GONE = 410,
    HTTP_TOO_LARGE = 413,
    HTTP_URI_TOO_LONG = 414,
    HTTP_UNSUPPORTED = 415,
    HTTP_UNPROCESSABLE = 422,
    HTTP_TOO_MANY = 429,
    HTTP_INTERNAL = 500,
    HTTP_UNAVAILABLE = 503
};

struct request;

struct header {
    const char *name, *value;
};

enum { RESPONSE_HEADERS_MAX = 16 };

struct response {
    struct arena *arena;
    enum http_status status;
    struct header header[RESPONSE_HEADERS_MAX];
    size_t n_headers;
    struct view *view;    /* the layout; expanded by the router after the commit */
    struct view *content; /* the page's own part of it */
    const char *page;     /* name of its template */
    const char *title;
    const char *notice; /* code of notice.def to show on this page */
    bool bare;          /* print view: no frame around the content */
    int retry_after_s;  /* of a 429 or 503; 0: a default */
    bool keep;          /* commit although the status says refused (a failed sign-in counts) */
    const char *body;
    const int *body_fd; /* instead of body: an open file of body_n bytes; its owner closes it */
    size_t body_n;
    const char *content_type; /* default text/html; charset=utf-8 */
};

/* Shows template `name` inside the layout, under this title; returns the view of the page's part.
 * The fields of the route's form are put into it when the handler has returned. */
struct view *response_page(struct request *rq, struct response *rs, const char *name,
                           const char *title);
/* The ways to the pages of a list before and after this one, in its part PAGINAS. The first has
 * this address; `field` of the query brings the key of the last row shown before; `last` is that
 * of this page when more follow. */
void response_pages(struct request *rq, struct view *v, size_t field, const char *address,
                    const int64_t *last);
/* Forgets everything but the arena and retry_after_s: what a refused handler had begun. */
void response_clear(struct response *rs);
/* 303 to a path of ours, built as by printf. Values must be ids or url_encode()d. */
enum http_status response_redirect(struct response *rs, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* A message for the next page the person sees: a code of web/http/notice.def, carried by a
 * short cookie and shown once. */
void response_notice(struct response *rs, const char *code);
/* Sends rs->body as a file to keep. `name` is ASCII of ours. */
enum http_status response_file(struct response *rs, const char *name, const char *type);
void response_header(struct response *rs, const char *name, const char *value);
/* A __Host- cookie; value NULL removes it. */
void response_cookie(struct response *rs, const char *name, const char *value, int max_age_s);
/* The status that an outcome of ours becomes; logged once where it was found. */
enum http_status response_error(const struct request *rq, enum err e);
const char *http_reason(enum http_status s);

#endif
