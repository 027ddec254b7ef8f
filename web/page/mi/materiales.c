/* What a jefe or a servidor may read and keep for the induction. */
#include "gen/q_mi.h"
#include "page/pages.h"

enum http_status mi_materiales_get(struct request *rq, struct response *rs) {
    struct q_mi_materiales_row *rows = NULL;
    size_t n = 0;
    enum err e = q_mi_materiales(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "mi/materiales", "Materiales");
    view_rows(v, T_FILAS, rows, n, &q_mi_materiales_table);
    return HTTP_OK;
}
