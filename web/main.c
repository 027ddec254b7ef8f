/* The FastCGI worker: one request at a time on the listening socket that it finds on fd 0.
 * Other ways to run it are in command.c. */
#include <errno.h>
#include <fcgiapp.h>
#include <signal.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "archivo/archivo.h"
#include "command.h"
#include "config.h"
#include "core/log.h"
#include "core/str.h"
#include "http/fcgi.h"
#include "http/frame.h"
#include "http/router.h"
#include "moodle/rest.h"

enum { EXIT_CONFIG = 78 };

static volatile sig_atomic_t stopping;

static void on_stop(int sig) {
    (void)sig;
    stopping = 1;
}

/* Without SA_RESTART: a worker that waits in accept() must notice at once. */
static void catch_signals(void) {
    struct sigaction stop = {.sa_handler = on_stop}, ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGTERM, &stop, NULL);
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGPIPE, &ignore, NULL);
}

static void log_request(const struct request *rq, const struct response *rs, struct db *db,
                        int64_t start, size_t bytes) {
    struct db_stats stats = db_stats(db);
    static const char *const methods[] = {"GET", "HEAD", "POST", "OTHER"};
    log_line(LOG_INFO,
             "method=%s route=%s status=%d user=%lld ms=%lld sql_n=%d sql_ms=%lld bytes=%zu "
             "mem=%zu",
             methods[rq->method], rq->route != NULL ? rq->route->name : "none", (int)rs->status,
             (long long)rq->session.usuario_id, (long long)(time_ms() - start), stats.queries,
             (long long)(stats.us / 1000), bytes, arena_used(rq->arena));
}

static void serve(FCGX_Request *fr, struct arena *a, struct db *db, const char *base_url) {
    int64_t start = time_ms();
    struct request rq;
    struct response rs = {.arena = a};
    rs.status = request_read(&rq, a, fr);
    rq.db = db;
    rq.base_url = base_url;
    log_set_request(rq.number);
    db_attach(db, a);
    if (rs.status == HTTP_OK) {
        router_serve(&rq, &rs);
    } else {
        frame_finish(&rq, &rs);
    }
    size_t bytes = response_send(&rq, &rs, fr);
    log_request(&rq, &rs, db, start, bytes);
    log_set_request(NULL);
}

static int loop(struct arena *a, struct db *db, const char *base_url) {
    FCGX_Request fr;
    if (FCGX_Init() != 0 || FCGX_InitRequest(&fr, 0, FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
        log_line(LOG_ERROR, "msg=\"cannot start FastCGI\"");
        return EXIT_FAILURE;
    }
    catch_signals(); /* after FCGX_Init, which installs handlers of its own */
    while (!stopping) {
        int got = FCGX_Accept_r(&fr);
        if (got == -EINTR) {
            continue;
        }
        if (got != 0) {
            log_line(LOG_ERROR, "msg=\"accept failed\" code=%d", got);
            return EXIT_FAILURE;
        }
        serve(&fr, a, db, base_url);
        arena_reset(a);
        FCGX_Finish_r(&fr);
    }
    return EXIT_SUCCESS;
}

/* Refuses to start when the schema is not the one our statements were written for; a database
 * that is only away is waited for, request by request, with an honest 503. */
static struct db *start_db(const struct config *cfg, struct arena *a, bool must_answer) {
    struct db_config dc = {
        .conninfo = cfg->db, .application_name = "portal", .deadline_ms = (int)cfg->db_deadline_ms};
    struct db *db = db_new(&dc);
    db_attach(db, a);
    enum err e = db_connect(db);
    if (e == ERR_INTERNAL || (e != ERR_OK && must_answer)) {
        log_fatal("msg=\"the database does not answer or does not match this program\"");
    }
    return db;
}

int main(int argc, char **argv) {
    struct config cfg;
    int code = EXIT_SUCCESS;
    const char *command = argc > 1 ? argv[1] : NULL;
    if (command != NULL && command_plain(command, &code)) {
        return code;
    }
    if (sodium_init() < 0 || !config_read(&cfg)) {
        return EXIT_CONFIG;
    }
    log_set_level(cfg.log_debug ? LOG_DEBUG : LOG_INFO);
    view_set_strict(cfg.strict);
    if (view_start(cfg.templates) != ERR_OK) {
        return EXIT_CONFIG;
    }
    frame_start(cfg.style, cfg.contact);
    archivo_start(cfg.files);
    moodle_start(&(struct moodle){.url = cfg.moodle_url, .token = cfg.moodle_token});
    struct arena *a = arena_new((size_t)cfg.arena_mb << 20);
    struct db *db = start_db(&cfg, a, command != NULL && !str_eq(command, "--rebote"));
    code = command != NULL ? command_database(command, a, db) : loop(a, db, cfg.url);
    db_free(db);
    arena_free(a);
    return code;
}
