/* Hands out the portfolio as a CSV file, for a purpose that stays on record. */
#include "descarga/descarga.h"
#include "page/pages.h"
#include "page/seguimiento/filtro.h"

enum { PROPOSITO = CARTERA_N };

static const struct field fields[] = {
    CARTERA_FIELDS,
    [PROPOSITO] = DESCARGA_PROPOSITO("informe mensual de seguimiento"),
};
const struct form seguimiento_exportar_form = FORM(fields);

static enum err lines(struct request *rq, struct q_seguimiento_exportar_row *out) {
    struct q_seguimiento_cartera_in in = cartera_read(rq);
    return q_seguimiento_exportar(rq->db,
                                  &(struct q_seguimiento_exportar_in){.entidad_id = in.entidad_id,
                                                                      .palabra1 = in.palabra1,
                                                                      .palabra2 = in.palabra2,
                                                                      .palabra3 = in.palabra3,
                                                                      .nivel = in.nivel,
                                                                      .region = in.region,
                                                                      .luz = in.luz,
                                                                      .gestor = in.gestor},
                                  out);
}

enum http_status seguimiento_exportar_get(struct request *rq, struct response *rs) {
    struct q_seguimiento_exportar_row file;
    enum err e = lines(rq, &file);
    if (e == ERR_OK) {
        e = cartera_options(rq);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "seguimiento/exportar", "Descargar la cartera");
    cartera_hidden(rq, v);
    view_str(v, T_CONSULTA, cartera_query(rq));
    view_miles(v, T_TOTAL, file.filas);
    view_section(v, T_UNO, file.filas == 1);
    view_section(v, T_VARIOS, file.filas != 1);
    return HTTP_OK;
}

enum http_status seguimiento_exportar_post(struct request *rq, struct response *rs) {
    struct q_seguimiento_exportar_row file;
    struct q_seguimiento_exportar_anotar_row note;
    enum err e = lines(rq, &file);
    if (e == ERR_OK) {
        e = q_seguimiento_exportar_anotar(
            rq->db,
            &(struct q_seguimiento_exportar_anotar_in){.proposito = form_text(rq, PROPOSITO),
                                                       .filtros = cartera_query(rq),
                                                       .filas = (int32_t)file.filas},
            &note);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    return descarga_csv(
        rq, rs, arena_printf(rq->arena, "seguimiento-%s.csv", date_iso(rq->arena, date_today())),
        file.lineas);
}
