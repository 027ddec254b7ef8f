/* Bytes of a file to cells: encodings, separators, quotes, limits; titles to columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "hoja/columna.h"
#include "hoja/titulo.h"

static struct arena *arena;
static struct hoja h;

static int start(void **state) {
    (void)state;
    arena = arena_new((size_t)256 << 20);
    return 0;
}

static int finish(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static enum hoja_falla leer(const char *s, size_t n) {
    return hoja_leer(arena, s, n, &h);
}

#define LEER(s) leer(s, sizeof(s) - 1)

static void test_codificaciones(void **state) {
    (void)state;
    static const struct {
        const char *data, *name;
        size_t n;
    } same[] = {
        {"a;\xC3\xB1\r\n", "UTF-8", 6},
        {"\xEF\xBB\xBF"
         "a;\xC3\xB1\r\n",
         "UTF-8", 9},
        {"a;\xF1\n", "Windows-1252", 4},
        {"\xFF\xFE"
         "a\0;\0\xF1\0\n\0",
         "UTF-16", 10},
        {"\xFE\xFF"
         "\0a\0;\0\xF1\0\n",
         "UTF-16", 10},
    };
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        assert_int_equal(leer(same[i].data, same[i].n), HOJA_BIEN);
        assert_int_equal(strncmp(h.formato, same[i].name, strlen(same[i].name)), 0);
        assert_int_equal(h.n, 1);
        assert_int_equal(h.fila[0].n, 2);
        assert_string_equal(h.fila[0].celda[1], "ñ");
    }
    /* Of Excel's other CSV, by the letters between letters; and UTF-8 taken for Windows-1252. */
    static const char *const more[][2] = {{"Mu\xA4oz;Jos\x82;a\n", "MS-DOS"},
                                          {"Mu\x96oz;Jos\x8E;a\n", "Macintosh"},
                                          {"Mu\xF1oz;Jos\xE9;D\x92Prueba \x96 a\n", "Windows-1252"},
                                          {"MuÃ±oz;JosÃ©;a\n", "UTF-8"}};
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++) {
        assert_int_equal(leer(more[i][0], strlen(more[i][0])), HOJA_BIEN);
        assert_int_equal(strncmp(h.formato, more[i][1], strlen(more[i][1])), 0);
        assert_string_equal(h.fila[0].celda[0], "Muñoz");
        assert_string_equal(h.fila[0].celda[1], "José");
    }
}

static void test_filas(void **state) {
    (void)state;
    assert_int_equal(LEER("a,b\r\n\r\n\"x, \"\"y\"\"\nz\", w \r\n"), HOJA_BIEN);
    assert_int_equal(h.n, 3);
    assert_int_equal(h.fila[1].n, 0); /* an empty row keeps its number */
    assert_int_equal(h.fila[2].numero, 3);
    assert_string_equal(h.fila[2].celda[0], "x, \"y\"\nz");
    assert_string_equal(h.fila[2].celda[1], "w");
    assert_int_equal(LEER("sep=;\na,b;c,d\n"), HOJA_BIEN);
    assert_int_equal(h.n, 1);
    assert_int_equal(h.fila[0].n, 2);
    assert_int_equal(LEER("a\tb, c; d\n1\t2"), HOJA_BIEN);
    assert_string_equal(h.formato, "UTF-8, separador tabulación");
    assert_int_equal(h.n, 2);
    /* A line of prose has more commas than the rows have of what separates them. */
    assert_int_equal(LEER("a, b, c, d, e, f\n1;2\n3;4\n"), HOJA_BIEN);
    assert_int_equal(h.fila[1].n, 2);
    assert_int_equal(LEER("1|2\n=\"03\"|4\n"), HOJA_BIEN);
    assert_string_equal(h.fila[1].celda[0], "03");
    assert_int_equal(LEER("a\rb\r"), HOJA_BIEN);
    assert_int_equal(h.n, 2);
}

