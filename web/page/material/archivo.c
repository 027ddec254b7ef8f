/* The file of a material, to keep: never shown inside a page of ours. */
#include "archivo/archivo.h"
#include "gen/q_material.h"
#include "page/pages.h"

enum http_status material_archivo_get(struct request *rq, struct response *rs) {
    struct q_material_archivo_row row;
    enum err e =
        q_material_archivo(rq->db, &(struct q_material_archivo_in){.id = request_id(rq, 0)}, &row);
    if (e == ERR_OK && row.retirado) {
        return HTTP_GONE;
    }
    if (e == ERR_OK) {
        e = archivo_leer(rq->arena, row.sha256, &rs->body, &rs->body_n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return response_file(
        rs,
        arena_printf(rq->arena, "material-%lld.%s", (long long)row.id, archivo_extension(row.mime)),
        row.mime);
}
