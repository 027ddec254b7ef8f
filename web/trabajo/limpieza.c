#include "trabajo/limpieza.h"

#include "archivo/archivo.h"
#include "core/log.h"
#include "gen/q_fondo.h"

enum { BATCH = 2000, BATCHES_MAX = 5000, FILES_ARENA = 32 << 20 };

/* Each deals with up to BATCH rows and tells how many. Who has left is retired before the month is
 * sealed. */
#define DAILY(query)                                                                               \
    static enum err daily_##query(struct db *db, int64_t *rows) {                                  \
        struct q_fondo_##query##_row row = {0};                                                    \
        enum err e = q_fondo_##query(db, &(struct q_fondo_##query##_in){.max = BATCH}, &row);      \
        *rows = row.filas;                                                                         \
        return e;                                                                                  \
    }
DAILY(limpiar_formularios)
DAILY(limpiar_borradores)
DAILY(limpiar_intentos)
DAILY(limpiar_sesiones)
DAILY(limpiar_cola)
DAILY(limpiar_planillas)
DAILY(limpiar_bajas)
DAILY(retirar_cesados)
DAILY(sellar_informes)
DAILY(limpiar_encuestas)
#undef DAILY

typedef enum err daily_fn(struct db *db, int64_t *rows);

static enum err run_batch(struct db *db, daily_fn *daily, int64_t *rows) {
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        e = daily(db, rows);
    }
    if (e == ERR_OK) {
        e = db_commit(db);
    }
    if (e != ERR_OK && db_in_transaction(db)) {
        db_rollback(db);
    }
    return e;
}

static enum err run_all(struct db *db, daily_fn *daily, const char *what) {
    int64_t total = 0, rows = BATCH;
    enum err e = ERR_OK;
    for (int i = 0; i < BATCHES_MAX && e == ERR_OK && rows == BATCH; i++) {
        e = run_batch(db, daily, &rows);
        total += e == ERR_OK ? rows : 0;
    }
    log_line(LOG_INFO, "msg=\"cleaned\" what=%s rows=%lld outcome=%s", what, (long long)total,
             err_name(e));
    return e;
}

/* The files of one folder that no row names: of forms that were refused, of what was replaced. */
static enum err clean_folder(struct db *db, struct arena *a, int folder, int64_t *files) {
    struct q_fondo_archivos_sueltos_row *rows = NULL;
    const struct q_fondo_archivos_sueltos_in in = {.lista = archivo_reposados(a, folder)};
    size_t n = 0;
    if (*in.lista == '\0') {
        return ERR_OK;
    }
    enum err e = db_begin(db, TX_READ);
    if (e == ERR_OK) {
        e = q_fondo_archivos_sueltos(db, &in, &rows, &n);
    }
    db_rollback(db);
    for (size_t i = 0; i < n && e == ERR_OK; i++) {
        e = archivo_borrar(a, rows[i].sha256);
        *files += e == ERR_OK ? 1 : 0;
    }
    return e;
}

static enum err clean_files(struct db *db) {
    struct arena *a = arena_new(FILES_ARENA), *before = db_arena(db, a);
    int64_t files = 0;
    enum err e = ERR_OK;
    for (int i = 0; i < ARCHIVO_CARPETAS && e == ERR_OK; i++) {
        e = clean_folder(db, a, i, &files);
        arena_reset(a);
    }
    (void)db_arena(db, before);
    arena_free(a);
    log_line(LOG_INFO, "msg=\"cleaned\" what=archivos rows=%lld outcome=%s", (long long)files,
             err_name(e));
    return e;
}

enum err limpieza_run(struct db *db) {
    static const struct {
        const char *what;
        daily_fn *daily;
    } all[] = {{"formularios", daily_limpiar_formularios},
               {"borradores", daily_limpiar_borradores},
               {"intentos", daily_limpiar_intentos},
               {"sesiones", daily_limpiar_sesiones},
               {"cola", daily_limpiar_cola},
               {"planillas", daily_limpiar_planillas},
               {"bajas", daily_limpiar_bajas},
               {"cesados", daily_retirar_cesados},
               {"informes", daily_sellar_informes},
               {"encuestas", daily_limpiar_encuestas}};
    enum err worst = clean_files(db);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        enum err e = run_all(db, all[i].daily, all[i].what);
        worst = worst == ERR_OK ? e : worst;
    }
    return worst;
}
