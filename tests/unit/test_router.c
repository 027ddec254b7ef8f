/* Which row a path finds, what it captures, and what is answered when there is none. The table is
 * this test's own: nothing of it needs a database. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "core/str.h"
#include "http/frame.h"
#include "http/router.h"
#include "http/token.h"

#define TOKEN "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_0"

static const char *called;
static int64_t id_seen[2];
static const char *text_seen;

static enum http_status reach(struct request *rq, struct response *rs, const char *name) {
    called = name;
    id_seen[0] = request_id(rq, 0);
    id_seen[1] = request_id(rq, 1);
    text_seen = request_text(rq, 0);
    return response_redirect(rs, "/fin");
}

static enum http_status home(struct request *rq, struct response *rs) {
    return reach(rq, rs, "home");
}
static enum http_status list(struct request *rq, struct response *rs) {
    return reach(rq, rs, "list");
}
static enum http_status record(struct request *rq, struct response *rs) {
    return reach(rq, rs, "record");
}
static enum http_status two_ids(struct request *rq, struct response *rs) {
    return reach(rq, rs, "two");
}
static enum http_status secret(struct request *rq, struct response *rs) {
    return reach(rq, rs, "secret");
}
static enum http_status change(struct request *rq, struct response *rs) {
    return reach(rq, rs, "change");
}

const struct form no_form = {.fields = NULL};
const struct route routes[] = {
    {METHOD_GET, "/", "home", home, &no_form, ROL_PUBLICO, TX_NONE},
    {METHOD_GET, "/servidor/lista", "list", list, &no_form, ROL_PUBLICO, TX_NONE},
    {METHOD_GET, "/servidor/{id}/ficha", "record", record, &no_form, ROL_PUBLICO, TX_NONE},
    {METHOD_GET, "/a/{id}/b/{id}", "two", two_ids, &no_form, ROL_PUBLICO, TX_NONE},
    {METHOD_GET, "/cuenta/enlace/{token}", "secret", secret, &no_form, ROL_PUBLICO, TX_NONE},
    {METHOD_POST, "/servidor/{id}/cese", "change", change, &no_form, ROL_PUBLICO, TX_NONE},
};
const size_t routes_n = sizeof routes / sizeof routes[0];

static struct arena *arena;
static struct db *db; /* never connects */
static struct request rq;
static struct response rs;

static int start(void **state) {
    (void)state;
    arena = arena_new((size_t)16 << 20);
    db = db_new(&(struct db_config){.conninfo = "host=/nonexistent", .application_name = "test"});
    frame_start("/static/portal.css", "nadie");
    return sodium_init() < 0 || view_start("templates") != ERR_OK ? -1 : 0;
}

static int finish(void **state) {
    (void)state;
    db_free(db);
    arena_free(arena);
    return 0;
}

static enum http_status serve_with(enum method method, const char *path, const char *query,
                                   const char *body) {
    arena_reset(arena);
    called = NULL;
    rq = (struct request){.arena = arena,
                          .db = db,
                          .number = "ABCDEFGHJKMN",
                          .method = method,
                          .path = path,
                          .query_string = query,
                          .address = "127.0.0.1",
                          .origin = "",
                          .fetch_site = "",
                          .host = "localhost",
                          .user_agent = "",
                          .body_raw = body,
                          .body_n = strlen(body)};
    rs = (struct response){.arena = arena};
    router_serve(&rq, &rs);
    return rs.status;
}

static enum http_status serve(enum method method, const char *path) {
    return serve_with(method, path, "", "");
}

static const char *header(const char *name) {
    for (size_t i = 0; i < rs.n_headers; i++) {
        if (str_eq(rs.header[i].name, name)) {
            return rs.header[i].value;
        }
    }
    return NULL;
}

static void test_found(void **state) {
    (void)state;
    assert_int_equal(serve(METHOD_GET, "/"), HTTP_SEE_OTHER);
    assert_string_equal(called, "home");
    assert_int_equal(serve(METHOD_HEAD, "/servidor/lista"), HTTP_SEE_OTHER);
    assert_string_equal(called, "list");
    assert_int_equal(serve(METHOD_GET, "/servidor/7/ficha"), HTTP_SEE_OTHER);
    assert_string_equal(called, "record");
    assert_int_equal(id_seen[0], 7);
    assert_int_equal(serve(METHOD_GET, "/servidor/9223372036854775807/ficha"), HTTP_SEE_OTHER);
    assert_true(id_seen[0] == INT64_MAX);
    assert_int_equal(serve(METHOD_GET, "/a/12/b/34"), HTTP_SEE_OTHER);
    assert_int_equal(id_seen[0], 12);
    assert_int_equal(id_seen[1], 34);
    assert_int_equal(serve(METHOD_GET, "/cuenta/enlace/" TOKEN), HTTP_SEE_OTHER);
    assert_string_equal(text_seen, TOKEN);
}

