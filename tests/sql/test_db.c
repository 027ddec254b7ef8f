/* The connection against a real server and what can happen to it. Works on a scratch database:
 *
 *   TEST_DB      conninfo of a superuser there; without it everything is skipped
 *   TEST_DB_SQL  path of toy.sql
 *   TEST_DB_CTL  a program, optional: `stop`, `start`, `signal NAME PID` for that server */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <libpq-fe.h>

#include "core/log.h"
#include "core/time.h"
#include "db/db.h"
#include "q_toy.h"

enum { DEADLINE_MS = 1000 };

static struct arena *arena;
static struct db *db;
static PGconn *admin;

static void need(bool fine) {
    assert_true(fine);
}

/* The next request. */
static void request(void) {
    arena_reset(arena);
    db_attach(db, arena);
}

static void admin_exec(const char *sql) {
    PGresult *r = PQexec(admin, sql);
    ExecStatusType s = PQresultStatus(r);

    if (s != PGRES_COMMAND_OK && s != PGRES_TUPLES_OK) {
        fail_msg("%s", PQerrorMessage(admin));
    }
    PQclear(r);
}

static void ctl(const char *verb, const char *arg, int pid) {
    char number[16];
    int status = -1;

    (void)snprintf(number, sizeof number, "%d", pid);
    pid_t child = fork();
    if (child == 0) {
        (void)execl(getenv("TEST_DB_CTL"), "ctl", verb, arg, arg ? number : NULL, (char *)NULL);
        _exit(127);
    }
    need(waitpid(child, &status, 0) == child && status == 0);
}

static bool have_ctl(void) {
    return getenv("TEST_DB_CTL") != NULL;
}

static int start(void **state) {
    (void)state;
    char sql[8192] = "";
    const char *path = getenv("TEST_DB_SQL");
    FILE *f = fopen(path ? path : "toy.sql", "r");

    log_set_level(getenv("TEST_LOG") ? LOG_DEBUG : LOG_ERROR + 1);
    need(f && fread(sql, 1, sizeof sql - 1, f) > 0);
    (void)fclose(f);
    admin = PQconnectdb(getenv("TEST_DB"));
    need(PQstatus(admin) == CONNECTION_OK);
    admin_exec("SET client_min_messages = error");
    admin_exec(sql);
    arena = arena_new((size_t)16 * 1024 * 1024);
    db = db_new(&(struct db_config){getenv("TEST_DB"), "test_db", DEADLINE_MS});
    return 0;
}

static int stop(void **state) {
    (void)state;
    db_free(db);
    arena_free(arena);
    PQfinish(admin);
    return 0;
}

static int each(void **state) {
    (void)state;
    request();
    return 0;
}

/* A request that only asks for the pid of its server process. */
static int ask_pid(enum err expected) {
    struct q_toy_todos_row row = {0};

    request();
    enum err e = db_begin(db, TX_READ);
    if (e == ERR_OK) {
        e = q_toy_todos(db, &row);
    }
    assert_int_equal(e, expected);
    if (e == ERR_OK) {
        assert_string_equal(row.solo, "on");
        assert_int_equal(db_commit(db), ERR_OK);
    } else {
        db_rollback(db);
    }
    return row.pid;
}

static void test_types(void **state) {
    (void)state;
    struct q_toy_lista_row *r;
    size_t n;

    need(db_begin(db, TX_READ) == ERR_OK);
    need(q_toy_lista(db, &(struct q_toy_lista_in){.dueno = 1}, &r, &n) == ERR_OK);
    assert_int_equal(n, 3);
    need(r[0].id == 1 && *r[0].n == -7 && *r[0].vivo && *r[0].grande == INT64_MIN);
    need(*r[0].peso < -0.124 && r[0].nacido.year == 2022 && r[0].nacido.day == 12);
    need(r[0].creado.date.month == 11 && r[0].creado.hour == 14 && r[0].creado.second == 9);
    assert_string_equal(r[0].nota, "con \"comillas\" y eñe");
    need(!r[1].n && !r[1].vivo && !r[1].peso && !r[1].grande && !r[1].nota && !r[1].nacido.year);
    need(*r[2].grande == INT64_MAX && *r[2].peso > 9e299 && !*r[2].vivo && r[2].nota[0] == '\0');
    need(db_commit(db) == ERR_OK);
    assert_int_equal(db_stats(db).queries, 1);
}

