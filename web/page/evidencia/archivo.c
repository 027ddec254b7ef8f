/* One file of evidence, to keep: never shown inside a page of ours. */
#include "archivo/archivo.h"
#include "gen/q_evidencia.h"
#include "page/pages.h"

enum http_status evidencia_archivo_get(struct request *rq, struct response *rs) {
    struct q_evidencia_archivo_row row;
    enum err e = q_evidencia_archivo(
        rq->db, &(struct q_evidencia_archivo_in){.id = request_id(rq, 0)}, &row);
    if (e == ERR_OK) {
        e = archivo_leer(rq->arena, row.sha256, &rs->body, &rs->body_n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "evidencia", row.id, row.persona_id);
    return response_file(rs,
                         arena_printf(rq->arena, "evidencia-%lld.%s", (long long)row.id,
                                      archivo_extension(row.tipo)),
                         row.tipo);
}
