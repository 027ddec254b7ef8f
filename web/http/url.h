/* URL encoding, and the application/x-www-form-urlencoded format of queries and bodies. */
#ifndef HTTP_URL_H
#define HTTP_URL_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

struct params;

/* Percent-encodes all but unreserved characters. NULL gives "". */
char *url_encode(struct arena *a, const char *s);
/* Parses "a=1&b=2" into at most REQUEST_PARAMS_MAX pairs. False on a bad escape, a NUL, text that
 * is not UTF-8, or too many pairs. */
bool url_params(struct arena *a, const char *s, size_t n, struct params *out);
/* True for a path of ours that is safe to send a browser back to: "/x/y?z", never "//host". */
bool url_is_local(const char *s);

#endif
