/* A spreadsheet as text: its cells, whatever program wrote it. */
#ifndef HOJA_HOJA_H
#define HOJA_HOJA_H

#include <stddef.h>

#include "core/arena.h"

enum {
    HOJA_ARCHIVO_MAX = 12 * 1024 * 1024, /* of the file */
    HOJA_BYTES_MAX = 16 * 1024 * 1024,   /* of its text as UTF-8 */
    HOJA_FILAS_MAX = 51000,
    HOJA_COLUMNAS_MAX = 200, /* what is to the right of them is not read */
    HOJA_CELDAS_MAX = 1300000,
    HOJA_CELDA_MAX = 2000 /* bytes; the rest of a cell is cut */
};

enum hoja_falla {
    HOJA_BIEN,
    HOJA_BINARIA,   /* not text, not a workbook: a picture, a PDF … */
    HOJA_MARCADO,   /* HTML or XML that calls itself a spreadsheet */
    HOJA_XLS,       /* of Excel 2003 and before */
    HOJA_XLSB,      /* binary workbook of Excel */
    HOJA_XLSM,      /* with macros */
    HOJA_NUMBERS,   /* of Apple */
    HOJA_CLAVE,     /* needs a password */
    HOJA_DOCUMENTO, /* an archive, but of something else */
    HOJA_DANADA,    /* cut off, or not as its format asks */
    HOJA_ENTIDADES, /* XML with a DOCTYPE: no spreadsheet writes one */
    HOJA_BOMBA,     /* grows out of proportion when unpacked */
    HOJA_GRANDE,    /* past a limit above */
    HOJA_COMILLAS,  /* a quote that never closes */
    HOJA_VACIA,
    HOJA_FALLAS
};

struct hoja_fila {
    size_t numero; /* as the program shows it, from 1 */
    size_t n;
    const char **celda; /* clean UTF-8, trimmed, never NULL */
};

struct hoja {
    const char *formato; /* "UTF-8, separador ;", "XLSX, hoja «Ingresantes»" … */
    const char *aviso;   /* what was read otherwise than it shows; NULL when nothing */
    size_t n;
    struct hoja_fila *fila; /* ordered by number; of a workbook without the empty ones */
};

/* What to do about a file that was not read, in a sentence for whoever sent it. */
const char *hoja_mensaje(enum hoja_falla why);
/* Reads a workbook (XLSX, ODS), CSV, or what was copied from a spreadsheet. Of a workbook it is the
 * first sheet that is shown and has titles that columnas_hallar() knows, else the first with
 * cells; `aviso` names the others that have them, and rows that are hidden. */
enum hoja_falla hoja_leer(struct arena *a, const char *data, size_t n, struct hoja *out);

#endif
