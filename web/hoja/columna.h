/* Which column of a sheet is which datum of a planilla, and its rows for the database. */
#ifndef HOJA_COLUMNA_H
#define HOJA_COLUMNA_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/str.h"
#include "hoja/hoja.h"

enum { COLUMNAS_MAX = 32 };

struct columnas {
    size_t titulos; /* index of the row that holds them */
    size_t n;
    struct {
        const char *codigo;
        size_t en; /* index of the column */
    } v[COLUMNAS_MAX];
    const char *ignoradas; /* titles that say nothing to us, ", " between; NULL when none */
};

/* Looks for the titles in the first rows. False when no row has a document and a name. */
bool columnas_hallar(struct arena *a, const struct hoja *h, struct columnas *out);
bool columnas_tiene(const struct columnas *c, const char *codigo);
/* ["documento", …] */
const char *columnas_json(struct arena *a, const struct columnas *c);
enum { COLUMNAS_LOTE_BYTES = 1024 * 1024 };
/* The next rows that are not empty, `max` at most, as [[number, "cell", …], …] in `b`, which is
 * used again; NULL when there is no more. *from is where to go on: begin with titulos + 1. */
const char *columnas_lote(struct buf *b, const struct hoja *h, const struct columnas *c,
                          size_t *from, size_t max);
/* A JSON string. */
void columnas_texto(struct buf *b, const char *s);

#endif
