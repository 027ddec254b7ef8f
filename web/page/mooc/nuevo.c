/* A new course of stage A. */
#include "gen/q_mooc.h"
#include "page/mooc/ajustes.h"
#include "page/pages.h"

enum http_status mooc_nuevo_get(struct request *rq, struct response *rs) {
    enum err e = ajustes_ofrecer(rq);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, AJUSTE_NOTA_MINIMA, "14");
    form_set(rq, AJUSTE_ESCALA, "20");
    form_set(rq, AJUSTE_ESCALA_ORIGEN, "20");
    form_set(rq, AJUSTE_ACREDITACION, "EVALUACION");
    response_page(rq, rs, "mooc/nuevo", "Agregar un curso");
    return HTTP_OK;
}

enum http_status mooc_nuevo_post(struct request *rq, struct response *rs) {
    if (form_text(rq, AJUSTE_CODIGO) == NULL) {
        return form_error(rq, AJUSTE_CODIGO, "Escriba el código del curso.");
    }
    return ajustes_guardar(rq, rs, NULL);
}
