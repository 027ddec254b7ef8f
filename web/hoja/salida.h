/* A workbook to hand out (XLSX). Every cell is text: what is a number to a spreadsheet loses its
 * zeros, and what begins with = would be a formula. */
#ifndef HOJA_SALIDA_H
#define HOJA_SALIDA_H

#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"

#define HOJA_XLSX_TIPO "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

struct salida;

struct salida *salida_nueva(struct arena *a);
/* Begins a sheet of `n` columns as wide as so many characters. */
void salida_hoja(struct salida *s, const char *name, const int *anchos, size_t n);
/* The titles stay in sight; a note shows when the pointer rests on one. NULL notes: none. */
void salida_titulos(struct salida *s, const char *const *titulos, const char *const *notas,
                    size_t n);
void salida_fila(struct salida *s, const char *const *celdas, size_t n);
/* The cells of a column of the first sheet, under its title, offer the `n` values of a column of
 * the sheet `hoja`, which begin in its second row. What is not among them may be written all the
 * same. */
void salida_lista(struct salida *s, size_t columna, const char *hoja, size_t de, size_t n);
/* The finished file; it lives in the arena. */
enum err salida_fin(struct salida *s, const char **bytes, size_t *n)
    __attribute__((warn_unused_result));

#endif
