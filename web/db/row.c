/* Decoding and encoding of values. Fields are reached by offset, so every access is a memcpy. */
#include "db/row.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"
#include "core/time.h"

static const void *field(const struct db_col *c, const void *row) {
    return (const char *)row + c->offset;
}

/* The value itself; for a nullable number the value behind the pointer, or NULL. */
static const void *number(const struct db_col *c, const void *row) {
    const void *p = field(c, row);

    if (c->nullable) {
        memcpy(&p, p, sizeof p);
    }
    return p;
}

static const char *bind_date(const struct db_col *c, const void *in, struct arena *a) {
    struct date d;

    memcpy(&d, field(c, in), sizeof d);
    return date_none(d) ? NULL : date_iso(a, d);
}

static const char *bind_instant(const struct db_col *c, const void *in, struct arena *a) {
    struct instant t;

    memcpy(&t, field(c, in), sizeof t);
    if (date_none(t.date)) {
        return NULL;
    }
    return arena_printf(a, "%04d-%02d-%02d %02d:%02d:%02d", t.date.year, t.date.month, t.date.day,
                        t.hour, t.minute, t.second);
}

static const char *bind_number(const struct db_col *c, const void *in, struct arena *a) {
    const void *p = number(c, in);
    int64_t i8;
    int32_t i4;
    double f8;
    bool b;

    if (!p) {
        return NULL;
    }
    switch (c->type) {
    case DB_INT8: memcpy(&i8, p, sizeof i8); return arena_printf(a, "%lld", (long long)i8);
    case DB_INT4: memcpy(&i4, p, sizeof i4); return arena_printf(a, "%ld", (long)i4);
    case DB_FLOAT8: memcpy(&f8, p, sizeof f8); return arena_printf(a, "%.17g", f8);
    case DB_BOOL: memcpy(&b, p, sizeof b); return b ? "t" : "f";
    case DB_TEXT:
    case DB_DATE:
    case DB_INSTANT: break;
    }
    return NULL;
}

static const char *bind(const struct db_col *c, const void *in, struct arena *a) {
    const char *s;

    switch (c->type) {
    case DB_TEXT: memcpy(&s, field(c, in), sizeof s); return s;
    case DB_DATE: return bind_date(c, in, a);
    case DB_INSTANT: return bind_instant(c, in, a);
    case DB_INT8:
    case DB_INT4:
    case DB_FLOAT8:
    case DB_BOOL: break;
    }
    return bind_number(c, in, a);
}

enum err row_bind(const struct db_stmt *stmt, const void *in, struct arena *a,
                  const char *const **values) {
    const char **v = arena_calloc(a, stmt->n_in + 1, sizeof *v);

    *values = v;
    for (size_t i = 0; i < stmt->n_in; i++) {
        const struct db_col *c = &stmt->in[i];
        v[i] = bind(c, in, a);
        if (!v[i] && !c->nullable) {
            log_line(LOG_ERROR, "msg=\"argument missing\" query=%s argument=%s", stmt->name,
                     c->name);
            return ERR_INTERNAL;
        }
    }
    return ERR_OK;
}

static bool read_int(const char *s, int64_t min, int64_t max, int64_t *out) {
    char *end;

    errno = 0;
    long long v = strtoll(s, &end, 10);
    *out = v;
    return errno == 0 && end != s && *end == '\0' && v >= min && v <= max;
}

/* Stores n bytes of a value, or a pointer to a copy of them when the column is nullable. */
static void put(const struct db_col *c, struct arena *a, char *at, const void *value, size_t n) {
    if (c->nullable) {
        const void *copy = memcpy(arena_alloc(a, n), value, n);
        memcpy(at, &copy, sizeof copy);
    } else {
        memcpy(at, value, n);
    }
}

static bool read_number(const struct db_col *c, struct arena *a, const char *s, char *at) {
    int64_t i8;
    int32_t i4;
    double f8;
    bool b = s[0] == 't';
    char *end;

    if (c->type == DB_BOOL) {
        put(c, a, at, &b, sizeof b);
        return (s[0] == 't' || s[0] == 'f') && s[1] == '\0';
    }
    if (c->type == DB_FLOAT8) {
        f8 = strtod(s, &end);
        put(c, a, at, &f8, sizeof f8);
        return end != s && *end == '\0';
    }
    if (c->type == DB_INT4) {
        bool fits = read_int(s, INT32_MIN, INT32_MAX, &i8);
        i4 = (int32_t)(fits ? i8 : 0);
        put(c, a, at, &i4, sizeof i4);
        return fits;
    }
    bool whole = read_int(s, INT64_MIN, INT64_MAX, &i8);
    put(c, a, at, &i8, sizeof i8);
    return whole;
}

/* YYYY-MM-DD and nothing else: "infinity" and years of five digits do not fit in a date. */
static bool read_date(const char *s, struct date *d) {
    int64_t part[3];
    char digits[3][5] = {{0}};

    if (strlen(s) != 10 || s[4] != '-' || s[7] != '-') {
        return false;
    }
    memcpy(digits[0], s, 4);
    memcpy(digits[1], s + 5, 2);
    memcpy(digits[2], s + 8, 2);
    for (int i = 0; i < 3; i++) {
        if (!read_int(digits[i], 1, 9999, &part[i])) {
            return false;
        }
    }
    *d = (struct date){(int16_t)part[0], (int8_t)part[1], (int8_t)part[2]};
    return true;
}

static bool read_value(const struct db_col *c, struct arena *a, const char *s, char *at) {
    struct date d = {0};
    struct instant t = {0};
    bool fine;

    switch (c->type) {
    case DB_TEXT: memcpy(at, &s, sizeof s); return true;
    case DB_DATE:
        fine = read_date(s, &d);
        memcpy(at, &d, sizeof d);
        return fine;
    case DB_INSTANT:
        fine = instant_parse(s, &t);
        memcpy(at, &t, sizeof t);
        return fine;
    case DB_INT8:
    case DB_INT4:
    case DB_FLOAT8:
    case DB_BOOL: break;
    }
    return read_number(c, a, s, at);
}

enum err row_read(const struct db_stmt *stmt, const PGresult *res, int r, struct arena *a,
                  void *row) {
    if (PQnfields(res) != (int)stmt->out.n) {
        log_line(LOG_ERROR, "msg=\"columns differ\" query=%s columns=%d expected=%zu", stmt->name,
                 PQnfields(res), stmt->out.n);
        return ERR_INTERNAL;
    }
    memset(row, 0, stmt->out.row_size); /* null is all zeroes */
    for (size_t i = 0; i < stmt->out.n; i++) {
        const struct db_col *c = &stmt->out.cols[i];
        bool null = PQgetisnull(res, r, (int)i) == 1;

        if (null && c->nullable) {
            continue;
        }
        if (null || !read_value(c, a, PQgetvalue(res, r, (int)i), (char *)row + c->offset)) {
            log_line(LOG_ERROR, "msg=\"%s\" query=%s column=%s",
                     null ? "null in a column that is not nullable" : "value not understood",
                     stmt->name, c->name);
            return ERR_INTERNAL;
        }
    }
    return ERR_OK;
}
