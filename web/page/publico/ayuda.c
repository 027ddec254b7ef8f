/* Help: the journeys of each role, first entry, whom to ask. */
#include "page/pages.h"

enum http_status publico_ayuda_get(struct request *rq, struct response *rs) {
    response_page(rq, rs, "publico/ayuda", "Ayuda");
    return HTTP_OK;
}
