/* One random sample: how it was drawn, its stages, what their verification found. */
#include "gen/q_muestra.h"
#include "page/pages.h"

enum { VISTA };

static const struct option views[] = {{"", "Pantalla"}, {"imprimir", "Imprimir"}, {NULL, NULL}};
static const struct field fields[] = {
    [VISTA] =
        {.name = "vista", .label = "Vista", .kind = F_SELECT, .query = true, .options = views},
};
const struct form muestra_ficha_form = FORM(fields);

enum http_status muestra_ficha_get(struct request *rq, struct response *rs) {
    struct q_muestra_ficha_row row;
    struct q_muestra_ficha_etapas_row *members = NULL;
    size_t n = 0;
    int64_t id = request_id(rq, 0);
    enum err e = q_muestra_ficha(rq->db, &(struct q_muestra_ficha_in){.id = id}, &row);
    if (e == ERR_OK) {
        e = q_muestra_ficha_etapas(rq->db, &(struct q_muestra_ficha_etapas_in){.id = id}, &members,
                                   &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v =
        response_page(rq, rs, "muestra/ficha", arena_printf(rq->arena, "Muestra: %s", row.nombre));
    view_row(v, &row, &q_muestra_ficha_table);
    view_rows(v, T_ETAPAS, members, n, &q_muestra_ficha_etapas_table);
    view_section(v, T_PUEDE_VERIFICAR, (rq->session.rol & (ROL_ADMIN | ROL_REVISOR)) != 0);
    view_section(v, T_CON_VERIFICADAS, row.verificadas > 0);
    rs->bare = str_eq(form_text(rq, VISTA), "imprimir");
    return HTTP_OK;
}
