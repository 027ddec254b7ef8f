/* One libpq connection in pipeline mode: statements are queued, closed by a sync, and their answers
 * read under a deadline. Knows nothing of transactions or of our statements. */
#ifndef DB_PIPELINE_H
#define DB_PIPELINE_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>

struct pipeline {
    PGconn *conn; /* NULL when there is none */
    int deadline_ms;
    int64_t until_ms; /* of the exchange under way, on the monotonic clock */
    int owed;         /* syncs sent whose answers have not been read */
    bool doomed;      /* the server said that it is closing this connection */
    bool warned;      /* a WARNING came since pipeline_start */
};

/* What came before one sync. Free with pipeline_answer_free. */
struct pipeline_answer {
    PGresult *last;  /* of the last statement that succeeded */
    PGresult *error; /* the first one */
    int n_ok;        /* statements that succeeded */
    bool lost;       /* the connection broke or the deadline passed: it must be closed */
};

/* Takes over an open connection: non-blocking, pipeline mode. False when it is not usable. */
bool pipeline_adopt(struct pipeline *p, PGconn *conn);
void pipeline_close(struct pipeline *p);
/* False when the server has closed the connection in the meantime. Does not wait. */
bool pipeline_alive(struct pipeline *p);
/* Starts the clock of an exchange. */
void pipeline_start(struct pipeline *p);
/* Ends what was queued and sends as much as the socket takes. */
bool pipeline_sync(struct pipeline *p);
/* Waits for everything up to the next sync. */
struct pipeline_answer pipeline_take(struct pipeline *p);
void pipeline_answer_free(struct pipeline_answer *a);

#endif
