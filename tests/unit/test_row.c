/* Values between C structs and PostgreSQL's text, on results made by hand: no server. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/log.h"
#include "core/time.h"
#include "db/row.h"

struct sample {
    int64_t id;
    const int64_t *big;
    const int32_t *n;
    const bool *yes;
    const double *weight;
    const char *text;
    struct date day;
    struct instant at;
};

static const struct db_col cols[] = {
    {"id", DB_INT8, false, offsetof(struct sample, id)},
    {"big", DB_INT8, true, offsetof(struct sample, big)},
    {"n", DB_INT4, true, offsetof(struct sample, n)},
    {"yes", DB_BOOL, true, offsetof(struct sample, yes)},
    {"weight", DB_FLOAT8, true, offsetof(struct sample, weight)},
    {"text", DB_TEXT, true, offsetof(struct sample, text)},
    {"day", DB_DATE, true, offsetof(struct sample, day)},
    {"at", DB_INSTANT, true, offsetof(struct sample, at)},
};
enum { N = sizeof cols / sizeof *cols };

static const struct db_stmt stmt = {.name = "test_sample",
                                    .in = cols,
                                    .n_in = N,
                                    .out = {cols, N, sizeof(struct sample)},
                                    .shape = DB_ONE};
static struct arena *arena;

static int start(void **state) {
    (void)state;
    log_set_level((enum log_level)(LOG_ERROR + 1));
    arena = arena_new((size_t)1024 * 1024);
    return 0;
}

static int stop(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void clear(void *r) {
    PQclear(r);
}

/* A result of one row; NULL is null. */
static PGresult *result(const char *const values[], int n) {
    static char names[N + 1][8];
    PGresAttDesc desc[N + 1] = {{0}};
    PGresult *r = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);

    for (int i = 0; i < n; i++) {
        names[i][0] = (char)('a' + i);
        desc[i].name = names[i];
    }
    assert_int_equal(PQsetResultAttrs(r, n, desc), 1);
    for (int i = 0; i < n; i++) {
        char *copy = arena_strdup(arena, values[i]);
        assert_int_equal(PQsetvalue(r, 0, i, copy, copy ? (int)strlen(copy) : -1), 1);
    }
    arena_defer(arena, clear, r);
    return r;
}

static enum err read_with(int column, const char *value, struct sample *s) {
    const char *v[N] = {"1", "2", "3", "t", "0.5", "x", "2022-10-12", "2022-10-12 14:05:09-05"};

    v[column] = value;
    return row_read(&stmt, result(v, N), 0, arena, s);
}

static void test_read(void **state) {
    (void)state;
    struct sample s;

    assert_int_equal(read_with(1, "-9223372036854775808", &s), ERR_OK);
    assert_true(s.id == 1 && *s.big == INT64_MIN && *s.n == 3 && *s.yes && *s.weight > 0.4);
    assert_string_equal(s.text, "x");
    assert_true(s.day.year == 2022 && s.day.month == 10 && s.day.day == 12);
    assert_true(s.at.date.day == 12 && s.at.hour == 14 && s.at.minute == 5 && s.at.second == 9);
}

static void test_read_null(void **state) {
    (void)state;
    const char *v[N] = {"1"};
    struct sample s;

    memset(&s, 0x55, sizeof s);
    assert_int_equal(row_read(&stmt, result(v, N), 0, arena, &s), ERR_OK);
    assert_true(!s.big && !s.n && !s.yes && !s.weight && !s.text && !s.day.year && !s.at.date.year);
    assert_int_equal(read_with(0, NULL, &s), ERR_INTERNAL);
}

static void test_read_refuses(void **state) {
    (void)state;
    static const struct {
        int column;
        const char *value;
    } bad[] = {{0, ""},           {0, "1x"},       {0, "9223372036854775808"},
               {2, "2147483648"}, {3, "true"},     {3, ""},
               {4, "0.5kg"},      {6, "infinity"}, {6, "10000-01-01"},
               {6, "2022-00-12"}, {7, "infinity"}, {7, "-infinity"}};
    struct sample s;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(read_with(bad[i].column, bad[i].value, &s), ERR_INTERNAL);
    }
}

static void test_read_other_columns(void **state) {
    (void)state;
    const char *v[N + 1] = {"1"};
    struct sample s;

    assert_int_equal(row_read(&stmt, result(v, N - 1), 0, arena, &s), ERR_INTERNAL);
    assert_int_equal(row_read(&stmt, result(v, N + 1), 0, arena, &s), ERR_INTERNAL);
}

static void test_bind(void **state) {
    (void)state;
    struct sample s = {.id = INT64_MIN,
                       .big = &(int64_t){INT64_MAX},
                       .n = &(int32_t){-5},
                       .yes = &(bool){false},
                       .weight = &(double){0.1},
                       .text = "ñandú 'x'",
                       .day = {2024, 2, 29},
                       .at = {{2024, 2, 9}, 3, 4, 5}};
    static const char *const expected[N] = {
        "-9223372036854775808", "9223372036854775807", "-5",         "f",
        "0.10000000000000001",  "ñandú 'x'",           "2024-02-29", "2024-02-09 03:04:05"};
    const char *const *v;

    assert_int_equal(row_bind(&stmt, &s, arena, &v), ERR_OK);
    for (int i = 0; i < N; i++) {
        assert_string_equal(v[i], expected[i]);
    }
}

static void test_bind_null(void **state) {
    (void)state;
    static const struct db_col needed[] = {{"text", DB_TEXT, false, offsetof(struct sample, text)}};
    static const struct db_stmt one = {.name = "test_needed", .in = needed, .n_in = 1};
    struct sample s = {.id = 0};
    const char *const *v;

    assert_int_equal(row_bind(&stmt, &s, arena, &v), ERR_OK);
    assert_string_equal(v[0], "0");
    for (int i = 1; i < N; i++) {
        assert_null(v[i]);
    }
    assert_int_equal(row_bind(&one, &s, arena, &v), ERR_INTERNAL);
    s.text = ""; /* empty is not missing */
    assert_int_equal(row_bind(&one, &s, arena, &v), ERR_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),         cmocka_unit_test(test_read_null),
        cmocka_unit_test(test_read_refuses), cmocka_unit_test(test_read_other_columns),
        cmocka_unit_test(test_bind),         cmocka_unit_test(test_bind_null),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
