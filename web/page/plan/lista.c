/* The plans of the entities in sight: who has one, and who has people and none. */
#include "gen/q_plan.h"
#include "http/url.h"
#include "page/pages.h"

enum { ESTADO, DESPUES };
enum { PAGE_ROWS = 50 };

static const struct option states[] = {{"", "Con plan"},
                                       {"PUBLICADO", "Con plan publicado"},
                                       {"BORRADOR", "Con borrador, sin publicar"},
                                       {"SIN_PLAN", "Sin plan, con personas registradas"},
                                       {NULL, NULL}};
static const struct field fields[] = {
    [ESTADO] = {.name = "estado",
                .label = "Entidades",
                .kind = F_SELECT,
                .query = true,
                .options = states},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form plan_lista_form = FORM(fields);

enum http_status plan_lista_get(struct request *rq, struct response *rs) {
    struct q_plan_lista_row *rows = NULL;
    size_t n = 0;
    const char *state = form_text(rq, ESTADO);
    enum err e = q_plan_lista(
        rq->db,
        &(struct q_plan_lista_in){.estado = state, .despues_de = form_number_opt(rq, DESPUES)},
        &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    size_t shown = n > PAGE_ROWS ? PAGE_ROWS : n;
    struct view *v = response_page(rq, rs, "plan/lista", "Planes de las entidades");
    view_rows(v, T_FILAS, rows, shown, &q_plan_lista_table);
    const char *query =
        arena_printf(rq->arena, "/plan/lista?estado=%s", url_encode(rq->arena, state));
    response_pages(rq, v, DESPUES, query, n > shown ? &rows[shown - 1].id : NULL);
    return HTTP_OK;
}
