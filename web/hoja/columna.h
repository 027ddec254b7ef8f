/* Which column of a sheet is which datum of a planilla, and its rows for the database. */
#ifndef HOJA_COLUMNA_H
#define HOJA_COLUMNA_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/str.h"
#include "hoja/hoja.h"

enum { COLUMNAS_MAX = 40 };

struct columnas {
    size_t titulos; /* index of the last row that holds them */
    size_t n;
    struct {
        const char *codigo;
        size_t en; /* index of the column */
    } v[COLUMNAS_MAX];
    struct hoja_fila titulo; /* they themselves, a heading of two rows as one */
    bool duda;               /* some are guesses, which somebody has to confirm */
    const char *ignoradas;   /* titles that say nothing to us, ", " between; NULL when none */
};

/* Looks for the titles in the first rows: one row, or two of which the upper one spans columns.
 * False when there is no document or no name. */
bool columnas_hallar(struct arena *a, const struct hoja *h, struct columnas *out);
bool columnas_tiene(const struct columnas *c, const char *codigo);
/* A column more, unless the code is there already. */
void columnas_agregar(struct columnas *c, const char *codigo, size_t en);
void columnas_ignorar(struct arena *a, struct buf *ignoradas, const char *titulo);
/* True when a row has nothing in these columns. */
bool columnas_vacia(const struct hoja_fila *row, const struct columnas *c);
/* A cell; "" where the row is shorter. */
const char *columnas_celda(const struct hoja_fila *row, size_t en);
/* A cell as a JSON string, cut at what no datum is longer than. */
void columnas_valor(struct buf *b, const char *cell);
/* True when there is a document and a name. */
bool columnas_son_personas(const struct columnas *c);
/* True when a row may enter with no more than these columns. */
bool columnas_bastan(const struct columnas *c);
/* All columns of the sheet, so that somebody may say what each is: those that were not recognised
 * have the code "". Of a sheet without known titles, c->titulos is set to the row that looks most
 * like them. False when there are less than two columns or nothing under the titles. */
bool columnas_todas(const struct hoja *h, struct columnas *c, struct columnas *out);
/* ["documento", …] */
const char *columnas_json(struct arena *a, const struct columnas *c);
/* ["N.° DNI", …] */
const char *columnas_titulos_json(struct arena *a, const struct columnas *c);
/* The titles in one text that does not depend on accents and capitals. */
const char *columnas_clave(struct arena *a, const struct columnas *c);
enum { COLUMNAS_LOTE_BYTES = 1024 * 1024 };
/* The next rows that are not empty, `max` at most, as [[number, "cell", …], …] in `b`, which is
 * used again; NULL when there is no more. *from is where to go on: begin with titulos + 1. */
const char *columnas_lote(struct buf *b, const struct hoja *h, const struct columnas *c,
                          size_t *from, size_t max);
/* A JSON string. */
void columnas_texto(struct buf *b, const char *s);

#endif
