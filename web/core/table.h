/* How a struct that holds one row is described: written by sqlgen for each query, read by web/db to
 * fill it and by web/view to show it. */
#ifndef CORE_TABLE_H
#define CORE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

enum db_type { DB_INT8, DB_INT4, DB_BOOL, DB_TEXT, DB_DATE, DB_INSTANT, DB_FLOAT8 };

/* A column of a result or an argument of a statement, bound to a field of a C struct.
 * Nullable int8/int4/bool/float8 are pointers to a value in the arena, NULL for null; text is NULL
 * for null; date and instant are zero for null. */
struct db_col {
    const char *name; /* lower case, as in the header of the query */
    enum db_type type;
    bool nullable;
    size_t offset;
};

/* All columns of a row struct of row_size bytes. */
struct db_table {
    const struct db_col *cols;
    size_t n;
    size_t row_size;
};

#endif
