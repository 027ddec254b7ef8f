/* Waiting for a NOTIFY of PostgreSQL on a connection that has said LISTEN. */
#ifndef DB_NOTIFY_H
#define DB_NOTIFY_H

#include <stdbool.h>

#include "db/pipeline.h"

/* Until a notification comes, wake_fd can be read, or timeout_ms is over. False when the connection
 * is lost. */
bool notify_wait(struct pipeline *p, int timeout_ms, int wake_fd);

#endif
