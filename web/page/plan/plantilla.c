/* One version of SERVIR's plan template; the administrator adds to a draft. */
#include "gen/q_plan.h"
#include "page/pages.h"
#include "page/plan/guardado.h"
#include "page/plan/linea.h"

const struct form plan_plantilla_form = FORM(linea_campos);

enum http_status plan_plantilla_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_plantilla_row row;
    enum err e = q_plan_plantilla(rq->db, &(struct q_plan_plantilla_in){.id = id}, &row);
    bool may = rq->session.rol == ROL_ADMIN;
    if (e == ERR_OK && may) {
        e = linea_opciones(rq, true);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    linea_nueva(rq);
    struct view *v = response_page(rq, rs, "plan/plantilla", "Plantilla del plan");
    view_row(v, &row, &q_plan_plantilla_table);
    view_section(v, T_PUEDE_EDITAR, may && row.es_borrador);
    e = linea_lista(rq, v, 0, id);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status plan_plantilla_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    enum http_status status = guardado_add(rq, true, id);
    if (status != HTTP_OK) {
        return status;
    }
    response_notice(rs, "actividad_agregada");
    return response_redirect(rs, "/plan/plantilla/%lld", (long long)id);
}
