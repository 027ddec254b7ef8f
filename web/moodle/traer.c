#include "moodle/traer.h"

#include "core/log.h"
#include "core/str.h"
#include "core/time.h"
#include "gen/q_fondo.h"
#include "moodle/respuesta.h"

/* PAGE people a page of the enrolled, GROUP a transaction of answers; a turn lasts TURN_MS. */
enum {
    PAGE = 500,
    PAGES_MAX = 400,
    GROUP = 40,
    TURN_MS = 20000,
    ACCEPT_ROWS = 150,
    SCRATCH_BYTES = 48 * 1024 * 1024,
    LIST_BYTES = 24 * 1024 * 1024,
    PAGE_BYTES = 8 * 1024 * 1024, /* of an answer about a page of people */
    PERSON_BYTES = 1024 * 1024    /* of one about one of them */
};

struct traida {
    struct db *db;
    struct arena *a;       /* of the job */
    struct arena *scratch; /* of what Moodle answered, forgotten often */
    const struct moodle *moodle;
    struct q_fondo_moodle_abrir_row carga;
    bool asks_end, asks_mark;
    const char **why;
};

/* Ends the transaction of a step by its outcome. */
static enum err end(struct db *db, enum err e) {
    if (e == ERR_OK) {
        e = db_commit(db);
    }
    if (e != ERR_OK && db_in_transaction(db)) {
        db_rollback(db);
    }
    return e;
}

static enum err fail(struct traida *t, enum err e, const char *why) {
    *t->why = arena_strdup(t->a, why);
    return e;
}

static enum err call_one(struct traida *t, struct llamada *call) {
    moodle_llamar(t->scratch, t->moodle, call, 1);
    return call->resultado == ERR_OK
               ? ERR_OK
               : fail(t, call->resultado == ERR_NOT_FOUND ? ERR_INVALID : call->resultado,
                      call->why);
}

/* --- who is enrolled --- */

static enum err check_site(struct traida *t) {
    const char *functions[] = {"core_enrol_get_enrolled_users", NULL, NULL, NULL}, *missing = NULL;
    size_t n = 1;
    if (t->asks_end) {
        functions[n++] = "core_completion_get_course_completion_status";
    }
    if (t->asks_mark) {
        functions[n++] = "gradereport_user_get_grade_items";
    }
    struct llamada call = {
        .funcion = "core_webservice_get_site_info", .parametros = "", .maximo = PAGE_BYTES};
    enum err e = call_one(t, &call);
    if (e == ERR_OK && !respuesta_sitio(call.json, functions, &missing)) {
        return fail(t, ERR_BUSY, "Moodle no dijo qué ofrece su servicio");
    }
    return missing == NULL
               ? e
               : fail(t, ERR_INVALID,
                      arena_printf(t->a, "Al servicio de Moodle le falta la función %s", missing));
}

static enum err read_page(struct traida *t, size_t page, struct buf *list, struct inscritos *seen) {
    struct llamada call = {
        .funcion = "core_enrol_get_enrolled_users",
        .maximo = PAGE_BYTES,
        .parametros = arena_printf(t->scratch,
                                   "courseid=%lld&options[0][name]=limitfrom&options[0][value]=%zu"
                                   "&options[1][name]=limitnumber&options[1][value]=%d"
                                   "&options[2][name]=sortby&options[2][value]=id"
                                   "&options[3][name]=userfields&options[3][value]="
                                   "id,username,idnumber,email,fullname,lastcourseaccess,roles",
                                   (long long)t->carga.moodle_id, page * PAGE, PAGE)};
    enum err e = call_one(t, &call);
    if (e == ERR_OK && !respuesta_inscritos(t->scratch, call.json, list, seen)) {
        return fail(t, ERR_BUSY, "La lista de inscritos de Moodle no tiene la forma esperada");
    }
    return e;
}

static enum err stage_list(struct traida *t, const char *list, size_t calls) {
    enum err e = db_begin(t->db, TX_WRITE);
    if (e == ERR_OK) {
        e = q_fondo_moodle_listar(t->db,
                                  &(struct q_fondo_moodle_listar_in){.carga_id = t->carga.carga_id,
                                                                     .usuarios = list,
                                                                     .llamadas = (int32_t)calls});
    }
    if (e == ERR_OK) {
        e = q_fondo_moodle_emparejar(
            t->db, &(struct q_fondo_moodle_emparejar_in){.carga_id = t->carga.carga_id});
    }
    return end(t->db, e);
}

/* Moodle counts who may not be seen and leaves them out of the page: only an empty one is the
 * end. */
