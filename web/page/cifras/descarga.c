/* The file of a sealed report: the bytes that were sealed. */
#include <string.h>

#include "gen/q_cifras.h"
#include "page/pages.h"

enum http_status cifras_descarga_get(struct request *rq, struct response *rs) {
    struct q_cifras_descarga_row row;
    bool found = false;
    enum err e = q_cifras_descarga(rq->db, &(struct q_cifras_descarga_in){.id = request_id(rq, 0)},
                                   &row, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!found) {
        return HTTP_NOT_FOUND;
    }
    rs->body = row.contenido;
    rs->body_n = strlen(row.contenido);
    return response_file(rs, arena_printf(rq->arena, "informe-%s.csv", row.nombre),
                         "text/csv; charset=utf-8");
}
