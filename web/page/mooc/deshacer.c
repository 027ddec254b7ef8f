/* Takes back a load of results: what it put down no longer counts, the stages go back. */
#include "gen/q_mooc.h"
#include "page/pages.h"

enum http_status mooc_deshacer_get(struct request *rq, struct response *rs) {
    struct q_mooc_deshacer_conteo_row row;
    bool found = false;
    enum err e = q_mooc_deshacer_conteo(
        rq->db, &(struct q_mooc_deshacer_conteo_in){.carga_id = request_id(rq, 0)}, &row, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!found) {
        return HTTP_NOT_FOUND;
    }
    struct view *v = response_page(rq, rs, "mooc/deshacer", "Deshacer una carga");
    view_row(v, &row, &q_mooc_deshacer_conteo_table);
    view_section(v, T_ALGUNAS_SE_QUEDAN, row.se_quedan > 0);
    return HTTP_OK;
}

enum http_status mooc_deshacer_post(struct request *rq, struct response *rs) {
    struct q_mooc_deshacer_row row;
    enum err e =
        q_mooc_deshacer(rq->db, &(struct q_mooc_deshacer_in){.carga_id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    response_notice(rs, "mooc_deshecha");
    return response_redirect(rs, "/mooc/%lld/vista", (long long)request_id(rq, 0));
}
