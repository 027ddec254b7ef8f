/* routes.def as data, and the straight line from a request to its answer. */
#ifndef HTTP_ROUTER_H
#define HTTP_ROUTER_H

#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"
#include "http/form.h"
#include "http/request.h"
#include "http/response.h"

typedef enum http_status handler_fn(struct request *, struct response *);

struct route {
    enum method method;
    const char *path; /* "/servidor/{id}/ficha" */
    const char *name; /* "servidor_ficha_get" */
    handler_fn *handler;
    const struct form *form; /* &no_form when the page takes no parameters */
    int roles;               /* mask of enum rol; ROL_PUBLICO needs no session */
    enum tx_mode mode;
};

extern const struct route routes[];
extern const size_t routes_n;

/* True when a GET route has this path (a query after it is ignored). */
bool route_exists(struct request *rq, const char *path);
/* The form of the POST route that this request is for; NULL when there is none. */
const struct form *route_form(const struct request *rq);
/* Serves one request that request_read() filled: fills rs with a finished body. */
void router_serve(struct request *rq, struct response *rs);

#endif
