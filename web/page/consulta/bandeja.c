/* The queries that wait for SERVIR, by their clock. */
#include "busqueda/busqueda.h"
#include "gen/q_consulta.h"
#include "http/url.h"
#include "page/consulta/estado.h"
#include "page/pages.h"

enum { PAGE_ROWS = 50 };
enum { Q, ESTADO, VER, DESPUES };

static const struct option whose[] = {{"", "Todas las que veo"},
                                      {"MIAS", "Las que respondo yo"},
                                      {"ADMIN", "Derivadas a la administración"},
                                      {NULL, NULL}};

static const struct field fields[] = {
    [Q] = {.name = "q",
           .label = "Entidad",
           .kind = F_TEXT,
           .query = true,
           .max = 80,
           .autocomplete = "off"},
    [ESTADO] = {.name = "estado",
                .label = "Mostrar",
                .kind = F_SELECT,
                .query = true,
                .options = consulta_estados},
    [VER] = {.name = "ver", .label = "De quién", .kind = F_SELECT, .query = true, .options = whose},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form consulta_bandeja_form = FORM(fields);

static enum err load(struct request *rq, struct q_consulta_bandeja_row **rows, size_t *n) {
    struct busqueda typed = busqueda_read(rq->arena, form_text(rq, Q));
    return q_consulta_bandeja(
        rq->db,
        &(struct q_consulta_bandeja_in){.estado = form_text(rq, ESTADO),
                                        .mias = str_eq(form_text(rq, VER), "MIAS"),
                                        .para_admin = str_eq(form_text(rq, VER), "ADMIN"),
                                        .palabra1 = typed.palabra[0],
                                        .palabra2 = typed.palabra[1],
                                        .palabra3 = typed.palabra[2],
                                        .despues_de = form_number_opt(rq, DESPUES),
                                        .limite = PAGE_ROWS + 1},
        rows, n);
}

static void show_pages(struct request *rq, struct view *v,
                       const struct q_consulta_bandeja_row *last) {
    const char *here = arena_printf(rq->arena, "/consulta/bandeja?q=%s&estado=%s&ver=%s",
                                    url_encode(rq->arena, form_text(rq, Q)),
                                    url_encode(rq->arena, form_text(rq, ESTADO)),
                                    url_encode(rq->arena, form_text(rq, VER)));
    response_pages(rq, v, DESPUES, here, last != NULL ? last->id : NULL);
}

enum http_status consulta_bandeja_get(struct request *rq, struct response *rs) {
    struct q_consulta_bandeja_row *rows = NULL;
    size_t n = 0;
    enum err e = load(rq, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    size_t shown = n == 0 || rows[0].id == NULL ? 0 : n > PAGE_ROWS ? PAGE_ROWS : n;
    struct view *v = response_page(rq, rs, "consulta/bandeja", "Consultas de las ORH");
    view_rows(v, T_FILAS, rows, shown, &q_consulta_bandeja_table);
    view_miles(v, T_ABIERTAS, n > 0 ? rows[0].abiertas : 0);
    view_miles(v, T_FUERA, n > 0 ? rows[0].fuera : 0);
    view_section(v, T_URGE, n > 0 && rows[0].fuera > 0);
    show_pages(rq, v, n > PAGE_ROWS ? &rows[PAGE_ROWS - 1] : NULL);
    return HTTP_OK;
}
