/* Queries and form bodies as they come from outside, and where a browser may be sent back to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "http/request.h"
#include "http/url.h"

static struct arena *arena;

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

static bool parse(const char *s, struct params *ps) {
    return url_params(arena, s, strlen(s), ps);
}

static void test_params(void **state) {
    (void)state;
    struct params ps;
    assert_true(parse("a=1&b=x+y&c=%C3%B1&d&e=&f=a=b&&=z&%61%62=q", &ps));
    assert_int_equal(ps.n, 7);
    assert_string_equal(params_get(&ps, "a"), "1");
    assert_string_equal(params_get(&ps, "b"), "x y");
    assert_string_equal(params_get(&ps, "c"), "ñ");
    assert_string_equal(params_get(&ps, "d"), "");
    assert_string_equal(params_get(&ps, "e"), "");
    assert_string_equal(params_get(&ps, "f"), "a=b");
    assert_string_equal(params_get(&ps, "ab"), "q");
    assert_null(params_get(&ps, "z"));
    assert_null(params_get(&ps, ""));
    assert_true(parse("", &ps));
    assert_int_equal(ps.n, 0);
    assert_true(parse("&&&", &ps));
    assert_int_equal(ps.n, 0);
}

static void test_repeated(void **state) {
    (void)state;
    struct params ps;
    assert_true(parse("a=1&b=2&a=3&%62=4", &ps));
    assert_string_equal(params_get(&ps, "a"), "1");
    assert_true(params_repeated(&ps, "a"));
    assert_true(params_repeated(&ps, "b"));
    assert_false(params_repeated(&ps, "c"));
}

static void test_refused(void **state) {
    (void)state;
    static const char *const bad[] = {
        "a=%",    "a=%4",           "a=%zz",    "a=%4g",       "a=%g4", "%=1",
        "%4=1",   "a=% 41",         "a=%u0041", "a=%00",       "%00=a", "a=x%00y",
        "a=%C3",  "a=%C3%28",       "a=%C0%AF", "a=%ED%A0%80", "a=%FF", "%FF=a",
        "a=\xC3", "a=%F4%90%80%80", "b=1&a=%",  "a=%-1",       "a=%+1", "a=%\x01\x01",
    };
    struct params ps;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(parse(bad[i], &ps));
    }
    assert_false(url_params(arena, "a=\0b", 4, &ps));
    assert_false(url_params(arena, "a=%41", 4, &ps)); /* only what is within n counts */
}

static void test_too_many(void **state) {
    (void)state;
    struct params ps;
    struct buf b = buf_new(arena, 10000);
    for (int i = 0; i < REQUEST_PARAMS_MAX; i++) {
        buf_printf(&b, "%sa%d=1", i == 0 ? "" : "&", i);
    }
    assert_true(url_params(arena, b.p, b.n, &ps));
    assert_int_equal(ps.n, REQUEST_PARAMS_MAX);
    buf_str(&b, "&x=1");
    assert_false(url_params(arena, b.p, b.n, &ps));
}

static void test_encode(void **state) {
    (void)state;
    assert_string_equal(url_encode(arena, NULL), "");
    assert_string_equal(url_encode(arena, "aZ09-._~"), "aZ09-._~");
    assert_string_equal(url_encode(arena, "a b&c=d/ñ?#%+\"<"),
                        "a%20b%26c%3Dd%2F%C3%B1%3F%23%25%2B%22%3C");
    struct params ps;
    const char *all = "&=+% ñ/?#'\"<>\\;,";
    assert_true(parse(arena_printf(arena, "v=%s", url_encode(arena, all)), &ps));
    assert_string_equal(params_get(&ps, "v"), all);
}

static void test_local(void **state) {
    (void)state;
    static const char *const good[] = {"/", "/a", "/a/b?c=d&e=%2F", "/a//b", "/a?x=//h", "/%2F"};
    static const char *const bad[] = {
        NULL,
        "",
        "a",
        "//evil",
        "///evil",
        "/\\evil",
        "\\evil",
        "\\\\evil",
        "/a\\b",
        "https://x",
        "javascript:alert(1)",
        "//",
        " /a",
        "/\tevil",
        "/a b",
        "/a\r\nX: y",
        "/a\nb",
        "/a\x7f",
        "/ñ",
        "/\x01",
        "?a=1",
        "#x",
        ".",
        "\t//evil",
        "/ /evil",
        "data:,x",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(url_is_local(good[i]));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(url_is_local(bad[i]));
    }
    char *large = arena_printf(arena, "/%0*d", REQUEST_PATH_MAX + REQUEST_QUERY_MAX, 1);
    assert_false(url_is_local(large));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_params),  cmocka_unit_test(test_repeated),
        cmocka_unit_test(test_refused), cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_encode),  cmocka_unit_test(test_local),
    };
    return cmocka_run_group_tests_name("url", tests, start, finish);
}
