#include "page/cifras/tabla.h"

#include "descarga/descarga.h"
#include "page/pages.h"

enum { COLUMNS = 9 };

static const char *number(struct request *rq, int64_t n) {
    return arena_printf(rq->arena, "%lld", (long long)n);
}

static void write_row(struct request *rq, struct descarga *d,
                      const struct q_cifras_tablero_row *row) {
    double share =
        row->registrados > 0 ? 100.0 * (double)row->completados / (double)row->registrados : 0;
    const char *const cells[COLUMNS] = {
        row->nombre,
        number(rq, row->registrados),
        number(rq, row->en_curso),
        number(rq, row->vencidos),
        number(rq, row->completados),
        number(rq, row->validados),
        number(rq, row->retirados),
        arena_printf(rq->arena, "%.1f", share),
        row->mediana != NULL ? arena_printf(rq->arena, "%.4g", *row->mediana) : ""};
    descarga_fila(d, cells, COLUMNS);
}

enum http_status cifras_tabla(struct request *rq, struct response *rs, const char *const what[2],
                              const struct q_cifras_tablero_row *rows, size_t n) {
    const char *const titles[COLUMNS] = {
        what[1],     "Registrados", "En curso",     "Con algo vencido", "Completados",
        "Validados", "Retirados",   "% completado", "Mediana de días"};
    struct descarga *file = descarga_nueva(rq, what[0]);
    descarga_numeros(file, 1);
    descarga_fila(file, titles, COLUMNS);
    for (size_t i = 1; i <= n; i++) {
        write_row(rq, file, &rows[i % n]);
    }
    enum err e = descarga_fin(file, rs, "cifras");
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}
