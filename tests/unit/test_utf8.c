/* Which bytes are text, what is cleaned from it, and the words that a search compares. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/utf8.h"

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

static void test_valid(void **state) {
    (void)state;
    static const char *const good[] = {"", "a", "ñÑáü", "\u20AC", "\U0001F600", "\U0010FFFF"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(utf8_valid(good[i], strlen(good[i])));
    }
}

static void test_invalid(void **state) {
    (void)state;
    static const char *const bad[] = {
        "\x80",                     /* a continuation alone */
        "a\xBF",                    /* likewise */
        "\xC3",                     /* cut short */
        "\xE2\x82",                 /* likewise */
        "\xF0\x9F\x98",             /* likewise */
        "\xC3(",                    /* not followed by a continuation */
        "\xC0\xAF",                 /* overlong '/' */
        "\xC1\xBF",                 /* overlong */
        "\xE0\x80\xAF",             /* overlong '/' */
        "\xF0\x80\x80\xAF",         /* overlong '/' */
        "\xC0\x80",                 /* overlong NUL */
        "\xED\xA0\x80",             /* surrogate */
        "\xED\xBF\xBF",             /* surrogate */
        "\xED\xA0\xBD\xED\xB8\x80", /* a pair of them */
        "\xF4\x90\x80\x80",         /* above U+10FFFF */
        "\xF5\x80\x80\x80",         /* never a first byte */
        "\xFE",
        "\xFF",                 /* likewise */
        "\xF8\x88\x80\x80\x80", /* five bytes */
        "Pe\xF1"
        "a", /* Latin-1 */
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(utf8_valid(bad[i], strlen(bad[i])));
    }
    assert_false(utf8_valid("a\0b", 3));
    assert_false(utf8_valid("", 1));
}

static void test_length(void **state) {
    (void)state;
    assert_int_equal(utf8_length(""), 0);
    assert_int_equal(utf8_length("ñandú"), 5);
    assert_int_equal(utf8_length("\U0001F600"), 1);
    assert_int_equal(utf8_length("n\u0303"), 2);
}

static void test_control(void **state) {
    (void)state;
    static const char *const bad[] = {
        "\x01",   "a\x1f",  "\x7f",   "\xC2\x80", "\xC2\x85", "\x1b[31m",       "\b",
        "\f",     "\v",     "\u061C", "\u200E",   "\u200F",   "\u202A",         "\u202E",
        "\u2066", "\u2069", "\uFEFF", "\uFFFE",   "\uFFFF",   "Ana\u202Eoirad",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_true(utf8_has_control(bad[i], false));
        assert_true(utf8_has_control(bad[i], true));
    }
    assert_true(utf8_has_control("a\nb", false));
    assert_true(utf8_has_control("a\rb", false));
    assert_false(utf8_has_control("a\r\nb", true));
    assert_false(utf8_has_control("a\tb", false));
    assert_false(utf8_has_control("María-José Ñandú 'x' \U0001F600", false));
    assert_false(utf8_has_control("", false));
}

static void test_clean(void **state) {
    (void)state;
    static const struct {
        const char *in, *line, *lines;
    } all[] = {
        {"", "", ""},
        {"   \t ", "", ""},
        {"\n\n", "", ""},
        {" a  b ", "a b", "a b"},
        {"a\u00A0\u00A0b", "a b", "a b"},
        {"a\u200Bb", "a b", "a b"},
        {"a\u3000b", "a b", "a b"},
        {"a\u2028b\u2029c", "a b c", "a b c"},
        {"nin\u0303o", "ni\u00F1o", "ni\u00F1o"},
        {"a\nb", "a b", "a\nb"},
        {"a\r\nb", "a b", "a\nb"},
        {"a  \n  b", "a b", "a\nb"},
        {"\n\n a\n\n\nb \n ", "a b", "a\n\n\nb"},
        {"a\r\n\r\nb", "a b", "a\n\nb"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        assert_string_equal(utf8_clean(arena, all[i].in, false), all[i].line);
        assert_string_equal(utf8_clean(arena, all[i].in, true), all[i].lines);
    }
}

static void test_clean_twice_is_once(void **state) {
    (void)state;
    static const char *const all[] = {"  A\u0301 \u0301b ", "\u1100\u1161\u11A8", "a\u200B\u0301b"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        const char *once = utf8_clean(arena, all[i], false);
        assert_string_equal(utf8_clean(arena, once, false), once);
    }
}

/* The same answers as portal_buscable() in the database. */
static void test_buscable(void **state) {
    (void)state;
    static const struct {
        const char *in, *out;
    } all[] = {
        {"", ""},
        {" .,-()/ ", ""},
        {"Ñañez Güell", "NANEZ GUELL"},
        {"n\u0303andu\u0301", "NANDU"},
        {"  De  la  Cruz ", "DE LA CRUZ"},
        {"María-José", "MARIA JOSE"},
        {"D'Angelo", "DANGELO"},
        {"D\u2019Angelo", "DANGELO"},
        {"D\u00B4Angelo D`Angelo", "DANGELO DANGELO"},
        {"'", ""},
        {"ß", "SS"},
        {"Søren Łukasz Đura", "SOREN LUKASZ DURA"},
        {"Æsir Œuvre", "AESIR OEUVRE"},
        {"10.123.456-7", "10 123 456 7"},
        {"日本", ""},
        {"%_\\", ""},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        assert_string_equal(utf8_buscable(arena, all[i].in), all[i].out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid),    cmocka_unit_test(test_invalid),
        cmocka_unit_test(test_length),   cmocka_unit_test(test_control),
        cmocka_unit_test(test_clean),    cmocka_unit_test(test_clean_twice_is_once),
        cmocka_unit_test(test_buscable),
    };
    return cmocka_run_group_tests_name("utf8", tests, start, finish);
}
