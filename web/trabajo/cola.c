#include "trabajo/cola.h"

#include "core/str.h"
#include "gen/q_fondo.h"

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

/* Committed before the queue is looked at: of what comes while it is looked at we are told. */
static enum err listen_first(struct db *db) {
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        e = db_listen(db, "cola");
    }
    return end(db, e);
}

enum err cola_take(struct db *db, bool mail, bool moodle, struct job *job, bool *found) {
    struct q_fondo_tomar_row row = {0};
    enum err e = listen_first(db);
    *found = false;
    if (e == ERR_OK) {
        e = db_begin(db, TX_WRITE);
    }
    if (e == ERR_OK) {
        e = q_fondo_tomar(db, &(struct q_fondo_tomar_in){.con_correo = mail, .con_moodle = moodle},
                          &row, found);
    }
    e = end(db, e);
    *found = *found && e == ERR_OK;
    *job = (struct job){.id = row.id, .tipo = row.tipo, .intentos = row.intentos};
    return e;
}

enum err cola_done(struct db *db, const struct job *job) {
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        e = q_fondo_terminar(
            db, &(struct q_fondo_terminar_in){.id = job->id, .intentos = job->intentos});
    }
    return end(db, e);
}

enum err cola_fail(struct db *db, const struct job *job, const char *why, bool final,
                   bool *gave_up) {
    struct q_fondo_fallar_row row = {0};
    bool found = false;
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        const struct q_fondo_fallar_in in = {
            .id = job->id, .intentos = job->intentos, .error = why, .definitivo = final};
        e = q_fondo_fallar(db, &in, &row, &found);
    }
    *gave_up = e == ERR_OK && found && str_eq(row.estado, "FALLIDA");
    return end(db, e);
}

enum err cola_plan(struct db *db) {
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        e = q_fondo_programar(db);
    }
    return end(db, e);
}
