/* One version of SERVIR's plan template; the administrator adds to a draft. */
#include "gen/q_plan.h"
#include "page/pages.h"
#include "page/plan/linea.h"

const struct form plan_plantilla_form = FORM(linea_campos);

enum http_status plan_plantilla_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_plantilla_row row;
    enum err e = q_plan_plantilla(rq->db, &(struct q_plan_plantilla_in){.id = id}, &row);
    bool may = rq->session.rol == ROL_ADMIN;
    if (e == ERR_OK && may) {
        e = linea_opciones(rq, true);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    linea_nueva(rq);
    struct view *v = response_page(rq, rs, "plan/plantilla", "Plantilla del plan");
    view_row(v, &row, &q_plan_plantilla_table);
    view_section(v, T_PUEDE_EDITAR, may && row.es_borrador);
    e = linea_lista(rq, v, 0, id);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status plan_plantilla_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_plantilla_guardar_row row;
    enum err e = linea_opciones(rq, true);
    if (e == ERR_OK && !form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    if (e == ERR_OK) {
        e = q_plan_plantilla_guardar(
            rq->db,
            &(struct q_plan_plantilla_guardar_in){.plantilla_id = id,
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
    return response_redirect(rs, "/plan/plantilla/%lld", (long long)id);
}
