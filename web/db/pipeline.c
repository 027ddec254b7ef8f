/* Waiting for PostgreSQL without ever blocking in libpq: a cut network hangs its blocking calls for
 * ever, and the server's statement_timeout cannot help there. */
#include "db/pipeline.h"

#include <poll.h>
#include <string.h>

#include "core/log.h"
#include "core/time.h"

/* Notices are the only trace of two things: the server is about to close the connection (FATAL
 * outside of a statement), and a COMMIT that stopped waiting for its standby (WARNING). */
static void on_notice(void *arg, const PGresult *r) {
    struct pipeline *p = arg;
    const char *severity = PQresultErrorField(r, PG_DIAG_SEVERITY_NONLOCALIZED);
    const char *sqlstate = PQresultErrorField(r, PG_DIAG_SQLSTATE);

    if (!severity) {
        return;
    }
    if (strcmp(severity, "WARNING") == 0) {
        p->warned = true;
    } else if (strcmp(severity, "ERROR") == 0 || strcmp(severity, "FATAL") == 0 ||
               strcmp(severity, "PANIC") == 0) {
        p->doomed = true;
    } else {
        return;
    }
    log_line(LOG_WARN, "msg=\"notice of the database\" severity=%s sqlstate=%s", severity,
             sqlstate ? sqlstate : "-");
}

bool pipeline_adopt(struct pipeline *p, PGconn *conn) {
    p->conn = conn;
    p->owed = 0;
    p->doomed = p->warned = false;
    PQsetNoticeReceiver(conn, on_notice, p);
    return PQsetnonblocking(conn, 1) == 0 && PQenterPipelineMode(conn) == 1;
}

void pipeline_close(struct pipeline *p) {
    PQfinish(p->conn);
    p->conn = NULL;
    p->owed = 0;
    p->doomed = p->warned = false;
}

bool pipeline_alive(struct pipeline *p) {
    struct pollfd fd = {.fd = PQsocket(p->conn), .events = POLLIN};

    if (p->doomed || PQstatus(p->conn) != CONNECTION_OK) {
        return false;
    }
    while (poll(&fd, 1, 0) > 0) { /* last words first, then the end of the stream */
        if (!PQconsumeInput(p->conn)) {
            return false;
        }
    }
    (void)PQisBusy(p->conn); /* parses what came: on_notice sees a FATAL of an idle connection */
    return !p->doomed && PQstatus(p->conn) == CONNECTION_OK;
}

void pipeline_start(struct pipeline *p) {
    p->until_ms = time_ms() + p->deadline_ms;
    p->warned = false;
}

bool pipeline_sync(struct pipeline *p) {
    if (PQpipelineSync(p->conn) != 1) {
        return false;
    }
    p->owed++;
    return true;
}

/* True when PQgetResult will not block. It also flushes by itself, blocking, so everything must
 * have been sent before. */
static bool wait_ready(struct pipeline *p) {
    for (;;) {
        int unsent = PQflush(p->conn);
        if (unsent < 0) {
            return false;
        }
        if (unsent == 0 && !PQisBusy(p->conn)) {
            return true;
        }
        int64_t left = p->until_ms - time_ms();
        if (left <= 0) {
            return false;
        }
        struct pollfd fd = {.fd = PQsocket(p->conn),
                            .events = (short)(unsent ? POLLIN | POLLOUT : POLLIN)};
        if (poll(&fd, 1, (int)left) > 0 && (fd.revents & ~POLLOUT) != 0 &&
            !PQconsumeInput(p->conn)) {
            /* The last words of the server may be in the buffer: they come as a result. */
            return !PQisBusy(p->conn);
        }
    }
}

/* Keeps the first error and the last success. */
static void keep(struct pipeline_answer *a, PGresult *r, ExecStatusType status) {
    if (status == PGRES_PIPELINE_ABORTED) {
        PQclear(r);
    } else if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
        PQclear(a->last);
        a->last = r;
        a->n_ok++;
    } else if (!a->error) {
        a->error = r;
    } else {
        PQclear(r);
    }
}

struct pipeline_answer pipeline_take(struct pipeline *p) {
    struct pipeline_answer a = {0};
    int nulls = 0; /* two in a row: libpq has nothing more, and no sync came */

    while (nulls < 2) {
        if (!wait_ready(p)) {
            break;
        }
        PGresult *r = PQgetResult(p->conn);
        if (!r) {
            nulls++;
            continue;
        }
        nulls = 0;
        ExecStatusType status = PQresultStatus(r);
        if (status == PGRES_PIPELINE_SYNC) {
            PQclear(r);
            p->owed--;
            a.lost = PQstatus(p->conn) != CONNECTION_OK;
            return a;
        }
        keep(&a, r, status);
        if (PQstatus(p->conn) != CONNECTION_OK) {
            break;
        }
    }
    a.lost = true;
    return a;
}

void pipeline_answer_free(struct pipeline_answer *a) {
    PQclear(a->last);
    PQclear(a->error);
    a->last = a->error = NULL;
}
