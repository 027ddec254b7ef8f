/* Draws a sample again, to see whether it still comes out the same. */
#include "gen/q_muestra.h"
#include "page/pages.h"

enum http_status muestra_comprobar_get(struct request *rq, struct response *rs) {
    struct q_muestra_comprobar_row row;
    enum err e = q_muestra_comprobar(
        rq->db, &(struct q_muestra_comprobar_in){.id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "muestra/comprobar", "Repetir el sorteo");
    view_row(v, &row, &q_muestra_comprobar_table);
    view_section(v, T_CAMBIO, !row.igual);
    view_section(v, T_CON_SALIDAS, row.salieron > 0);
    return HTTP_OK;
}
