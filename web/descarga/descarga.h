/* A table to hand out, written row by row to a file without a name: whatever its length, it takes
 * the memory of one row. It is sent from there and gone with the request. */
#ifndef DESCARGA_DESCARGA_H
#define DESCARGA_DESCARGA_H

#include <stddef.h>

#include "core/err.h"
#include "core/table.h"
#include "http/form.h"
#include "http/request.h"

/* For `.options` of a field that asks the format. */
extern const struct option descarga_formatos[]; /* "xlsx", "csv" */

/* The fields of a page that hands out personal data: what for, which exportacion_anotar() keeps,
 * and the format. */
#define DESCARGA_PROPOSITO(example)                                                                \
    {                                                                                              \
        .name = "proposito", .label = "¿Para qué usará estos datos?", .kind = F_TEXTAREA,          \
        .required = true, .min = 10, .max = 300, .hint = "Por ejemplo: " example ".",              \
        .missing = "Escriba para qué usará estos datos.",                                          \
        .bad = "Explique un poco más para qué usará estos datos (10 caracteres o más).",           \
    }
#define DESCARGA_FORMATO                                                                           \
    { .name = "formato", .label = "Formato", .kind = F_RADIO, .options = descarga_formatos, }

struct descarga;

/* `format` is a value of descarga_formatos; NULL is the first. In a workbook a cell is text: DNI
 * and ubigeo keep their zeros, and nothing is a formula. In CSV what begins like a formula gets
 * an apostrophe before it. */
struct descarga *descarga_nueva(struct request *rq, const char *format);
/* Cells from this column on are numbers, below the titles: a workbook adds them up. */
void descarga_numeros(struct descarga *d, size_t column);
void descarga_fila(struct descarga *d, const char *const *cells, size_t n);
/* The text columns of `n` rows of a query. */
void descarga_filas(struct descarga *d, const void *rows, size_t n, const struct db_table *table);
/* Ends it and makes it the answer: "name-2022-10-12.xlsx". */
enum err descarga_fin(struct descarga *d, struct response *rs, const char *name)
    __attribute__((warn_unused_result));

/* A CSV file that the database wrote as one text, short enough for memory. */
enum http_status descarga_csv(struct request *rq, struct response *rs, const char *name,
                              const char *lines);

/* Reads the batches of a long query: their memory is given back after each. fn answers in *n how
 * many rows it wrote, and reads less than `full` when there are no more. */
typedef enum err descarga_lote_fn(struct request *rq, struct descarga *d, void *state, size_t *n);
enum err descarga_lotes(struct request *rq, struct descarga *d, descarga_lote_fn *fn, void *state,
                        size_t full) __attribute__((warn_unused_result));

#endif
