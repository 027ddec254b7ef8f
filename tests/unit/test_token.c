/* Tokens of cookies, links and forms: random, hashed, and refused after any change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "core/str.h"
#include "http/token.h"

static struct arena *arena;

static int start(void **state) {
    (void)state;
    arena = arena_new((size_t)4 << 20);
    return sodium_init() < 0 ? -1 : 0;
}

static int finish(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void test_new(void **state) {
    (void)state;
    const char *a = token_new(arena), *b = token_new(arena);
    assert_true(token_well_formed(a));
    assert_true(token_well_formed(b));
    assert_string_not_equal(a, b);
}

static void test_form(void **state) {
    (void)state;
    const char *good = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-_";
    static const char *const bad[] = {
        NULL,
        "",
        "A",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",   /* 42 */
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", /* 44 */
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/",
        "AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAñ",
        "../../../../../../../../../../../etc/passwd",
    };
    assert_true(token_well_formed(good));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(token_well_formed(bad[i]));
    }
}

static void test_hash(void **state) {
    (void)state;
    const char *t = token_new(arena);
    const char *h = token_hash(arena, t);
    assert_int_equal(strlen(h), 64);
    assert_int_equal(strspn(h, "0123456789abcdef"), 64);
    assert_string_equal(h, token_hash(arena, t));
    assert_string_not_equal(h, token_hash(arena, token_new(arena)));
    assert_null(strstr(h, t));
}

static void test_csrf(void **state) {
    (void)state;
    const char *t = token_new(arena);
    const char *one = token_csrf(arena, t), *two = token_csrf(arena, t);
    assert_string_not_equal(one, two); /* masked anew each time */
    assert_true(token_csrf_ok(t, one));
    assert_true(token_csrf_ok(t, two));
    assert_null(strstr(one, t));
}

static void test_csrf_refused(void **state) {
    (void)state;
    const char *t = token_new(arena), *other = token_new(arena);
    char *csrf = token_csrf(arena, t);
    assert_false(token_csrf_ok(other, csrf));
    assert_false(token_csrf_ok(t, token_csrf(arena, other)));
    assert_false(token_csrf_ok(t, NULL));
    assert_false(token_csrf_ok(NULL, csrf));
    assert_false(token_csrf_ok(NULL, NULL));
    assert_false(token_csrf_ok(t, ""));
    assert_false(token_csrf_ok("", csrf));
    assert_false(token_csrf_ok("", ""));
    assert_false(token_csrf_ok(t, t));
    assert_false(token_csrf_ok(t, token_hash(arena, t)));
    assert_false(token_csrf_ok(t, arena_strndup(arena, csrf, TOKEN_CHARS - 1)));
    assert_false(token_csrf_ok(t, arena_printf(arena, "%sA", csrf)));
    assert_false(token_csrf_ok(t, arena_printf(arena, " %s", csrf)));
}

/* Every character, each to every other: no bit of it is idle. */
static void test_csrf_tampered(void **state) {
    (void)state;
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ";
    const char *t = token_new(arena);
    char *csrf = token_csrf(arena, t);
    for (size_t i = 0; i < TOKEN_CHARS; i++) {
        char kept = csrf[i];
        for (const char *c = alphabet; *c != '\0'; c++) {
            csrf[i] = *c;
            assert_true(token_csrf_ok(t, csrf) == (*c == kept));
        }
        csrf[i] = kept;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_new),          cmocka_unit_test(test_form),
        cmocka_unit_test(test_hash),         cmocka_unit_test(test_csrf),
        cmocka_unit_test(test_csrf_refused), cmocka_unit_test(test_csrf_tampered),
    };
    return cmocka_run_group_tests_name("token", tests, start, finish);
}