static enum err list_enrolled(struct traida *t) {
    struct buf list = buf_new(t->a, LIST_BYTES);
    struct inscritos seen = {.pagina = 1};
    size_t page = 0;
    enum err e = check_site(t);
    buf_char(&list, '[');
    while (e == ERR_OK && seen.pagina > 0) {
        if (page == PAGES_MAX) {
            return fail(t, ERR_BUSY, "Moodle no deja de dar inscritos");
        }
        arena_reset(t->scratch);
        e = read_page(t, page++, &list, &seen);
    }
    buf_char(&list, ']');
    if (e == ERR_OK && list.truncated) {
        return fail(t, ERR_BUSY, "Los inscritos de Moodle no caben");
    }
    if (e == ERR_OK && seen.todos > 0 && seen.con_documento == 0) {
        return fail(
            t, ERR_INVALID,
            "Moodle no muestra el número de ID ni el usuario de los inscritos: dé a la cuenta "
            "del servicio el permiso moodle/user:viewalldetails");
    }
    return e == ERR_OK ? stage_list(t, list.p, page + 1) : e;
}

/* --- how each is doing --- */

static const char *of_user(struct traida *t, int64_t user) {
    return arena_printf(t->scratch, "courseid=%lld&userid=%lld", (long long)t->carga.moodle_id,
                        (long long)user);
}

/* One user's answers as an object; *calls moves on. False when one is not as Moodle answers. */
static bool add_answers(struct traida *t, struct buf *b, int64_t user,
                        const struct llamada **calls) {
    bool good = true, told = true;
    buf_printf(b, "%s{\"id\":%lld", b->n > 1 ? "," : "", (long long)user);
    if (t->asks_end) {
        const struct llamada *call = (*calls)++;
        told = call->json != NULL;
        good = !told || respuesta_finalizacion(call->json, b);
    }
    if (t->asks_mark) {
        const struct llamada *call = (*calls)++;
        good = good && (call->json == NULL || respuesta_nota(call->json, user, b));
    }
    buf_char(b, '}');
    return good;
}

/* The first call that failed but for what Moodle tells nothing about one person. */
static const struct llamada *failed(const struct llamada *calls, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (calls[i].resultado != ERR_OK && calls[i].resultado != ERR_NOT_FOUND) {
            return &calls[i];
        }
    }
    return NULL;
}

static enum err stage_answers(struct traida *t, const char *answers, size_t calls) {
    enum err e = db_begin(t->db, TX_WRITE);
    if (e == ERR_OK) {
        e = q_fondo_moodle_guardar(
            t->db, &(struct q_fondo_moodle_guardar_in){.carga_id = t->carga.carga_id,
                                                       .respuestas = answers,
                                                       .llamadas = (int32_t)calls});
    }
    return end(t->db, e);
}

/* Some users, as many as are asked at a time; what Moodle said is forgotten afterwards. */
static enum err ask_some(struct traida *t, const struct q_fondo_moodle_pendientes_row *users,
                         size_t n, struct buf *b) {
    struct llamada calls[MOODLE_LLAMADAS_MAX] = {0};
    size_t made = 0;
    arena_reset(t->scratch);
    for (size_t i = 0; i < n; i++) {
        const char *params = of_user(t, users[i].moodle_id);
        if (t->asks_end) {
            calls[made++] = (struct llamada){
                .funcion = "core_completion_get_course_completion_status", .parametros = params};
        }
        if (t->asks_mark) {
            calls[made++] = (struct llamada){.funcion = "gradereport_user_get_grade_items",
                                             .parametros = params};
        }
    }
    for (size_t i = 0; i < made; i++) {
        calls[i].maximo = PERSON_BYTES;
    }
    moodle_llamar(t->scratch, t->moodle, calls, made);
    const struct llamada *bad = failed(calls, made), *at = calls;
    if (bad != NULL) {
        return fail(t, bad->resultado, bad->why);
    }
    for (size_t i = 0; i < n; i++) {
        if (!add_answers(t, b, users[i].moodle_id, &at)) {
            return fail(t, ERR_BUSY,
                        arena_printf(t->scratch,
                                     "Lo que Moodle dice del usuario %lld no tiene la forma "
                                     "esperada",
                                     (long long)users[i].moodle_id));
        }
    }
    return ERR_OK;
}

