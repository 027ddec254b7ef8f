/* From settings to a connection that is ready to serve. */
#ifndef DB_CONNECT_H
#define DB_CONNECT_H

#include "core/err.h"
#include "db/db.h"
#include "db/pipeline.h"

/* Connects, sets the session up and prepares every statement of sqlgen. On failure (logged) there
 * is no connection: ERR_BUSY when the server cannot be used now, ERR_INTERNAL when the conninfo
 * cannot be read or a statement does not fit the schema. */
enum err connect_open(const struct db_config *cfg, struct pipeline *p)
    __attribute__((warn_unused_result));

#endif
