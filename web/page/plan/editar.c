/* The draft of a plan: its tasks, and one more of the entity's own in a moment. */
#include "gen/q_plan.h"
#include "page/pages.h"
#include "page/plan/linea.h"

const struct form plan_editar_form = FORM(linea_campos);

enum http_status plan_editar_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_ver_row plan;
    enum err e = q_plan_ver(rq->db, &(struct q_plan_ver_in){.id = id}, &plan);
    if (e == ERR_OK && !plan.es_borrador) {
        return response_redirect(rs, "/plan/%lld/ver", (long long)id);
    }
    if (e == ERR_OK) {
        e = linea_opciones(rq, false);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    linea_nueva(rq);
    struct view *v = response_page(rq, rs, "plan/editar", "Borrador del plan");
    view_row(v, &plan, &q_plan_ver_table);
    e = linea_lista(rq, v, id, 0);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status plan_editar_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_actividad_guardar_row row;
    enum err e = linea_opciones(rq, false);
    if (e == ERR_OK && !form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    if (e == ERR_OK) {
        e = q_plan_actividad_guardar(
            rq->db,
            &(struct q_plan_actividad_guardar_in){.plan_id = id,
                                                  .etapa = form_text(rq, LIN_ETAPA),
                                                  .titulo = form_text(rq, LIN_TITULO),
                                                  .descripcion = form_text(rq, LIN_DESCRIPCION),
                                                  .quien = form_text(rq, LIN_QUIEN),
                                                  .dias = (int32_t)form_number(rq, LIN_DIAS),
                                                  .cuando = form_text(rq, LIN_CUANDO),
                                                  .horas = form_text(rq, LIN_HORAS),
                                                  .evidencia = form_checked(rq, LIN_EVIDENCIA),
                                                  .obligatoria = !form_checked(rq, LIN_OPCIONAL),
                                                  .material_id = form_number_opt(rq, LIN_MATERIAL),
                                                  .regimen = form_text(rq, LIN_REGIMEN),
                                                  .grupo = form_text(rq, LIN_GRUPO),
                                                  .unidad_id = form_number_opt(rq, LIN_UNIDAD),
                                                  .primer_ingreso = form_checked(rq, LIN_PRIMER)},
            &row);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "ya_estaba")) {
        return linea_refuse(rq, row.resultado);
    }
    response_notice(rs, "actividad_agregada");
    return response_redirect(rs, "/plan/%lld/editar", (long long)id);
}
