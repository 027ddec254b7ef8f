/* The survey by its link, without an account: opened it changes nothing, answered it is used up. */
#include "http/token.h"
#include "page/encuesta/hoja.h"
#include "page/pages.h"

static const struct field fields[] = {HOJA_FIELDS};
const struct form encuesta_enlace_form = HOJA_FORM(fields);

enum http_status encuesta_enlace_get(struct request *rq, struct response *rs) {
    return hoja_get(rq, rs, token_hash(rq->arena, request_text(rq, 0)));
}

enum http_status encuesta_enlace_post(struct request *rq, struct response *rs) {
    const char *token = request_text(rq, 0);
    return hoja_post(rq, rs, token_hash(rq->arena, token),
                     arena_printf(rq->arena, "/encuesta/enlace/%s", token));
}
