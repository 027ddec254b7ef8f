/* Publishes a draft of SERVIR's template, after saying whom it touches. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum { NOMBRE, NOTA };

static const struct field fields[] = {
    [NOMBRE] = {.name = "nombre",
                .label = "Nombre de la plantilla",
                .kind = F_TEXT,
                .required = true,
                .min = 3,
                .max = 150,
                .width = "w100",
                .missing = "Escriba el nombre de la plantilla.",
                .autocomplete = "off"},
    [NOTA] = {.name = "nota",
              .label = "De dónde viene",
              .kind = F_TEXTAREA,
              .required = true,
              .min = 3,
              .max = 1000,
              .hint = "Norma, guía o acuerdo que la sustenta. Lo verán las entidades.",
              .missing = "Escriba qué sustenta esta versión."},
};
const struct form plan_plantilla_publicar_form = FORM(fields);

enum http_status plan_plantilla_publicar_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_plantilla_row row;
    enum err e = q_plan_plantilla(rq->db, &(struct q_plan_plantilla_in){.id = id}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!row.es_borrador) {
        return response_redirect(rs, "/plan/plantilla/%lld", (long long)id);
    }
    form_set(rq, NOMBRE, row.nombre);
    struct view *v = response_page(rq, rs, "plan/plantilla_publicar", "Publicar la plantilla");
    view_row(v, &row, &q_plan_plantilla_table);
    return HTTP_OK;
}

enum http_status plan_plantilla_publicar_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_plantilla_publicar_row row;
    enum err e = q_plan_plantilla_publicar(
        rq->db,
        &(struct q_plan_plantilla_publicar_in){
            .id = id, .nombre = form_text(rq, NOMBRE), .nota = form_text(rq, NOTA)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "vacia")) {
        return form_error_all(rq, "La plantilla no tiene actividades: agregue por lo menos una.");
    }
    response_notice(rs, "plantilla_publicada");
    return response_redirect(rs, "/plan/plantilla/%lld", (long long)id);
}
