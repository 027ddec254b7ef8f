/* The rows of an upload that wait, with a column of remarks: to correct in a spreadsheet. */
#include <string.h>

#include "gen/q_planilla.h"
#include "page/pages.h"

enum http_status planilla_descargar_get(struct request *rq, struct response *rs) {
    struct q_planilla_descargar_row row;
    bool found = false;
    enum err e = q_planilla_descargar(
        rq->db, &(struct q_planilla_descargar_in){.planilla_id = request_id(rq, 0)}, &row, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!found) {
        return HTTP_NOT_FOUND;
    }
    request_note_look(rq, "planilla", request_id(rq, 0), 0);
    rs->body = arena_printf(rq->arena, "\xEF\xBB\xBF%s", row.lineas);
    rs->body_n = strlen(rs->body);
    return response_file(rs, "por-corregir.csv", "text/csv; charset=utf-8");
}
