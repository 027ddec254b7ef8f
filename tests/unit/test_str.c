/* Numbers as whole strings, counts as the screen shows them, a buffer that stops at its bound. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"

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

static void test_int64(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
    } good[] = {
        {"0", 0},
        {"7", 7},
        {"007", 7},
        {"-1", -1},
        {"9223372036854775807", INT64_MAX},
        {"-9223372036854775808", INT64_MIN},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        int64_t n = 99;
        assert_true(str_int64(good[i].text, INT64_MIN, INT64_MAX, &n));
        assert_true(n == good[i].value);
    }
}

static void test_int64_refuses(void **state) {
    (void)state;
    static const char *const bad[] = {
        NULL,
        "",
        " ",
        "-",
        "+1",
        "--1",
        " 1",
        "1 ",
        "1.0",
        "1,000",
        "1e3",
        "0x1",
        "a",
        "1a",
        "\t1",
        "1\n",
        "−1",
        "١",
        "9223372036854775808",
        "-9223372036854775809",
        "18446744073709551616",
        "99999999999999999999999999999999999999",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        int64_t n = 99;
        assert_false(str_int64(bad[i], INT64_MIN, INT64_MAX, &n));
        assert_int_equal(n, 99);
    }
}

static void test_int64_bounds(void **state) {
    (void)state;
    int64_t n = 99;
    assert_false(str_int64("0", 1, 10, &n));
    assert_false(str_int64("11", 1, 10, &n));
    assert_false(str_int64("-1", 0, 10, &n));
    assert_int_equal(n, 99);
    assert_true(str_int64("1", 1, 10, &n));
    assert_true(str_int64("10", 1, 10, &n));
}

static void test_compare(void **state) {
    (void)state;
    assert_true(str_eq("a", "a"));
    assert_true(str_eq(NULL, NULL));
    assert_false(str_eq("a", NULL));
    assert_false(str_eq(NULL, ""));
    assert_false(str_eq("a", "A"));
    assert_true(str_empty(NULL));
    assert_true(str_empty(""));
    assert_false(str_empty(" "));
    assert_true(str_starts("abc", "ab"));
    assert_false(str_starts("ab", "abc"));
    assert_false(str_starts(NULL, "a"));
}

static void test_miles(void **state) {
    (void)state;
    assert_string_equal(str_miles(arena, 0), "0");
    assert_string_equal(str_miles(arena, 999), "999");
    assert_string_equal(str_miles(arena, 1000), "1,000");
    assert_string_equal(str_miles(arena, -999), "-999");
    assert_string_equal(str_miles(arena, -100000), "-100,000");
    assert_string_equal(str_miles(arena, INT64_MIN), "-9,223,372,036,854,775,808");
}

static void test_hex(void **state) {
    (void)state;
    assert_string_equal(str_hex(arena, (const unsigned char *)"\x00\xff\x0a", 3), "00ff0a");
    assert_string_equal(str_hex(arena, (const unsigned char *)"", 0), "");
}

static void test_buf(void **state) {
    (void)state;
    struct buf b = buf_new(arena, 1000);
    for (int i = 0; i < 100; i++) {
        buf_str(&b, "0123456789");
    }
    assert_int_equal(b.n, 1000);
    assert_false(b.truncated);
    buf_char(&b, 'x');
    assert_true(b.truncated);
    assert_int_equal(b.n, 1000);
    assert_int_equal(strlen(b.p), 1000);
    buf_add(&b, "", 0); /* once cut it stays cut */
    assert_true(b.truncated);
}

static void test_buf_refuses_a_piece_whole(void **state) {
    (void)state;
    struct buf b = buf_new(arena, 10);
    buf_str(&b, "12345");
    buf_str(&b, "678901");
    assert_string_equal(b.p, "12345");
    assert_true(b.truncated);
    struct buf large = buf_new(arena, 100000);
    buf_printf(&large, "%0*d", 100000, 5);
    assert_false(large.truncated);
    assert_int_equal(large.n, 100000);
    struct buf nothing = buf_new(arena, 0);
    buf_char(&nothing, 'x');
    assert_true(nothing.truncated);
    assert_string_equal(nothing.p, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_int64),        cmocka_unit_test(test_int64_refuses),
        cmocka_unit_test(test_int64_bounds), cmocka_unit_test(test_compare),
        cmocka_unit_test(test_miles),        cmocka_unit_test(test_hex),
        cmocka_unit_test(test_buf),          cmocka_unit_test(test_buf_refuses_a_piece_whole),
    };
    return cmocka_run_group_tests_name("str", tests, start, finish);
}
