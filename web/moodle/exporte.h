/* What Moodle writes when somebody downloads a report, and lists of results that people keep: which
 * column is what, and its rows for the database. */
#ifndef MOODLE_EXPORTE_H
#define MOODLE_EXPORTE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "hoja/columna.h"

enum { EXPORTE_ACTIVIDADES_MAX = 100 };

struct exporte {
    struct columnas c;
    size_t n_actividades;
    size_t actividad[EXPORTE_ACTIVIDADES_MAX]; /* its state is there, its date one further */
    const char *tipo;                          /* which report it is, for the page */
};

/* Looks for the titles in the first rows. False when no row says whose and what a result is. */
bool exporte_reconocer(struct arena *a, const struct hoja *h, struct exporte *out);
/* The next `max` rows that are not empty, as [[number, {"documento": "…", …}], …]; NULL when
 * there is no more. *from is where to go on: begin with c.titulos + 1. */
const char *exporte_lote(struct arena *a, const struct hoja *h, const struct exporte *x,
                         size_t *from, size_t max);

#endif
