/* One version of the plan of an entity, whoever may see it; also to print. */
#include "gen/q_plan.h"
#include "page/pages.h"
#include "page/plan/linea.h"

enum { VISTA };

static const struct field fields[] = {
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form plan_ver_form = FORM(fields);

enum http_status plan_ver_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_ver_row plan;
    enum err e = q_plan_ver(rq->db, &(struct q_plan_ver_in){.id = id}, &plan);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "plan/ver", "Plan de inducción");
    rs->bare = str_eq(form_text(rq, VISTA), "imprimir");
    view_row(v, &plan, &q_plan_ver_table);
    view_section(v, T_ES_ORH, (rq->session.rol & ROL_ORH) != 0);
    view_section(v, T_PUEDE_EDITAR, (rq->session.rol & ROL_ORH) != 0 && plan.es_borrador);
    e = linea_lista(rq, v, id, 0);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}
