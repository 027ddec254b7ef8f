/* The table of the figures as a file. */
#ifndef PAGE_CIFRAS_TABLA_H
#define PAGE_CIFRAS_TABLA_H

#include "gen/q_cifras.h"
#include "http/request.h"
#include "http/response.h"

/* what: the format, and the title of the first column. rows[0] is the total, which goes last. */
enum http_status cifras_tabla(struct request *rq, struct response *rs, const char *const what[2],
                              const struct q_cifras_tablero_row *rows, size_t n);

#endif
