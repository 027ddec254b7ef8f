/* The sealed monthly reports, and sealing one: from then on its file is the same, byte by byte. */
#include <string.h>

#include "gen/q_cifras.h"
#include "page/pages.h"

enum { MES };

static const struct field fields[] = {
    [MES] = {.name = "mes",
             .label = "Edición y mes que terminó",
             .kind = F_SELECT,
             .required = true,
             .missing = "Elija el mes que quiere sellar.",
             .bad = "Elija un mes de la lista."},
};
const struct form cifras_informes_form = FORM(fields);

static enum err load_months(struct request *rq, size_t *n) {
    struct q_cifras_informes_meses_row *rows = NULL;
    enum err e = q_cifras_informes_meses(rq->db, &rows, n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, *n + 2, sizeof options[0]);
    options[0] = (struct option){"", "Elija una opción"};
    for (size_t i = 0; i < *n; i++) {
        options[i + 1] = (struct option){rows[i].valor, rows[i].nombre};
    }
    form_options(rq, MES, options);
    return ERR_OK;
}

enum http_status cifras_informes_get(struct request *rq, struct response *rs) {
    struct q_cifras_informes_row *rows = NULL;
    size_t n = 0, months = 0;
    enum err e = load_months(rq, &months);
    if (e == ERR_OK) {
        e = q_cifras_informes(rq->db, &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "cifras/informes", "Informes mensuales");
    view_rows(v, T_INFORMES, rows, n, &q_cifras_informes_table);
    view_section(v, T_PUEDE_SELLAR, rq->session.rol == ROL_ADMIN && months > 0);
    return HTTP_OK;
}

/* "7.2026-10": the edition and the month. */
static bool read_choice(struct request *rq, int64_t *edition, struct date *month) {
    const char *text = form_text(rq, MES), *dot = strchr(text, '.');
    return dot != NULL &&
           str_int64(arena_strndup(rq->arena, text, (size_t)(dot - text)), 1, INT64_MAX, edition) &&
           date_parse(arena_printf(rq->arena, "%s-01", dot + 1), month);
}

enum http_status cifras_informes_post(struct request *rq, struct response *rs) {
    struct q_cifras_informes_sellar_row row;
    struct date month;
    int64_t edition = 0;
    if (!read_choice(rq, &edition, &month)) {
        return form_error(rq, MES, "Elija un mes de la lista.");
    }
    enum err e = q_cifras_informes_sellar(
        rq->db, &(struct q_cifras_informes_sellar_in){.edicion_id = edition, .mes = month}, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "mes_abierto")) {
        return form_error(rq, MES,
                          "Ese mes no ha terminado. Séllelo desde el día 1 del siguiente.");
    }
    if (str_eq(row.resultado, "sin_personas")) {
        return form_error(rq, MES, "Hasta ese mes no hay personas registradas en la edición.");
    }
    if (row.id == NULL) {
        return form_error(rq, MES, "Elija un mes de la lista.");
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "informe_sellado" : "informe_ya_sellado");
    return response_redirect(rs, "/cifras/%lld/informe", (long long)*row.id);
}
