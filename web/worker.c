/* The background worker: takes one job at a time from the queue and runs it. It may die at any
 * moment: what it had taken is taken again, and every job may run twice. */
#include <curl/curl.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/signalfd.h>

#include "archivo/archivo.h"
#include "config.h"
#include "core/log.h"
#include "core/str.h"
#include "core/time.h"
#include "db/db.h"
#include "mail/outbox.h"
#include "mail/recordatorio.h"
#include "moodle/traer.h"
#include "trabajo/cola.h"
#include "trabajo/limpieza.h"
#include "trabajo/planilla.h"
#include "view/view.h"

/* The pause is a safety net under LISTEN, and how late a repetition may start. */
enum { EXIT_CONFIG = 78, PAUSE_MS = 15000, PAUSE_AWAY_MS = 3000 };

struct worker {
    struct arena *arena; /* of the job */
    struct db *db;
    struct smtp smtp;
    bool mail; /* there is a mail server */
    const char *url;
    struct moodle moodle;
    int stop_fd;
    struct date planned; /* the day whose work is in the queue */
};

/* --- the kinds of job --- */

static enum err run_mail(struct worker *w, const struct job *job, const char **why) {
    return outbox_send(w->db, w->arena, &w->smtp, job->id, why);
}

static enum err run_cleaning(struct worker *w, const struct job *job, const char **why) {
    (void)job;
    *why = "not everything was deleted";
    return limpieza_run(w->db);
}

static enum err run_planilla(struct worker *w, const struct job *job, const char **why) {
    *why = "a step of the planilla failed";
    return planilla_run(w->db, job->id);
}

static enum err run_plan(struct worker *w, const struct job *job, const char **why) {
    (void)job;
    *why = "the database did not plan everything";
    return recordatorio_plan(w->db);
}

static enum err run_reminder(struct worker *w, const struct job *job, const char **why) {
    const struct recordatorio_via via = {.server = &w->smtp, .base_url = w->url};
    return recordatorio_send(w->db, w->arena, &via, job->id, why);
}

static enum err run_moodle(struct worker *w, const struct job *job, const char **why) {
    return traer_run(w->db, w->arena, &w->moodle, job->id, why);
}

static const struct {
    const char *tipo;
    enum err (*run)(struct worker *w, const struct job *job, const char **why);
} kinds[] = {{"CORREO", run_mail},           {"PLANILLA", run_planilla},
             {"LIMPIEZA", run_cleaning},     {"PLAN_RECORDATORIO", run_plan},
             {"RECORDATORIO", run_reminder}, {"MOODLE", run_moodle}};

static enum err run(struct worker *w, const struct job *job, const char **why) {
    if (job->intentos > COLA_INTENTOS_MAX) {
        *why = "its worker died each time";
        return ERR_INVALID;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (str_eq(kinds[i].tipo, job->tipo)) {
            return kinds[i].run(w, job, why);
        }
    }
    *why = "this program does not know this kind of job";
    return ERR_INTERNAL;
}

/* --- one job --- */

static enum err end_failed(struct worker *w, const struct job *job, enum err outcome,
                           const char *why) {
    bool final = outcome == ERR_INVALID || outcome == ERR_NOT_FOUND, gave_up = false;
    enum err e = cola_fail(w->db, job, why, final, &gave_up);
    log_line(gave_up ? LOG_ERROR : LOG_WARN, "msg=\"%s\" job=%lld tipo=%s intento=%d outcome=%s",
             gave_up ? "job given up" : "job failed", (long long)job->id, job->tipo,
             (int)job->intentos, err_name(outcome));
    return e;
}

/* When the end cannot be written the job stays taken, and is taken again later. */
static enum err run_and_end(struct worker *w, const struct job *job) {
    int64_t start = time_ms();
    const char *why = "";
    enum err outcome = run(w, job, &why);
    if (outcome != ERR_OK) {
        return end_failed(w, job, outcome, why);
    }
    enum err e = cola_done(w->db, job);
    log_line(e == ERR_OK ? LOG_INFO : LOG_WARN, "msg=\"%s\" job=%lld tipo=%s intento=%d ms=%lld",
             e == ERR_OK ? "job done" : "job done but not marked", (long long)job->id, job->tipo,
             (int)job->intentos, (long long)(time_ms() - start));
    return e;
}

