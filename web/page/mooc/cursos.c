/* The courses of stage A and the latest loads of their results. */
#include "gen/q_mooc.h"
#include "page/pages.h"

enum http_status mooc_cursos_get(struct request *rq, struct response *rs) {
    struct q_mooc_cursos_row *courses = NULL;
    struct q_mooc_cursos_cargas_row *loads = NULL;
    size_t n = 0, n_loads = 0;
    enum err e = q_mooc_cursos(rq->db, &courses, &n);
    if (e == ERR_OK) {
        e = q_mooc_cursos_cargas(rq->db, &loads, &n_loads);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "mooc/cursos", "Cursos en línea");
    view_rows(v, T_CURSOS, courses, n, &q_mooc_cursos_table);
    view_rows(v, T_CARGAS, loads, n_loads, &q_mooc_cursos_cargas_table);
    view_section(v, T_PUEDE_EDITAR, rq->session.rol == ROL_ADMIN);
    return HTTP_OK;
}
