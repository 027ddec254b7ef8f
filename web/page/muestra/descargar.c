/* A sample, or what it was drawn from, as a CSV file that names no person. */
#include "descarga/descarga.h"
#include "gen/q_muestra.h"
#include "page/pages.h"

enum { QUE };

static const struct option parts[] = {
    {"", "La muestra"}, {"poblacion", "De dónde se sorteó"}, {NULL, NULL}};
static const struct field fields[] = {
    [QUE] = {.name = "que", .label = "Qué", .kind = F_SELECT, .query = true, .options = parts},
};
const struct form muestra_descargar_form = FORM(fields);

enum http_status muestra_descargar_get(struct request *rq, struct response *rs) {
    struct q_muestra_descargar_row row;
    bool population = str_eq(form_text(rq, QUE), "poblacion");
    enum err e = q_muestra_descargar(
        rq->db, &(struct q_muestra_descargar_in){.id = request_id(rq, 0), .poblacion = population},
        &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return descarga_csv(rq, rs,
                        arena_printf(rq->arena, "%s-%lld.csv", population ? "poblacion" : "muestra",
                                     (long long)request_id(rq, 0)),
                        row.lineas);
}
