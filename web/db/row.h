/* C structs <-> the text that travels to and from PostgreSQL, by the tables of sqlgen. */
#ifndef DB_ROW_H
#define DB_ROW_H

#include <libpq-fe.h>

#include "core/arena.h"
#include "core/err.h"
#include "db/db.h"

/* The arguments in order, as libpq wants them: *values has stmt->n_in entries in the arena (text is
 * not copied). ERR_INTERNAL, logged, when an argument that is not nullable is missing. */
enum err row_bind(const struct db_stmt *stmt, const void *in, struct arena *a,
                  const char *const **values) __attribute__((warn_unused_result));

/* Row r of a result into one row struct. Text points into the result, which must live as long as
 * the row. ERR_INTERNAL, logged, when the columns are not the declared ones. */
enum err row_read(const struct db_stmt *stmt, const PGresult *res, int r, struct arena *a,
                  void *row) __attribute__((warn_unused_result));

#endif
