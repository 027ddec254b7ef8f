#include "page/planilla/carga.h"

#include "core/str.h"
#include "gen/q_planilla.h"
#include "http/form.h"

/* Step by step, so that no exchange with the database is long. */
static enum err read_now(struct request *rq, int64_t planilla_id) {
    struct q_planilla_columnas_avanzar_row row = {.quedan = true};
    enum err e = ERR_OK;
    while (e == ERR_OK && row.quedan) {
        e = q_planilla_columnas_avanzar(
            rq->db, &(struct q_planilla_columnas_avanzar_in){.planilla_id = planilla_id, .lote = 1},
            &row);
    }
    return e;
}

enum http_status carga_leer(struct request *rq, struct response *rs, const struct carga *c) {
    struct q_planilla_columnas_elegir_row row;
    const struct q_planilla_columnas_elegir_in in = {.planilla_id = c->planilla_id,
                                                     .columnas = c->columnas,
                                                     .sin_titulos = c->sin_titulos,
                                                     .recordar = c->recordar};
    enum err e = q_planilla_columnas_elegir(rq->db, &in, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "registrada")) {
        return form_error_all(rq, "Ya se registró a alguien de esta planilla: sus columnas no se "
                                  "pueden cambiar. Deshágala y súbala otra vez.");
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (row.filas != NULL && *row.filas > CARGA_AHORA) {
        struct q_planilla_columnas_encolar_row queued;
        e = q_planilla_columnas_encolar(
            rq->db, &(struct q_planilla_columnas_encolar_in){.planilla_id = c->planilla_id},
            &queued);
    } else {
        e = read_now(rq, c->planilla_id);
    }
    return e == ERR_OK ? response_redirect(rs, "/planilla/%lld/vista", (long long)c->planilla_id)
                       : form_db_error(rq, e);
}
