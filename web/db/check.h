/* Does the schema still match what a query file declares? Asked at connect and by tests/sql. */
#ifndef DB_CHECK_H
#define DB_CHECK_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"

enum { CHECK_MAX_ARGS = 64 }; /* sqlgen refuses more */

/* The type that an argument is sent as: given explicitly, so that inference cannot differ. */
Oid check_oid(enum db_type type);
/* Fills types[] with those of stmt->in. */
void check_types(const struct db_stmt *stmt, Oid types[CHECK_MAX_ARGS]);
/* True when the columns of a described statement have the declared count, names and types; else
 * `why` tells the first difference. */
bool check_columns(const struct db_stmt *stmt, const PGresult *described, char *why, size_t cap);

#endif
