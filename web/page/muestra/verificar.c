/* One stage of a random sample: is it as it should be? */
#include "gen/q_muestra.h"
#include "page/pages.h"

enum { VERSION, RESULTADO, NOTA };

static const struct option findings[] = {{"CONFORME", "Conforme: la evidencia respalda la etapa"},
                                         {"NO_CONFORME", "No conforme: algo no corresponde"},
                                         {NULL, NULL}};
static const struct field fields[] = {
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_ID, .required = true},
    [RESULTADO] = {.name = "resultado",
                   .label = "¿Qué encontró?",
                   .kind = F_RADIO,
                   .required = true,
                   .options = findings,
                   .missing = "Elija si la etapa es conforme o no."},
    [NOTA] = {.name = "nota",
              .label = "Nota",
              .kind = F_TEXTAREA,
              .max = 500,
              .hint = "Si no es conforme, diga qué no corresponde."},
};
const struct form muestra_verificar_form = FORM(fields);

enum http_status muestra_verificar_get(struct request *rq, struct response *rs) {
    struct q_muestra_verificar_row row;
    struct q_muestra_verificar_evidencias_row *files = NULL;
    size_t n = 0;
    enum err e = q_muestra_verificar(
        rq->db, &(struct q_muestra_verificar_in){.id = request_id(rq, 0)}, &row);
    if (e == ERR_OK) {
        e = q_muestra_verificar_evidencias(
            rq->db, &(struct q_muestra_verificar_evidencias_in){.etapa_id = row.etapa_id}, &files,
            &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "etapa", row.etapa_id, row.persona_id);
    form_set(rq, RESULTADO, row.resultado);
    form_set(rq, NOTA, row.nota);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    struct view *v = response_page(rq, rs, "muestra/verificar",
                                   arena_printf(rq->arena, "Verificar etapa de %s", row.nombre));
    view_row(v, &row, &q_muestra_verificar_table);
    view_rows(v, T_ARCHIVOS, files, n, &q_muestra_verificar_evidencias_table);
    return HTTP_OK;
}

enum http_status muestra_verificar_post(struct request *rq, struct response *rs) {
    struct q_muestra_verificar_guardar_row row;
    enum err e = q_muestra_verificar_guardar(
        rq->db,
        &(struct q_muestra_verificar_guardar_in){.id = request_id(rq, 0),
                                                 .version = (int32_t)form_number(rq, VERSION),
                                                 .resultado = form_text(rq, RESULTADO),
                                                 .nota = form_text(rq, NOTA)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "falta_nota")) {
        return form_error(rq, NOTA, "Diga qué no corresponde.");
    }
    if (str_eq(row.resultado, "conflicto")) {
        return form_error_all(
            rq, "Otra persona la verificó mientras usted la veía. Vea lo que anotó y decida.");
    }
    response_notice(rs, row.siguiente != NULL ? "muestra_verificada" : "muestra_completa");
    if (row.siguiente != NULL) {
        return response_redirect(rs, "/muestra/verificar/%lld", (long long)*row.siguiente);
    }
    return response_redirect(rs, "/muestra/%lld/ficha", (long long)*row.muestra_id);
}
