/* Numbers and days of a workbook, merged cells, and the limits while a sheet is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "hoja/numero.h"
#include "hoja/obra.h"
#include "hoja/xlsx.h"

static struct arena *arena;

static int start(void **state) {
    (void)state;
    arena = arena_new((size_t)64 << 20);
    return 0;
}

static int finish(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void test_numeros(void **state) {
    (void)state;
    static const char *const pairs[][2] = {{"45678912", "45678912"},
                                           {"4.5678912E7", "45678912"},
                                           {"45678912.0", "45678912"},
                                           {"1E15", "1e+15"},
                                           {"0.30000000000000004", "0.3"},
                                           {"-3", "-3"},
                                           {"7000000.0000000001", "7000000"},
                                           {"0x1F", "0x1F"},
                                           {"nan", "nan"},
                                           {"12 de mayo", "12 de mayo"},
                                           {"", ""}};
    char out[NUMERO_TEXTO_MAX];
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        numero_texto(pairs[i][0], out);
        assert_string_equal(out, pairs[i][1]);
    }
}

static void test_dias(void **state) {
    (void)state;
    static const struct {
        const char *raw, *day;
        bool since_1904;
    } days[] = {{"46328", "02/11/2026", false},    {"44866", "02/11/2026", true},
                {"46328.99", "02/11/2026", false}, {"1", "01/01/1900", false},
                {"59", "28/02/1900", false},       {"61", "01/03/1900", false},
                {"36526", "01/01/2000", false},    {"2958465", "31/12/9999", false}};
    char out[NUMERO_TEXTO_MAX];
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        assert_true(numero_fecha(days[i].raw, days[i].since_1904, out));
        assert_string_equal(out, days[i].day);
    }
    static const char *const none[] = {"0", "-5", "45678912", "x", "", "0.5", "inf"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_false(numero_fecha(none[i], false, out));
    }
    assert_true(numero_iso("2026-11-02", out));
    assert_true(numero_iso("2026-11-02T10:00:00", out));
    assert_string_equal(out, "02/11/2026");
    assert_false(numero_iso("2026-11-31", out));
    assert_false(numero_iso("2026-11-0", out));
}

static void test_formatos(void **state) {
    (void)state;
    static const char *const days[] = {"dd/mm/yyyy", "[$-280A]d \"de\" mmmm", "mmm\\-yy", "YYYY",
                                       "[Red]d/m;@"};
    static const char *const others[] = {"General",  "Standard", "0.00",     "\"día\" 0",
                                         "00000000", "[h]:mm",   "hh:mm:ss", "0\\d",
                                         "@;dd",     "#,##0_d",  "\"d"};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        assert_true(formato_codigo_es_fecha(days[i]));
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_false(formato_codigo_es_fecha(others[i]));
    }
    assert_true(formato_es_fecha(14) && formato_es_fecha(22) && formato_es_fecha(57));
    assert_false(formato_es_fecha(0) || formato_es_fecha(20) || formato_es_fecha(46));
}

static void test_escapes(void **state) {
    (void)state;
    struct trozo t = {.n = 0};
    trozo_mas(&t, "a_x000D__x005F_x0041_x00", 24);
    trozo_escapes(&t);
    assert_int_equal(t.n, strlen("a _x0041_x00"));
    assert_memory_equal(t.bytes, "a _x0041_x00", t.n);
    char *much = arena_alloc(arena, HOJA_CELDA_MAX + 10);
    memset(much, 'a', HOJA_CELDA_MAX + 10);
    trozo_mas(&t, much, HOJA_CELDA_MAX + 10);
    assert_int_equal(t.n, HOJA_CELDA_MAX);
}

static const char *text(struct obra *o, const char *s) {
    return obra_texto(o, arena_strdup(arena, s), strlen(s));
}

static void test_filas(void **state) {
    (void)state;
    struct obra o;
    struct hoja h = {.n = 0};
    obra_nueva(&o, arena);
    obra_hoja(&o);
    obra_celda(&o, 2, text(&o, " \xC2\xA0x\xE2\x80\x8B "));
    obra_fila(&o, 3, 1);
    obra_fila(&o, 4, 1000000);
    assert_int_equal(o.vacias, 1000000);
    obra_celda(&o, HOJA_COLUMNAS_MAX, "far");
    obra_celda(&o, 0, "a");
    obra_fila(&o, 7, 2);
    obra_unir(&o, 3, 7, 2);
    obra_unir(&o, 5, 9, 2);
    obra_fin(&o, &h);
    assert_int_equal(o.falla, HOJA_BIEN);
    assert_int_equal(h.n, 3);
    assert_int_equal(h.fila[0].numero, 3);
    assert_int_equal(h.fila[0].n, 3);
    assert_string_equal(h.fila[0].celda[2], "x");
    assert_string_equal(h.fila[1].celda[0], "a");
    assert_string_equal(h.fila[1].celda[2], "x"); /* filled from the merged cell above */
    assert_int_equal(h.fila[2].numero, 8);
    assert_int_equal(h.fila[2].n, 1);
}

static void test_limites(void **state) {
    (void)state;
    struct obra o;
    obra_nueva(&o, arena);
    obra_hoja(&o);
    obra_celda(&o, 0, "a");
    obra_fila(&o, 1, HOJA_FILAS_MAX + 1);
    assert_int_equal(o.falla, HOJA_GRANDE);
    obra_nueva(&o, arena);
    obra_hoja(&o);
    char *much = arena_alloc(arena, HOJA_CELDA_MAX);
    memset(much, 'a', HOJA_CELDA_MAX - 1);
    const char *shared = obra_texto(&o, much, HOJA_CELDA_MAX - 1);
    /* One text that every cell refers to costs nothing here, and all of it further on. */
    for (size_t row = 1; row < 2000 && o.falla == HOJA_BIEN; row++) {
        for (size_t i = 0; i < 100; i++) {
            obra_celda(&o, i, shared);
        }
        obra_fila(&o, row, 1);
    }
    assert_int_equal(o.falla, HOJA_GRANDE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numeros),  cmocka_unit_test(test_dias),
        cmocka_unit_test(test_formatos), cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_filas),    cmocka_unit_test(test_limites),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
