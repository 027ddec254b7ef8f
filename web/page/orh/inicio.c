/* Home of the ORH: what is overdue, what waits for an answer, what is missing. */
#include "gen/q_orh.h"
#include "page/pages.h"

enum http_status orh_inicio_get(struct request *rq, struct response *rs) {
    int64_t entidad_id = rq->session.entidad_id;
    struct date today = date_today();
    struct q_orh_inicio_cifras_row count;
    struct q_orh_inicio_vencidas_row *late = NULL;
    size_t n = 0;
    enum err e = q_orh_inicio_cifras(
        rq->db, &(struct q_orh_inicio_cifras_in){.entidad_id = entidad_id, .hoy = today}, &count);
    if (e == ERR_OK) {
        e = q_orh_inicio_vencidas(
            rq->db, &(struct q_orh_inicio_vencidas_in){.entidad_id = entidad_id, .hoy = today},
            &late, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "orh/inicio", "Inicio");
    view_row(v, &count, &q_orh_inicio_cifras_table);
    view_str(v, T_HOY, date_long(rq->arena, today));
    view_section(v, T_URGE_VENCIDAS, count.vencidas > 0);
    view_section(v, T_URGE_POR_ACEPTAR, count.por_aceptar > 0);
    view_section(v, T_URGE_SIN_JEFE, count.sin_jefe > 0);
    view_section(v, T_URGE_TAREAS, count.tareas > 0);
    view_section(v, T_URGE_ACLARAR, count.por_aclarar > 0);
    view_section(v, T_ES_NUEVA, count.vigentes == 0);
    view_section(v, T_NO_ES_NUEVA, count.vigentes > 0);
    view_section(v, T_MAS_VENCIDAS, count.vencidas > (int64_t)n);
    view_rows(v, T_VENCIDAS_FILAS, late, n, &q_orh_inicio_vencidas_table);
    return HTTP_OK;
}
