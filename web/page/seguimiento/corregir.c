/* A contact that was noted wrongly is said again; the first stays, marked as corrected. */
#include "gen/q_seguimiento.h"
#include "page/pages.h"
#include "page/seguimiento/contacto.h"

static const struct field fields[] = {CONTACTO_FIELDS};
const struct form seguimiento_corregir_form = FORM(fields);

enum http_status seguimiento_corregir_get(struct request *rq, struct response *rs) {
    struct q_seguimiento_corregir_row row;
    enum err e = q_seguimiento_corregir(
        rq->db, &(struct q_seguimiento_corregir_in){.id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, CON_FECHA, date_short(rq->arena, row.fecha));
    form_set(rq, CON_CANAL, row.canal);
    form_set(rq, CON_QUIEN, row.con_quien);
    form_set(rq, CON_TEMA, row.tema);
    form_set(rq, CON_NOTA, row.nota);
    struct view *v = response_page(rq, rs, "seguimiento/corregir", "Corregir un contacto");
    view_int(v, T_ENTIDAD_ID, row.entidad_id);
    view_str(v, T_ENTIDAD, row.entidad);
    view_section(v, T_CORREGIBLE, row.corregible);
    view_section(v, T_NO_CORREGIBLE, !row.corregible);
    return HTTP_OK;
}

enum http_status seguimiento_corregir_post(struct request *rq, struct response *rs) {
    struct q_seguimiento_corregir_guardar_row row;
    enum err e = q_seguimiento_corregir_guardar(
        rq->db,
        &(struct q_seguimiento_corregir_guardar_in){.id = request_id(rq, 0),
                                                    .fecha = form_date(rq, CON_FECHA),
                                                    .canal = form_text(rq, CON_CANAL),
                                                    .con_quien = form_text(rq, CON_QUIEN),
                                                    .tema = form_text(rq, CON_TEMA),
                                                    .nota = form_text(rq, CON_NOTA)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado") || row.entidad_id == NULL) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "fecha_futura")) {
        return form_error(rq, CON_FECHA,
                          "Esa fecha todavía no llega. Escriba la de hoy o una anterior.");
    }
    if (str_eq(row.resultado, "ajeno")) {
        return form_error_all(rq, "Solo lo corrige quien lo anotó. Anote uno nuevo si hace falta.");
    }
    response_notice(rs,
                    str_eq(row.resultado, "ok") ? "contacto_corregido" : "contacto_ya_corregido");
    return response_redirect(rs, "/seguimiento/%lld/entidad", (long long)*row.entidad_id);
}
