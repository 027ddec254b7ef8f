/* What each SQLSTATE means, and what of the server's message may reach the log. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db/dberr.h"

static void test_class(void **state) {
    (void)state;
    static const struct {
        const char *code;
        enum err err;
        bool drops;
    } all[] = {
        {"23505", ERR_INVALID, false},   {"23514", ERR_INVALID, false},
        {"23P01", ERR_INVALID, false},   {"23503", ERR_INVALID, false},
        {"23502", ERR_INTERNAL, false},  {"40001", ERR_AGAIN, false},
        {"40P01", ERR_AGAIN, false},     {"55P03", ERR_BUSY, false},
        {"57014", ERR_BUSY, false},      {"57P01", ERR_BUSY, true},
        {"57P02", ERR_BUSY, true},       {"57P03", ERR_BUSY, true},
        {"57P05", ERR_BUSY, true},       {"25P03", ERR_BUSY, true},
        {"53100", ERR_BUSY, true},       {"53300", ERR_BUSY, false},
        {"08006", ERR_BUSY, true},       {"P0002", ERR_NOT_FOUND, false},
        {"42501", ERR_FORBIDDEN, false}, {"42P01", ERR_INTERNAL, false},
        {"22P02", ERR_INTERNAL, false},  {"25006", ERR_INTERNAL, true},
        {"26000", ERR_INTERNAL, true},   {"0A000", ERR_INTERNAL, true},
        {"P0001", ERR_INTERNAL, false},  {"XX000", ERR_INTERNAL, false},
        {"", ERR_INTERNAL, false},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        assert_int_equal(dberr_class(all[i].code, "t_c_key"), all[i].err);
        assert_int_equal(dberr_drops(all[i].code), all[i].drops);
    }
    /* Without its name no form can show it. */
    assert_int_equal(dberr_class("23514", ""), ERR_INTERNAL);
}

static void test_lost(void **state) {
    (void)state;
    struct dberr d;

    assert_int_equal(dberr_read(&d, NULL), ERR_BUSY);
    assert_string_equal(d.fault.sqlstate, "08006");
    assert_string_equal(d.fault.constraint, "");
    assert_string_equal(d.fault.column, "");
}

static void test_message(void **state) {
    (void)state;
    char out[256], few[5];

    dberr_message(out, sizeof out, "a \"b\"\nc\\d\t \n", false);
    assert_string_equal(out, "a 'b' c'd");
    dberr_message(out, sizeof out, "invalid input syntax for type date: \"1 de enero\"", true);
    assert_string_equal(out, "invalid input syntax for type date:");
    dberr_message(few, sizeof few, "abcdefg", false);
    assert_string_equal(few, "abcd");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_class),
        cmocka_unit_test(test_lost),
        cmocka_unit_test(test_message),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
