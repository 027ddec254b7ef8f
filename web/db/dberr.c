/* SQLSTATE -> outcome, in one table. */
#include "db/dberr.h"

#include <stdio.h>
#include <string.h>

#include "core/log.h"

/* By prefix, the first that fits; anything else is ERR_INTERNAL. */
static const struct {
    const char *prefix;
    enum err err;
    bool drops;
} table[] = {
    {"23505", ERR_INVALID, false},   /* unique_violation */
    {"23514", ERR_INVALID, false},   /* check_violation */
    {"23P01", ERR_INVALID, false},   /* exclusion_violation */
    {"23503", ERR_INVALID, false},   /* foreign_key_violation */
    {"40001", ERR_AGAIN, false},     /* serialization_failure */
    {"40P01", ERR_AGAIN, false},     /* deadlock_detected */
    {"55P03", ERR_BUSY, false},      /* lock_not_available */
    {"57014", ERR_BUSY, false},      /* query_canceled: statement_timeout */
    {"57P0", ERR_BUSY, true},        /* shutdown, crash, cannot connect now */
    {"25P03", ERR_BUSY, true},       /* idle_in_transaction_session_timeout */
    {"53100", ERR_BUSY, true},       /* disk_full */
    {"53", ERR_BUSY, false},         /* insufficient resources */
    {"08", ERR_BUSY, true},          /* connection exception */
    {"P0002", ERR_NOT_FOUND, false}, /* no_data_found, raised by our functions */
    {"02000", ERR_NOT_FOUND, false},
    {"42501", ERR_FORBIDDEN, false}, /* privilege, or the check of a row's policy */
    {"25006", ERR_INTERNAL, true},   /* read_only_sql_transaction: a page, or a standby */
    {"26000", ERR_INTERNAL, true},   /* our prepared statement is gone */
    {"0A000", ERR_INTERNAL, true},   /* "cached plan must not change result type" */
};

static int find(const char *sqlstate) {
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strncmp(sqlstate, table[i].prefix, strlen(table[i].prefix)) == 0) {
            return (int)i;
        }
    }
    return -1;
}

enum err dberr_class(const char *sqlstate, const char *constraint) {
    int i = find(sqlstate);

    if (i < 0) {
        return ERR_INTERNAL;
    }
    if (table[i].err == ERR_INVALID && constraint[0] == '\0') {
        return ERR_INTERNAL;
    }
    return table[i].err;
}

bool dberr_drops(const char *sqlstate) {
    int i = find(sqlstate);

    return i >= 0 && table[i].drops;
}

void dberr_message(char *out, size_t cap, const char *message, bool hide_values) {
    size_t n = 0;

    for (const char *s = message; *s && n + 1 < cap; s++) {
        if (*s == '"' && hide_values) {
            break;
        }
        unsigned char c = (unsigned char)*s;
        out[n++] = (char)(c == '"' || c == '\\' ? '\'' : c < ' ' || c == 127 ? ' ' : c);
    }
    while (n > 0 && out[n - 1] == ' ') {
        n--;
    }
    out[n] = '\0';
}

static void put_field(char *out, size_t cap, const PGresult *r, int code) {
    const char *s = r ? PQresultErrorField(r, code) : NULL;

    (void)snprintf(out, cap, "%s", s ? s : "");
}

void dberr_clear(struct dberr *d) {
    *d = (struct dberr){0};
    d->fault.constraint = d->constraint;
    d->fault.column = d->column;
    d->fault.message = d->message;
}

enum err dberr_read(struct dberr *d, const PGresult *r) {
    const char *message = r ? PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY) : NULL;

    dberr_clear(d);
    put_field(d->fault.sqlstate, sizeof d->fault.sqlstate, r, PG_DIAG_SQLSTATE);
    if (d->fault.sqlstate[0] == '\0') {
        (void)snprintf(d->fault.sqlstate, sizeof d->fault.sqlstate, "08006");
    }
    put_field(d->constraint, sizeof d->constraint, r, PG_DIAG_CONSTRAINT_NAME);
    put_field(d->column, sizeof d->column, r, PG_DIAG_COLUMN_NAME);
    dberr_message(d->message, sizeof d->message, message ? message : "connection lost or too slow",
                  strncmp(d->fault.sqlstate, "22", 2) == 0);
    return dberr_class(d->fault.sqlstate, d->constraint);
}

void dberr_log(const struct dberr *d, const char *query) {
    log_line(LOG_ERROR, "msg=\"database: %s\" query=%s sqlstate=%s constraint=%s column=%s",
             d->message, query, d->fault.sqlstate, d->constraint[0] ? d->constraint : "-",
             d->column[0] ? d->column : "-");
}