static void test_rechazos(void **state) {
    (void)state;
    assert_int_equal(LEER(""), HOJA_VACIA);
    assert_int_equal(LEER("a;b\n\"c;d\n"), HOJA_COMILLAS);
    assert_int_equal(LEER("PK\x03\x04zzzz"), HOJA_DANADA);
    assert_int_equal(LEER("\xD0\xCF\x11\xE0zzzz"), HOJA_XLS);
    assert_int_equal(LEER(" <html><table>"), HOJA_MARCADO);
    assert_int_equal(LEER("%PDF-1.4\n"), HOJA_BINARIA);
    assert_int_equal(LEER("abc\0def\n"), HOJA_BINARIA);
    char *many = arena_alloc(arena, HOJA_ARCHIVO_MAX + 2);
    memset(many, '\n', HOJA_FILAS_MAX + 5);
    assert_int_equal(leer(many, HOJA_FILAS_MAX + 5), HOJA_VACIA); /* formatted, never filled */
    for (size_t i = 0; i < HOJA_FILAS_MAX + 5; i++) {
        memcpy(many + 2 * i, "a\n", 2);
    }
    assert_int_equal(leer(many, 2 * (HOJA_FILAS_MAX + 5)), HOJA_GRANDE);
    memset(many, ';', HOJA_CELDAS_MAX + 5);
    many[HOJA_CELDAS_MAX + 5] = 'a';
    assert_int_equal(leer(many, HOJA_CELDAS_MAX + 6), HOJA_GRANDE);
    memset(many, 'a', HOJA_ARCHIVO_MAX + 1);
    assert_int_equal(leer(many, HOJA_ARCHIVO_MAX + 1), HOJA_GRANDE);
}

static void test_columnas(void **state) {
    (void)state;
    struct columnas c;
    assert_int_equal(LEER("Entidad X;;\nN°;N.° DNI (*);APELLIDOS Y NOMBRES;Talla;DNI\n1;2;3\n;;\n"
                          "7;'=x;\"a\"\"\\\"\n"),
                     HOJA_BIEN);
    assert_true(columnas_hallar(arena, &h, &c));
    assert_int_equal(c.titulos, 1);
    assert_int_equal(c.n, 2);
    assert_true(columnas_tiene(&c, "documento"));
    assert_string_equal(c.ignoradas, "Talla, DNI");
    assert_string_equal(columnas_json(arena, &c), "[\"documento\",\"nombre_completo\"]");
    size_t from = c.titulos + 1;
    struct buf b = buf_new(arena, COLUMNAS_LOTE_BYTES);
    assert_string_equal(columnas_lote(&b, &h, &c, &from, 1), "[[3,\"2\",\"3\"]]");
    assert_string_equal(columnas_lote(&b, &h, &c, &from, 9), "[[5,\"=x\",\"a\\\"\\\\\"]]");
    assert_null(columnas_lote(&b, &h, &c, &from, 9));
    assert_int_equal(LEER("Nombres;Puesto\n"), HOJA_BIEN);
    assert_false(columnas_hallar(arena, &h, &c));
}

/* Each title of the tables is as titulo_normal() makes it: else it would never be found. */
static void test_titulos(void **state) {
    (void)state;
    static const char *const tables[] = {
#define COLUMNA(codigo, titulos) titulos,
#define PARECE(codigo, titulos) titulos,
#include "hoja/columna.def"
#include "moodle/columna.def"
#undef COLUMNA
#undef PARECE
    };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        for (const char *p = tables[i]; *p != '\0';) {
            size_t n = strcspn(p, "|");
            const char *title = arena_strndup(arena, p, n);
            assert_string_equal(titulo_normal(arena, title), title);
            p += n + (p[n] == '|' ? 1 : 0);
        }
    }
    static const char *const same[][2] = {
        {"N.° D.N.I. (*)", "DNI"},
        {"apellidoPaterno", "APELLIDO PATERNO"},
        {"A. MATERNO", "APELLIDO MATERNO"},
        {"1er. Apellido", "PRIMER APELLIDO"},
        {"Nombre(s)", "NOMBRE"},
        {"FEC. DE ING.\n(dd/mm/aaaa)", "FECHA INGRESO DD MM AAAA"},
        {"DNI del servidor civil", "DNI"},
        {"Trabajador", "TRABAJADOR"}};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        assert_string_equal(titulo_normal(arena, same[i][0]), same[i][1]);
    }
}

