/* The queue of background work: a job is taken, run by somebody else, and ended here. Each call is
 * a transaction of its own. Knows no kind of job. */
#ifndef TRABAJO_COLA_H
#define TRABAJO_COLA_H

#include <stdbool.h>
#include <stdint.h>

#include "core/err.h"
#include "db/db.h"

enum { COLA_INTENTOS_MAX = 5 }; /* fallar.sql gives up after as many */

struct job {
    int64_t id;
    const char *tipo;
    int32_t intentos; /* this one included */
};

/* The job that is due longest; *found is false when there is none. Without `mail`, jobs that send
 * mail wait untouched, and without `moodle` those that ask it. Also hears of new work from then on
 * (db_wait). */
enum err cola_take(struct db *db, bool mail, bool moodle, struct job *job, bool *found)
    __attribute__((warn_unused_result));
enum err cola_done(struct db *db, const struct job *job) __attribute__((warn_unused_result));
/* `why` is one line for whoever looks at the queue. *gave_up tells that it will not be tried again:
 * `final` asks for that, and so does the last of the attempts. */
enum err cola_fail(struct db *db, const struct job *job, const char *why, bool final, bool *gave_up)
    __attribute__((warn_unused_result));
/* Puts what the day asks for into the queue, once however often it is called. */
enum err cola_plan(struct db *db) __attribute__((warn_unused_result));

#endif
