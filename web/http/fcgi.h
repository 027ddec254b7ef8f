/* The two functions that touch FastCGI: for main.c alone. */
#ifndef HTTP_FCGI_H
#define HTTP_FCGI_H

#include <fcgiapp.h>

#include "http/request.h"
#include "http/response.h"

/* Reads a whole request. 200, or the status to answer with: then only number, method and path
 * are sure to be set. */
enum http_status request_read(struct request *rq, struct arena *a, FCGX_Request *fr)
    __attribute__((warn_unused_result));
/* Status line, headers and body in one write; HEAD gets no body. Returns the bytes sent. */
size_t response_send(const struct request *rq, const struct response *rs, FCGX_Request *fr);

#endif
