/* Numbers and days as a workbook keeps them. */
#ifndef HOJA_NUMERO_H
#define HOJA_NUMERO_H

#include <stdbool.h>
#include <stddef.h>

enum { NUMERO_TEXTO_MAX = 40 };

/* "4.5678912E7" as "45678912", "0.30000000000000004" as "0.3"; what is no number, as it is. */
void numero_texto(const char *raw, char out[NUMERO_TEXTO_MAX]);
/* A day number of a workbook as 02/11/2026; false when it cannot be a day. */
bool numero_fecha(const char *raw, bool since_1904, char out[NUMERO_TEXTO_MAX]);
/* 2026-11-02T00:00:00 as 02/11/2026; false when it does not begin with a day. */
bool numero_iso(const char *raw, char out[NUMERO_TEXTO_MAX]);
/* Whether numbers so formatted are shown as days: by the number of a format that every program
 * knows, or by the code of another. */
bool formato_es_fecha(long id);
bool formato_codigo_es_fecha(const char *code);

#endif
