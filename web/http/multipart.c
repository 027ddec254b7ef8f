#include "http/multipart.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "core/str.h"
#include "core/utf8.h"

enum { BOUNDARY_MAX = 70 };

static const char type_name[] = "multipart/form-data";

/* What remains to be read, and the line that ends each part: CRLF, two dashes, the boundary. */
struct reader {
    struct request *rq;
    const char *p, *end;
    const char *delimiter;
    size_t delimiter_n;
};

/* The headers of one part. */
struct head {
    const char *name, *filename, *type;
};

bool multipart_is(const char *content_type) {
    size_t n = sizeof type_name - 1;
    return strncasecmp(content_type, type_name, n) == 0 && strchr("; ", content_type[n]) != NULL;
}

static bool boundary_ok(const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (!isalnum((unsigned char)s[i]) && strchr("'()+_,-./:=? ", s[i]) == NULL) {
            return false;
        }
    }
    return n > 0 && n <= BOUNDARY_MAX && s[n - 1] != ' ';
}

/* The value of boundary=, quoted or not; NULL when there is none that the RFC allows. */
static const char *boundary_of(struct arena *a, const char *type) {
    const char *p = strcasestr(type, "boundary=");
    if (p == NULL) {
        return NULL;
    }
    p += strlen("boundary=");
    bool quoted = *p == '"';
    p += quoted ? 1 : 0;
    size_t n = strcspn(p, quoted ? "\"" : "; ");
    if ((quoted && p[n] != '"') || !boundary_ok(p, n)) {
        return NULL;
    }
    return arena_strndup(a, p, n);
}

static const char *find(const char *p, const char *end, const char *what, size_t n) {
    return p < end ? memmem(p, (size_t)(end - p), what, n) : NULL;
}

/* The value of `key="…"` among the parameters of a Content-Disposition. Browsers write a quote in
 * it as %22, others as \". NULL when absent or not closed. */
static const char *parameter(struct arena *a, const char *line, const char *key) {
    size_t n = strlen(key);
    const char *p = line;
    while ((p = strchr(p, ';')) != NULL) {
        p++;
        p += strspn(p, " \t");
        if (strncasecmp(p, key, n) != 0 || p[n] != '=' || p[n + 1] != '"') {
            continue;
        }
        p += n + 2;
        char *out = arena_alloc(a, strlen(p) + 1);
        for (size_t i = 0; *p != '\0'; p++) {
            if (*p == '"') {
                return out;
            }
            p += *p == '\\' && (p[1] == '"' || p[1] == '\\') ? 1 : 0;
            out[i++] = *p;
        }
        return NULL;
    }
    return NULL;
}

static bool header(struct arena *a, const char *line, struct head *h) {
    const char *colon = strchr(line, ':');
    if (colon == NULL) {
        return false;
    }
    const char *value = colon + 1 + strspn(colon + 1, " \t");
    if (strncasecmp(line, "content-disposition:", 20) == 0) {
        if (strncasecmp(value, "form-data", 9) != 0 || h->name != NULL) {
            return false;
        }
        h->name = parameter(a, value, "name");
        h->filename = parameter(a, value, "filename");
        return !str_empty(h->name);
    }
    if (strncasecmp(line, "content-type:", 13) == 0) {
        h->type = arena_strdup(a, value);
    }
    return true;
}

/* The lines up to the empty one. */
static bool headers(struct reader *r, struct head *h) {
    struct arena *a = r->rq->arena;
    *h = (struct head){.type = ""};
    const char *stop = find(r->p, r->end, "\r\n\r\n", 4);
    if (stop == NULL || stop - r->p > MULTIPART_HEADER_MAX) {
        return false;
    }
    while (r->p < stop) {
        const char *eol = find(r->p, stop, "\r\n", 2);
        size_t n = (size_t)((eol != NULL ? eol : stop) - r->p);
        if (!utf8_valid(r->p, n)) {
            return false;
        }
        const char *line = arena_strndup(a, r->p, n);
        if (utf8_has_control(line, false) || !header(a, line, h)) {
            return false;
        }
        r->p += n + (eol != NULL ? 2 : 0);
    }
    r->p = stop + 4;
    return h->name != NULL;
}

static bool keep(struct request *rq, const struct head *h, const char *data, size_t n) {
    if (h->filename != NULL) {
        if (n == 0 && *h->filename == '\0') {
            return true; /* a field in which nothing was chosen */
        }
        if (rq->files.n == MULTIPART_FILES_MAX) {
            return false;
        }
        rq->files.v[rq->files.n++] = (struct upload){
            .name = h->name, .filename = h->filename, .type = h->type, .data = data, .n = n};
        return true;
    }
    if (rq->body.n == REQUEST_PARAMS_MAX || !utf8_valid(data, n)) {
        return false;
    }
    rq->body.v[rq->body.n++] =
        (struct param){.name = h->name, .value = arena_strndup(rq->arena, data, n)};
    return true;
}

/* One part, from behind its delimiter to behind the next one. */
static bool part(struct reader *r) {
    struct head h;
    if (!headers(r, &h)) {
        return false;
    }
    /* The CRLF before the delimiter may be the one that ended the headers: an empty part. */
    const char *stop = find(r->p - 2, r->end, r->delimiter, r->delimiter_n);
    if (stop == NULL) {
        return false;
    }
    const char *data = r->p;
    size_t n = stop > data ? (size_t)(stop - data) : 0;
    r->p = stop + r->delimiter_n;
    return keep(r->rq, &h, data, n);
}

bool multipart_parse(struct request *rq, const char *content_type, const char *body, size_t n) {
    struct arena *a = rq->arena;
    const char *boundary = boundary_of(a, content_type);
    if (boundary == NULL) {
        return false;
    }
    struct reader r = {.rq = rq, .p = body, .end = body + n};
    r.delimiter = arena_printf(a, "\r\n--%s", boundary);
    r.delimiter_n = strlen(r.delimiter);
    rq->body.v = arena_calloc(a, REQUEST_PARAMS_MAX, sizeof rq->body.v[0]);
    rq->files.v = arena_calloc(a, MULTIPART_FILES_MAX, sizeof rq->files.v[0]);
    /* The first delimiter has no line before it. */
    if (n < r.delimiter_n - 2 || memcmp(body, r.delimiter + 2, r.delimiter_n - 2) != 0) {
        return false;
    }
    r.p += r.delimiter_n - 2;
    while (r.end - r.p >= 2 && memcmp(r.p, "\r\n", 2) == 0) {
        r.p += 2;
        if (!part(&r)) {
            return false;
        }
    }
    bool closed = r.end - r.p >= 2 && memcmp(r.p, "--", 2) == 0;
    bool rest = r.end - r.p > 2 && (r.end - r.p != 4 || memcmp(r.p + 2, "\r\n", 2) != 0);
    return closed && !rest;
}
