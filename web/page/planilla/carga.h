/* Reading what was put aside of an upload: shared by those who put it there and those who say what
 * its columns are. */
#ifndef PAGE_PLANILLA_CARGA_H
#define PAGE_PLANILLA_CARGA_H

#include <stdbool.h>
#include <stdint.h>

#include "http/request.h"
#include "http/response.h"

/* More rows than these are left to the background worker. */
enum { CARGA_AHORA = 10000, CARGA_LOTE = 1000 };

struct carga {
    int64_t planilla_id;
    const char *columnas; /* what each is: a JSON array of codes */
    bool sin_titulos;     /* what seemed to be titles is a person */
    bool recordar;        /* for the next file with these titles */
};

/* Reads the rows with these columns: now, or in the background. Ends on the planilla's page. */
enum http_status carga_leer(struct request *rq, struct response *rs, const struct carga *c);

#endif
