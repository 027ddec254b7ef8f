/* Takes back what an upload registered, while nobody has worked on its people. */
#include "gen/q_planilla.h"
#include "page/pages.h"

enum http_status planilla_deshacer_get(struct request *rq, struct response *rs) {
    struct q_planilla_vista_row row;
    bool found = false;
    enum err e = q_planilla_vista(
        rq->db, &(struct q_planilla_vista_in){.planilla_id = request_id(rq, 0)}, &row, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!found) {
        return HTTP_NOT_FOUND;
    }
    struct view *v = response_page(rq, rs, "planilla/deshacer", "Deshacer la planilla");
    view_row(v, &row, &q_planilla_vista_table);
    return HTTP_OK;
}

enum http_status planilla_deshacer_post(struct request *rq, struct response *rs) {
    struct q_planilla_deshacer_row row;
    enum err e = q_planilla_deshacer(
        rq->db, &(struct q_planilla_deshacer_in){.planilla_id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "trabajada")) {
        return form_error_all(rq, "Ya no se puede deshacer: alguien trabajó con una de sus "
                                  "personas. Corrija a cada una en su ficha.");
    }
    response_notice(rs, "planilla_deshecha");
    return response_redirect(rs, "/planilla/subir");
}
