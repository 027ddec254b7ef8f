/* A whole request as nginx would hand it on, then the search of its route. The input is parameters
 * "NAME=value", each closed by a NUL; after an empty one comes the body. */
#include <sodium.h>

#include "core/utf8.h"
#include "fuzz.h"
#include "http/fcgi.h"
#include "http/router.h"

enum { PARAMS_MAX = 40 };

static enum http_status nothing(struct request *rq, struct response *rs) {
    (void)rq;
    return response_redirect(rs, "/");
}

const struct form no_form = {.fields = NULL};
const struct route routes[] = {
    {METHOD_GET, "/", "a", nothing, &no_form, ROL_PUBLICO, TX_NONE},
    {METHOD_GET, "/a/{id}/b", "b", nothing, &no_form, ROL_PUBLICO, TX_NONE},
    {METHOD_GET, "/a/{id}/b/{id}/{token}", "c", nothing, &no_form, ROL_PUBLICO, TX_NONE},
    {METHOD_GET, "/t/{token}", "d", nothing, &no_form, ROL_PUBLICO, TX_NONE},
};
const size_t routes_n = sizeof routes / sizeof routes[0];

static void end_of_body(struct FCGX_Stream *s) {
    s->isClosed = 1;
}

/* The parameters, in the form that libfcgi gives them. Returns where the body begins. */
static char *split(char *p, char *end, char **envp) {
    size_t n = 0;
    while (p < end && n < PARAMS_MAX && *p != '\0') {
        envp[n++] = p;
        p += strlen(p);
        p += p < end ? 1 : 0;
    }
    return p < end ? p + 1 : end;
}

static bool clean(const char *s) {
    return s != NULL && utf8_valid(s, strlen(s)) && !utf8_has_control(s, false);
}

static void check(struct request *rq) {
    REQUIRE(rq->path[0] == '/' && strlen(rq->path) <= REQUEST_PATH_MAX && clean(rq->path));
    REQUIRE(strlen(rq->query_string) <= REQUEST_QUERY_MAX && clean(rq->query_string));
    REQUIRE(clean(rq->address) && clean(rq->origin) && clean(rq->host));
    REQUIRE(rq->body_n <= REQUEST_BODY_MAX && rq->body.n <= REQUEST_PARAMS_MAX);
    REQUIRE(!params_repeated(&rq->cookies, COOKIE_SESSION));
    (void)route_exists(rq, rq->path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    REQUIRE(sodium_init() >= 0);
    char *text = arena_strndup(a, (const char *)data, size), *end = text + size;
    char *envp[PARAMS_MAX + 1] = {NULL};
    unsigned char *body = (unsigned char *)split(text, end, envp);
    FCGX_Stream in = {.rdNext = body,
                      .wrNext = (unsigned char *)end,
                      .stop = (unsigned char *)end,
                      .stopUnget = body,
                      .isReader = 1,
                      .fillBuffProc = end_of_body};
    FCGX_Request fr = {.in = &in, .envp = envp};
    struct request rq;
    if (request_read(&rq, a, &fr) == HTTP_OK) {
        check(&rq);
    }
    return 0;
}
