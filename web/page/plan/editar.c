/* The draft of a plan: its tasks, and one more of the entity's own in a moment. */
#include "gen/q_plan.h"
#include "page/pages.h"
#include "page/plan/guardado.h"
#include "page/plan/linea.h"

const struct form plan_editar_form = FORM(linea_campos);

enum http_status plan_editar_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_ver_row plan;
    enum err e = q_plan_ver(rq->db, &(struct q_plan_ver_in){.id = id}, &plan);
    if (e == ERR_OK && !plan.es_borrador) {
        return response_redirect(rs, "/plan/%lld/ver", (long long)id);
    }
    if (e == ERR_OK) {
        e = linea_opciones(rq, false);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    linea_nueva(rq);
    struct view *v = response_page(rq, rs, "plan/editar", "Borrador del plan");
    view_row(v, &plan, &q_plan_ver_table);
    e = linea_lista(rq, v, id, 0);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status plan_editar_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    enum http_status status = guardado_add(rq, false, id);
    if (status != HTTP_OK) {
        return status;
    }
    response_notice(rs, "actividad_agregada");
    return response_redirect(rs, "/plan/%lld/editar", (long long)id);
}
