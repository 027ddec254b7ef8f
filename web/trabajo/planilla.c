#include "trabajo/planilla.h"

#include "core/time.h"
#include "gen/q_fondo.h"

enum { BATCH = 150, TURN_MS = 20000 };

/* Mails do not wait for a planilla of 50,000 people. */
static enum err step(struct db *db, int64_t cola_id, bool yield, bool *more) {
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK && yield) {
        e = q_fondo_planilla_ceder(db, &(struct q_fondo_planilla_ceder_in){.cola_id = cola_id});
    } else if (e == ERR_OK) {
        struct q_fondo_planilla_paso_row row = {0};
        e = q_fondo_planilla_paso(
            db, &(struct q_fondo_planilla_paso_in){.cola_id = cola_id, .lote = BATCH}, &row);
        *more = row.quedan;
    }
    if (e == ERR_OK) {
        e = db_commit(db);
    }
    if (e != ERR_OK && db_in_transaction(db)) {
        db_rollback(db);
    }
    return e;
}

enum err planilla_run(struct db *db, int64_t cola_id) {
    int64_t start = time_ms();
    bool more = true;
    enum err e = ERR_OK;
    while (e == ERR_OK && more && time_ms() - start < TURN_MS) {
        e = step(db, cola_id, false, &more);
    }
    return e == ERR_OK && more ? step(db, cola_id, true, &more) : e;
}
