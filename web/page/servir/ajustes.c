/* The settings of the portal: what each holds, and who left it so. */
#include "gen/q_servir.h"
#include "page/pages.h"

enum http_status servir_ajustes_get(struct request *rq, struct response *rs) {
    struct q_servir_ajustes_row *rows = NULL;
    size_t n = 0;
    enum err e = q_servir_ajustes(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "servir/ajustes", "Ajustes del portal");
    view_rows(v, T_FILAS, rows, n, &q_servir_ajustes_table);
    return HTTP_OK;
}