static void test_arguments(void **state) {
    (void)state;
    struct q_toy_lista_row *r;
    size_t n;
    struct q_toy_lista_in in = {.dueno = 1,
                                .despues_de = &(int64_t){0},
                                .texto = "uno",
                                .desde = {2022, 10, 12},
                                .en = {{2026, 11, 22}, 14, 5, 9},
                                .vivo = &(bool){true},
                                .peso = &(double){-0.125},
                                .n = &(int32_t){-7}};

    need(db_begin(db, TX_READ) == ERR_OK);
    need(q_toy_lista(db, &in, &r, &n) == ERR_OK && n == 1);
    in.en.second = 10;
    need(q_toy_lista(db, &in, &r, &n) == ERR_OK && n == 0);
    need(db_commit(db) == ERR_OK);
    assert_int_equal(db_stats(db).queries, 2);
}

static void test_one_and_opt(void **state) {
    (void)state;
    struct q_toy_uno_row uno;
    struct q_toy_quiza_row quiza;
    bool found;

    need(db_begin(db, TX_READ) == ERR_OK);
    need(q_toy_uno(db, &(struct q_toy_uno_in){99}, &uno) == ERR_NOT_FOUND);
    need(q_toy_quiza(db, &(struct q_toy_quiza_in){99}, &quiza, &found) == ERR_OK && !found);
    need(q_toy_quiza(db, &(struct q_toy_quiza_in){2}, &quiza, &found) == ERR_OK && found);
    need(!quiza.n && strcmp(quiza.nombre, "dos") == 0);
    need(q_toy_uno(db, &(struct q_toy_uno_in){1}, &uno) == ERR_OK && *uno.n == -7);
    need(db_commit(db) == ERR_OK);
}

static enum err insert(int64_t id, const char *nombre, int64_t dueno) {
    return q_toy_nuevo(db, &(struct q_toy_nuevo_in){id, nombre, dueno});
}

static enum err exists(int64_t id) {
    struct q_toy_uno_row uno;

    request();
    need(db_begin(db, TX_READ) == ERR_OK);
    enum err e = q_toy_uno(db, &(struct q_toy_uno_in){id}, &uno);
    need(db_commit(db) == ERR_OK);
    return e;
}

static void test_write(void **state) {
    (void)state;
    size_t n;

    need(db_begin(db, TX_WRITE) == ERR_OK);
    need(insert(10, "diez", 1) == ERR_OK);
    need(db_commit(db) == ERR_OK && exists(10) == ERR_OK);
    need(db_begin(db, TX_WRITE) == ERR_OK);
    need(insert(11, "once", 1) == ERR_OK);
    need(q_toy_contar(db, &(struct q_toy_contar_in){1}, &n) == ERR_OK && n == 5);
    db_rollback(db);
    need(exists(11) == ERR_NOT_FOUND);
    need(db_begin(db, TX_WRITE) == ERR_OK && db_commit(db) == ERR_OK); /* nothing was sent */
    need(db_begin(db, TX_WRITE) == ERR_OK && insert(12, "doce", 1) == ERR_OK);
    request(); /* a forgotten end */
    need(!db_in_transaction(db) && exists(12) == ERR_NOT_FOUND);
}

static void test_read_only(void **state) {
    (void)state;
    need(db_begin(db, TX_READ) == ERR_OK);
    need(insert(13, "trece", 1) == ERR_INTERNAL);
    assert_string_equal(db_fault(db)->sqlstate, "25006");
    need(!db_connected(db));
    need(db_commit(db) == ERR_INTERNAL && !db_in_transaction(db));
    need(exists(13) == ERR_NOT_FOUND);
}

static void test_constraints(void **state) {
    (void)state;
    struct q_toy_uno_row uno;

    need(db_begin(db, TX_WRITE) == ERR_OK && insert(20, "uno", 1) == ERR_INVALID);
    assert_string_equal(db_fault(db)->constraint, "toy_nombre_key");
    assert_string_equal(db_fault(db)->sqlstate, "23505");
    need(q_toy_uno(db, &(struct q_toy_uno_in){1}, &uno) == ERR_INVALID); /* the same error */
    need(db_commit(db) == ERR_INVALID && exists(20) == ERR_NOT_FOUND);
    need(db_begin(db, TX_WRITE) == ERR_OK && insert(21, "x", -1) == ERR_INVALID);
    assert_string_equal(db_fault(db)->constraint, "toy_dueno_check");
    db_rollback(db);
    need(db_begin(db, TX_WRITE) == ERR_OK && insert(22, NULL, 1) == ERR_INTERNAL);
    assert_string_equal(db_fault(db)->column, "nombre");
    db_rollback(db);
    need(db_begin(db, TX_WRITE) == ERR_OK);
    need(q_toy_hijo(db, &(struct q_toy_hijo_in){999}) == ERR_OK);
    need(db_commit(db) == ERR_INVALID); /* found by COMMIT itself */
    assert_string_equal(db_fault(db)->constraint, "toy_hijo_toy_id_fkey");
    need(db_connected(db) && exists(1) == ERR_OK);
}

