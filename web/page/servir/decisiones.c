/* Who decided what about a stage, and when. */
#include "busqueda/busqueda.h"
#include "gen/q_servir.h"
#include "http/url.h"
#include "page/pages.h"

enum { PAGE_ROWS = 50 };
enum { QUE, DESDE, HASTA, DOCUMENTO, Q, ENTIDAD, ANTES };

static const struct option decisions[] = {{"", "Todas"},
                                          {"VALIDADA", "Validadas"},
                                          {"OBSERVADA", "Observadas"},
                                          {"REABIERTA", "Devueltas después de validadas"},
                                          {"DESHECHA", "Deshechas"},
                                          {NULL, NULL}};

static const struct field fields[] = {
    [QUE] =
        {.name = "que", .label = "Decisión", .kind = F_SELECT, .query = true, .options = decisions},
    [DESDE] = {.name = "desde", .label = "Desde", .kind = F_DATE, .query = true},
    [HASTA] = {.name = "hasta", .label = "Hasta", .kind = F_DATE, .query = true},
    [DOCUMENTO] = {.name = "documento",
                   .label = "Documento de quien decidió",
                   .kind = F_DOCUMENT,
                   .query = true,
                   .width = "w10",
                   .autocomplete = "off"},
    [Q] = {.name = "q",
           .label = "Entidad",
           .kind = F_TEXT,
           .query = true,
           .max = 80,
           .autocomplete = "off"},
    [ENTIDAD] = {.name = "entidad", .label = "Una entidad", .kind = F_ID, .query = true},
    [ANTES] = {.name = "antes", .label = "Página", .kind = F_ID, .query = true},
};
const struct form servir_decisiones_form = FORM(fields);

static enum err load(struct request *rq, struct q_servir_decisiones_row **rows, size_t *n) {
    struct busqueda typed = busqueda_read(rq->arena, form_text(rq, Q));
    return q_servir_decisiones(
        rq->db,
        &(struct q_servir_decisiones_in){.que = form_text(rq, QUE),
                                         .desde = form_date(rq, DESDE),
                                         .hasta = form_date(rq, HASTA),
                                         .documento = form_text(rq, DOCUMENTO),
                                         .entidad_id = form_number_opt(rq, ENTIDAD),
                                         .palabra1 = typed.palabra[0],
                                         .palabra2 = typed.palabra[1],
                                         .palabra3 = typed.palabra[2],
                                         .antes_de = form_number_opt(rq, ANTES),
                                         .limite = PAGE_ROWS + 1},
        rows, n);
}

static const char *address(struct request *rq) {
    struct buf b = buf_new(rq->arena, REQUEST_QUERY_MAX);
    for (size_t i = 0; i < ANTES; i++) {
        const struct form_value *value = &rq->form->v[i];
        if (*value->raw != '\0' && value->error == NULL) {
            buf_printf(&b, "%s=%s&", fields[i].name, url_encode(rq->arena, value->raw));
        }
    }
    return arena_printf(rq->arena, "/servir/decisiones?%s", b.p);
}

enum http_status servir_decisiones_get(struct request *rq, struct response *rs) {
    struct q_servir_decisiones_row *rows = NULL;
    size_t n = 0;
    enum err e = load(rq, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    bool more = n > PAGE_ROWS;
    const char *here = address(rq);
    struct view *v =
        response_page(rq, rs, "servir/decisiones", "Quién decidió qué sobre las etapas");
    view_rows(v, T_FILAS, rows, more ? PAGE_ROWS : n, &q_servir_decisiones_table);
    response_pages(rq, v, ANTES, here, more ? &rows[PAGE_ROWS - 1].id : NULL);
    return HTTP_OK;
}
