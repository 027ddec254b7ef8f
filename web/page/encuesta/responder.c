/* The survey of whoever is signed in, when their stages are done. */
#include "page/encuesta/hoja.h"
#include "page/pages.h"

static const struct field fields[] = {HOJA_FIELDS};
const struct form encuesta_responder_form = HOJA_FORM(fields);

enum http_status encuesta_responder_get(struct request *rq, struct response *rs) {
    return hoja_get(rq, rs, NULL);
}

enum http_status encuesta_responder_post(struct request *rq, struct response *rs) {
    return hoja_post(rq, rs, NULL, "/encuesta/responder");
}
