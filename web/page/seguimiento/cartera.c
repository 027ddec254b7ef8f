/* The portfolio: entities with a light whose reasons can be read, who needs most first. */
#include "page/pages.h"
#include "page/seguimiento/filtro.h"

enum { PAGE_ROWS = 50, PRINT_ROWS = 500 };
enum { DESPUES = CARTERA_N, VISTA };

static const struct field fields[] = {
    CARTERA_FIELDS,
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form seguimiento_cartera_form = FORM(fields);

static void show_pages(struct request *rq, struct view *v,
                       const struct q_seguimiento_cartera_row *last) {
    response_pages(rq, v, DESPUES,
                   arena_printf(rq->arena, "/seguimiento/cartera?%s", cartera_query(rq)),
                   last != NULL ? last->clave : NULL);
}

enum http_status seguimiento_cartera_get(struct request *rq, struct response *rs) {
    bool print = str_eq(form_text(rq, VISTA), "imprimir");
    size_t limit = print ? PRINT_ROWS : PAGE_ROWS, n = 0;
    struct q_seguimiento_cartera_in in = cartera_read(rq);
    struct q_seguimiento_cartera_row *rows = NULL;
    struct q_seguimiento_umbrales_row limits;
    in.despues_de = form_number_opt(rq, DESPUES);
    in.limite = (int32_t)limit + 1;
    enum err e = cartera_options(rq);
    if (e == ERR_OK) {
        e = q_seguimiento_cartera(rq->db, &in, &rows, &n);
    }
    if (e == ERR_OK) {
        e = q_seguimiento_umbrales(rq->db, &limits);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    size_t shown = n == 0 || rows[0].id == NULL ? 0 : n > limit ? limit : n;
    struct view *v = response_page(rq, rs, "seguimiento/cartera", "Cartera de entidades");
    rs->bare = print;
    view_rows(v, T_FILAS, rows, shown, &q_seguimiento_cartera_table);
    view_miles(v, T_ROJAS, n > 0 ? rows[0].rojas : 0);
    view_miles(v, T_AMBARES, n > 0 ? rows[0].ambares : 0);
    view_miles(v, T_VERDES, n > 0 ? rows[0].verdes : 0);
    view_miles(v, T_TOTAL, n > 0 ? rows[0].total : 0);
    view_section(v, T_UNO, n > 0 && rows[0].total == 1);
    view_section(v, T_VARIOS, n == 0 || rows[0].total != 1);
    view_row(v, &limits, &q_seguimiento_umbrales_table);
    view_str(v, T_CONSULTA, cartera_query(rq));
    view_section(v, T_DE_SERVIR, (rq->session.rol & ROL_SERVIR) != 0);
    view_section(v, T_PUEDE_ASIGNAR, rq->session.rol == ROL_ADMIN);
    view_section(v, T_HAY_FILTROS,
                 form_text(rq, CARTERA_NIVEL) != NULL || form_text(rq, CARTERA_REGION) != NULL ||
                     form_text(rq, CARTERA_LUZ) != NULL || form_text(rq, CARTERA_GESTOR) != NULL);
    show_pages(rq, v, n > limit ? &rows[limit - 1] : NULL);
    return HTTP_OK;
}