static void test_sqlstates(void **state) {
    (void)state;
    static const struct {
        const char *code;
        enum err err;
        bool drops;
    } all[] = {{"40001", ERR_AGAIN, false},     {"40P01", ERR_AGAIN, false},
               {"55P03", ERR_BUSY, false},      {"53100", ERR_BUSY, true},
               {"P0002", ERR_NOT_FOUND, false}, {"42501", ERR_FORBIDDEN, false},
               {"57P01", ERR_BUSY, true},       {"P0001", ERR_INTERNAL, false}};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        request();
        need(db_begin(db, TX_WRITE) == ERR_OK);
        enum err e = q_toy_falla(db, &(struct q_toy_falla_in){all[i].code});
        assert_int_equal(e, all[i].err);
        assert_string_equal(db_fault(db)->sqlstate, all[i].code);
        need(db_connected(db) == !all[i].drops);
        db_rollback(db);
    }
    (void)ask_pid(ERR_OK);
}

static void test_decode_error(void **state) {
    (void)state;
    struct q_toy_malo_row malo;

    need(db_begin(db, TX_READ) == ERR_OK);
    need(q_toy_malo(db, &(struct q_toy_malo_in){2}, &malo) == ERR_INTERNAL);
    need(db_commit(db) == ERR_INTERNAL);
    need(exists(1) == ERR_OK);
}

static void terminate(int pid) {
    char sql[80];

    (void)snprintf(sql, sizeof sql, "SELECT pg_terminate_backend(%d, 2000)", pid);
    admin_exec(sql);
}

static void test_terminated(void **state) {
    (void)state;
    int pid = ask_pid(ERR_OK);

    terminate(pid);
    int other = ask_pid(ERR_OK); /* noticed by db_begin: nobody sees it */
    need(other != pid);
    request();
    need(db_begin(db, TX_WRITE) == ERR_OK && insert(30, "treinta", 1) == ERR_OK);
    terminate(other);
    need(db_commit(db) == ERR_BUSY && !db_connected(db));
    need(exists(30) == ERR_NOT_FOUND);
    need(db_begin(db, TX_WRITE) == ERR_OK && insert(31, "x", 1) == ERR_OK);
    admin_exec("SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity"
               " WHERE application_name = 'test_db'");
    need(insert(32, "y", 1) == ERR_BUSY);
    assert_string_equal(db_fault(db)->sqlstate, "57P01");
    need(insert(33, "z", 1) == ERR_BUSY);
    db_rollback(db);
    need(db_begin(db, TX_READ) == ERR_BUSY || db_connected(db));
    db_rollback(db);
    (void)ask_pid(ERR_OK);
}

static void test_statement_timeout(void **state) {
    (void)state;
    int64_t before = time_ms();

    need(db_begin(db, TX_READ) == ERR_OK);
    need(q_toy_dormir(db, &(struct q_toy_dormir_in){30}) == ERR_BUSY);
    assert_string_equal(db_fault(db)->sqlstate, "57014");
    need(time_ms() - before < DEADLINE_MS && db_connected(db));
    db_rollback(db);
    (void)ask_pid(ERR_OK);
}

/* A transaction that says nothing for two deadlines is ended by the server, unless it was held. */
static void test_hold(void **state) {
    (void)state;
    struct q_toy_todos_row row;
    need(db_begin(db, TX_READ) == ERR_OK && q_toy_todos(db, &row) == ERR_OK);
    need(db_hold(db) == ERR_OK);
    (void)usleep(2500 * DEADLINE_MS);
    need(q_toy_todos(db, &row) == ERR_OK && db_commit(db) == ERR_OK);
    request();
    need(db_begin(db, TX_READ) == ERR_OK && q_toy_todos(db, &row) == ERR_OK);
    (void)usleep(2500 * DEADLINE_MS);
    need(q_toy_todos(db, &row) == ERR_BUSY);
    db_rollback(db);
    (void)ask_pid(ERR_OK);
}

