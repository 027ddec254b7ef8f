/* Materials of SERVIR and of the entity. */
#include "gen/q_material.h"
#include "page/pages.h"

enum http_status material_lista_get(struct request *rq, struct response *rs) {
    struct q_material_lista_row *rows = NULL;
    size_t n = 0;
    enum err e = q_material_lista(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "material/lista", "Materiales");
    view_rows(v, T_FILAS, rows, n, &q_material_lista_table);
    view_section(v, T_PUEDE_AGREGAR, (rq->session.rol & (ROL_ADMIN | ROL_ORH)) != 0);
    return HTTP_OK;
}
