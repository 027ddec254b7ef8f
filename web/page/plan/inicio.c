/* The plan of the entity: what is in force, the draft on its way, every version there was. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum http_status plan_inicio_get(struct request *rq, struct response *rs) {
    struct q_plan_inicio_row row;
    struct q_plan_inicio_versiones_row *versions = NULL;
    size_t n = 0;
    enum err e = q_plan_inicio(rq->db, &row);
    if (e == ERR_OK) {
        e = q_plan_inicio_versiones(
            rq->db, &(struct q_plan_inicio_versiones_in){.entidad_id = rq->session.entidad_id},
            &versions, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "plan/inicio", "Plan de inducción");
    view_row(v, &row, &q_plan_inicio_table);
    view_rows(v, T_VERSIONES, versions, n, &q_plan_inicio_versiones_table);
    view_section(v, T_PUEDE_ADOPTAR, row.borrador_id == NULL && row.plantilla_id != NULL);
    view_section(v, T_SIN_PLANTILLA, row.plantilla_id == NULL);
    return HTTP_OK;
}

enum http_status plan_inicio_post(struct request *rq, struct response *rs) {
    struct q_plan_inicio_abrir_row row;
    enum err e = q_plan_inicio_abrir(rq->db, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (row.plan_id == NULL) {
        return form_error_all(rq, "SERVIR todavía no publicó una plantilla: no hay qué adoptar.");
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "plan_abierto" : "plan_ya_abierto");
    return response_redirect(rs, "/plan/%lld/editar", (long long)*row.plan_id);
}
