/* The view layer over tiny templates of its own, in tests/data/templates. The first argument is
 * that folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/arena.h"
#include "view/view.h"

/* Every kind of character that HTML gives a meaning, and what becomes of it. */
#define CANARY "<b>&\"'"
#define ESCAPED "&lt;b&gt;&amp;&quot;&#39;"

static const char *templates_dir;
static struct arena *arena;

struct fila {
    int64_t id;
    const char *nombre;
    const int64_t *monto;
    int32_t edad;
    const int32_t *hijos;
    bool activo;
    const bool *apto;
    double avance;
    const double *nota;
    struct date ingreso;
    struct instant visto;
};

static const struct db_col cols[] = {
    {"id", DB_INT8, false, offsetof(struct fila, id)},
    {"nombre", DB_TEXT, true, offsetof(struct fila, nombre)},
    {"monto", DB_INT8, true, offsetof(struct fila, monto)},
    {"edad", DB_INT4, false, offsetof(struct fila, edad)},
    {"hijos", DB_INT4, true, offsetof(struct fila, hijos)},
    {"activo", DB_BOOL, false, offsetof(struct fila, activo)},
    {"apto", DB_BOOL, true, offsetof(struct fila, apto)},
    {"avance", DB_FLOAT8, false, offsetof(struct fila, avance)},
    {"nota", DB_FLOAT8, true, offsetof(struct fila, nota)},
    {"ingreso", DB_DATE, true, offsetof(struct fila, ingreso)},
    {"visto", DB_INSTANT, true, offsetof(struct fila, visto)},
};
static const struct db_table table = {cols, sizeof cols / sizeof cols[0], sizeof(struct fila)};

static const int64_t monto = 1234567;
static const int32_t hijos = 0;
static const bool apto = true;
static const double nota = 17.5;
static const struct fila filas[] = {
    {.id = 9007199254740993,
     .nombre = CANARY,
     .monto = &monto,
     .edad = -5,
     .hijos = &hijos,
     .activo = true,
     .apto = &apto,
     .avance = 0.25,
     .nota = &nota,
     .ingreso = {2022, 10, 12},
     .visto = {{2022, 10, 12}, 14, 5, 9}},
    {.id = 2, .nombre = ""},
    {.id = 3},
};

static const char *expanded(struct view *v) {
    const char *out = NULL;
    size_t n = 0;
    assert_int_equal(view_expand(v, &out, &n), ERR_OK);
    assert_int_equal(strlen(out), n);
    return out;
}