/* As many titles as there may be, each as long and odd as may be: memory suffices. */
static void test_titulos_enormes(void **state) {
    (void)state;
    struct columnas c;
    struct buf b = buf_new(arena, (size_t)4 << 20);
    for (size_t i = 0; i < 40 * HOJA_COLUMNAS_MAX; i++) {
        for (size_t k = 0; k < 33; k++) {
            buf_str(&b, i % 3 == 0 ? "D N I " : i % 3 == 1 ? "a/b/c/" : "XyXyXy");
        }
        buf_char(&b, (i + 1) % HOJA_COLUMNAS_MAX == 0 ? '\n' : ';');
    }
    assert_int_equal(leer(b.p, b.n), HOJA_BIEN);
    assert_false(columnas_hallar(arena, &h, &c));
}

/* A heading of two rows, and people under one of one row that look like none. */
static void test_dos_filas(void **state) {
    (void)state;
    struct columnas c;
    assert_int_equal(LEER("DOCUMENTO DE IDENTIDAD;;APELLIDOS;;NOMBRES;CARGO;REGIMEN;FECHA\n"
                          "TIPO;NÚMERO;PATERNO;MATERNO;;;;INGRESO\n"
                          "DNI;01000001;Prueba;Ñandú;Persona;Analista;CAS;02/11/2026\n"),
                     HOJA_BIEN);
    assert_true(columnas_hallar(arena, &h, &c));
    assert_true(columnas_bastan(&c));
    assert_false(c.duda);
    assert_int_equal(c.titulos, 1);
    assert_string_equal(
        columnas_json(arena, &c),
        "[\"tipo_documento\",\"documento\",\"apellido_paterno\",\"apellido_materno\","
        "\"nombres\",\"puesto\",\"regimen\",\"fecha_ingreso\"]");
    assert_int_equal(LEER("DOC;NOMBRES Y APELLIDOS;Puesto que ocupa;REGIMEN;F. INGRESO\n"
                          "01000001;Persona Prueba;DNI;CAS;02/11/2026\n"),
                     HOJA_BIEN);
    assert_true(columnas_hallar(arena, &h, &c));
    assert_int_equal(c.titulos, 0);
    assert_true(c.duda); /* the post is a guess */
    assert_true(columnas_tiene(&c, "puesto"));
}

/* Titles that say nothing: which row they are, and every column as itself. */
static void test_sin_reconocer(void **state) {
    (void)state;
    struct columnas c, all;
    assert_int_equal(LEER("Entidad X\nClave;Quién;;Plaza\n1;2;3;4\n5;6;7;8\n"), HOJA_BIEN);
    assert_false(columnas_hallar(arena, &h, &c));
    assert_true(columnas_todas(&h, &c, &all));
    assert_int_equal(all.titulos, 1);
    assert_int_equal(LEER("Clave;DNI;Quién;Plaza\n1;2;3;4\n"), HOJA_BIEN);
    assert_false(columnas_hallar(arena, &h, &c));
    assert_false(columnas_bastan(&c));
    assert_true(columnas_todas(&h, &c, &all));
    assert_int_equal(all.titulos, 0);
    assert_string_equal(columnas_json(arena, &all), "[\"\",\"documento\",\"\",\"\"]");
    assert_string_equal(columnas_titulos_json(arena, &all),
                        "[\"Clave\",\"DNI\",\"Quién\",\"Plaza\"]");
    assert_string_equal(columnas_clave(arena, &all), "CLAVE|DNI|QUIEN|PLAZA|");
    assert_int_equal(LEER("Hola\nesto no\n"), HOJA_BIEN);
    assert_false(columnas_hallar(arena, &h, &c));
    assert_false(columnas_todas(&h, &c, &all));
    assert_int_equal(LEER("Clave;Quién\n"), HOJA_BIEN);
    assert_false(columnas_hallar(arena, &h, &c));
    assert_false(columnas_todas(&h, &c, &all));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codificaciones), cmocka_unit_test(test_filas),
        cmocka_unit_test(test_rechazos),       cmocka_unit_test(test_columnas),
        cmocka_unit_test(test_sin_reconocer),  cmocka_unit_test(test_titulos),
        cmocka_unit_test(test_dos_filas),      cmocka_unit_test(test_titulos_enormes),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
