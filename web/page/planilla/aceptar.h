/* Accepting what is right of an upload: from its page, and after the last correction. */
#ifndef PAGE_PLANILLA_ACEPTAR_H
#define PAGE_PLANILLA_ACEPTAR_H

#include <stdbool.h>

#include "http/request.h"
#include "http/response.h"

/* Registers the rows that enter, of few; many are left to the background worker. With `changes`
 * also what is new of those who are here. */
enum http_status aceptar_filas(struct request *rq, struct response *rs, bool changes);

#endif
