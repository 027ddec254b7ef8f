/* form_parse over one table with every kind of field: absent, empty, right, each way of wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "http/form.h"
#include "http/url.h"

enum {
    TEXTO,
    AREA,
    CORREO,
    CLAVE,
    FECHA,
    NUMERO,
    LIBRE,
    TELEFONO,
    DOCUMENTO,
    LISTA,
    RADIO,
    CASILLA,
    OCULTO,
    ID,
    N
};

static const char *not_xxx(struct request *rq, const char *text) {
    (void)rq;
    return str_eq(text, "XXX") ? "No escriba XXX." : NULL;
}

static const struct option choices[] = {{"A", "Uno"}, {"B", "Dos"}, {NULL, NULL}};

#define TABLE(need)                                                                                \
    {                                                                                              \
        [TEXTO] = {.name = "texto",                                                                \
                   .label = "Texto",                                                               \
                   .kind = F_TEXT,                                                                 \
                   .required = need,                                                               \
                   .query = true,                                                                  \
                   .min = 2,                                                                       \
                   .max = 5,                                                                       \
                   .check = not_xxx},                                                              \
        [AREA] = {.name = "area",                                                                  \
                  .label = "Area",                                                                 \
                  .kind = F_TEXTAREA,                                                              \
                  .required = need,                                                                \
                  .max = 20},                                                                      \
        [CORREO] = {.name = "correo",                                                              \
                    .label = "Correo",                                                             \
                    .kind = F_EMAIL,                                                               \
                    .required = need,                                                              \
                    .max = 30},                                                                    \
        [CLAVE] = {.name = "clave",                                                                \
                   .label = "Clave",                                                               \
                   .kind = F_PASSWORD,                                                             \
                   .required = need,                                                               \
                   .max = 128},                                                                    \
        [FECHA] = {.name = "fecha",                                                                \
                   .label = "Fecha",                                                               \
                   .kind = F_DATE,                                                                 \
                   .required = need,                                                               \
                   .query = true},                                                                 \
        [NUMERO] = {.name = "numero",                                                              \
                    .label = "Numero",                                                             \
                    .kind = F_INT,                                                                 \
                    .required = need,                                                              \
                    .low = -5,                                                                     \
                    .high = 100},                                                                  \
        [LIBRE] = {.name = "libre", .label = "Libre", .kind = F_INT, .required = need},            \
        [TELEFONO] = {.name = "telefono", .label = "Telefono", .kind = F_PHONE, .required = need}, \
        [DOCUMENTO] = {.name = "documento",                                                        \
                       .label = "Documento",                                                       \
                       .kind = F_DOCUMENT,                                                         \
                       .required = need},                                                          \
        [LISTA] = {.name = "lista",                                                                \
                   .label = "Lista",                                                               \
                   .kind = F_SELECT,                                                               \
                   .required = need,                                                               \
                   .options = choices},                                                            \
        [RADIO] = {.name = "radio",                                                                \
                   .label = "Radio",                                                               \
                   .kind = F_RADIO,                                                                \
                   .required = need,                                                               \
                   .options = choices},                                                            \
        [CASILLA] = {.name = "casilla",                                                            \
                     .label = "Casilla",                                                           \
                     .kind = F_CHECK,                                                              \
                     .required = need,                                                             \
                     .query = true},                                                               \
        [OCULTO] = {.name = "oculto",                                                              \
                    .label = "Oculto",                                                             \
                    .kind = F_HIDDEN,                                                              \
                    .required = need,                                                              \
                    .max = 10},                                                                    \
        [ID] = {.name = "id", .label = "Id", .kind = F_ID, .required = need, .query = true},       \
    }

static const struct field optional_fields[] = TABLE(false), required_fields[] = TABLE(true);
static const struct form optional = FORM(optional_fields), required = FORM(required_fields);

static struct arena *arena;
static struct request rq;

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

static bool send(enum method method, const struct form *form, const char *text) {
    rq = (struct request){.arena = arena, .method = method};
    struct params *ps = method == METHOD_POST ? &rq.body : &rq.query;
    assert_true(url_params(arena, text, strlen(text), ps));
    return form_parse(&rq, form);
}

static bool post(const char *text) {
    return send(METHOD_POST, &optional, text);
}

/* Posts one field; tells whether it alone was refused, and that a refused one has no value left. */
static bool refused(size_t field, const char *value) {
    bool ok =
        post(arena_printf(arena, "%s=%s", optional_fields[field].name, url_encode(arena, value)));
    for (size_t i = 0; i < N; i++) {
        assert_true(i == field || rq.form->v[i].error == NULL);
    }
    assert_true(ok == (rq.form->v[field].error == NULL));
    if (!ok) {
        assert_null(form_text(&rq, field));
        assert_int_equal(form_number(&rq, field), 0);
        assert_true(date_none(form_date(&rq, field)));
        assert_false(form_checked(&rq, field));
    }
    return !ok;
}

