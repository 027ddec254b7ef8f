/* Bodies of forms with files, right and broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "http/multipart.h"

#define TYPE "multipart/form-data; boundary=XyZ"
#define PART "--XyZ\r\nContent-Disposition: form-data; "
#define END "\r\n--XyZ--\r\n"

static struct arena *arena;
static struct request rq;

static int start(void **state) {
    (void)state;
    arena = arena_new((size_t)4 << 20);
    return 0;
}

static int finish(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static bool parse_as(const char *type, const char *body, size_t n) {
    rq = (struct request){.arena = arena};
    return multipart_parse(&rq, type, body, n);
}

static bool parse(const char *body) {
    return parse_as(TYPE, body, strlen(body));
}

static void test_type(void **state) {
    (void)state;
    assert_true(multipart_is(TYPE));
    assert_true(multipart_is("Multipart/Form-Data;boundary=a"));
    assert_false(multipart_is("multipart/form-dataX; boundary=a"));
    assert_false(multipart_is("application/x-www-form-urlencoded"));
    assert_false(multipart_is(""));
}

static void test_fields(void **state) {
    (void)state;
    assert_true(parse(PART "name=\"a\"\r\n\r\nuno\r\ndos\r\n" PART "name=\"b\"\r\n\r\n\r\n" PART
                           "name=\"a\"\r\nContent-Type: text/plain\r\n\r\nñ" END));
    assert_int_equal(rq.body.n, 3);
    assert_int_equal(rq.files.n, 0);
    assert_string_equal(params_get(&rq.body, "a"), "uno\r\ndos");
    assert_string_equal(params_get(&rq.body, "b"), "");
    assert_string_equal(rq.body.v[2].value, "ñ");
    assert_true(params_repeated(&rq.body, "a"));
}

static void test_files(void **state) {
    (void)state;
    static const char body[] =
        PART "name=\"f\"; filename=\"año \\\"1\\\".csv\"\r\nContent-Type: text/csv\r\n"
             "\r\n\0\xff--XyZ\r\n-\r\n" PART "name=\"g\"; filename=\"\"\r\n"
             "Content-Type: application/octet-stream\r\n\r\n" END;
    assert_true(parse_as(TYPE, body, sizeof body - 1));
    assert_int_equal(rq.files.n, 1); /* a field in which nothing was chosen is none */
    assert_string_equal(rq.files.v[0].name, "f");
    assert_string_equal(rq.files.v[0].filename, "año \"1\".csv");
    assert_string_equal(rq.files.v[0].type, "text/csv");
    assert_int_equal(rq.files.v[0].n, 10);
    assert_memory_equal(rq.files.v[0].data, "\0\xff--XyZ\r\n-", 10);
}

static void test_boundaries(void **state) {
    (void)state;
    static const char body[] = PART "name=\"a\"\r\n\r\n1" END;
    size_t n = sizeof body - 1;
    assert_true(parse_as("multipart/form-data; boundary=\"XyZ\"", body, n));
    assert_true(parse_as("multipart/form-data; charset=utf-8; BOUNDARY=XyZ; x=y", body, n));
    assert_false(parse_as("multipart/form-data", body, n));
    assert_false(parse_as("multipart/form-data; boundary=", body, n));
    assert_false(parse_as("multipart/form-data; boundary=\"XyZ", body, n));
    assert_false(parse_as("multipart/form-data; boundary=Xy", body, n));
    assert_false(parse_as("multipart/form-data; boundary=X<Z", body, n));
    assert_false(parse_as("multipart/form-data; boundary="
                          "0123456789012345678901234567890123456789012345678901234567890123456789X",
                          body, n));
}

static void test_broken(void **state) {
    (void)state;
    static const char *const broken[] = {
        "",
        "--XyZ",
        "--XyZ\r\n",
        "x" PART "name=\"a\"\r\n\r\n1" END,
        PART "name=\"a\"\r\n\r\n1",                        /* not closed */
        PART "name=\"a\"\r\n\r\n1\r\n--XyZ\r\n",           /* nor the next */
        PART "name=\"a\"\r\n\r\n1\r\n--XyZ--tail",         /* something behind */
        PART "name=\"a\"\r\n1" END,                        /* headers without end */
        PART "filename=\"a\"\r\n\r\n1" END,                /* no name */
        PART "name=a\r\n\r\n1" END,                        /* not quoted */
        PART "name=\"a\r\n\r\n1" END,                      /* quote not closed */
        PART "name=\"a\"\r\nrubbish\r\n\r\n1" END,         /* no colon */
        PART "name=\"a\"\r\n\r\n\xff" END,                 /* text that is not UTF-8 */
        PART "name=\"\xff\"; filename=\"x\"\r\n\r\n1" END, /* nor the name */
        "--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1" END,
        "--XyZ\r\nContent-Type: text/plain\r\n\r\n1" END,
        "--XyZ\r\n\r\n1" END,
        PART "name=\"a\"\nX: y\n\n1" END, /* bare line feeds */
    };
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        if (parse(broken[i])) {
            fail_msg("taken: %s", broken[i]);
        }
    }
}

static void test_limits(void **state) {
    (void)state;
    struct buf b = buf_new(arena, (size_t)1 << 20);
    for (size_t i = 0; i < REQUEST_PARAMS_MAX; i++) {
        buf_str(&b, PART "name=\"a\"\r\n\r\n1\r\n");
    }
    assert_true(parse(arena_printf(arena, "%s--XyZ--", b.p)));
    assert_false(parse(arena_printf(arena, "%s" PART "name=\"a\"\r\n\r\n1" END, b.p)));
    b = buf_new(arena, (size_t)1 << 20);
    for (size_t i = 0; i < MULTIPART_FILES_MAX; i++) {
        buf_str(&b, PART "name=\"f\"; filename=\"f\"\r\n\r\n1\r\n");
    }
    assert_true(parse(arena_printf(arena, "%s--XyZ--", b.p)));
    assert_int_equal(rq.files.n, MULTIPART_FILES_MAX);
    assert_false(
        parse(arena_printf(arena, "%s" PART "name=\"f\"; filename=\"f\"\r\n\r\n1" END, b.p)));
    assert_false(parse(arena_printf(arena, PART "name=\"a\"\r\nX: %*s\r\n\r\n1" END,
                                    (int)MULTIPART_HEADER_MAX, "x")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_type),   cmocka_unit_test(test_fields),
        cmocka_unit_test(test_files),  cmocka_unit_test(test_boundaries),
        cmocka_unit_test(test_broken), cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
