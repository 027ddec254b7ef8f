/* What surrounds every page: the layout with its menu and notice, and the error pages. */
#ifndef HTTP_FRAME_H
#define HTTP_FRAME_H

#include "http/request.h"
#include "http/response.h"

/* URL of the style sheet with its version, and whom the help pages name: once, at start. Not
 * copied. */
void frame_start(const char *style, const char *contact);
/* Makes the body: fills the layout around the page, or the error page of the status. */
void frame_finish(struct request *rq, struct response *rs);

#endif
