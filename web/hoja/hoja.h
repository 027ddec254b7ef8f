/* A spreadsheet as text: its cells, whatever program wrote it. */
#ifndef HOJA_HOJA_H
#define HOJA_HOJA_H

#include <stddef.h>

#include "core/arena.h"

enum {
    HOJA_BYTES_MAX = 4 * 1024 * 1024, /* of the text as UTF-8 */
    HOJA_FILAS_MAX = 20000,
    HOJA_CELDAS_MAX = 600000
};

enum hoja_falla {
    HOJA_BIEN,
    HOJA_BINARIA,  /* not text: a picture, a PDF … */
    HOJA_LIBRO,    /* a workbook: XLSX, ODS or XLS */
    HOJA_GRANDE,   /* past a limit above */
    HOJA_COMILLAS, /* a quote that never closes */
    HOJA_VACIA
};

struct hoja_fila {
    size_t n;
    const char **celda; /* clean UTF-8, trimmed, never NULL */
};

struct hoja {
    const char *codificacion; /* "UTF-8", "UTF-16" or "Windows-1252" */
    char separador;
    size_t n;
    struct hoja_fila *fila; /* as in the file, empty ones too: fila[i] is row i + 1 */
};

/* Text of any of the encodings as UTF-8 without BOM, controls and odd spaces; line ends are LF.
 * NULL when it is not text or past HOJA_BYTES_MAX; `why` says which. Room for one byte more. */
char *hoja_texto(struct arena *a, const char *data, size_t n, const char **codificacion,
                 enum hoja_falla *why);
/* Reads CSV, or what was copied from a spreadsheet. */
enum hoja_falla hoja_leer(struct arena *a, const char *data, size_t n, struct hoja *out);

#endif
