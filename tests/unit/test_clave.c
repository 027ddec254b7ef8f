/* Which passwords may be used, and that only the right one matches its hash. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "clave/clave.h"

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

static const char *problem(const char *clave) {
    return clave_problem(arena, clave, "40123456", "Persona María Ñusta De la Prueba");
}

static void test_fine(void **state) {
    (void)state;
    static const char *const good[] = {
        "tres palabras sueltas", "caballo-correcto-pila", "ññññáááíóúóúó",
        "  doce espacios  ",     "Xk3#pQ9!vB2z",          "de la mano con ana",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_null(problem(good[i]));
    }
    assert_null(clave_problem(arena, "tres palabras sueltas", NULL, NULL));
    assert_null(clave_problem(arena, "tres palabras sueltas", "", ""));
}

static void test_refused(void **state) {
    (void)state;
    static const char *const bad[] = {
        "",
        "corta",
        "once letras",        /* 11 */
        "ñññññññññññ",        /* 11 of two bytes each */
        "aaaaaaaaaaaa",       /* the same */
        "            ",       /* the same */
        "aaaaaaaaaaab",       /* all but one */
        "123456789012",       /* a run */
        "abcdefghijkl",       /* a run */
        "ABCDEFGHIJKLMNOP",   /* a run */
        "210987654321",       /* a run downwards */
        "zyxwvutsrqpo",       /* a run downwards */
        "mi dni es 40123456", /* the document */
        "40123456xyzw",       /* the document */
        "soy persona nueva",  /* the name */
        "MARIAestuvoaqui",    /* the name, without its accent */
        "la nusta del sur",   /* the name, without its tilde */
        "mi-prueba-2022",     /* the surname */
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (problem(bad[i]) == NULL) {
            fail_msg("'%s' was let through", bad[i]);
        }
    }
}

static void test_bounds(void **state) {
    (void)state;
    char s[CLAVE_MAX + 2];
    for (size_t i = 0; i < sizeof s - 1; i++) {
        s[i] = "xq7"[i % 3];
    }
    s[CLAVE_MAX + 1] = '\0';
    assert_non_null(problem(s));
    s[CLAVE_MAX] = '\0';
    assert_null(problem(s));
    s[CLAVE_MIN] = '\0';
    assert_null(problem(s));
    s[CLAVE_MIN - 1] = '\0';
    assert_non_null(problem(s));
}

static void test_hash(void **state) {
    (void)state;
    const char *clave = "tres palabras sueltas";
    const char *one = clave_hash(arena, clave), *two = clave_hash(arena, clave);
    assert_int_equal(strncmp(one, "$argon2id$v=19$m=19456,t=2,p=1$", 31), 0);
    assert_string_not_equal(one, two);
    assert_true(clave_matches(clave, one));
    assert_true(clave_matches(clave, two));
    assert_false(clave_matches("tres palabras suelta", one));
    assert_false(clave_matches("tres palabras sueltas ", one));
    assert_false(clave_matches("Tres palabras sueltas", one));
    assert_false(clave_matches("", one));
    assert_false(clave_matches(one, one));
    assert_false(clave_matches(clave, NULL));
    assert_false(clave_matches("", NULL));
    assert_false(clave_matches(clave, ""));
    assert_false(clave_matches(clave, "$argon2id$"));
    assert_false(clave_matches(clave, clave));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fine),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_hash),
    };
    return cmocka_run_group_tests_name("clave", tests, start, finish);
}
