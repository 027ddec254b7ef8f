/* Opening a connection: libpq's own connect (it alone knows multi-host and its timeouts), then the
 * session's settings and every statement in one pipeline. */
#include "db/connect.h"

#include <stdio.h>

#include "core/log.h"
#include "core/time.h"
#include "db/check.h"
#include "db/dberr.h"

/* The connection is read-only unless BEGIN says otherwise, so a GET cannot write. The server gives
 * up a little before we do, so that a slow statement is an error, not a lost connection. */
static const char SETTINGS[] =
    "SELECT set_config('default_transaction_read_only', 'on', false),"
    " set_config('TimeZone', 'America/Lima', false), set_config('DateStyle', 'ISO', false),"
    " set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false),"
    " set_config('idle_in_transaction_session_timeout', $3, false)";

/* Before `dbname` come the defaults that a conninfo may change, after it what it may not. */
static PGconn *open_conn(const struct db_config *cfg) {
    static const char *const keys[] = {"connect_timeout",
                                       "tcp_user_timeout",
                                       "keepalives_idle",
                                       "keepalives_interval",
                                       "keepalives_count",
                                       "application_name",
                                       "dbname",
                                       "client_encoding",
                                       NULL};
    const char *const values[] = {"2",           "3000", "2", "1", "3", cfg->application_name,
                                  cfg->conninfo, "UTF8", NULL};

    return PQconnectdbParams(keys, values, 1);
}

static bool send_settings(const struct db_config *cfg, struct pipeline *p) {
    char statement[24], lock[24], idle[24];
    const char *const values[] = {statement, lock, idle};

    (void)snprintf(statement, sizeof statement, "%d", cfg->deadline_ms - cfg->deadline_ms / 10);
    (void)snprintf(lock, sizeof lock, "%d", cfg->deadline_ms / 2);
    (void)snprintf(idle, sizeof idle, "%d", 2 * cfg->deadline_ms);
    return PQsendQueryParams(p->conn, SETTINGS, 3, NULL, values, NULL, NULL, 0) == 1 &&
           pipeline_sync(p);
}

/* A sync after each, so that one that fails does not hide the others. */
static bool send_statements(struct pipeline *p) {
    for (const struct db_stmt *const *s = db_statements; *s; s++) {
        Oid types[CHECK_MAX_ARGS] = {0};
        check_types(*s, types);
        if (PQsendPrepare(p->conn, (*s)->name, (*s)->sql, (int)(*s)->n_in, types) != 1 ||
            PQsendDescribePrepared(p->conn, (*s)->name) != 1 || !pipeline_sync(p)) {
            return false;
        }
    }
    return true;
}

/* One statement's answer. */
static enum err judge(const struct db_stmt *stmt, const struct pipeline_answer *a) {
    struct dberr d;
    char why[256];

    if (a->error || a->lost) {
        enum err e = dberr_read(&d, a->error);
        dberr_log(&d, stmt ? stmt->name : "connect");
        return e == ERR_BUSY ? ERR_BUSY : ERR_INTERNAL;
    }
    if (stmt && !check_columns(stmt, a->last, why, sizeof why)) {
        log_line(LOG_ERROR, "msg=\"schema does not match: %s\" query=%s", why, stmt->name);
        return ERR_INTERNAL;
    }
    return ERR_OK;
}

static enum err take_all(struct pipeline *p) {
    struct pipeline_answer a = pipeline_take(p);
    enum err worst = judge(NULL, &a);
    bool lost = a.lost;

    pipeline_answer_free(&a);
    for (const struct db_stmt *const *s = db_statements; *s && !lost; s++) {
        a = pipeline_take(p);
        enum err e = judge(*s, &a);
        worst = e > worst ? e : worst;
        lost = a.lost;
        pipeline_answer_free(&a);
    }
    return lost ? ERR_BUSY : worst;
}

static enum err prepare(const struct db_config *cfg, struct pipeline *p) {
    pipeline_start(p);
    if (!send_settings(cfg, p) || !send_statements(p)) {
        log_line(LOG_ERROR, "msg=\"database: connection lost\" query=connect");
        return ERR_BUSY;
    }
    return take_all(p);
}

/* libpq's own message would quote the part it did not understand, maybe a password. */
static bool readable(const char *conninfo) {
    char *message = NULL;
    PQconninfoOption *options = PQconninfoParse(conninfo, &message);

    if (!options) {
        log_line(LOG_ERROR, "msg=\"connection settings cannot be read\" query=connect");
    }
    PQconninfoFree(options);
    PQfreemem(message);
    return options != NULL;
}

enum err connect_open(const struct db_config *cfg, struct pipeline *p) {
    if (!readable(cfg->conninfo)) {
        return ERR_INTERNAL;
    }
    int64_t start = time_ms();
    PGconn *conn = open_conn(cfg);

    if (PQstatus(conn) != CONNECTION_OK) {
        char why[256];
        dberr_message(why, sizeof why, conn ? PQerrorMessage(conn) : "out of memory", false);
        log_line(LOG_ERROR, "msg=\"database: %s\" query=connect", why);
        PQfinish(conn);
        return ERR_BUSY;
    }
    enum err e = pipeline_adopt(p, conn) ? prepare(cfg, p) : ERR_BUSY;
    if (e != ERR_OK) {
        pipeline_close(p);
        return e;
    }
    log_line(LOG_INFO, "msg=\"database connected\" server_version=%d ms=%lld",
             PQserverVersion(conn), (long long)(time_ms() - start));
    return ERR_OK;
}
