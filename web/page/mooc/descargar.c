/* The rows of a load that wait, with a column of remarks: to correct in a spreadsheet. */
#include <string.h>

#include "gen/q_mooc.h"
#include "page/pages.h"

enum http_status mooc_descargar_get(struct request *rq, struct response *rs) {
    struct q_mooc_descargar_row row;
    bool found = false;
    enum err e = q_mooc_descargar(
        rq->db, &(struct q_mooc_descargar_in){.carga_id = request_id(rq, 0)}, &row, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!found) {
        return HTTP_NOT_FOUND;
    }
    request_note_look(rq, "mooc_carga", request_id(rq, 0), 0);
    rs->body = arena_printf(rq->arena, "\xEF\xBB\xBF%s", row.lineas);
    rs->body_n = strlen(rs->body);
    return response_file(rs, "resultados-con-observaciones.csv", "text/csv; charset=utf-8");
}