static void assert_all_refused(size_t field, const char *const *bad) {
    for (; *bad != NULL; bad++) {
        if (!refused(field, *bad)) {
            fail_msg("%s took '%s'", optional_fields[field].name, *bad);
        }
    }
}

static void test_absent_and_empty(void **state) {
    (void)state;
    assert_true(post(""));
    assert_false(send(METHOD_POST, &required, ""));
    for (size_t i = 0; i < N; i++) {
        assert_false(rq.form->v[i].present);
        assert_non_null(rq.form->v[i].error);
        assert_null(form_text(&rq, i));
        assert_null(form_number_opt(&rq, i));
    }
    for (size_t i = 0; i < N; i++) {
        assert_false(refused(i, ""));
        assert_true(rq.form->v[i].present);
        assert_null(form_text(&rq, i));
        assert_false(i != CLAVE && refused(i, "  \t "));
        assert_true(i == CLAVE || form_text(&rq, i) == NULL);
    }
}

static void test_values(void **state) {
    (void)state;
    assert_true(send(METHOD_POST, &required,
                     "texto=+a++b+&area=x%0D%0Ay&correo=ana%40entidad.gob.pe&clave=+dos++palabras+"
                     "&fecha=1%2F2%2F2022"
                     "&numero=-5&libre=-9223372036854775808&telefono=987-654+321&documento=12.345-k"
                     "&lista=A&radio=B"
                     "&casilla=1&oculto=o&id=9223372036854775807"));
    assert_string_equal(form_text(&rq, TEXTO), "a b");
    assert_string_equal(form_text(&rq, AREA), "x\ny");
    assert_string_equal(form_text(&rq, CORREO), "ana@entidad.gob.pe");
    assert_string_equal(form_text(&rq, CLAVE), " dos  palabras ");
    assert_int_equal(date_cmp(form_date(&rq, FECHA), (struct date){2022, 2, 1}), 0);
    assert_int_equal(form_number(&rq, NUMERO), -5);
    assert_true(form_number(&rq, LIBRE) == INT64_MIN);
    assert_string_equal(form_text(&rq, TELEFONO), "987654321");
    assert_string_equal(form_text(&rq, DOCUMENTO), "12345K");
    assert_string_equal(form_text(&rq, LISTA), "A");
    assert_string_equal(form_text(&rq, RADIO), "B");
    assert_true(form_checked(&rq, CASILLA));
    assert_string_equal(form_text(&rq, OCULTO), "o");
    assert_true(*form_number_opt(&rq, ID) == INT64_MAX);
}

#define BAD(...) ((const char *const[]){__VA_ARGS__, NULL})

static void test_text(void **state) {
    (void)state;
    assert_all_refused(TEXTO, BAD("a", "abcdef", "ññññññ", "XXX", "a\nb"));
    assert_false(refused(TEXTO, "ñññññ"));
    assert_false(refused(TEXTO, "nn\u0303nn\u0303n"));
    assert_all_refused(AREA, BAD("123456789012345678901", "\x01"));
    assert_false(refused(AREA, "a\r\nb"));
    assert_all_refused(OCULTO, BAD("12345678901"));
}

static void test_mail(void **state) {
    (void)state;
    assert_all_refused(CORREO, BAD("ana", "@x.pe", "ana@", "ana@x", "ana@x.", "ana@x.p", "ana@.pe",
                                   "a@b@c.pe", "a na@x.pe", "ana@x..pe", "<ana@x.pe>", "a,b@x.pe",
                                   "a;b@x.pe", "ana@x.pe\nBcc: b@x.pe", "\"a\"@x.pe", "ana(x)@x.pe",
                                   "a\\b@x.pe", "muymuymuymuymuylarga@entidad.pe"));
    assert_false(refused(CORREO, "a.b+c@x-y.gob.pe"));
}

