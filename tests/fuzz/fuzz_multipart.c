/* A multipart body of any bytes under a boundary of the input's first line: what is given out lies
 * inside the body, and text is text. */
#include "core/utf8.h"
#include "fuzz.h"
#include "http/multipart.h"

static void check(const struct request *rq, const char *body, size_t n) {
    REQUIRE(rq->body.n <= REQUEST_PARAMS_MAX && rq->files.n <= MULTIPART_FILES_MAX);
    for (size_t i = 0; i < rq->body.n; i++) {
        const struct param *p = &rq->body.v[i];
        REQUIRE(*p->name != '\0' && utf8_valid(p->name, strlen(p->name)));
        REQUIRE(utf8_valid(p->value, strlen(p->value)) && strlen(p->value) < n);
    }
    for (size_t i = 0; i < rq->files.n; i++) {
        const struct upload *u = &rq->files.v[i];
        REQUIRE(u->data >= body && u->data + u->n <= body + n);
        REQUIRE(!utf8_has_control(u->filename, false) && u->type != NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    const uint8_t *line = size > 0 ? memchr(data, '\n', size) : NULL;
    if (line == NULL) {
        return 0;
    }
    const char *boundary = arena_strndup(a, (const char *)data, (size_t)(line - data));
    const char *type = arena_printf(a, "multipart/form-data; boundary=%s", boundary);
    size_t n = size - (size_t)(line + 1 - data);
    /* A copy of exactly this length, so that a step beyond it is seen. */
    char *body = arena_alloc(a, n);
    memcpy(body, line + 1, n);
    struct request rq = {.arena = a};
    if (multipart_parse(&rq, type, body, n)) {
        check(&rq, body, n);
    }
    return 0;
}
