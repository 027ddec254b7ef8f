#include "hoja/numero.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/time.h"

/* Days of year 9999, the last that a workbook knows. */
static const double DAY_LIMIT = 2958466;

static bool read(const char *raw, double *out) {
    char *end = NULL;
    *out = strtod(raw, &end);
    return end != raw && *end == '\0' && isfinite(*out) && strpbrk(raw, "xXnN") == NULL;
}

void numero_texto(const char *raw, char out[NUMERO_TEXTO_MAX]) {
    double x = 0;
    if (!read(raw, &x)) {
        snprintf(out, NUMERO_TEXTO_MAX, "%s", raw);
        return;
    }
    bool whole = fabs(x) < 1e15 && fabs(x - round(x)) < 1e-6;
    snprintf(out, NUMERO_TEXTO_MAX, whole ? "%.0f" : "%.15g", whole ? round(x) : x);
}

static void put_day(struct date d, char out[NUMERO_TEXTO_MAX]) {
    snprintf(out, NUMERO_TEXTO_MAX, "%02d/%02d/%04d", d.day, d.month, d.year);
}

bool numero_fecha(const char *raw, bool since_1904, char out[NUMERO_TEXTO_MAX]) {
    double x = 0;
    if (!read(raw, &x) || x < 1 || x >= DAY_LIMIT) {
        return false;
    }
    int days = (int)x;
    struct date zero = {1904, 1, 1};
    if (!since_1904) {
        /* Day 60 is a 29 February 1900 that never was. */
        zero = days < 60 ? (struct date){1899, 12, 31} : (struct date){1899, 12, 30};
    }
    put_day(date_add_days(zero, days), out);
    return true;
}

bool numero_iso(const char *raw, char out[NUMERO_TEXTO_MAX]) {
    char day[11] = {0};
    struct date d;
    if (strlen(raw) < 10 || (raw[10] != '\0' && raw[10] != 'T')) {
        return false;
    }
    memcpy(day, raw, 10);
    if (!date_parse(day, &d)) {
        return false;
    }
    put_day(d, out);
    return true;
}

bool formato_es_fecha(long id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
           (id >= 50 && id <= 58);
}

/* Past a part that is shown as it is: "text", [colour], \x, _x or *x. */
static const char *skip_literal(const char *p) {
    if (*p == '"' || *p == '[') {
        const char *end = strchr(p + 1, *p == '"' ? '"' : ']');
        return end != NULL ? end + 1 : p + strlen(p);
    }
    if (strchr("\\_*", *p) != NULL && p[1] != '\0') {
        return p + 2;
    }
    return p;
}

bool formato_codigo_es_fecha(const char *code) {
    if (strcmp(code, "General") == 0 || strcmp(code, "Standard") == 0) {
        return false;
    }
    for (const char *p = code; *p != '\0' && *p != ';';) {
        const char *after = skip_literal(p);
        if (after != p) {
            p = after;
            continue;
        }
        if (strchr("dy", tolower((unsigned char)*p)) != NULL) {
            return true;
        }
        p++;
    }
    return false;
}
