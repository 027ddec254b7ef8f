/* The worker's only connection to PostgreSQL: transactions, prepared statements, deadlines.
 *
 * Pages never call this: they call the functions that sqlgen writes from sql/query, which call
 * db_query(). All exchanges use the pipeline mode of libpq with a deadline in poll(), so that a cut
 * network becomes ERR_BUSY instead of a hung worker. After an error inside a transaction every
 * further call answers that same error until db_rollback().
 */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/table.h"

struct db;

enum tx_mode { TX_NONE, TX_READ, TX_WRITE };

/* What the database refused, for the form: valid until the next db_begin. */
struct db_fault {
    char sqlstate[6];
    const char *constraint; /* "" when the error names none */
    const char *column;     /* "" likewise (NOT NULL names only this) */
    const char *message;    /* for the log, never for the screen */
};

struct db_stats {
    int queries; /* statements that the page asked for in this request (BEGIN, COMMIT excluded) */
    int64_t us;  /* time spent waiting for the database, microseconds */
};

/* Settings of the connection. `conninfo` is libpq's, multi-host allowed. */
struct db_config {
    const char *conninfo;
    const char *application_name;
    int deadline_ms; /* of one exchange */
};

/* Never fails: the first use connects and prepares every statement of sqlgen. */
struct db *db_new(const struct db_config *cfg);
void db_free(struct db *db);
/* Connects and prepares now. ERR_BUSY when there is no server; ERR_INTERNAL when the schema does
 * not match the statements (logged): a worker must refuse to start then. */
enum err db_connect(struct db *db) __attribute__((warn_unused_result));
/* False before the first use and after the connection was lost, until it is opened again. */
bool db_connected(const struct db *db);

/* The arena of the request: results live until its reset. Zeroes the statistics. */
void db_attach(struct db *db, struct arena *a);
/* Results live in `a` from now on, within the request; answers the arena before it. */
struct arena *db_arena(struct db *db, struct arena *a);
struct db_stats db_stats(const struct db *db);
const struct db_fault *db_fault(const struct db *db);

/* BEGIN READ ONLY (one snapshot for the whole transaction) or BEGIN READ WRITE (read committed). It
 * is sent together with the next query, in one round trip, so its own failure shows there.
 * Reconnects when the connection was lost, at most once between two db_attach. */
enum err db_begin(struct db *db, enum tx_mode mode) __attribute__((warn_unused_result));
/* COMMIT, and its tag is checked: OK only when the server said COMMIT. A lost connection here is
 * ERR_BUSY: the caller says "no confirmado". After an error it rolls back and answers that error.
 * The end of a READ transaction is not waited for: its answer is read by the next exchange. */
enum err db_commit(struct db *db) __attribute__((warn_unused_result));
/* ROLLBACK; when even that fails the connection is dropped. */
void db_rollback(struct db *db);
bool db_in_transaction(const struct db *db);
/* In a WRITE transaction: from its commit on this connection hears the NOTIFYs of a channel, whose
 * name is ours. Harmless to repeat. */
enum err db_listen(struct db *db, const char *channel) __attribute__((warn_unused_result));
/* Before long work of ours inside a transaction: the server waits ten minutes for its next
 * statement, not the two deadlines after which it takes a worker for dead. */
enum err db_hold(struct db *db) __attribute__((warn_unused_result));
/* Between transactions: sleeps until a NOTIFY comes on a channel that this connection LISTENs to,
 * wake_fd can be read, or timeout_ms is over. ERR_BUSY when there is no connection any more: the
 * next one must LISTEN again. */
enum err db_wait(struct db *db, int timeout_ms, int wake_fd) __attribute__((warn_unused_result));

/* --- for the generated code (build/gen/q_*.c) and db/row.c only --- */

enum db_shape { DB_ONE, DB_OPT, DB_MANY, DB_EXEC, DB_ROWS };

struct db_stmt {
    const char *name; /* "servidor_lista" */
    const char *sql;
    const struct db_col *in;
    size_t n_in;
    struct db_table out;
    enum db_shape shape;
};

/* Runs one statement. `in` points to its argument struct (NULL when it has none).
 * DB_ONE, DB_OPT: `rows` is a row struct to fill and *n is 1; zero rows are ERR_NOT_FOUND for
 * DB_ONE (and leave the transaction usable) and *n = 0 for DB_OPT; two are ERR_INTERNAL. DB_MANY:
 * `rows` is the address of a void pointer, set to an array of *n row structs in the arena. DB_ROWS,
 * DB_EXEC: *n is the number of rows that changed. `n` may be NULL. */
enum err db_query(struct db *db, const struct db_stmt *stmt, const void *in, void *rows, size_t *n)
    __attribute__((warn_unused_result));

/* Every statement that sqlgen wrote, NULL-terminated: prepared at connect. */
extern const struct db_stmt *const db_statements[];

#endif