static void test_numbers(void **state) {
    (void)state;
    assert_all_refused(NUMERO, BAD("-6", "101", "1.5", "1,5", "x", "+1", "1 000", "0x10", "1e2",
                                   "9223372036854775808", "-9223372036854775809",
                                   "18446744073709551617", "--1"));
    assert_false(refused(NUMERO, " 100 "));
    assert_false(refused(NUMERO, "0"));
    assert_non_null(form_number_opt(&rq, NUMERO));
    assert_all_refused(LIBRE, BAD("9223372036854775808", "-9223372036854775809", "-", "1-"));
    assert_all_refused(
        ID, BAD("0", "-1", "9223372036854775808", "1a", "a", "1.0", "' OR 1=1 --", "1;2"));
    assert_false(refused(ID, "1"));
}

static void test_dates(void **state) {
    (void)state;
    assert_all_refused(FECHA, BAD("31/02/2022", "2022-13-01", "12/10/22", "hoy", "12/10/2022 x",
                                  "0/0/0", "1/1/1899"));
    assert_false(refused(FECHA, " 2022-10-12 "));
}

static void test_phone_and_document(void **state) {
    (void)state;
    assert_all_refused(
        TELEFONO, BAD("12345", "1234567890", "98765432a", "+51987654321", "987.654.321", "-----"));
    assert_all_refused(
        DOCUMENTO, BAD("1234567890123456", "12345678ñ", "1234_5678", "...", "12345678'", "<b>"));
    assert_false(refused(DOCUMENTO, "00-000.001"));
    assert_string_equal(form_text(&rq, DOCUMENTO), "00000001");
}

static void test_choices(void **state) {
    (void)state;
    assert_all_refused(LISTA, BAD("C", "a", "A,B", "Uno", "AA"));
    assert_all_refused(RADIO, BAD("C", "b", "0"));
    assert_all_refused(CASILLA, BAD("0", "2", "on", "true", "11"));
}

static void test_control_everywhere(void **state) {
    (void)state;
    static const char *const bad[] = {"\x01",
                                      "1\x7f",
                                      "a\x1b",
                                      "\u202E1",
                                      "\uFEFF"
                                      "A",
                                      "1\u200F",
                                      "\xC2\x9B",
                                      NULL};
    for (size_t i = 0; i < N; i++) {
        assert_all_refused(i, bad);
        assert_string_equal(rq.form->v[i].raw, ""); /* what cannot be seen is not sent back */
    }
}

static void test_nul_never_arrives(void **state) {
    (void)state;
    struct params ps;
    for (size_t i = 0; i < N; i++) {
        const char *body = arena_printf(arena, "%s=a%%00b", optional_fields[i].name);
        assert_false(url_params(arena, body, strlen(body), &ps));
    }
}

static void test_repeated(void **state) {
    (void)state;
    for (size_t i = 0; i < N; i++) {
        const char *name = optional_fields[i].name;
        assert_false(post(arena_printf(arena, "%s=1&%s=1", name, name)));
        assert_non_null(rq.form->v[i].error);
        assert_null(form_text(&rq, i));
    }
}

static const struct field boxes_fields[] = {
    {.name = "caja", .label = "Personas", .kind = F_IDS, .required = true},
    {.name = "texto", .label = "Texto", .kind = F_TEXT, .max = 5}};
static const struct form boxes = FORM(boxes_fields);

/* Ticked boxes: the one name that may come more than once. */
static void test_boxes(void **state) {
    (void)state;
    assert_true(send(METHOD_POST, &boxes, "caja=12.3&texto=a&caja=15.1&caja=&caja=7.10"));
    assert_string_equal(form_text(&rq, 0), "12.3,15.1,7.10");
    assert_int_equal(form_number(&rq, 0), 3);
    assert_false(send(METHOD_POST, &boxes, "texto=a"));
    assert_string_equal(rq.form->v[0].error, "Personas: elija una opción.");
    assert_false(send(METHOD_POST, &boxes, "caja=1.1&texto=a&texto=b"));
    assert_null(rq.form->v[0].error);
    static const char *const bad[] = {
        "1",           "1.",    ".1",        "1.1.1",    "-1.1",
        "1,1",         "a.1",   "1.x",       ",",        "1;1",
        "1.-1",        "%27.1", "1.1%0a2.2", "1.1,,2.2", "1234567890123456789.1",
        "1.1234567890"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(send(METHOD_POST, &boxes, arena_printf(arena, "caja=2.2&caja=%s", bad[i])));
        assert_null(form_text(&rq, 0));
        assert_int_equal(form_number(&rq, 0), 0);
    }
}

