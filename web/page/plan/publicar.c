/* Publishes a draft with the document that approves it, after saying whom it touches. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum { DOCUMENTO, APROBADO, DESDE, TAMBIEN };

static const struct field fields[] = {
    [DOCUMENTO] = {.name = "documento",
                   .label = "Documento que aprueba el plan",
                   .kind = F_TEXT,
                   .required = true,
                   .min = 3,
                   .max = 200,
                   .width = "w100",
                   .hint = "Tipo y número, por ejemplo: Resolución 012-2026-GG.",
                   .missing = "Escriba el tipo y el número del documento.",
                   .autocomplete = "off"},
    [APROBADO] = {.name = "fecha_aprobacion",
                  .label = "Fecha del documento",
                  .kind = F_DATE,
                  .required = true,
                  .hint = "Por ejemplo 12/10/2026.",
                  .autocomplete = "off"},
    [DESDE] = {.name = "vigente",
               .label = "Rige desde",
               .kind = F_DATE,
               .required = true,
               .hint = "Hoy, o el día en que empieza a valer para quienes ingresan.",
               .autocomplete = "off"},
    [TAMBIEN] = {.name = "tambien",
                 .label = "Dar también sus tareas a quienes ya están en inducción y no las tienen",
                 .kind = F_CHECK},
};
const struct form plan_publicar_form = FORM(fields);

enum http_status plan_publicar_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_ver_row plan;
    struct q_plan_publicar_row whom;
    enum err e = q_plan_ver(rq->db, &(struct q_plan_ver_in){.id = id}, &plan);
    if (e == ERR_OK && !plan.es_borrador) {
        return response_redirect(rs, "/plan/%lld/ver", (long long)id);
    }
    if (e == ERR_OK) {
        e = q_plan_publicar(rq->db, &(struct q_plan_publicar_in){.plan_id = id}, &whom);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, APROBADO, date_short(rq->arena, date_today()));
    form_set(rq, DESDE, date_short(rq->arena, date_today()));
    struct view *v = response_page(rq, rs, "plan/publicar", "Publicar el plan");
    view_row(v, &plan, &q_plan_ver_table);
    view_row(v, &whom, &q_plan_publicar_table);
    view_section(v, T_FALTAN_TAREAS, whom.sin_tareas > 0);
    view_section(v, T_CONSERVAN, whom.con_anterior > 0);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "fecha_futura")) {
        return form_error(rq, APROBADO, "La fecha del documento no puede ser posterior a hoy.");
    }
    return str_eq(outcome, "vacio")
               ? form_error_all(rq, "El borrador no tiene actividades: agregue por lo menos una.")
               : form_error(rq, DESDE, "Escriba una fecha dentro de un año, como máximo.");
}

enum http_status plan_publicar_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_publicar_guardar_row row;
    enum err e = q_plan_publicar_guardar(
        rq->db,
        &(struct q_plan_publicar_guardar_in){.plan_id = id,
                                             .documento = form_text(rq, DOCUMENTO),
                                             .aprobado_el = form_date(rq, APROBADO),
                                             .vigente_desde = form_date(rq, DESDE),
                                             .tambien = form_checked(rq, TAMBIEN)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "ya_publicado")) {
        return refuse(rq, row.resultado);
    }
    response_notice(rs, "plan_publicado");
    return response_redirect(rs, "/plan/%lld/ver", (long long)id);
}
