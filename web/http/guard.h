/* Who may pass: the role of the route, and for a POST its origin and its form token. */
#ifndef HTTP_GUARD_H
#define HTTP_GUARD_H

#include "http/request.h"
#include "http/response.h"

/* 200 to go on; else the answer: 303 to the sign-in or the change of password, or 403. */
enum http_status guard_check(struct request *rq, struct response *rs);

/* Reads the session of the request's cookie and sets its scope for this transaction. */
enum err session_open(struct request *rq) __attribute__((warn_unused_result));
/* Writes the session's sign of life and the look that the page noted. */
enum err session_touch(struct request *rq) __attribute__((warn_unused_result));
/* The token behind the form token: the session's, or before sign-in that of the visit. "" when
 * the browser sent none. */
const char *session_form_key(const struct request *rq);

#endif