static void test_silent_server(void **state) {
    (void)state;
    if (!have_ctl()) {
        skip();
    }
    int pid = ask_pid(ERR_OK);
    int64_t before = time_ms();

    ctl("signal", "STOP", pid);
    (void)ask_pid(ERR_BUSY);
    need(time_ms() - before >= DEADLINE_MS && time_ms() - before < 2 * DEADLINE_MS);
    need(!db_connected(db));
    ctl("signal", "CONT", pid);
    need(ask_pid(ERR_OK) != pid);
}

static void test_killed_server_process(void **state) {
    (void)state;
    if (!have_ctl()) {
        skip();
    }
    int pid = ask_pid(ERR_OK), status;
    pid_t child = fork();

    if (child == 0) {
        (void)usleep(200000);
        ctl("signal", "KILL", pid);
        _exit(0);
    }
    request();
    need(db_begin(db, TX_WRITE) == ERR_OK && insert(40, "cuarenta", 1) == ERR_OK);
    need(q_toy_dormir(db, &(struct q_toy_dormir_in){0.8}) == ERR_BUSY);
    need(db_commit(db) == ERR_BUSY);
    need(waitpid(child, &status, 0) == child);
    enum err e = ERR_BUSY;
    for (int i = 0; i < 100 && e != ERR_OK; i++) { /* the server recovers */
        (void)usleep(50000);
        request();
        e = db_begin(db, TX_READ);
        db_rollback(db);
    }
    need(e == ERR_OK && exists(40) == ERR_NOT_FOUND);
    PQreset(admin);
}

static void test_restart(void **state) {
    (void)state;
    if (!have_ctl()) {
        skip();
    }
    (void)ask_pid(ERR_OK);
    ctl("stop", NULL, 0);
    request();
    need(db_begin(db, TX_READ) == ERR_BUSY && !db_in_transaction(db));
    int64_t before = time_ms();
    need(db_begin(db, TX_WRITE) == ERR_BUSY && time_ms() - before < 20); /* one attempt */
    ctl("start", NULL, 0);
    need(db_begin(db, TX_READ) == ERR_BUSY);
    (void)ask_pid(ERR_OK);
    PQreset(admin);
}

/* A schema that a migration changed: refused at connect, and fine again when it fits. */
static void test_schema_differs(void **state) {
    (void)state;
    terminate(ask_pid(ERR_OK));
    admin_exec("ALTER TABLE toy RENAME peso TO pesa");
    assert_int_equal(db_connect(db), ERR_INTERNAL);
    admin_exec("ALTER TABLE toy RENAME pesa TO peso");
    admin_exec("ALTER TABLE toy ALTER grande TYPE numeric");
    assert_int_equal(db_connect(db), ERR_INTERNAL);
    need(!db_connected(db));
    admin_exec("ALTER TABLE toy ALTER grande TYPE int8");
    (void)ask_pid(ERR_OK);
}

static void test_reuse(void **state) {
    (void)state;
    int64_t before = time_ms();

    for (int i = 0; i < 10000; i++) {
        int pid = 0;
        if (i % 10 == 0) {
            request();
            need(db_begin(db, TX_WRITE) == ERR_OK && insert(1, "uno", 1) == ERR_INVALID);
            db_rollback(db);
        }
        pid = ask_pid(ERR_OK);
        need(pid > 0);
    }
    print_message("10000 transactions in %lld ms\n", (long long)(time_ms() - before));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_types, each),
        cmocka_unit_test_setup(test_arguments, each),
        cmocka_unit_test_setup(test_one_and_opt, each),
        cmocka_unit_test_setup(test_write, each),
        cmocka_unit_test_setup(test_read_only, each),
        cmocka_unit_test_setup(test_constraints, each),
        cmocka_unit_test_setup(test_sqlstates, each),
        cmocka_unit_test_setup(test_decode_error, each),
        cmocka_unit_test_setup(test_terminated, each),
        cmocka_unit_test_setup(test_statement_timeout, each),
        cmocka_unit_test_setup(test_hold, each),
        cmocka_unit_test_setup(test_silent_server, each),
        cmocka_unit_test_setup(test_killed_server_process, each),
        cmocka_unit_test_setup(test_restart, each),
        cmocka_unit_test_setup(test_schema_differs, each),
        cmocka_unit_test_setup(test_reuse, each),
    };

    if (!getenv("TEST_DB")) {
        (void)printf("1..0 # SKIP TEST_DB is not set\n");
        return 0;
    }
    return cmocka_run_group_tests(tests, start, stop);
}
