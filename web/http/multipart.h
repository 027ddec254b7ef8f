/* multipart/form-data (RFC 7578): the body of a form that carries files. Text parts become
 * parameters as any other; files stay where they are in the body, without a copy. */
#ifndef HTTP_MULTIPART_H
#define HTTP_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "http/request.h"

/* As many files as a page of tasks has fields: how many it takes at once is for the page to say. */
enum { MULTIPART_FILES_MAX = 100, MULTIPART_HEADER_MAX = 2048 };

/* True when a Content-Type says multipart/form-data. */
bool multipart_is(const char *content_type);
/* Parses the n bytes of a body. False, and nothing in the two lists to be used, when the boundary
 * is missing or odd, a part is not closed, has no name or too long headers, a text part is not
 * UTF-8, or there are more parts than REQUEST_PARAMS_MAX and MULTIPART_FILES_MAX. */
bool multipart_parse(struct request *rq, const char *content_type, const char *body, size_t n);

#endif
