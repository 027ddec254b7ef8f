/* Dates and moments: what is read is a day of the calendar, and is read the same when written. */
#include "core/time.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    const char *s = arena_strndup(a, (const char *)data, size);
    struct date d = {0}, again = {0};
    struct instant t = {0};
    if (date_parse(s, &d)) {
        REQUIRE(d.year >= 1900 && d.year <= 2100);
        REQUIRE(date_parse(date_short(a, d), &again) && date_cmp(d, again) == 0);
        REQUIRE(date_parse(date_iso(a, d), &again) && date_cmp(d, again) == 0);
        REQUIRE(date_cmp(date_add_days(date_add_days(d, 1), -1), d) == 0);
        REQUIRE(*date_long(a, d) != '\0');
    }
    if (instant_parse(s, &t)) {
        REQUIRE(t.hour >= 0 && t.hour < 24 && t.minute >= 0 && t.minute < 60 && t.second >= 0);
        REQUIRE(*instant_short(a, t) != '\0');
    }
    return 0;
}
