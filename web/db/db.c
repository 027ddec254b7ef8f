/* Transactions and queries over one pipeline. What a statement means is not known here (row.c,
 * dberr.c, and the tables of sqlgen know). */
#include "db/db.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/log.h"
#include "db/connect.h"
#include "db/dberr.h"
#include "db/notify.h"
#include "db/pipeline.h"
#include "db/row.h"

struct db {
    struct db_config cfg;
    struct pipeline p;
    struct arena *home;  /* holds this struct */
    struct arena *arena; /* of the request */
    enum tx_mode tx;
    bool begun;      /* BEGIN has been sent */
    bool tried;      /* this request has tried to connect */
    enum err failed; /* what every further call of this transaction answers */
    struct db_stats stats;
    struct dberr error;
};

/* A page reads from one snapshot; a write sees what others committed while it waited for a lock. */
static const char *const BEGIN[] = {
    [TX_NONE] = "",
    [TX_READ] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    [TX_WRITE] = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
};

static int64_t now_us(void) {
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

struct db *db_new(const struct db_config *cfg) {
    struct arena *home = arena_new((size_t)64 * 1024);
    struct db *db = arena_alloc(home, sizeof *db);

    db->home = home;
    db->cfg = (struct db_config){.conninfo = arena_strdup(home, cfg->conninfo),
                                 .application_name = arena_strdup(home, cfg->application_name),
                                 .deadline_ms = cfg->deadline_ms > 0 ? cfg->deadline_ms : 5000};
    db->p.deadline_ms = db->cfg.deadline_ms;
    dberr_clear(&db->error);
    return db;
}

void db_free(struct db *db) {
    if (db) {
        pipeline_close(&db->p);
        arena_free(db->home);
    }
}

enum err db_connect(struct db *db) {
    int64_t start = now_us();

    assert(db->tx == TX_NONE);
    pipeline_close(&db->p);
    enum err e = connect_open(&db->cfg, &db->p);
    db->stats.us += now_us() - start;
    return e;
}

bool db_connected(const struct db *db) {
    return db->p.conn != NULL;
}

void db_attach(struct db *db, struct arena *a) {
    if (db->tx != TX_NONE) { /* a request that forgot its end must not lend it to the next */
        log_line(LOG_ERROR, "msg=\"transaction left open: rolled back\"");
        db_rollback(db);
    }
    db->arena = a;
    db->tried = false;
    db->stats = (struct db_stats){0};
    dberr_clear(&db->error);
}

struct arena *db_arena(struct db *db, struct arena *a) {
    struct arena *before = db->arena;
    db->arena = a;
    return before;
}

struct db_stats db_stats(const struct db *db) {
    return db->stats;
}

const struct db_fault *db_fault(const struct db *db) {
    return &db->error.fault;
}

bool db_in_transaction(const struct db *db) {
    return db->tx != TX_NONE;
}

enum err db_begin(struct db *db, enum tx_mode mode) {
    assert(db->tx == TX_NONE && (mode == TX_READ || mode == TX_WRITE));
    dberr_clear(&db->error);
    db->failed = ERR_OK;
    if (db->p.conn && !pipeline_alive(&db->p)) {
        pipeline_close(&db->p);
    }
    if (!db->p.conn) {
        db->failed = db->tried ? ERR_BUSY : db_connect(db);
        db->tried = true;
    }
    if (db->failed == ERR_OK) {
        db->tx = mode;
        db->begun = false;
    }
    return db->failed;
}

/* Answers still owed (the end of the transaction before) come first; only that they came matters:
 * whatever they say, that transaction is over. */
static struct pipeline_answer take_own(struct pipeline *p) {
    struct pipeline_answer a = pipeline_take(p);

    while (!a.lost && p->owed > 0) {
        pipeline_answer_free(&a);
        a = pipeline_take(p);
    }
    return a;
}

/* The outcome of an exchange. On success *out is the last result, which the caller clears. */
static enum err settle(struct db *db, struct pipeline_answer *a, const char *name, PGresult **out) {
    if (!a->error && !a->lost && a->last) {
        *out = a->last;
        a->last = NULL;
        return ERR_OK;
    }
    enum err e = dberr_read(&db->error, a->error);
    dberr_log(&db->error, name);
    if (a->lost || dberr_drops(db->error.fault.sqlstate)) {
        pipeline_close(&db->p);
        return a->lost ? ERR_BUSY : e;
    }
    return e;
}

/* Sends what was queued and waits for it. `queued` false: libpq refused, the connection is bad. */
static enum err exchange(struct db *db, bool queued, const char *name, PGresult **out) {
    int64_t start = now_us();
    struct pipeline_answer a = {.lost = true};

    pipeline_start(&db->p);
    if (queued && pipeline_sync(&db->p)) {
        a = take_own(&db->p);
    }
    bool began = db->begun || a.n_ok > 0;
    enum err e = settle(db, &a, name, out);
    if (!began && e != ERR_OK) { /* BEGIN itself failed: a standby, or a server going down */
        pipeline_close(&db->p);
        e = ERR_BUSY;
    }
    db->begun = true;
    pipeline_answer_free(&a);
    db->stats.us += now_us() - start;
    return e;
}

static bool queue_text(struct db *db, const char *sql) {
    return PQsendQueryParams(db->p.conn, sql, 0, NULL, NULL, NULL, NULL, 0) == 1;
}

static enum err run(struct db *db, const struct db_stmt *stmt, const void *in, PGresult **out) {
    const char *const *values;
    enum err e = row_bind(stmt, in, db->arena, &values);

    if (e != ERR_OK) {
        return e;
    }
    bool queued =
        (db->begun || queue_text(db, BEGIN[db->tx])) &&
        PQsendQueryPrepared(db->p.conn, stmt->name, (int)stmt->n_in, values, NULL, NULL, 0) == 1;
    db->stats.queries++;
    return exchange(db, queued, stmt->name, out);
}

static void clear_result(void *res) {
    PQclear(res);
}

static enum err changed(const struct db_stmt *stmt, PGresult *res, size_t *n) {
    if (stmt->shape == DB_ROWS && PQresultStatus(res) != PGRES_COMMAND_OK) {
        log_line(LOG_ERROR, "msg=\"rows where none are declared\" query=%s", stmt->name);
        return ERR_INTERNAL;
    }
    *n = (size_t)strtoull(PQcmdTuples(res), NULL, 10);
    return ERR_OK;
}

static enum err store_many(struct db *db, const struct db_stmt *stmt, const PGresult *res,
                           void **rows, size_t *n) {
    size_t count = (size_t)PQntuples(res);
    char *all = arena_calloc(db->arena, count + 1, stmt->out.row_size);

    for (size_t i = 0; i < count; i++) {
        enum err e = row_read(stmt, res, (int)i, db->arena, all + i * stmt->out.row_size);
        if (e != ERR_OK) {
            return e;
        }
    }
    *rows = all;
    *n = count;
    return ERR_OK;
}

static enum err store_one(struct db *db, const struct db_stmt *stmt, const PGresult *res, void *row,
                          size_t *n) {
    int count = PQntuples(res);

    if (count > 1) {
        log_line(LOG_ERROR, "msg=\"more than one row\" query=%s rows=%d", stmt->name, count);
        return ERR_INTERNAL;
    }
    if (count == 0) {
        return stmt->shape == DB_OPT ? ERR_OK : ERR_NOT_FOUND;
    }
    *n = 1;
    return row_read(stmt, res, 0, db->arena, row);
}

enum err db_query(struct db *db, const struct db_stmt *stmt, const void *in, void *rows,
                  size_t *n) {
    PGresult *res = NULL;
    size_t ignored;

    n = n ? n : &ignored;
    *n = 0;
    if (db->failed != ERR_OK) {
        return db->failed;
    }
    assert(db->tx != TX_NONE && db->arena && (in || stmt->n_in == 0));
    enum err e = run(db, stmt, in, &res);
    if (e != ERR_OK) {
        return db->failed = e;
    }
    arena_defer(db->arena, clear_result, res);
    switch (stmt->shape) {
    case DB_MANY: e = store_many(db, stmt, res, rows, n); break;
    case DB_ONE:
    case DB_OPT: e = store_one(db, stmt, res, rows, n); break;
    case DB_EXEC:
    case DB_ROWS: e = changed(stmt, res, n); break;
    }
    db->failed = e == ERR_NOT_FOUND ? ERR_OK : e; /* no row is an answer: the transaction goes on */
    return e;
}

/* Ends a transaction that has nothing to lose without waiting: the answer is read by the next
 * exchange. */
static void end_later(struct db *db, const char *sql) {
    pipeline_start(&db->p);
    if (!queue_text(db, sql) || !pipeline_sync(&db->p)) {
        pipeline_close(&db->p);
    }
}

/* COMMIT of a failed transaction succeeds with the tag ROLLBACK; one that a warning came with (it
 * stopped waiting for its standby) is not sure either. */
static enum err commit_write(struct db *db) {
    PGresult *res = NULL;
    enum err e = exchange(db, queue_text(db, "COMMIT"), "COMMIT", &res);

    if (e == ERR_OK && strcmp(PQcmdStatus(res), "COMMIT") != 0) {
        log_line(LOG_ERROR, "msg=\"commit answered otherwise\" tag=%s", PQcmdStatus(res));
        e = ERR_INTERNAL;
    }
    if (e == ERR_OK && db->p.warned) {
        e = ERR_BUSY;
    }
    PQclear(res);
    return e;
}

enum err db_commit(struct db *db) {
    assert(db->tx != TX_NONE || db->failed != ERR_OK);
    enum err e = db->failed;

    if (e != ERR_OK) {
        db_rollback(db);
        return e;
    }
    if (db->begun && db->tx == TX_WRITE) {
        e = commit_write(db);
    } else if (db->begun) {
        end_later(db, "COMMIT");
    }
    db->tx = TX_NONE;
    db->begun = false;
    return e;
}

void db_rollback(struct db *db) {
    if (db->begun && db->p.conn) {
        end_later(db, "ROLLBACK");
    }
    db->tx = TX_NONE;
    db->begun = false;
    db->failed = ERR_OK;
}

/* A command of the session itself, within the transaction. */
static enum err command(struct db *db, const char *what, const char *text) {
    PGresult *res = NULL;

    if (db->failed != ERR_OK) {
        return db->failed;
    }
    assert(db->tx != TX_NONE);
    bool queued = (db->begun || queue_text(db, BEGIN[db->tx])) && queue_text(db, text);
    db->failed = exchange(db, queued, what, &res);
    PQclear(res);
    return db->failed;
}

enum err db_listen(struct db *db, const char *channel) {
    assert(db->tx == TX_WRITE && db->arena);
    return command(db, "LISTEN", arena_printf(db->arena, "LISTEN %s", channel));
}

enum err db_hold(struct db *db) {
    return command(db, "SET", "SET LOCAL idle_in_transaction_session_timeout = '10min'");
}

enum err db_wait(struct db *db, int timeout_ms, int wake_fd) {
    assert(db->tx == TX_NONE);
    if (!db->p.conn) {
        return ERR_BUSY;
    }
    if (!notify_wait(&db->p, timeout_ms, wake_fd)) {
        pipeline_close(&db->p);
        return ERR_BUSY;
    }
    return ERR_OK;
}
