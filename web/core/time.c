#include "core/time.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Peru has no daylight saving time; the law of the hour is a constant here. */
enum { LIMA_OFFSET_S = -5 * 3600 };

bool date_none(struct date d) {
    return d.year == 0;
}

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

static bool make(int year, int month, int day, struct date *out) {
    if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month)) {
        return false;
    }
    *out = (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
    return true;
}

/* Up to `max` digits; the count read, or 0. */
static int digits(const char **s, int max, int *out) {
    int n = 0;
    *out = 0;
    while (n < max && isdigit((unsigned char)**s)) {
        *out = *out * 10 + (**s - '0');
        (*s)++;
        n++;
    }
    return n;
}

bool date_parse(const char *s, struct date *out) {
    int a = 0, b = 0, c = 0;
    while (*s == ' ') {
        s++;
    }
    int first = digits(&s, 4, &a);
    char sep = *s;
    if (first == 0 || first == 3 || (sep != '/' && sep != '-' && sep != '.')) {
        return false;
    }
    s++;
    if (digits(&s, 2, &b) == 0 || *s != sep) {
        return false;
    }
    s++;
    int last = digits(&s, 4, &c);
    while (*s == ' ') {
        s++;
    }
    if (*s != '\0' || last == 0) {
        return false;
    }
    if (first == 4) {
        return sep == '-' && last <= 2 && make(a, b, c, out);
    }
    return last == 4 && make(c, b, a, out);
}

int date_cmp(struct date a, struct date b) {
    int x = a.year * 10000 + a.month * 100 + a.day;
    int y = b.year * 10000 + b.month * 100 + b.day;
    return (x > y) - (x < y);
}

/* Days since 1970-01-01 and back, in eras of 400 years (146,097 days) that start on 1 March. */
static int to_days(struct date d) {
    int y = d.year - (d.month <= 2 ? 1 : 0);
    int era = y / 400;
    int yoe = y - era * 400;
    int doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

static struct date from_days(int z) {
    z += 719468;
    int era = z / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int month = mp + (mp < 10 ? 3 : -9);
    int year = yoe + era * 400 + (month <= 2 ? 1 : 0);
    return (struct date){(int16_t)year, (int8_t)month, (int8_t)(doy - (153 * mp + 2) / 5 + 1)};
}

struct date date_add_days(struct date d, int days) {
    return from_days(to_days(d) + days);
}

int date_days_between(struct date from, struct date to) {
    return to_days(to) - to_days(from);
}

struct date date_today(void) {
    struct date d;
    const char *fixed = getenv("PORTAL_HOY");
    if (fixed != NULL && date_parse(fixed, &d)) {
        return d;
    }
    return from_days((int)((time(NULL) + LIMA_OFFSET_S) / 86400));
}

char *date_iso(struct arena *a, struct date d) {
    return date_none(d) ? arena_strdup(a, "")
                        : arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

char *date_short(struct arena *a, struct date d) {
    return date_none(d) ? arena_strdup(a, "")
                        : arena_printf(a, "%02d/%02d/%04d", d.day, d.month, d.year);
}

char *date_long(struct arena *a, struct date d) {
    static const char *const months[] = {"enero",     "febrero", "marzo",     "abril",
                                         "mayo",      "junio",   "julio",     "agosto",
                                         "setiembre", "octubre", "noviembre", "diciembre"};
    return date_none(d) ? arena_strdup(a, "")
                        : arena_printf(a, "%d de %s de %d", d.day, months[d.month - 1], d.year);
}

/* "00:00:00", and whatever follows. */
static bool clock_parse(const char *s, int out[3]) {
    for (int i = 0; i < 3; i++) {
        if (i > 0 && *s++ != ':') {
            return false;
        }
        if (digits(&s, 2, &out[i]) != 2) {
            return false;
        }
    }
    return out[0] <= 23 && out[1] <= 59 && out[2] <= 60;
}

bool instant_parse(const char *s, struct instant *out) {
    char day[11] = "";
    int clock[3] = {0};
    struct instant t = {0};
    if (strlen(s) < 19 || s[10] != ' ' || !clock_parse(s + 11, clock)) {
        return false;
    }
    memcpy(day, s, 10);
    if (day[4] != '-' || day[7] != '-' || !date_parse(day, &t.date)) {
        return false;
    }
    t.hour = (int8_t)clock[0];
    t.minute = (int8_t)clock[1];
    t.second = (int8_t)clock[2];
    *out = t;
    return true;
}

char *instant_short(struct arena *a, struct instant t) {
    return date_none(t.date) ? arena_strdup(a, "")
                             : arena_printf(a, "%02d/%02d/%04d %02d:%02d", t.date.day, t.date.month,
                                            t.date.year, t.hour, t.minute);
}

int64_t time_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
