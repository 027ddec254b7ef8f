/* From FastCGI parameters to struct request. What is refused here never reaches a handler. */
#include "http/request.h"

#include <fcgiapp.h>
#include <sodium.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "http/fcgi.h"
#include "http/multipart.h"
#include "http/response.h"
#include "http/router.h"
#include "http/url.h"

const char *params_get(const struct params *ps, const char *name) {
    for (size_t i = 0; i < ps->n; i++) {
        if (strcmp(ps->v[i].name, name) == 0) {
            return ps->v[i].value;
        }
    }
    return NULL;
}

bool params_repeated(const struct params *ps, const char *name) {
    size_t count = 0;
    for (size_t i = 0; i < ps->n; i++) {
        count += strcmp(ps->v[i].name, name) == 0 ? 1 : 0;
    }
    return count > 1;
}

int64_t request_id(const struct request *rq, size_t nth) {
    return rq->capture[nth].number;
}

const char *request_text(const struct request *rq, size_t nth) {
    return rq->capture[nth].text;
}

void request_note_look(struct request *rq, const char *tabla, int64_t id, int64_t persona_id) {
    rq->look.tabla = tabla;
    rq->look.id = id;
    rq->look.persona_id = persona_id;
}

/* The request number: short enough to be read over the telephone, no look-alike letters. */
static const char *new_number(struct arena *a) {
    static const char alphabet[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    char *out = arena_alloc(a, 13);
    for (size_t i = 0; i < 12; i++) {
        out[i] = alphabet[randombytes_uniform(sizeof alphabet - 1)];
    }
    return out;
}

static enum method method_of(const char *name) {
    if (str_eq(name, "GET")) {
        return METHOD_GET;
    }
    if (str_eq(name, "HEAD")) {
        return METHOD_HEAD;
    }
    return str_eq(name, "POST") ? METHOD_POST : METHOD_OTHER;
}

/* nginx hands over a header that came twice as two parameters; the library shows only one. */
static bool comes_twice(const FCGX_Request *fr, const char *name) {
    size_t n = strlen(name), found = 0;
    for (char **p = fr->envp; *p != NULL; p++) {
        found += strncmp(*p, name, n) == 0 && (*p)[n] == '=' ? 1 : 0;
    }
    return found > 1;
}

/* A header or parameter of the server: copied, since libfcgi frees it at the next accept; NULL when
 * it is not clean text of at most `max` bytes, or comes twice. */
static const char *env(struct arena *a, const FCGX_Request *fr, const char *name, size_t max) {
    const char *v = FCGX_GetParam(name, fr->envp);
    if (v == NULL) {
        return "";
    }
    size_t n = strlen(v);
    if (n > max || !utf8_valid(v, n) || utf8_has_control(v, false) || comes_twice(fr, name)) {
        return NULL;
    }
    return arena_strndup(a, v, n);
}

/* "a=1; b=2". False when the session cookie comes twice: two values, two truths. */
static bool read_cookies(struct request *rq, const char *header) {
    size_t max = 1;
    for (const char *p = header; *p != '\0'; p++) {
        max += *p == ';' ? 1 : 0;
    }
    rq->cookies.v = arena_calloc(rq->arena, max, sizeof rq->cookies.v[0]);
    while (*header != '\0') {
        header += strspn(header, " ;");
        size_t n = strcspn(header, ";");
        const char *eq = memchr(header, '=', n);
        if (eq != NULL) {
            struct param *p = &rq->cookies.v[rq->cookies.n++];
            p->name = arena_strndup(rq->arena, header, (size_t)(eq - header));
            p->value = arena_strndup(rq->arena, eq + 1, n - (size_t)(eq + 1 - header));
        }
        header += n;
    }
    return !params_repeated(&rq->cookies, COOKIE_SESSION);
}

/* What the route's form takes: files and long texts are accepted only where a form says so. */
static enum http_status read_body(struct request *rq, FCGX_Request *fr) {
    const struct form *form = route_form(rq);
    size_t limit = form != NULL && form->body_max != 0 ? form->body_max : REQUEST_BODY_MAX;
    const char *type = env(rq->arena, fr, "CONTENT_TYPE", 200);
    const char *length = env(rq->arena, fr, "CONTENT_LENGTH", 20);
    int64_t n = 0;
    if (type == NULL || length == NULL) {
        return HTTP_BAD_REQUEST;
    }
    if (*length != '\0' && !str_int64(length, 0, INT64_MAX, &n)) {
        return HTTP_BAD_REQUEST;
    }
    if (n > (int64_t)limit) {
        return HTTP_TOO_LARGE;
    }
    bool multipart = limit != REQUEST_BODY_MAX && multipart_is(type);
    if (n > 0 && !multipart && !str_starts(type, "application/x-www-form-urlencoded")) {
        return HTTP_UNSUPPORTED;
    }
    char *body = arena_alloc(rq->arena, (size_t)n + 1);
    if (FCGX_GetStr(body, (int)n, fr->in) != (int)n) {
        return HTTP_BAD_REQUEST;
    }
    rq->body_n = (size_t)n;
    if (multipart) {
        return multipart_parse(rq, type, body, rq->body_n) ? HTTP_OK : HTTP_BAD_REQUEST;
    }
    rq->body_raw = body;
    return url_params(rq->arena, body, (size_t)n, &rq->body) ? HTTP_OK : HTTP_BAD_REQUEST;
}

enum http_status request_read(struct request *rq, struct arena *a, FCGX_Request *fr) {
    *rq = (struct request){.arena = a, .number = new_number(a), .path = "/", .query_string = ""};
    rq->method = method_of(FCGX_GetParam("REQUEST_METHOD", fr->envp));
    const char *path = env(a, fr, "SCRIPT_NAME", REQUEST_PATH_MAX);
    const char *query = env(a, fr, "QUERY_STRING", REQUEST_QUERY_MAX);
    const char *cookies = env(a, fr, "HTTP_COOKIE", 4096);
    rq->address = env(a, fr, "REMOTE_ADDR", 64);
    rq->origin = env(a, fr, "HTTP_ORIGIN", 300);
    rq->fetch_site = env(a, fr, "HTTP_SEC_FETCH_SITE", 30);
    rq->host = env(a, fr, "HTTP_HOST", 300);
    rq->user_agent = env(a, fr, "HTTP_USER_AGENT", 1000);
    if (path == NULL || *path != '/') {
        return HTTP_BAD_REQUEST;
    }
    rq->path = path;
    if (query == NULL) {
        return strlen(FCGX_GetParam("QUERY_STRING", fr->envp)) > REQUEST_QUERY_MAX
                   ? HTTP_URI_TOO_LONG
                   : HTTP_BAD_REQUEST;
    }
    rq->query_string = query;
    rq->user_agent = rq->user_agent == NULL ? "" : rq->user_agent;
    rq->fetch_site = rq->fetch_site == NULL ? "" : rq->fetch_site;
    if (cookies == NULL || rq->address == NULL || rq->origin == NULL || rq->host == NULL ||
        !read_cookies(rq, cookies) || !url_params(a, query, strlen(query), &rq->query)) {
        return HTTP_BAD_REQUEST;
    }
    return rq->method == METHOD_POST ? read_body(rq, fr) : HTTP_OK;
}
