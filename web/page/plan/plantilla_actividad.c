/* One task of a draft of SERVIR's template, changed. */
#include "gen/q_plan.h"
#include "page/pages.h"
#include "page/plan/linea.h"

const struct form plan_plantilla_actividad_form = FORM(linea_campos);

static void set_ids(struct request *rq, const struct q_plan_plantilla_actividad_row *row) {
    linea_numero(rq, LIN_VERSION, row->version);
    linea_numero(rq, LIN_DIAS, row->dias);
    if (row->material_id != NULL) {
        linea_numero(rq, LIN_MATERIAL, *row->material_id);
    }
}

static void set_all(struct request *rq, const struct q_plan_plantilla_actividad_row *row) {
    set_ids(rq, row);
    form_set(rq, LIN_TITULO, row->titulo);
    form_set(rq, LIN_ETAPA, row->etapa);
    form_set(rq, LIN_QUIEN, row->quien);
    form_set(rq, LIN_CUANDO, row->cuando);
    form_set(rq, LIN_HORAS, row->horas);
    form_set(rq, LIN_EVIDENCIA, row->evidencia ? "1" : NULL);
    form_set(rq, LIN_OPCIONAL, row->opcional ? "1" : NULL);
    form_set(rq, LIN_DESCRIPCION, row->descripcion);
    form_set(rq, LIN_REGIMEN, row->regimen);
    form_set(rq, LIN_GRUPO, row->grupo);
    form_set(rq, LIN_PRIMER, row->primer_ingreso ? "1" : NULL);
}

enum http_status plan_plantilla_actividad_get(struct request *rq, struct response *rs) {
    struct q_plan_plantilla_actividad_row row;
    enum err e = q_plan_plantilla_actividad(
        rq->db, &(struct q_plan_plantilla_actividad_in){.id = request_id(rq, 0)}, &row);
    if (e == ERR_OK && !row.editable) {
        return response_redirect(rs, "/plan/plantilla/%lld", (long long)row.plantilla_id);
    }
    if (e == ERR_OK) {
        e = linea_opciones(rq, true);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    set_all(rq, &row);
    struct view *v = response_page(rq, rs, "plan/plantilla_actividad", "Cambiar una actividad");
    view_int(v, T_PLANTILLA_ID, row.plantilla_id);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[LIN_VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    return HTTP_OK;
}

enum http_status plan_plantilla_actividad_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_plantilla_actividad_row old;
    struct q_plan_plantilla_guardar_row row;
    enum err e =
        q_plan_plantilla_actividad(rq->db, &(struct q_plan_plantilla_actividad_in){.id = id}, &old);
    if (e == ERR_OK) {
        e = linea_opciones(rq, true);
    }
    if (e == ERR_OK && !form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    if (e == ERR_OK) {
        e = q_plan_plantilla_guardar(
            rq->db,
            &(struct q_plan_plantilla_guardar_in){.plantilla_id = old.plantilla_id,
                                                  .id = &id,
                                                  .version = (int32_t)form_number(rq, LIN_VERSION),
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
    if (!str_eq(row.resultado, "ok")) {
        return linea_refuse(rq, row.resultado);
    }
    response_notice(rs, "guardado");
    return response_redirect(rs, "/plan/plantilla/%lld", (long long)old.plantilla_id);
}
