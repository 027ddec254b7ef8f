/* A reviewer takes back, whole, what they decided a moment before. */
#include "gen/q_servir.h"
#include "page/pages.h"

enum http_status servir_deshacer_get(struct request *rq, struct response *rs) {
    struct q_servir_deshacer_row *rows = NULL;
    size_t n = 0;
    enum err e = q_servir_deshacer(rq->db, &(struct q_servir_deshacer_in){.id = request_id(rq, 0)},
                                   &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (n == 0) {
        return HTTP_NOT_FOUND;
    }
    bool open = !rows[0].deshecha && !rows[0].tarde;
    for (size_t i = 0; i < n; i++) {
        open = open && rows[i].freno == NULL;
    }
    struct view *v = response_page(rq, rs, "servir/deshacer", "Deshacer lo que decidió");
    view_row(v, &rows[0], &q_servir_deshacer_table);
    view_int(v, T_CUANTAS, (int64_t)n);
    view_section(v, T_ABIERTA, open);
    view_section(v, T_SIGUIO, !open && !rows[0].deshecha && !rows[0].tarde);
    view_rows(v, T_FILAS, rows, n, &q_servir_deshacer_table);
    return HTTP_OK;
}

enum http_status servir_deshacer_post(struct request *rq, struct response *rs) {
    struct q_servir_deshacer_guardar_row row;
    enum err e = q_servir_deshacer_guardar(
        rq->db, &(struct q_servir_deshacer_guardar_in){.id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "tarde")) {
        return form_error_all(rq, "Ya pasó el tiempo para deshacerla.");
    }
    if (str_eq(row.resultado, "siguio")) {
        return form_error_all(rq, arena_printf(rq->arena, "No se deshizo nada. %s.", row.detalle));
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "decision_deshecha" : "decision_ya_deshecha");
    return response_redirect(rs, "/servir/revision");
}
