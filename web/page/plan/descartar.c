/* Throws a draft away, after saying what that does. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum http_status plan_descartar_get(struct request *rq, struct response *rs) {
    struct q_plan_ver_row plan;
    enum err e = q_plan_ver(rq->db, &(struct q_plan_ver_in){.id = request_id(rq, 0)}, &plan);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!plan.es_borrador) {
        return response_redirect(rs, "/plan/inicio");
    }
    struct view *v = response_page(rq, rs, "plan/descartar", "Descartar el borrador");
    view_row(v, &plan, &q_plan_ver_table);
    return HTTP_OK;
}

enum http_status plan_descartar_post(struct request *rq, struct response *rs) {
    size_t n = 0;
    enum err e =
        q_plan_descartar(rq->db, &(struct q_plan_descartar_in){.id = request_id(rq, 0)}, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (n == 0) {
        return HTTP_NOT_FOUND;
    }
    response_notice(rs, "plan_descartado");
    return response_redirect(rs, "/plan/inicio");
}
