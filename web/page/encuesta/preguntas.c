/* The questions of the survey of an edition: a draft, and its publication, which seals them. */
#include "catalogo/catalogo.h"
#include "core/str.h"
#include "gen/q_encuesta.h"
#include "page/encuesta/hoja.h"
#include "page/pages.h"

/* Three fields a question, then those of the page. */
enum { TEXTO, TIPO, ETAPA, PARTES };
enum { EDICION = HOJA_N * PARTES, HUELLA, ACCION, CONFIRMO };

static const struct option kinds[] = {
    {"ESCALA", "Del 1 al 5"}, {"SI_NO", "Sí o no"}, {"TEXTO", "Respuesta libre"}, {NULL, NULL}};
static const struct option actions[] = {
    {"guardar", "Guardar"}, {"publicar", "Publicar"}, {"descartar", "Descartar"}, {NULL, NULL}};

#define QUESTION(i)                                                                                \
    [((i)-1) * PARTES + TEXTO] = {.name = "texto" #i,                                              \
                                  .label = "Pregunta " #i,                                         \
                                  .kind = F_TEXT,                                                  \
                                  .min = 5,                                                        \
                                  .max = 200,                                                      \
                                  .width = "w100",                                                 \
                                  .autocomplete = "off"},                                          \
                        [((i)-1) * PARTES + TIPO] = {.name = "tipo" #i,                            \
                                                     .label = "Cómo se responde",                  \
                                                     .kind = F_SELECT,                             \
                                                     .options = kinds},                            \
                        [((i)-1) * PARTES + ETAPA] = {.name = "etapa" #i,                          \
                                                      .label = "Sobre la etapa",                   \
                                                      .kind = F_SELECT,                            \
                                                      .options = catalogo_etapas}

static const struct field fields[] = {
    QUESTION(1),
    QUESTION(2),
    QUESTION(3),
    QUESTION(4),
    QUESTION(5),
    QUESTION(6),
    [EDICION] = {.name = "edicion", .label = "Edición", .kind = F_ID, .query = true},
    [HUELLA] = {.name = "huella", .label = "Lo visto", .kind = F_HIDDEN, .max = 32},
    [ACCION] = {.name = "accion",
                .label = "Qué hacer",
                .kind = F_SELECT,
                .required = true,
                .options = actions},
    [CONFIRMO] = {.name = "confirmo",
                  .label = "Sé que lo publicado ya no se cambia.",
                  .kind = F_CHECK},
};
const struct form encuesta_preguntas_form = FORM(fields);

static const char *kind_name(const char *code) {
    size_t i = 0;
    while (kinds[i].value != NULL && !str_eq(kinds[i].value, code)) {
        i++;
    }
    return kinds[i].value != NULL ? kinds[i].label : code;
}

/* The versions below, and the one that is worked on in the fields. */
static void show_versions(struct request *rq, struct view *v, const int64_t *current,
                          struct q_encuesta_preguntas_versiones_row *rows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        size_t first = (size_t)(rows[i].numero - 1) * PARTES;
        if (current != NULL && rows[i].encuesta_id == *current && first < EDICION) {
            form_set(rq, first + TEXTO, rows[i].texto);
            form_set(rq, first + TIPO, rows[i].tipo);
            form_set(rq, first + ETAPA, rows[i].etapa != NULL ? rows[i].etapa : "");
        }
        rows[i].tipo = kind_name(rows[i].tipo);
    }
    view_rows(v, T_FILAS, rows, n, &q_encuesta_preguntas_versiones_table);
}

enum http_status encuesta_preguntas_get(struct request *rq, struct response *rs) {
    struct q_encuesta_preguntas_edicion_row row;
    struct q_encuesta_preguntas_versiones_row *rows = NULL;
    size_t n = 0;
    bool found = false;
    enum err e = q_encuesta_preguntas_edicion(
        rq->db,
        &(struct q_encuesta_preguntas_edicion_in){.edicion_id = form_number_opt(rq, EDICION)}, &row,
        &found);
    if (e == ERR_OK && !found) {
        return HTTP_NOT_FOUND;
    }
    if (e == ERR_OK) {
        e = q_encuesta_preguntas_versiones(
            rq->db, &(struct q_encuesta_preguntas_versiones_in){.edicion_id = row.edicion_id},
            &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "encuesta/preguntas", "Preguntas de la encuesta");
    view_row(v, &row, &q_encuesta_preguntas_edicion_table);
    show_versions(rq, v, row.encuesta_id, rows, n);
    rq->form->v[EDICION].raw = arena_printf(rq->arena, "%lld", (long long)row.edicion_id);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[HUELLA].raw = row.huella;
    return HTTP_OK;
}

/* A line a question, in order; what is empty is no question. */
static const char *lines(struct request *rq) {
    struct buf b = buf_new(rq->arena, 8192);
    for (size_t i = 0; i < EDICION; i += PARTES) {
        const char *text = form_text(rq, i + TEXTO), *kind = form_text(rq, i + TIPO),
                   *stage = form_text(rq, i + ETAPA);
        if (text != NULL) {
            buf_printf(&b, "%s%s\t%s\t%s", b.n > 0 ? "\n" : "", kind != NULL ? kind : "ESCALA",
                       stage != NULL ? stage : "", text);
        }
    }
    return b.p;
}

enum http_status encuesta_preguntas_post(struct request *rq, struct response *rs) {
    struct q_encuesta_preguntas_guardar_row row;
    const char *action = form_text(rq, ACCION);
    bool publish = str_eq(action, "publicar");
    if (publish && !form_checked(rq, CONFIRMO)) {
        return form_error(rq, CONFIRMO, "Confirme que quiere publicarla.");
    }
    enum err e = q_encuesta_preguntas_guardar(
        rq->db,
        &(struct q_encuesta_preguntas_guardar_in){.edicion_id = form_number(rq, EDICION),
                                                  .huella = form_text(rq, HUELLA),
                                                  .lineas = lines(rq),
                                                  .accion = action},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "vacia")) {
        return form_error(rq, TEXTO, "Escriba por lo menos una pregunta.");
    }
    if (str_eq(row.resultado, "conflicto")) {
        return form_error_all(
            rq, "Otra persona cambió las preguntas antes que usted. Abajo están como quedaron.");
    }
    response_notice(rs, str_eq(row.resultado, "sin_cambio") ? "sin_cambio"
                        : publish                           ? "encuesta_publicada"
                        : str_eq(action, "guardar")         ? "guardado"
                                                            : "encuesta_descartada");
    return response_redirect(rs, "/encuesta/preguntas?edicion=%lld",
                             (long long)form_number(rq, EDICION));
}
