/* What the title of a column says, however it is written: "N.° Doc. Identidad", "DNI del servidor",
 * "apellido_paterno", "FEC. ING." */
#ifndef HOJA_TITULO_H
#define HOJA_TITULO_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

/* A code and its titles, "A|B|C", each as titulo_normal() gives it. "" is a code, too: of what is
 * known and of no use. */
struct titulo {
    const char *codigo, *titulos;
};

/* In upper case, without accents, signs, plurals and little words, abbreviations in full. */
const char *titulo_normal(struct arena *a, const char *title);
/* The code of a title; NULL when unknown. With `corto`, what stands in brackets is an explanation,
 * and of "A / B" it is the first that is known. */
const char *titulo_codigo(struct arena *a, const struct titulo *known, size_t n, const char *title,
                          bool corto);
/* The first code of which one title has all its words in this one; NULL for none. */
const char *titulo_parecido(struct arena *a, const struct titulo *like, size_t n,
                            const char *title);

#endif
