/* A sealed report beside what the data say today. */
#include "gen/q_cifras.h"
#include "page/pages.h"

enum { SHOWN = 200 };

enum http_status cifras_informe_get(struct request *rq, struct response *rs) {
    struct q_cifras_informe_row row;
    struct q_cifras_informe_diferencias_row *rows = NULL;
    int64_t id = request_id(rq, 0);
    size_t n = 0;
    bool found = false;
    enum err e = q_cifras_informe(rq->db, &(struct q_cifras_informe_in){.id = id}, &row, &found);
    if (e == ERR_OK && !found) {
        return HTTP_NOT_FOUND;
    }
    if (e == ERR_OK) {
        e = q_cifras_informe_diferencias(
            rq->db, &(struct q_cifras_informe_diferencias_in){.id = id}, &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "cifras/informe", "Informe mensual");
    view_row(v, &row, &q_cifras_informe_table);
    view_int(v, T_ID, id);
    view_rows(v, T_DIFERENCIAS, rows, n > SHOWN ? SHOWN : n, &q_cifras_informe_diferencias_table);
    view_section(v, T_MUCHAS, n > SHOWN);
    return HTTP_OK;
}
