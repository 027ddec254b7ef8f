/* The queue of SERVIR: finished stages, odd ones first; many are validated in one step. */
#include "busqueda/busqueda.h"
#include "gen/q_servir.h"
#include "http/url.h"
#include "page/pages.h"

enum { PAGE_ROWS = 50 };
enum { MARCA, CONFIRMO, ETAPA, Q, NIVEL, REGION, RARAS, DESPUES };

static const struct option stages[] = {{"", "Todas"},
                                       {"ESTADO", "A. Al Estado"},
                                       {"ENTIDAD", "B. A la entidad"},
                                       {"ESPECIFICA", "C. Al puesto"},
                                       {NULL, NULL}};

static const struct option levels[] = {{"", "Todos"},
                                       {"NACIONAL", "Nacional"},
                                       {"REGIONAL", "Regional"},
                                       {"LOCAL", "Local"},
                                       {NULL, NULL}};
static const struct option oddities[] = {
    {"", "Todas"}, {"1", "Con algo que mirar"}, {"0", "Sin nada extraño"}, {NULL, NULL}};

static const struct field fields[] = {
    [MARCA] = {.name = "marca",
               .label = "Etapas",
               .kind = F_IDS,
               .required = true,
               .missing = "Marque por lo menos una etapa.",
               .bad = "No reconocemos lo que marcó. Recargue la página y vuelva a marcar."},
    [CONFIRMO] = {.name = "confirmo",
                  .label = "Revisé las etapas marcadas. Al validarlas ya no se modifican.",
                  .kind = F_CHECK,
                  .required = true,
                  .missing = "Confirme que revisó las etapas marcadas."},
    [ETAPA] =
        {.name = "etapa", .label = "Etapa", .kind = F_SELECT, .query = true, .options = stages},
    [Q] = {.name = "q",
           .label = "Entidad",
           .kind = F_TEXT,
           .query = true,
           .max = 80,
           .autocomplete = "off"},
    [NIVEL] = {.name = "nivel",
               .label = "Nivel de gobierno",
               .kind = F_SELECT,
               .query = true,
               .options = levels},
    [REGION] = {.name = "region", .label = "Región", .kind = F_SELECT, .query = true},
    [RARAS] =
        {.name = "raras", .label = "Mostrar", .kind = F_SELECT, .query = true, .options = oddities},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form servir_revision_form = FORM(fields);

static enum err load_regions(struct request *rq) {
    struct q_servir_revision_regiones_row *rows = NULL;
    size_t n = 0;
    enum err e = q_servir_revision_regiones(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){"", "Todas"};
    for (size_t i = 0; i < n; i++) {
        options[i + 1] = (struct option){rows[i].codigo, rows[i].nombre};
    }
    form_options(rq, REGION, options);
    return ERR_OK;
}

static enum err load_queue(struct request *rq, struct q_servir_revision_row **rows, size_t *n) {
    struct busqueda typed = busqueda_read(rq->arena, form_text(rq, Q));
    return q_servir_revision(
        rq->db,
        &(struct q_servir_revision_in){.etapa = form_text(rq, ETAPA),
                                       .palabra1 = typed.palabra[0],
                                       .palabra2 = typed.palabra[1],
                                       .palabra3 = typed.palabra[2],
                                       .nivel = form_text(rq, NIVEL),
                                       .region = form_text(rq, REGION),
                                       .raras = form_text(rq, RARAS),
                                       .despues_de = form_number_opt(rq, DESPUES),
                                       .enviado = rq->form->submitted,
                                       .marcadas = form_text(rq, MARCA),
                                       .limite = PAGE_ROWS + 1},
        rows, n);
}

static const char *address(struct request *rq) {
    return arena_printf(
        rq->arena, "/servir/revision?etapa=%s&q=%s&nivel=%s&region=%s&raras=%s",
        url_encode(rq->arena, form_text(rq, ETAPA)), url_encode(rq->arena, form_text(rq, Q)),
        url_encode(rq->arena, form_text(rq, NIVEL)), url_encode(rq->arena, form_text(rq, REGION)),
        url_encode(rq->arena, form_text(rq, RARAS)));
}

static void show(struct request *rq, struct view *v, struct q_servir_revision_row *rows, size_t n) {
    bool more = n > PAGE_ROWS;
    view_rows(v, T_FILAS, rows, more ? PAGE_ROWS : n, &q_servir_revision_table);
    view_section(v, T_PUEDE_DECIDIR, (rq->session.rol & (ROL_ADMIN | ROL_REVISOR)) != 0);
    view_section(v, T_CON_FILTROS,
                 form_text(rq, NIVEL) != NULL || form_text(rq, REGION) != NULL ||
                     form_text(rq, RARAS) != NULL);
    view_str(v, T_FILTRO_ETAPA, form_text(rq, ETAPA));
    view_str(v, T_FILTRO_Q, form_text(rq, Q));
    view_str(v, T_FILTRO_NIVEL, form_text(rq, NIVEL));
    view_str(v, T_FILTRO_REGION, form_text(rq, REGION));
    view_str(v, T_FILTRO_RARAS, form_text(rq, RARAS));
    view_str(v, T_DESPUES, rq->form->v[DESPUES].raw);
    struct view *pages = view_include(v, T_PAGINAS, "part/paginas");
    view_section(pages, T_HAY_ANTERIOR, form_number_opt(rq, DESPUES) != NULL);
    view_str(pages, T_ANTERIOR, address(rq));
    view_section(pages, T_HAY_SIGUIENTE, more);
    view_str(pages, T_SIGUIENTE,
             more ? arena_printf(rq->arena, "%s&despues=%lld", address(rq),
                                 (long long)rows[PAGE_ROWS - 1].id)
                  : "");
}

enum http_status servir_revision_get(struct request *rq, struct response *rs) {
    struct q_servir_revision_row *rows = NULL;
    struct q_servir_revision_total_row total;
    size_t n = 0;
    enum err e = load_regions(rq);
    if (e == ERR_OK) {
        e = load_queue(rq, &rows, &n);
    }
    if (e == ERR_OK) {
        e = q_servir_revision_total(rq->db, &total);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "servir/revision", "Revisión de etapas");
    view_miles(v, T_TOTAL, total.total > 1000 ? 1000 : total.total);
    view_section(v, T_MUCHAS, total.total > 1000);
    view_miles(v, T_RARAS, total.raras > 1000 ? 1000 : total.raras);
    view_section(v, T_MUCHAS_RARAS, total.raras > 1000);
    show(rq, v, rows, n);
    return HTTP_OK;
}

enum http_status servir_revision_post(struct request *rq, struct response *rs) {
    struct q_servir_revision_validar_row row;
    enum err e = q_servir_revision_validar(
        rq->db, &(struct q_servir_revision_validar_in){.etapas = form_text(rq, MARCA)}, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (row.fallidas > 0) {
        return form_error_all(rq, arena_printf(rq->arena, "No se validó nada. %s.", row.detalle));
    }
    response_notice(rs, "etapas_validadas");
    return response_redirect(rs, "%s", address(rq));
}
