/* One setting: another value, within what the database lets it hold, and its history. */
#include "gen/q_servir.h"
#include "page/pages.h"

enum { CODIGO, VISTO, VALOR, VALUE_MAX = 2000 };

static const struct field fields[] = {
    [CODIGO] = {.name = "codigo", .label = "Ajuste", .kind = F_HIDDEN, .query = true, .max = 60},
    [VISTO] = {.name = "visto", .label = "Valor visto", .kind = F_HIDDEN, .max = VALUE_MAX},
    [VALOR] = {.name = "valor",
               .label = "Valor",
               .kind = F_TEXT,
               .max = VALUE_MAX,
               .width = "w20",
               .autocomplete = "off"},
};
const struct form servir_ajuste_form = FORM(fields);

enum http_status servir_ajuste_get(struct request *rq, struct response *rs) {
    struct q_servir_ajuste_row row;
    struct q_servir_ajuste_historia_row *events = NULL;
    size_t n = 0;
    bool found = false;
    enum err e = q_servir_ajuste(
        rq->db, &(struct q_servir_ajuste_in){.codigo = form_text(rq, CODIGO)}, &row, &found);
    if (e == ERR_OK && !found) {
        return HTTP_NOT_FOUND;
    }
    if (e == ERR_OK) {
        e = q_servir_ajuste_historia(
            rq->db, &(struct q_servir_ajuste_historia_in){.codigo = row.codigo}, &events, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, VALOR, row.valor);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[VISTO].raw = row.valor;
    struct view *v = response_page(rq, rs, "servir/ajuste", "Cambiar un ajuste");
    view_row(v, &row, &q_servir_ajuste_table);
    view_rows(v, T_CAMBIOS, events, n, &q_servir_ajuste_historia_table);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const struct q_servir_ajuste_cambiar_row *row) {
    if (str_eq(row->resultado, "conflicto")) {
        return form_error_all(rq, "Otra persona lo cambió antes que usted. Vea el valor de ahora.");
    }
    bool number = str_eq(row->tipo, "ENTERO");
    const char *text =
        arena_printf(rq->arena, "Escriba %sde %d a %d%s.", number ? "un número entero, " : "",
                     (int)*row->minimo, (int)*row->maximo, number ? "" : " caracteres");
    return form_error(rq, VALOR, text);
}

enum http_status servir_ajuste_post(struct request *rq, struct response *rs) {
    struct q_servir_ajuste_cambiar_row row;
    enum err e = q_servir_ajuste_cambiar(
        rq->db,
        &(struct q_servir_ajuste_cambiar_in){.codigo = form_text(rq, CODIGO),
                                             .visto = form_text(rq, VISTO),
                                             .valor = form_text(rq, VALOR)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "sin_cambio")) {
        return refuse(rq, &row);
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "guardado" : "sin_cambio");
    return response_redirect(rs, "/servir/ajustes");
}
