/* What the person, or their jefe for stage C, says of a finished stage. It blocks nothing. */
#include "gen/q_etapa.h"
#include "page/pages.h"

enum { CONFORME, COMENTARIO };

static const struct option of_person[] = {
    {"SI", "Recibí esta inducción"}, {"NO", "No la recibí"}, {NULL, NULL}};
static const struct option of_boss[] = {
    {"SI", "Estoy conforme: terminó"}, {"NO", "No estoy conforme"}, {NULL, NULL}};

static const struct field fields[] = {
    [CONFORME] = {.name = "conforme",
                  .label = "Su respuesta",
                  .kind = F_RADIO,
                  .required = true,
                  .missing = "Elija una respuesta."},
    [COMENTARIO] = {.name = "comentario",
                    .label = "Comentario",
                    .kind = F_TEXTAREA,
                    .min = 3,
                    .max = 500,
                    .hint = "Si no está conforme, cuente qué faltó. Lo leen su ORH y SERVIR."},
};
const struct form etapa_conformidad_form = FORM(fields);

enum http_status etapa_conformidad_get(struct request *rq, struct response *rs) {
    struct q_etapa_conformidad_row row;
    enum err e = q_etapa_conformidad(
        rq->db, &(struct q_etapa_conformidad_in){.id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "etapa", row.id, row.persona_id);
    form_options(rq, CONFORME, row.como_jefe ? of_boss : of_person);
    if (row.conforme != NULL) {
        form_set(rq, CONFORME, *row.conforme ? "SI" : "NO");
    }
    form_set(rq, COMENTARIO, row.comentario);
    struct view *v = response_page(rq, rs, "etapa/conformidad", "Conformidad con la inducción");
    view_row(v, &row, &q_etapa_conformidad_table);
    return HTTP_OK;
}

enum http_status etapa_conformidad_post(struct request *rq, struct response *rs) {
    struct q_etapa_conformidad_dar_row row;
    form_options(rq, CONFORME, of_person);
    if (!form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    enum err e = q_etapa_conformidad_dar(
        rq->db,
        &(struct q_etapa_conformidad_dar_in){.id = request_id(rq, 0),
                                             .conforme = str_eq(form_text(rq, CONFORME), "SI"),
                                             .comentario = form_text(rq, COMENTARIO)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "falta_comentario")) {
        return form_error(rq, COMENTARIO, "Cuente qué faltó: es lo que leerán su ORH y SERVIR.");
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "sin_cambio")) {
        return form_error_all(rq, arena_printf(rq->arena, "No se guardó: %s.", row.mensaje));
    }
    response_notice(rs, "conformidad_guardada");
    return response_redirect(rs, "/mi/inicio");
}
