/* The daily job that deletes what need not be kept. */
#ifndef TRABAJO_LIMPIEZA_H
#define TRABAJO_LIMPIEZA_H

#include "core/err.h"
#include "db/db.h"

/* Deletes in small transactions; interrupted, the rest goes the next time. */
enum err limpieza_run(struct db *db) __attribute__((warn_unused_result));

#endif
