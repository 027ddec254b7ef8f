/* Notifications come only between transactions, behind the answers that are still owed. */
#include "db/notify.h"

#include <poll.h>

#include "core/time.h"

static bool take_owed(struct pipeline *p) {
    bool lost = false;

    pipeline_start(p);
    while (!lost && p->owed > 0) {
        struct pipeline_answer a = pipeline_take(p);
        lost = a.lost;
        pipeline_answer_free(&a);
    }
    return !lost;
}

/* True when there was one; all that came are one wake-up. */
static bool take_notifications(struct pipeline *p) {
    bool any = false;

    for (PGnotify *n; (n = PQnotifies(p->conn)) != NULL; any = true) {
        PQfreemem(n);
    }
    return any;
}

bool notify_wait(struct pipeline *p, int timeout_ms, int wake_fd) {
    int64_t until = time_ms() + timeout_ms;

    if (!take_owed(p)) {
        return false;
    }
    for (;;) {
        if (take_notifications(p)) {
            return true;
        }
        int64_t left = until - time_ms();
        if (p->doomed || PQstatus(p->conn) != CONNECTION_OK) {
            return false;
        }
        if (left <= 0) {
            return true;
        }
        struct pollfd fds[] = {{.fd = PQsocket(p->conn), .events = POLLIN},
                               {.fd = wake_fd, .events = POLLIN}};
        if (poll(fds, 2, (int)left) > 0 && fds[1].revents != 0) {
            return true;
        }
        if (fds[0].revents != 0 && !PQconsumeInput(p->conn)) {
            return false;
        }
    }
}
