/* Dates and moments. A date is a day in Peru; a moment is stored as timestamptz and shown in
 * America/Lima (UTC-5 all year since 1994), never in the zone of the process. */
#ifndef CORE_TIME_H
#define CORE_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"

/* year 0 means "no date". */
struct date {
    int16_t year;
    int8_t month, day;
};

/* A moment on Lima's clock; date.year 0 means "none". */
struct instant {
    struct date date;
    int8_t hour, minute, second;
};

bool date_none(struct date d);
/* 12/10/2022, 12-10-2022, 12.10.2022 (day first) or 2022-10-12, spaces around allowed; one-digit
 * days and months too. False when it is not a day of the calendar from 1900 to 2100. */
bool date_parse(const char *s, struct date *out);
/* -1, 0, 1 */
int date_cmp(struct date a, struct date b);
struct date date_add_days(struct date d, int days);
int date_days_between(struct date from, struct date to);
struct date date_today(void); /* in Lima, by the system clock or PORTAL_HOY in tests */
char *date_iso(struct arena *a, struct date d);   /* 2022-10-12, "" for none */
char *date_short(struct arena *a, struct date d); /* 12/10/2022, "" for none */
char *date_long(struct arena *a, struct date d);  /* 12 de octubre de 2022 */
/* "2022-10-12 14:05:09.123-05" as PostgreSQL prints it with TimeZone America/Lima. */
bool instant_parse(const char *s, struct instant *out);
char *instant_short(struct arena *a, struct instant t); /* 12/10/2022 14:05 */
/* Milliseconds of the monotonic clock. */
int64_t time_ms(void);

#endif
