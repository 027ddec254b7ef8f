/* One of the entity's own tasks in a draft, changed. */
#include "page/pages.h"
#include "page/plan/guardado.h"
#include "page/plan/linea.h"

const struct form plan_actividad_form = FORM(linea_campos);

enum http_status plan_actividad_get(struct request *rq, struct response *rs) {
    struct q_plan_linea_row row;
    enum err e = guardado_load(rq, false, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!row.editable) {
        return response_redirect(rs, "/plan/%lld/ver", (long long)row.de_id);
    }
    struct view *v = response_page(rq, rs, "plan/actividad", "Cambiar una actividad");
    view_int(v, T_PLAN_ID, row.de_id);
    return HTTP_OK;
}

enum http_status plan_actividad_post(struct request *rq, struct response *rs) {
    int64_t de_id = 0;
    enum http_status status = guardado_change(rq, false, &de_id);
    if (status != HTTP_OK) {
        return status;
    }
    response_notice(rs, "guardado");
    return response_redirect(rs, "/plan/%lld/editar", (long long)de_id);
}
