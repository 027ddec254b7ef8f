/* The daily job: deletes what need not be kept, ends the stages of who has left. */
#ifndef TRABAJO_LIMPIEZA_H
#define TRABAJO_LIMPIEZA_H

#include "core/err.h"
#include "db/db.h"

/* In small transactions; interrupted, the rest goes the next time. */
enum err limpieza_run(struct db *db) __attribute__((warn_unused_result));

#endif
