/* Fields of a table that is corrected on its page, named PREFIX ROW-COLUMN: "c-12-puesto". */
#ifndef HTTP_CELDA_H
#define HTTP_CELDA_H

#include <stdint.h>

#include "core/str.h"
#include "http/request.h"

struct celda {
    int64_t fila;
    const char *columna;
    const char *texto; /* clean */
};

struct celdas {
    const char *prefijo;
    size_t max; /* characters of each */
    /* Adds what a cell says, or nothing; what is wrong with it, or NULL. */
    const char *(*una)(struct request *rq, const struct celda *c, struct buf *b);
};

/* The cells that were sent, as a JSON array in `b`. NULL, or what is wrong with the first bad. */
const char *celdas_json(struct request *rq, const struct celdas *como, struct buf *b);

#endif
