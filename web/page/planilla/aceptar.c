#include "page/planilla/aceptar.h"

#include "core/str.h"
#include "core/time.h"
#include "gen/q_planilla.h"
#include "http/form.h"

enum { BATCH = 150, ACCEPT_MS = 15000, NOW_MAX = 3000 };

/* Batch by batch, so that no exchange is long, and all in this one transaction. A very long one
 * goes on with the next click, before nginx loses its patience. */
static enum http_status accept_now(struct request *rq, struct response *rs, bool changes) {
    struct q_planilla_vista_aceptar_in in = {
        .planilla_id = request_id(rq, 0), .revisar = true, .cambian = changes, .lote = BATCH};
    struct q_planilla_vista_aceptar_row row = {0};
    int64_t done = 0, start = time_ms();
    do {
        enum err e = q_planilla_vista_aceptar(rq->db, &in, &row);
        if (e != ERR_OK) {
            return response_error(rq, e);
        }
        if (str_eq(row.resultado, "no_encontrado")) {
            return HTTP_NOT_FOUND;
        }
        if (str_eq(row.resultado, "conflicto")) {
            return form_error_all(rq, "Alguien registró a una de estas personas al mismo tiempo. "
                                      "No se registró nada; acepte otra vez.");
        }
        done += row.registradas + row.cambiadas;
        in.revisar = false;
    } while (row.quedan > 0 && time_ms() - start < ACCEPT_MS);
    response_notice(rs, row.quedan > 0 ? "planilla_parcial"
                        : done > 0     ? "planilla_aceptada"
                                       : "planilla_sin_cambio");
    return response_redirect(rs, "/planilla/%lld/vista", (long long)request_id(rq, 0));
}

enum http_status aceptar_filas(struct request *rq, struct response *rs, bool changes) {
    struct q_planilla_vista_encargar_row how;
    enum err e = q_planilla_vista_encargar(
        rq->db,
        &(struct q_planilla_vista_encargar_in){
            .planilla_id = request_id(rq, 0), .cambian = changes, .ahora = NOW_MAX},
        &how);
    if (e != ERR_OK || str_eq(how.resultado, "no_encontrado")) {
        return e != ERR_OK ? response_error(rq, e) : HTTP_NOT_FOUND;
    }
    if (str_eq(how.resultado, "ahora")) {
        return accept_now(rq, rs, changes);
    }
    response_notice(rs, "planilla_encargada");
    return response_redirect(rs, "/planilla/%lld/vista", (long long)request_id(rq, 0));
}
