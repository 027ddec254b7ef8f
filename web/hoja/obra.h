/* A sheet while it is read: cells come one by one, rows in order. Everything that a file can make
 * grow is counted here, over all sheets of a workbook. */
#ifndef HOJA_OBRA_H
#define HOJA_OBRA_H

#include <stdbool.h>
#include <stddef.h>

#include "hoja/hoja.h"

enum { OBRA_UNIONES_MAX = 20000, OBRA_OCULTAS_MAX = 10 };

struct obra_union {
    size_t desde, hasta, columna; /* first and last row, from 1; column from 0 */
};

struct obra {
    struct arena *arena;
    enum hoja_falla falla;       /* the first limit that was passed */
    size_t bytes, celdas, filas; /* of all sheets together */
    size_t referidos;            /* bytes of the cells, a text that many share counted each time */
    char *pool;
    size_t pool_left;
    /* The sheet being read. */
    struct hoja_fila *fila;
    size_t n, cap;
    size_t vacias; /* empty rows since the last one with cells */
    struct obra_union *unida;
    size_t uniones;
    size_t ocultas, oculta[OBRA_OCULTAS_MAX]; /* rows with cells that do not show; the first ones */
    /* The row being read. */
    const char *celda[HOJA_COLUMNAS_MAX];
    size_t ancho;
    bool escondida; /* it does not show */
};

void obra_nueva(struct obra *o, struct arena *a);
/* Begins a sheet. What the one before gave with obra_fin() stays. */
void obra_hoja(struct obra *o);
/* A clean copy of n bytes of valid UTF-8, which are changed; "" when nothing is left. */
const char *obra_texto(struct obra *o, char *text, size_t n);
/* A cell of the row being read; `column` from 0. Empty ones and those too far right are ignored. */
void obra_celda(struct obra *o, size_t column, const char *text);
/* Ends a row that stands at `numero` and the `veces` - 1 rows below. */
void obra_fila(struct obra *o, size_t numero, size_t veces);
/* Cells of one column that are one, from row `desde` to `hasta`: all of them say the same. */
void obra_unir(struct obra *o, size_t desde, size_t hasta, size_t columna);
void obra_fin(struct obra *o, struct hoja *out);

#endif
