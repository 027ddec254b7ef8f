/* The load of each gestor, and the entities that nobody accompanies. */
#include "gen/q_seguimiento.h"
#include "page/pages.h"

enum http_status seguimiento_gestores_get(struct request *rq, struct response *rs) {
    struct q_seguimiento_carga_row *rows = NULL;
    size_t n = 0;
    enum err e = q_seguimiento_carga(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    /* The last one is nobody. */
    size_t gestores = n > 0 ? n - 1 : 0;
    struct view *v = response_page(rq, rs, "seguimiento/gestores", "Gestores y su carga");
    view_rows(v, T_FILAS, rows, n, &q_seguimiento_carga_table);
    view_miles(v, T_SIN_GESTOR, n > 0 ? rows[gestores].entidades : 0);
    view_section(v, T_FALTA_ASIGNAR, n > 0 && rows[gestores].entidades > 0);
    view_section(v, T_NINGUNO, gestores == 0);
    view_section(v, T_PUEDE_ASIGNAR, rq->session.rol == ROL_ADMIN);
    return HTTP_OK;
}
