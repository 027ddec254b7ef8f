/* The constancia of a finished stage, to print; it says whether SERVIR has validated it. */
#include "gen/q_etapa.h"
#include "page/pages.h"

enum { VISTA };

static const struct field fields[] = {
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form etapa_constancia_form = FORM(fields);

enum http_status etapa_constancia_get(struct request *rq, struct response *rs) {
    struct q_etapa_constancia_row row;
    enum err e =
        q_etapa_constancia(rq->db, &(struct q_etapa_constancia_in){.id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "etapa", row.id, row.persona_id);
    struct view *v = response_page(rq, rs, "etapa/constancia",
                                   arena_printf(rq->arena, "Constancia de %s", row.nombre));
    rs->bare = row.hay && str_eq(form_text(rq, VISTA), "imprimir");
    view_row(v, &row, &q_etapa_constancia_table);
    view_str(v, T_VERIFICAR, arena_printf(rq->arena, "%s/publico/constancia", rq->base_url));
    view_str(v, T_HOY, date_long(rq->arena, date_today()));
    return HTTP_OK;
}
