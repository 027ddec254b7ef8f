/* What an SQLSTATE means for us, and how an error of the database is told in the log. */
#ifndef DB_DBERR_H
#define DB_DBERR_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/err.h"
#include "db/db.h"

/* Storage behind a struct db_fault, so that it outlives the result it came from. */
struct dberr {
    struct db_fault fault;
    char constraint[64], column[64], message[256];
};

/* Never ERR_OK. A constraint violation without a constraint's name is our fault. */
enum err dberr_class(const char *sqlstate, const char *constraint);
/* True when the connection must not be used any more: the server is going, became read-only, has no
 * disk, or forgot or invalidated what we prepared. */
bool dberr_drops(const char *sqlstate);
void dberr_clear(struct dberr *d);
/* Fills d from an error result and tells its outcome; a result without SQLSTATE, or none at all, is
 * a lost connection (08006). */
enum err dberr_read(struct dberr *d, const PGresult *r);
/* The one log line of an error. `query` is a statement's name, or BEGIN, COMMIT, connect. */
void dberr_log(const struct dberr *d, const char *query);
/* Copies a message of the server into one safe log value: no quotes, no line breaks; the values
 * that class 22 quotes are left out. */
void dberr_message(char *out, size_t cap, const char *message, bool hide_values);

#endif
