#include "trabajo/limpieza.h"

#include "core/log.h"
#include "gen/q_fondo.h"

enum { BATCH = 2000, BATCHES_MAX = 5000 };

/* Each deletes up to BATCH rows and tells how many. */
#define PURGE(what)                                                                                \
    static enum err purge_##what(struct db *db, int64_t *rows) {                                   \
        struct q_fondo_limpiar_##what##_row row = {0};                                             \
        enum err e =                                                                               \
            q_fondo_limpiar_##what(db, &(struct q_fondo_limpiar_##what##_in){.max = BATCH}, &row); \
        *rows = row.filas;                                                                         \
        return e;                                                                                  \
    }
PURGE(formularios)
PURGE(borradores)
PURGE(intentos)
PURGE(sesiones)
PURGE(cola)
#undef PURGE

typedef enum err purge_fn(struct db *db, int64_t *rows);

static enum err purge_batch(struct db *db, purge_fn *purge, int64_t *rows) {
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        e = purge(db, rows);
    }
    if (e == ERR_OK) {
        e = db_commit(db);
    }
    if (e != ERR_OK && db_in_transaction(db)) {
        db_rollback(db);
    }
    return e;
}

static enum err purge_all(struct db *db, purge_fn *purge, const char *what) {
    int64_t total = 0, rows = BATCH;
    enum err e = ERR_OK;
    for (int i = 0; i < BATCHES_MAX && e == ERR_OK && rows == BATCH; i++) {
        e = purge_batch(db, purge, &rows);
        total += e == ERR_OK ? rows : 0;
    }
    log_line(LOG_INFO, "msg=\"cleaned\" what=%s rows=%lld outcome=%s", what, (long long)total,
             err_name(e));
    return e;
}

enum err limpieza_run(struct db *db) {
    static const struct {
        const char *what;
        purge_fn *purge;
    } all[] = {{"formularios", purge_formularios},
               {"borradores", purge_borradores},
               {"intentos", purge_intentos},
               {"sesiones", purge_sesiones},
               {"cola", purge_cola}};
    enum err worst = ERR_OK;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        enum err e = purge_all(db, all[i].purge, all[i].what);
        worst = worst == ERR_OK ? e : worst;
    }
    return worst;
}