/* Boxes of a list: each among its options, each once. */
static void test_several(void **state) {
    (void)state;
    static const struct option options[] = {{"15", "A"}, {"03", "B"}, {"1", "C"}, {NULL, NULL}};
    static const struct field fields[] = {
        {.name = "de", .label = "Para quiénes", .kind = F_CHECKS, .options = options}};
    static const struct form several = FORM(fields);
    assert_true(send(METHOD_POST, &several, "de=15&de=03"));
    assert_string_equal(form_text(&rq, 0), "15,03");
    assert_true(str_listed(form_text(&rq, 0), "03"));
    assert_false(str_listed(form_text(&rq, 0), "1"));
    assert_false(str_listed(NULL, "1"));
    assert_true(form_check_options(&rq));
    assert_true(send(METHOD_POST, &several, ""));
    assert_null(form_text(&rq, 0));
    static const char *const bad[] = {"de=15&de=15", "de=9", "de=15&de=9",
                                      "de=15,,03",   "de=,", "de=15,"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(send(METHOD_POST, &several, bad[i]));
        assert_null(form_text(&rq, 0));
    }
    static const struct option fewer[] = {{"15", "A"}, {NULL, NULL}};
    assert_true(send(METHOD_POST, &several, "de=15&de=03"));
    form_options(&rq, 0, fewer);
    assert_false(form_check_options(&rq));
}

static void test_boxes_bound(void **state) {
    (void)state;
    char body[REQUEST_IDS_MAX * 9 + 10] = "";
    for (int i = 0; i < REQUEST_IDS_MAX; i++) {
        memcpy(body + strlen(body), i == 0 ? "caja=1.1" : "&caja=1.1", i == 0 ? 9 : 10);
    }
    assert_true(send(METHOD_POST, &boxes, body));
    assert_int_equal(form_number(&rq, 0), REQUEST_IDS_MAX);
    assert_false(send(METHOD_POST, &boxes, arena_printf(arena, "%s&caja=1.1", body)));
    assert_string_equal(rq.form->v[0].error, "Personas: marque 200 como máximo.");
    assert_true(send(METHOD_GET, &boxes, "caja=1.1&caja=2.1"));
    assert_null(form_text(&rq, 0));
}

static void test_very_long(void **state) {
    (void)state;
    const char *body = arena_printf(arena, "%0*d", 60000, 0);
    for (size_t i = 0; i < N; i++) {
        bool zero_is_fine = i == NUMERO || i == LIBRE;
        assert_true(refused(i, body) != zero_is_fine);
    }
}

/* A GET carries only what the table lets into its URL, and is no sending. */
static void test_get(void **state) {
    (void)state;
    assert_true(send(METHOD_GET, &required, ""));
    assert_false(rq.form->submitted);
    assert_true(send(METHOD_GET, &required, "texto=abc&clave=secreta&numero=7"));
    assert_string_equal(form_text(&rq, TEXTO), "abc");
    assert_null(form_text(&rq, CLAVE));
    assert_null(form_text(&rq, NUMERO));
    assert_false(send(METHOD_GET, &optional, "texto=XXX&fecha=31/02/2022&id=0&casilla=7"));
    for (size_t i = 0; i < N; i++) {
        assert_null(form_text(&rq, i));
        assert_null(form_number_opt(&rq, i));
        assert_true(date_none(form_date(&rq, i)));
        assert_false(form_checked(&rq, i));
    }
}

static void test_first_values(void **state) {
    (void)state;
    send(METHOD_GET, &optional, "texto=abc");
    form_set(&rq, TEXTO, "zzz");
    form_set(&rq, AREA, "nuevo");
    assert_string_equal(rq.form->v[TEXTO].raw, "abc");
    assert_string_equal(rq.form->v[AREA].raw, "nuevo");
    post("texto=");
    form_set(&rq, TEXTO, "zzz");
    assert_string_equal(rq.form->v[TEXTO].raw, "");
    assert_true(form_ok(&rq));
    assert_int_equal(form_error(&rq, TEXTO, "No."), HTTP_UNPROCESSABLE);
    assert_false(form_ok(&rq));
    post("");
    assert_int_equal(form_error_all(&rq, "No."), HTTP_UNPROCESSABLE);
    assert_false(form_ok(&rq));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_absent_and_empty),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_mail),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_phone_and_document),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_control_everywhere),
        cmocka_unit_test(test_nul_never_arrives),
        cmocka_unit_test(test_repeated),
        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_several),
        cmocka_unit_test(test_boxes_bound),
        cmocka_unit_test(test_very_long),
        cmocka_unit_test(test_get),
        cmocka_unit_test(test_first_values),
    };
    return cmocka_run_group_tests_name("form", tests, start, finish);
}
