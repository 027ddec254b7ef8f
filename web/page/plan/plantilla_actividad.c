/* One task of a draft of SERVIR's template, changed. */
#include "page/pages.h"
#include "page/plan/guardado.h"
#include "page/plan/linea.h"

const struct form plan_plantilla_actividad_form = FORM(linea_campos);

enum http_status plan_plantilla_actividad_get(struct request *rq, struct response *rs) {
    struct q_plan_linea_row row;
    enum err e = guardado_load(rq, true, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!row.editable) {
        return response_redirect(rs, "/plan/plantilla/%lld", (long long)row.de_id);
    }
    struct view *v = response_page(rq, rs, "plan/plantilla_actividad", "Cambiar una actividad");
    view_int(v, T_PLANTILLA_ID, row.de_id);
    return HTTP_OK;
}

enum http_status plan_plantilla_actividad_post(struct request *rq, struct response *rs) {
    int64_t de_id = 0;
    enum http_status status = guardado_change(rq, true, &de_id);
    if (status != HTTP_OK) {
        return status;
    }
    response_notice(rs, "guardado");
    return response_redirect(rs, "/plan/plantilla/%lld", (long long)de_id);
}