static void test_not_found(void **state) {
    (void)state;
    static const char *const bad[] = {
        "/nada",
        "/servidor",
        "/servidor/lista/7",
        "/Servidor/lista",
        "/servidor/list",
        "/servidor/listas",
        "/servidor/0/ficha",
        "/servidor/00/ficha",
        "/servidor/07/ficha",
        "/servidor/-1/ficha",
        "/servidor/+1/ficha",
        "/servidor/ 1/ficha",
        "/servidor/1 /ficha",
        "/servidor/1a/ficha",
        "/servidor/1.0/ficha",
        "/servidor/0x1/ficha",
        "/servidor/9223372036854775808/ficha",
        "/servidor/99999999999999999999999/ficha",
        "/servidor//ficha",
        "/servidor/{id}/ficha",
        "/servidor/7",
        "/servidor/7/fichas",
        "/servidor/7/fich",
        "/servidor/7/ficha/x",
        "/servidor/7/nada/",
        "/servidor/7/ficha//",
        "/a/1/b/0",
        "/a/1/b",
        "/a/1/b/",
        "/a//b/1",
        "/cuenta/enlace/",
        "/cuenta/enlace/abc",
        "/cuenta/enlace/" TOKEN "x",
        "/cuenta/enlace/" TOKEN "/x",
        "/cuenta/enlace/7",
        "/servidor/" TOKEN "/ficha",
        "/servidor/7%2Fficha",
        "/.",
        "/..",
        "/servidor/../servidor/lista",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (serve(METHOD_GET, bad[i]) != HTTP_NOT_FOUND || called != NULL) {
            fail_msg("%s: %d", bad[i], (int)rs.status);
        }
        assert_non_null(strstr(rs.body, "ABCDEFGHJKMN"));
    }
    char large[400];
    (void)snprintf(large, sizeof large, "/servidor/%0*d/ficha", 300, 7);
    assert_int_equal(serve(METHOD_GET, large), HTTP_NOT_FOUND);
}

static void test_method(void **state) {
    (void)state;
    assert_int_equal(serve(METHOD_POST, "/servidor/lista"), HTTP_METHOD_NOT_ALLOWED);
    assert_string_equal(header("Allow"), "GET, HEAD");
    assert_int_equal(serve(METHOD_GET, "/servidor/7/cese"), HTTP_METHOD_NOT_ALLOWED);
    assert_string_equal(header("Allow"), "POST");
    assert_int_equal(serve(METHOD_OTHER, "/"), HTTP_METHOD_NOT_ALLOWED);
    assert_int_equal(serve(METHOD_OTHER, "/nada"), HTTP_NOT_FOUND);
    assert_null(called);
}

static void test_trailing_slash(void **state) {
    (void)state;
    assert_int_equal(serve_with(METHOD_GET, "/servidor/lista/", "q=a&p=2", ""), HTTP_PERMANENT);
    assert_string_equal(header("Location"), "/servidor/lista?q=a&p=2");
    assert_int_equal(serve(METHOD_GET, "/servidor/7/ficha/"), HTTP_PERMANENT);
    assert_string_equal(header("Location"), "/servidor/7/ficha");
    assert_int_equal(serve(METHOD_POST, "/servidor/7/cese/"), HTTP_NOT_FOUND);
    assert_null(called);
}

/* The guard stands before the handler: a POST without its form token never reaches it. */
static void test_post_needs_its_token(void **state) {
    (void)state;
    assert_int_equal(serve(METHOD_POST, "/servidor/7/cese"), HTTP_FORBIDDEN);
    assert_null(called);
    assert_int_equal(serve_with(METHOD_POST, "/servidor/7/cese", "", "csrf=" TOKEN),
                     HTTP_FORBIDDEN);
    assert_null(called);
}

static void test_exists(void **state) {
    (void)state;
    serve(METHOD_GET, "/servidor/7/ficha");
    assert_true(route_exists(&rq, "/"));
    assert_true(route_exists(&rq, "/servidor/9/ficha?x=1#y"));
    assert_int_equal(request_id(&rq, 0), 7); /* asking leaves this request's captures alone */
    assert_false(route_exists(&rq, "/servidor/9/cese")); /* only a POST */
    assert_false(route_exists(&rq, "/nada"));
    assert_false(route_exists(&rq, ""));
    assert_false(route_exists(&rq, "?"));
    assert_false(route_exists(&rq, "//evil"));
    assert_false(route_exists(&rq, "/servidor/lista/"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_not_found),
        cmocka_unit_test(test_method),
        cmocka_unit_test(test_trailing_slash),
        cmocka_unit_test(test_post_needs_its_token),
        cmocka_unit_test(test_exists),
    };
    return cmocka_run_group_tests_name("router", tests, start, finish);
}
