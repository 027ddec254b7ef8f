/* Bytes to clean UTF-8; of this folder alone. */
#ifndef HOJA_TEXTO_H
#define HOJA_TEXTO_H

#include "hoja/hoja.h"

/* Text of any of the encodings as UTF-8 without BOM, controls and odd spaces; line ends are LF.
 * NULL when it is not text or past HOJA_BYTES_MAX; `why` says which. Room for one byte more. */
char *hoja_texto(struct arena *a, const char *data, size_t n, const char **codificacion,
                 enum hoja_falla *why);
/* The n bytes of a cell, valid UTF-8, cleaned in place and trimmed; the new length. */
size_t hoja_limpiar(char *text, size_t n);
enum hoja_falla hoja_leer_csv(struct arena *a, const char *data, size_t n, struct hoja *out);

#endif
