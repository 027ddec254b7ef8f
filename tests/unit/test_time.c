/* Dates as people write them, days that do not exist, and arithmetic over leap years. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/time.h"

static struct arena *arena;

static int start(void **state) {
    (void)state;
    arena = arena_new((size_t)1 << 20);
    return 0;
}

static int finish(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void test_forms(void **state) {
    (void)state;
    static const struct {
        const char *text, *iso;
    } all[] = {
        {"12/10/2022", "2022-10-12"}, {"12-10-2022", "2022-10-12"},
        {"12.10.2022", "2022-10-12"}, {"2022-10-12", "2022-10-12"},
        {"1/2/2022", "2022-02-01"},   {"01/02/2022", "2022-02-01"},
        {"2022-1-2", "2022-01-02"},   {"  12/10/2022  ", "2022-10-12"},
        {"29/02/2000", "2000-02-29"}, {"29/02/2024", "2024-02-29"},
        {"1/1/1900", "1900-01-01"},   {"31/12/2100", "2100-12-31"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct date d = {0};
        assert_true(date_parse(all[i].text, &d));
        assert_string_equal(date_iso(arena, d), all[i].iso);
    }
}

static void test_refused(void **state) {
    (void)state;
    static const char *const bad[] = {
        "",
        " ",
        "hoy",
        "12/10/22",
        "12/10",
        "12/10/",
        "/10/2022",
        "12//2022",
        "31/02/2022",
        "30/02/2024",
        "29/02/1900",
        "29/02/2023",
        "29/02/2100",
        "31/04/2022",
        "31/06/2022",
        "31/09/2022",
        "31/11/2022",
        "00/10/2022",
        "12/00/2022",
        "12/13/2022",
        "32/01/2022",
        "2022-13-01",
        "2022-00-10",
        "2022-02-30",
        "12/10/1899",
        "12/10/2101",
        "12/10/0000",
        "12/10/20222",
        "12/10/02022",
        "012/10/2022",
        "12/010/2022",
        "2022/10/12",
        "2022.10.12",
        "12/10-2022",
        "12 10 2022",
        "12102022",
        "20221012",
        "-1/10/2022",
        "+1/10/2022",
        "1e1/1/2022",
        "12/10/2022x",
        "x12/10/2022",
        "12/10/2022 00:00",
        "\t12/10/2022",
        "12/10/2022\n",
        "１２/10/2022",
        "2022-10-12T00:00",
        "99999999999999999999/1/2022",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct date d = {.year = 7};
        assert_false(date_parse(bad[i], &d));
        assert_int_equal(d.year, 7);
    }
}

static void test_every_day(void **state) {
    (void)state;
    struct date d = {1900, 1, 1}, last = {2100, 12, 31};
    int days = 0;
    for (; date_cmp(d, last) != 0; days++) {
        struct date next = date_add_days(d, 1), read = {0};
        assert_int_equal(date_cmp(d, next), -1);
        assert_int_equal(date_days_between(d, next), 1);
        assert_int_equal(date_cmp(date_add_days(next, -1), d), 0);
        assert_true(date_parse(date_short(arena, next), &read));
        assert_int_equal(date_cmp(read, next), 0);
        arena_reset(arena);
        d = next;
    }
    assert_int_equal(days, 73413); /* 201 years, 49 of them leap */
    assert_int_equal(date_days_between(last, (struct date){1900, 1, 1}), -73413);
}

static void test_shown(void **state) {
    (void)state;
    struct date d = {2022, 9, 5}, none = {0};
    assert_string_equal(date_short(arena, d), "05/09/2022");
    assert_string_equal(date_long(arena, d), "5 de setiembre de 2022");
    assert_true(date_none(none));
    assert_false(date_none(d));
    assert_string_equal(date_short(arena, none), "");
    assert_string_equal(date_iso(arena, none), "");
    assert_string_equal(date_long(arena, none), "");
    assert_string_equal(instant_short(arena, (struct instant){0}), "");
}

static void test_instant(void **state) {
    (void)state;
    static const char *const bad[] = {
        "",
        "2022-10-12",
        "2022-10-12 14:05",
        "2022-02-30 14:05:09",
        "2022-10-12 24:00:00",
        "2022-10-12 14:60:00",
        "2022-10-12 14:05:61",
        "infinity",
        "-infinity",
        "12/10/2022 14:05:09",
        "1776-07-04 10:00:00-05",
        "2022-10-12 14:05:-1",
        "2022-10-12 +4:05:09",
        "2022-10-12  4:05:09",
        "2022-10-12T14:05:09",
        "12-10-2022 14:05:09",
        "2022-1-12  14:05:09",
        "12022-10-12 14:05:09",
        "0022-10-12 14:05:09 BC",
    };
    struct instant t = {0};
    assert_true(instant_parse("2022-10-12 14:05:09.123-05", &t));
    assert_string_equal(instant_short(arena, t), "12/10/2022 14:05");
    assert_int_equal(t.second, 9);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(instant_parse(bad[i], &t));
    }
    assert_int_equal(t.second, 9);
}

static void test_today(void **state) {
    (void)state;
    assert_int_equal(setenv("PORTAL_HOY", "2022-10-12", 1), 0);
    assert_int_equal(date_cmp(date_today(), (struct date){2022, 10, 12}), 0);
    assert_int_equal(setenv("PORTAL_HOY", "mañana", 1), 0);
    assert_in_range(date_today().year, 2023, 2100);
    assert_int_equal(unsetenv("PORTAL_HOY"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),     cmocka_unit_test(test_refused),
        cmocka_unit_test(test_every_day), cmocka_unit_test(test_shown),
        cmocka_unit_test(test_instant),   cmocka_unit_test(test_today),
    };
    return cmocka_run_group_tests_name("time", tests, start, finish);
}
