/* The job that pulls the results of a course from Moodle. */
#ifndef MOODLE_TRAER_H
#define MOODLE_TRAER_H

#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "db/db.h"
#include "moodle/rest.h"

/* Works some seconds for the pull of job `cola_id` and leaves the rest to another job. Everything
 * is staged first; results enter in one transaction at the end, so that what breaks or is killed
 * before leaves all as it was. ERR_INVALID is for good; *why then, as with ERR_BUSY, is for people.
 */
enum err traer_run(struct db *db, struct arena *a, const struct moodle *m, int64_t cola_id,
                   const char **why) __attribute__((warn_unused_result));
/* Puts the pulls of the night into the queue. */
enum err traer_programar(struct db *db) __attribute__((warn_unused_result));

#endif
