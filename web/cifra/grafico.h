/* Geometry of the charts: numbers for templates that draw SVG. Knows no page and no meaning. */
#ifndef CIFRA_GRAFICO_H
#define CIFRA_GRAFICO_H

#include <stddef.h>
#include <stdint.h>

#include "view/view.h"

enum { GRAFICO_ANCHO = 360, GRAFICO_PARTES = 4, GRAFICO_PUNTOS = 24 };

/* One bar: its parts lie one after the other. */
struct barra {
    const char *nombre;
    int64_t parte[GRAFICO_PARTES];
};

/* Binds part/barras: as many bars as given, the longest as wide as the chart. */
void grafico_barras(struct view *v, const struct barra *bars, size_t n);

/* One month of the line: two series over the same scale. */
struct punto {
    const char *nombre;
    int64_t valor[2];
};

/* Binds part/linea; of more than GRAFICO_PUNTOS only the last. */
void grafico_linea(struct arena *a, struct view *v, const struct punto *points, size_t n);

#endif
