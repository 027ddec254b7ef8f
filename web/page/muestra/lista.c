/* The random samples that SERVIR drew. */
#include "gen/q_muestra.h"
#include "page/pages.h"

enum { PAGE_ROWS = 50 };
enum { ANTES };

static const struct field fields[] = {
    [ANTES] = {.name = "antes", .label = "Página", .kind = F_ID, .query = true},
};
const struct form muestra_lista_form = FORM(fields);

enum http_status muestra_lista_get(struct request *rq, struct response *rs) {
    struct q_muestra_lista_row *rows = NULL;
    size_t n = 0;
    enum err e =
        q_muestra_lista(rq->db,
                        &(struct q_muestra_lista_in){.antes_de = form_number_opt(rq, ANTES),
                                                     .limite = PAGE_ROWS + 1},
                        &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    bool more = n > PAGE_ROWS;
    struct view *v = response_page(rq, rs, "muestra/lista", "Muestras al azar");
    view_rows(v, T_FILAS, rows, more ? PAGE_ROWS : n, &q_muestra_lista_table);
    view_section(v, T_PUEDE_SORTEAR, (rq->session.rol & (ROL_ADMIN | ROL_REVISOR)) != 0);
    response_pages(rq, v, ANTES, "/muestra/lista", more ? &rows[PAGE_ROWS - 1].id : NULL);
    return HTTP_OK;
}
