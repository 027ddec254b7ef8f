/* Large planillas: read, judged and registered step by step, each step a transaction. */
#ifndef TRABAJO_PLANILLA_H
#define TRABAJO_PLANILLA_H

#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "db/db.h"

/* Goes on for a while; what is left goes to the end of the queue. */
enum err planilla_run(struct db *db, int64_t cola_id) __attribute__((warn_unused_result));

#endif
