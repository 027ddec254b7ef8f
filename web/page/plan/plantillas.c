/* SERVIR's plan template: its versions, and the next one. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum http_status plan_plantillas_get(struct request *rq, struct response *rs) {
    struct q_plan_plantillas_row *rows = NULL;
    size_t n = 0;
    enum err e = q_plan_plantillas(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "plan/plantillas", "Plantilla del plan");
    view_rows(v, T_FILAS, rows, n, &q_plan_plantillas_table);
    view_section(v, T_VE_PLANES, (rq->session.rol & (ROL_SERVIR | ROL_GESTOR)) != 0);
    view_section(v, T_PUEDE_ABRIR, rq->session.rol == ROL_ADMIN && (n == 0 || !rows[0].borrador));
    return HTTP_OK;
}

enum http_status plan_plantillas_post(struct request *rq, struct response *rs) {
    struct q_plan_plantillas_abrir_row row;
    enum err e = q_plan_plantillas_abrir(rq->db, &row);
    if (e != ERR_OK || row.plantilla_id == NULL) {
        return e != ERR_OK ? response_error(rq, e) : HTTP_CONFLICT;
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "plan_abierto" : "plan_ya_abierto");
    return response_redirect(rs, "/plan/plantilla/%lld", (long long)*row.plantilla_id);
}
