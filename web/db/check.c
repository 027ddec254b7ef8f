/* The declared columns of a statement against PostgreSQL's description of it. */
#include "db/check.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
    OID_BOOL = 16,
    OID_NAME = 19,
    OID_INT8 = 20,
    OID_INT4 = 23,
    OID_TEXT = 25,
    OID_FLOAT8 = 701,
    OID_BPCHAR = 1042,
    OID_VARCHAR = 1043,
    OID_DATE = 1082,
    OID_TIMESTAMPTZ = 1184
};

Oid check_oid(enum db_type type) {
    switch (type) {
    case DB_INT8: return OID_INT8;
    case DB_INT4: return OID_INT4;
    case DB_BOOL: return OID_BOOL;
    case DB_TEXT: return OID_TEXT;
    case DB_DATE: return OID_DATE;
    case DB_INSTANT: return OID_TIMESTAMPTZ;
    case DB_FLOAT8: return OID_FLOAT8;
    }
    return 0;
}

void check_types(const struct db_stmt *stmt, Oid types[CHECK_MAX_ARGS]) {
    assert(stmt->n_in <= CHECK_MAX_ARGS);
    for (size_t i = 0; i < stmt->n_in; i++) {
        types[i] = check_oid(stmt->in[i].type);
    }
}

static bool type_fits(enum db_type type, Oid oid) {
    if (type == DB_TEXT && (oid == OID_VARCHAR || oid == OID_BPCHAR || oid == OID_NAME)) {
        return true;
    }
    return oid == check_oid(type);
}

bool check_columns(const struct db_stmt *stmt, const PGresult *described, char *why, size_t cap) {
    int n = PQnfields(described);

    if (stmt->shape == DB_EXEC) {
        return true; /* SELECT of a function that answers nothing is fine */
    }
    if (n != (int)stmt->out.n) {
        (void)snprintf(why, cap, "%d columns, declared %zu", n, stmt->out.n);
        return false;
    }
    for (int i = 0; i < n; i++) {
        const struct db_col *c = &stmt->out.cols[i];
        if (strcmp(PQfname(described, i), c->name) != 0) {
            (void)snprintf(why, cap, "column %d is '%s', declared '%s'", i + 1,
                           PQfname(described, i), c->name);
            return false;
        }
        if (!type_fits(c->type, PQftype(described, i))) {
            (void)snprintf(why, cap, "column '%s' has type oid %u, declared %u", c->name,
                           PQftype(described, i), check_oid(c->type));
            return false;
        }
    }
    return true;
}