static int set_up(void **state) {
    (void)state;
    arena = arena_new(64 * 1024 * 1024);
    view_set_strict(false);
    return view_start(arena_printf(arena, "%s/good", templates_dir)) == ERR_OK ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void test_values_are_escaped_in_every_place(void **state) {
    (void)state;
    struct view *v = view_new(arena, "escape");
    view_str(v, "A", CANARY);
    view_str(v, "URL", "javascript:alert(1)");
    view_str(v, "Q", "a b&c=d");
    view_str(v, "AREA", "uno\n  dos\n\ntres " CANARY);
    assert_string_equal(expanded(v), "<p title=\"" ESCAPED "\">" ESCAPED "</p>\n"
                                     "<a href=\"#\">x</a>\n"
                                     "<a href=\"/s?q=a+b%26c%3Dd&amp;p=2\">y</a>\n"
                                     "<textarea>uno\n  dos\n\ntres " ESCAPED "</textarea>\n");
}

static void test_modifiers_format_and_are_escaped(void **state) {
    static const char *const cases[][3] = {
        {"M", "1234567", "1,234,567"},
        {"M", "-1234", "-1,234"},
        {"M", "123", "123"},
        {"M", "1234.5678", "1,234.5678"},
        {"M", "12a", "12a"},
        {"M", "", ""},
        {"M", "-", "-"},
        {"M", CANARY, ESCAPED},
        {"S", "1696012.00", "S/ 1,696,012.00"},
        {"S", "5", "S/ 5.00"},
        {"S", "-5.5", "S/ -5.50"},
        {"S", "7.", "S/ 7.00"},
        {"S", "1000.125", "S/ 1,000.125"},
        {"S", CANARY, ESCAPED},
        {"P", "EN_CURSO", "En curso"},
        {"P", CANARY, ESCAPED},
        {"N", "1", "día"},
        {"N", "0", "días"},
        {"N", "11", "días"},
        {"N", CANARY, "días"},
        {"L", "12/10/2022", "12 de octubre de 2022"},
        {"L", "12/10/2022 14:05", "12 de octubre de 2022, 14:05"},
        {"L", "12/10/20225", "12/10/20225"},
        {"L", "32/10/2022", "32/10/2022"},
        {"L", "12/10/2022 " CANARY, "12 de octubre de 2022, " ESCAPED},
        {"L", "", ""},
        {"I", "12/10/2022", "2022-10-12"},
        {"I", "12/10/2022 14:05", "2022-10-12T14:05-05:00"},
        {"I", CANARY, ESCAPED},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct view *v = view_new(arena, "modifier");
        view_str(v, cases[i][0], cases[i][1]);
        view_section(v, arena_printf(arena, "CASO_%s", cases[i][0]), true);
        assert_string_equal(expanded(v), arena_printf(arena, "[%s]\n", cases[i][2]));
    }
}

static void test_rows_show_each_type(void **state) {
    (void)state;
    struct view *v = view_new(arena, "rows");
    view_rows(v, "FILAS", filas, 3, &table);
    view_str(v, "PAGINA", "p");
    assert_string_equal(
        expanded(v), "9007199254740993|" ESCAPED "|1234567|1,234,567|-5|0|0.25|17.5|12/10/2022|"
                     "12/10/2022 14:05|p activo apto hay_nombre hay_hijos hay_ingreso hay_visto,\n"
                     "2||||0||0||||p no_activo no_apto no_nombre no_hijos no_ingreso no_visto,\n"
                     "3||||0||0||||p no_activo no_apto no_nombre no_hijos no_ingreso no_visto\n");
}

static void test_no_rows_show_the_empty_state(void **state) {
    (void)state;
    struct view *v = view_new(arena, "list");
    view_rows(v, "FILAS", NULL, 0, &table);
    assert_string_equal(expanded(v), "nada\n");
    v = view_new(arena, "list");
    view_rows(v, "FILAS", filas, 2, &table);
    view_rows(v, "FILAS", filas + 2, 1, &table);
    assert_string_equal(expanded(v), "<ul>\n<li>9007199254740993</li>\n<li>2</li>\n<li>3</li>\n"
                                     "</ul>\n");
    v = view_new(arena, "list"); /* never mentioned: neither */
    assert_string_equal(expanded(v), "");
}

static void test_one_row_in_the_view_itself(void **state) {
    (void)state;
    struct view *v = view_new(arena, "row");
    view_row(v, &filas[0], &table);
    view_str(v, "NOMBRE", "del código");
    assert_string_equal(expanded(v), "9007199254740993 del código activo 12 de octubre de 2022\n");
}

static void test_sections_and_children(void **state) {
    (void)state;
    struct view *v = view_new(arena, "section");
    view_str(v, "A", "fuera");
    struct view *child = view_add(v, "HIJO");
    view_str(child, "A", "uno");
    view_section(child, "NIETO", true);
    child = view_add(v, "HIJO");
    view_section(child, "AVISO", false); /* off inside, on outside */
    view_section(v, "AVISO", true);
    assert_string_equal(expanded(v), "aviso\n(uno aviso nieto uno)(fuera sin)\nhay\n");
    v = view_new(arena, "section");
    view_str(v, "A", "");
    view_section(v, "AVISO", false);
    assert_string_equal(expanded(v), "\nno hay\n");
}

static void test_a_name_set_again_is_replaced(void **state) {
    (void)state;
    struct view *v = view_new(arena, "row");
    view_str(v, "ID", "1");
    view_int(v, "ID", -7);
    view_miles(v, "NOMBRE", 1234);
    view_date(v, "INGRESO", (struct date){2022, 10, 12});
    assert_string_equal(expanded(v), "-7 1,234 12 de octubre de 2022\n");
    view_str(v, "NOMBRE", NULL);
    view_instant(v, "INGRESO", (struct instant){{2022, 1, 2}, 3, 4, 5});
    assert_string_equal(expanded(v), "-7  2 de enero de 2022, 03:04\n");
}

static void test_includes_see_what_is_around_them(void **state) {
    (void)state;
    struct view *v = view_new(arena, "outer");
    view_str(v, "TITULO", "T" CANARY);
    struct view *page = view_include(v, "CONTENIDO", "part/inner");
    view_str(page, "A", CANARY);
    view_str(page, "AREA", "una\ndos"); /* the include's indentation must not get in here */
    view_rows(page, "FILAS", filas + 1, 2, &table);
    view_include(page, "CELDA", "part/cell");
    assert_string_equal(expanded(v), "<h1>T" ESCAPED "</h1>\n<main>\n"
                                     "<textarea>una\ndos</textarea>\n"
                                     "T" ESCAPED " " ESCAPED "\n"
                                     "<i>2</i>\n<i>3</i>\n fin\n</main>\n");
}

static void test_text_is_left_as_it_is(void **state) {
    (void)state;
    struct view *v = view_new(arena, "mail/aviso");
    view_str(v, "A", CANARY);
    assert_string_equal(expanded(v), "Hola " CANARY ":\n\nAdiós.\n");
    v = view_new(arena, "outer");
    view_include(v, "CONTENIDO", "mail/aviso"); /* raw text must not get inside HTML */
    const char *out = NULL;
    size_t n = 0;
    assert_int_equal(view_expand(v, &out, &n), ERR_INTERNAL);
}

static void test_failures_are_internal_errors(void **state) {
    (void)state;
    const char *out = NULL;
    size_t n = 0;
    assert_int_equal(view_expand(view_new(arena, "no/such"), &out, &n), ERR_INTERNAL);
    struct view *v = view_new(arena, "outer");
    view_include(v, "CONTENIDO", "no/such");
    assert_int_equal(view_expand(v, &out, &n), ERR_INTERNAL);
    v = view_new(arena, "outer");
    view_include(v, "CONTENIDO", "outer"); /* finds itself for ever */
    assert_int_equal(view_expand(v, &out, &n), ERR_INTERNAL);
}

static void test_strict_refuses_what_was_never_set(void **state) {
    (void)state;
    const char *out = NULL;
    size_t n = 0;
    struct view *v = view_new(arena, "row");
    view_str(v, "ID", "1");
    assert_int_equal(view_expand(v, &out, &n), ERR_OK);
    view_set_strict(true);
    assert_int_equal(view_expand(v, &out, &n), ERR_INTERNAL);
    view_row(v, &filas[2], &table); /* null is set */
    assert_int_equal(view_expand(v, &out, &n), ERR_OK);
}

static void test_start_refuses_bad_templates(void **state) {
    static const char *const bad[] = {"nopragma", "syntax", "unquoted", "empty", "absent"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const char *dir = arena_printf(arena, "%s/%s", templates_dir, bad[i]);
        assert_int_equal(view_start(dir), ERR_INTERNAL);
    }
}

static void test_a_large_page(void **state) {
    (void)state;
    static struct fila many[5000];
    for (int i = 0; i < 5000; i++) {
        many[i] = filas[0];
    }
    struct view *v = view_new(arena, "list");
    view_rows(v, "FILAS", many, 5000, &table);
    assert_true(strlen(expanded(v)) > 100000);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
#define TEST(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)
        TEST(test_values_are_escaped_in_every_place),
        TEST(test_modifiers_format_and_are_escaped),
        TEST(test_rows_show_each_type),
        TEST(test_no_rows_show_the_empty_state),
        TEST(test_one_row_in_the_view_itself),
        TEST(test_sections_and_children),
        TEST(test_a_name_set_again_is_replaced),
        TEST(test_includes_see_what_is_around_them),
        TEST(test_text_is_left_as_it_is),
        TEST(test_failures_are_internal_errors),
        TEST(test_strict_refuses_what_was_never_set),
        TEST(test_start_refuses_bad_templates),
        TEST(test_a_large_page),
    };
    templates_dir = argc > 1 ? argv[1] : "tests/data/templates";
    return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
