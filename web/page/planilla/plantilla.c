/* An empty planilla to fill in. */
#include <string.h>

#include "gen/q_planilla.h"
#include "page/pages.h"

enum http_status planilla_plantilla_get(struct request *rq, struct response *rs) {
    struct q_planilla_plantilla_row row;
    enum err e = q_planilla_plantilla(rq->db, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    rs->body = arena_printf(rq->arena, "\xEF\xBB\xBF%s", row.lineas);
    rs->body_n = strlen(rs->body);
    return response_file(rs, "planilla.csv", "text/csv; charset=utf-8");
}
