/* What people answered, by question: only where enough did. On the screen or as a file. */
#include "catalogo/catalogo.h"
#include "core/str.h"
#include "descarga/descarga.h"
#include "gen/q_encuesta.h"
#include "page/pages.h"

enum { EDICION, REGION, ETAPA, FORMATO };

static const struct option formats[] = {
    {"", "Pantalla"}, {"xlsx", "Excel (XLSX)"}, {"csv", "CSV"}, {NULL, NULL}};

static const struct field fields[] = {
    [EDICION] = {.name = "edicion", .label = "Edición", .kind = F_ID, .query = true},
    [REGION] = {.name = "region", .label = "Región", .kind = F_SELECT, .query = true},
    [ETAPA] = {.name = "etapa",
               .label = "Etapa",
               .kind = F_SELECT,
               .query = true,
               .options = catalogo_etapas},
    [FORMATO] = {.name = "formato",
                 .label = "Ver como",
                 .kind = F_SELECT,
                 .query = true,
                 .options = formats},
};
const struct form encuesta_resultados_form = FORM(fields);

/* The edition asked for, or the newest; 0 when there is none. */
static enum err load_editions(struct request *rq, struct view *v, int64_t *edition) {
    struct q_encuesta_resultados_ediciones_row *rows = NULL;
    size_t n = 0;
    enum err e = q_encuesta_resultados_ediciones(rq->db, &rows, &n);
    *edition = form_number_opt(rq, EDICION) != NULL ? form_number(rq, EDICION)
               : n > 0                              ? rows[0].id
                                                    : 0;
    for (size_t i = 0; i < n; i++) {
        struct view *row = view_add(v, T_EDICIONES);
        view_int(row, T_ID, rows[i].id);
        view_str(row, T_NOMBRE, rows[i].nombre);
        view_section(row, T_ELEGIDA, rows[i].id == *edition);
    }
    return e;
}

static const char *number(struct request *rq, const int32_t *value) {
    return value != NULL ? arena_printf(rq->arena, "%d", (int)*value) : "";
}

static const char *const titles[] = {"version",    "numero",   "pregunta", "etapa",
                                     "respuestas", "promedio", "pct_1",    "pct_2",
                                     "pct_3",      "pct_4",    "pct_5"};

static enum http_status send_file(struct request *rq, struct response *rs,
                                  const struct q_encuesta_resultados_row *rows, size_t n) {
    struct descarga *file = descarga_nueva(rq, form_text(rq, FORMATO));
    descarga_fila(file, titles, sizeof titles / sizeof titles[0]);
    for (size_t i = 0; i < n; i++) {
        const struct q_encuesta_resultados_row *r = &rows[i];
        const char *cells[] = {number(rq, &r->version),
                               number(rq, &r->numero),
                               r->texto,
                               r->etapa,
                               r->n != NULL ? arena_printf(rq->arena, "%lld", (long long)*r->n)
                                            : "menos de 5",
                               r->media != NULL ? arena_printf(rq->arena, "%.1f", *r->media) : "",
                               number(rq, r->c1),
                               number(rq, r->c2),
                               number(rq, r->c3),
                               number(rq, r->c4),
                               number(rq, r->c5)};
        descarga_fila(file, cells, sizeof cells / sizeof cells[0]);
    }
    enum err e = descarga_fin(file, rs, "encuesta");
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status encuesta_resultados_get(struct request *rq, struct response *rs) {
    struct q_encuesta_resultados_row *rows = NULL;
    struct q_encuesta_resultados_textos_row *texts = NULL;
    size_t n = 0, n_texts = 0;
    int64_t edition = 0;
    struct view *v = response_page(rq, rs, "encuesta/resultados", "Resultados de la encuesta");
    enum err e = catalogo_regiones(rq, REGION);
    if (e == ERR_OK) {
        e = load_editions(rq, v, &edition);
    }
    if (e == ERR_OK) {
        e = q_encuesta_resultados(
            rq->db,
            &(struct q_encuesta_resultados_in){.edicion_id = edition,
                                               .region = form_text(rq, REGION),
                                               .etapa = form_text(rq, ETAPA)},
            &rows, &n);
    }
    if (e == ERR_OK) {
        const struct q_encuesta_resultados_textos_in in = {.edicion_id = edition,
                                                           .region = form_text(rq, REGION)};
        e = q_encuesta_resultados_textos(rq->db, &in, &texts, &n_texts);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (form_text(rq, FORMATO) != NULL) {
        return send_file(rq, rs, rows, n);
    }
    view_section(v, T_PUEDE_PREGUNTAR, rq->session.rol == ROL_ADMIN);
    view_rows(v, T_FILAS, rows, n, &q_encuesta_resultados_table);
    view_rows(v, T_TEXTOS, texts, n_texts, &q_encuesta_resultados_textos_table);
    return HTTP_OK;
}
