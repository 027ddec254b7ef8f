/* The tasks of a draft in their order: up, down, out. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum { SUBE, BAJA, QUITA };

static const struct field fields[] = {
    [SUBE] = {.name = "sube", .label = "Subir", .kind = F_ID},
    [BAJA] = {.name = "baja", .label = "Bajar", .kind = F_ID},
    [QUITA] = {.name = "quita", .label = "Quitar", .kind = F_ID},
};
const struct form plan_ordenar_form = FORM(fields);

enum http_status plan_ordenar_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_ver_row plan;
    struct q_plan_lineas_row *rows = NULL;
    size_t n = 0;
    enum err e = q_plan_ver(rq->db, &(struct q_plan_ver_in){.id = id}, &plan);
    if (e == ERR_OK && !plan.es_borrador) {
        return response_redirect(rs, "/plan/%lld/ver", (long long)id);
    }
    if (e == ERR_OK) {
        e = q_plan_lineas(rq->db, &(struct q_plan_lineas_in){.plan_id = &id}, &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "plan/ordenar", "Ordenar actividades");
    view_str(v, T_VUELVE, arena_printf(rq->arena, "/plan/%lld/editar", (long long)id));
    view_rows(v, T_FILAS, rows, n, &q_plan_lineas_table);
    return HTTP_OK;
}

enum http_status plan_ordenar_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_ver_row plan;
    size_t n = 0;
    enum err e = q_plan_ver(rq->db, &(struct q_plan_ver_in){.id = id}, &plan);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (form_number_opt(rq, QUITA) != NULL) {
        e = q_plan_ordenar_quitar(
            rq->db, &(struct q_plan_ordenar_quitar_in){.plan_id = id, .id = form_number(rq, QUITA)},
            &n);
        response_notice(rs, "actividad_quitada");
    } else if (form_number_opt(rq, SUBE) != NULL || form_number_opt(rq, BAJA) != NULL) {
        bool up = form_number_opt(rq, SUBE) != NULL;
        e = q_plan_ordenar_mover(
            rq->db,
            &(struct q_plan_ordenar_mover_in){
                .plan_id = id, .id = form_number(rq, up ? SUBE : BAJA), .sube = up},
            &n);
    } else {
        return form_error_all(rq, "Elija una actividad y qué hacer con ella.");
    }
    return e == ERR_OK ? response_redirect(rs, "/plan/%lld/ordenar", (long long)id)
                       : form_db_error(rq, e);
}