/* --- the loop --- */

static bool stop_asked(const struct worker *w, int wait_ms) {
    struct pollfd fd = {.fd = w->stop_fd, .events = POLLIN};
    return poll(&fd, 1, wait_ms) > 0;
}

static enum err plan(struct worker *w) {
    struct date today = date_today();
    if (date_cmp(today, w->planned) == 0) {
        return ERR_OK;
    }
    enum err e = cola_plan(w->db);
    if (e == ERR_OK && moodle_hay(&w->moodle)) {
        e = traer_programar(w->db);
    }
    if (e == ERR_OK) {
        w->planned = today;
    }
    return e;
}

/* *idle is true when nothing was due. */
static enum err step(struct worker *w, bool *idle) {
    struct job job;
    bool found = false;
    arena_reset(w->arena);
    db_attach(w->db, w->arena);
    *idle = false;
    enum err e = plan(w);
    if (e == ERR_OK) {
        e = cola_take(w->db, w->mail, moodle_hay(&w->moodle), &job, &found);
    }
    if (e != ERR_OK || !found) {
        *idle = e == ERR_OK;
        return e;
    }
    return run_and_end(w, &job);
}

static void loop(struct worker *w) {
    bool away = false;
    while (!stop_asked(w, away ? PAUSE_AWAY_MS : 0)) {
        bool idle = false;
        enum err e = step(w, &idle);
        if (e == ERR_INTERNAL && !db_connected(w->db)) {
            log_fatal("msg=\"the database does not match this program\"");
        }
        if (e == ERR_OK && idle) {
            e = db_wait(w->db, PAUSE_MS, w->stop_fd);
        }
        away = e != ERR_OK;
    }
    log_line(LOG_INFO, "msg=\"worker stopped\"");
}

/* --- start --- */

/* A stop that comes during a job waits for its end. */
static int open_stop_fd(void) {
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    sigprocmask(SIG_BLOCK, &stop, NULL);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGPIPE, &ignore, NULL);
    int fd = signalfd(-1, &stop, SFD_CLOEXEC);
    if (fd < 0) {
        log_fatal("msg=\"cannot wait for signals\"");
    }
    return fd;
}

static const char *given(const char *value) {
    return str_eq(value, "none") ? NULL : value;
}

static void start_mail(struct worker *w, const struct config *cfg) {
    w->mail = given(cfg->smtp_url) != NULL;
    w->url = cfg->url;
    w->smtp = (struct smtp){.url = cfg->smtp_url,
                            .from = cfg->smtp_from,
                            .bounces = given(cfg->smtp_bounces),
                            .user = given(cfg->smtp_user),
                            .password = given(cfg->smtp_password)};
    if (!w->mail) {
        log_line(LOG_INFO, "msg=\"no mail server: mails wait in the outbox\"");
    }
}

int main(int argc, char **argv) {
    struct config cfg;
    bool check = argc > 1 && str_eq(argv[1], "--check");
    if ((argc > 1 && !check) || sodium_init() < 0 || curl_global_init(CURL_GLOBAL_DEFAULT) != 0 ||
        !config_read(&cfg) || view_start(cfg.templates) != ERR_OK) {
        return EXIT_CONFIG;
    }
    log_set_level(cfg.log_debug ? LOG_DEBUG : LOG_INFO);
    view_set_strict(cfg.strict);
    archivo_start(cfg.files);
    struct db_config dc = {.conninfo = cfg.db,
                           .application_name = "portal-worker",
                           .deadline_ms = (int)cfg.db_deadline_ms};
    struct worker w = {.arena = arena_new((size_t)cfg.arena_mb << 20), .db = db_new(&dc)};
    int code = EXIT_SUCCESS;
    w.stop_fd = open_stop_fd();
    if (check) {
        code = db_connect(w.db) == ERR_OK ? EXIT_SUCCESS : EXIT_FAILURE;
    } else {
        start_mail(&w, &cfg);
        w.moodle = (struct moodle){.url = cfg.moodle_url, .token = cfg.moodle_token};
        loop(&w);
    }
    db_free(w.db);
    arena_free(w.arena);
    curl_global_cleanup();
    return code;
}