static enum err ask_group(struct traida *t, const struct q_fondo_moodle_pendientes_row *users,
                          size_t n) {
    size_t each = t->asks_end && t->asks_mark ? 2 : 1, some = MOODLE_LLAMADAS_MAX / each;
    struct buf b = buf_new(t->a, 1024 * 1024);
    enum err e = ERR_OK;
    buf_char(&b, '[');
    for (size_t at = 0; at < n && e == ERR_OK; at += some) {
        e = ask_some(t, users + at, n - at < some ? n - at : some, &b);
    }
    buf_char(&b, ']');
    return e == ERR_OK ? stage_answers(t, b.p, n * each) : e;
}

static enum err next_users(struct traida *t, struct q_fondo_moodle_pendientes_row **users,
                           size_t *n) {
    enum err e = db_begin(t->db, TX_READ);
    if (e == ERR_OK) {
        e = q_fondo_moodle_pendientes(
            t->db,
            &(struct q_fondo_moodle_pendientes_in){.carga_id = t->carga.carga_id, .limite = GROUP},
            users, n);
    }
    return end(t->db, e);
}

/* *left is true when the turn is over before the work. */
static enum err ask_all(struct traida *t, bool *left) {
    int64_t start = time_ms();
    for (*left = false; !*left;) {
        struct q_fondo_moodle_pendientes_row *users = NULL;
        size_t n = 0;
        enum err e = next_users(t, &users, &n);
        if (e != ERR_OK || n == 0) {
            return e;
        }
        e = ask_group(t, users, n);
        if (e != ERR_OK) {
            return e;
        }
        *left = time_ms() - start > TURN_MS;
    }
    return ERR_OK;
}

/* --- the end --- */

static enum err go_on(struct traida *t) {
    enum err e = db_begin(t->db, TX_WRITE);
    if (e == ERR_OK) {
        e = q_fondo_moodle_seguir(
            t->db, &(struct q_fondo_moodle_seguir_in){.carga_id = t->carga.carga_id});
    }
    return end(t->db, e);
}

/* All results in one transaction, some at a time so that no exchange is long. */
static enum err finish(struct traida *t) {
    struct q_fondo_moodle_aceptar_in in = {
        .carga_id = t->carga.carga_id, .revisar = true, .lote = ACCEPT_ROWS};
    bool more = true;
    enum err e = db_begin(t->db, TX_WRITE);
    while (e == ERR_OK && more) {
        struct q_fondo_moodle_aceptar_row row;
        e = q_fondo_moodle_aceptar(t->db, &in, &row);
        more = e == ERR_OK && row.quedan != NULL && *row.quedan > 0;
        in.revisar = false;
    }
    if (e == ERR_OK) {
        e = q_fondo_moodle_terminar(
            t->db, &(struct q_fondo_moodle_terminar_in){.carga_id = t->carga.carga_id});
    }
    return end(t->db, e);
}

static enum err open_pull(struct traida *t, int64_t cola_id, bool *found) {
    enum err e = db_begin(t->db, TX_READ);
    if (e == ERR_OK) {
        e = q_fondo_moodle_abrir(t->db, &(struct q_fondo_moodle_abrir_in){.cola_id = cola_id},
                                 &t->carga, found);
    }
    return end(t->db, e);
}

static void free_scratch(void *arena) {
    arena_free(arena);
}

enum err traer_run(struct db *db, struct arena *a, const struct moodle *m, int64_t cola_id,
                   const char **why) {
    struct traida t = {.db = db, .a = a, .moodle = m, .why = why};
    bool found = false, left = false;
    *why = "La base de datos no pudo guardar lo que dijo Moodle";
    if (!moodle_hay(m)) {
        return fail(&t, ERR_INVALID, "El portal no tiene configurado un Moodle");
    }
    enum err e = open_pull(&t, cola_id, &found);
    if (e != ERR_OK || !found) {
        return e;
    }
    t.scratch = arena_new(SCRATCH_BYTES);
    arena_defer(a, free_scratch, t.scratch);
    t.asks_end = !str_eq(t.carga.acreditacion, "EVALUACION");
    t.asks_mark = !str_eq(t.carga.acreditacion, "ASISTENCIA");
    if (!t.carga.listada) {
        e = list_enrolled(&t);
    }
    if (e == ERR_OK) {
        e = ask_all(&t, &left);
    }
    if (e == ERR_OK) {
        e = left ? go_on(&t) : finish(&t);
    }
    return e;
}

enum err traer_programar(struct db *db) {
    struct q_fondo_moodle_programar_row row = {0};
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        e = q_fondo_moodle_programar(db, &row);
    }
    if (e == ERR_OK && row.cursos > 0) {
        log_line(LOG_INFO, "msg=\"pulls of the night\" courses=%lld", (long long)row.cursos);
    }
    return end(db, e);
}
