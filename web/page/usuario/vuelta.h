/* Where the pages about somebody's account lead back to. */
#ifndef PAGE_USUARIO_VUELTA_H
#define PAGE_USUARIO_VUELTA_H

#include <stdint.h>

#include "http/request.h"

/* The account, for the administration; the team of their ORH, for its head. */
const char *vuelta(struct request *rq, int64_t usuario_id);

#endif
