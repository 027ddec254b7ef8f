/* The figures of an edition, by one dimension at a time. Each number leads to the list of
 * servidores with the same filters: both count the rows of avance. */
#include "catalogo/entidad.h"
#include "cifra/cifra.h"
#include "cifra/grafico.h"
#include "gen/q_cifras.h"
#include "http/url.h"
#include "page/cifras/tabla.h"
#include "page/pages.h"

enum { LINES = 50, BARS = 15, FILE_LINES = 10000 };
enum { EDICION, POR, ENTIDAD, NIVEL, REGION, REGIMEN, SEXO, DESDE, HASTA, PAGINA, VISTA };

static const struct option all_dimensions[] = {{"region", "Región"},
                                               {"nivel", "Nivel de gobierno"},
                                               {"entidad", "Entidad"},
                                               {"mes", "Mes de ingreso"},
                                               {"regimen", "Régimen"},
                                               {"sexo", "Sexo"},
                                               {NULL, NULL}};
/* Of one entity. */
static const struct option *const own_dimensions = &all_dimensions[3];

static const struct field fields[] = {
    [EDICION] = {.name = "edicion", .label = "Edición", .kind = F_ID, .query = true},
    [POR] = {.name = "por", .label = "Agrupar por", .kind = F_SELECT, .query = true},
    [ENTIDAD] = {.name = "entidad", .label = "Entidad", .kind = F_ID, .query = true},
    [NIVEL] = {.name = "nivel",
               .label = "Nivel de gobierno",
               .kind = F_SELECT,
               .query = true,
               .options = entidad_niveles},
    [REGION] = {.name = "region", .label = "Región", .kind = F_SELECT, .query = true},
    [REGIMEN] = {.name = "regimen", .label = "Régimen", .kind = F_SELECT, .query = true},
    [SEXO] =
        {.name = "sexo", .label = "Sexo", .kind = F_SELECT, .query = true, .options = cifra_sexos},
    [DESDE] = {.name = "desde", .label = "Ingreso desde", .kind = F_DATE, .query = true},
    [HASTA] = {.name = "hasta", .label = "Ingreso hasta", .kind = F_DATE, .query = true},
    [PAGINA] =
        {.name = "pagina", .label = "Página", .kind = F_INT, .query = true, .low = 1, .high = 1000},
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form cifras_tablero_form = FORM(fields);

static bool one_entity(const struct request *rq) {
    return rq->session.entidad_id != 0;
}

static const struct option *dimensions(const struct request *rq) {
    return one_entity(rq) ? own_dimensions : all_dimensions;
}

/* The dimension that was asked for; the first when it is none of the choices. */
static const struct option *dimension(const struct request *rq) {
    const struct option *first = dimensions(rq);
    for (const struct option *o = first; o->value != NULL; o++) {
        if (str_eq(o->value, form_text(rq, POR))) {
            return o;
        }
    }
    return first;
}

/* The filters in use as an address, without those that a line of dimension `but` sets itself. */
static const char *query(struct request *rq, int64_t edition, const char *but) {
    static const size_t texts[] = {NIVEL, REGION, REGIMEN, SEXO};
    struct buf b = buf_new(rq->arena, REQUEST_QUERY_MAX);
    buf_printf(&b, "edicion=%lld", (long long)edition);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const char *value = form_text(rq, texts[i]);
        if (value != NULL && !str_eq(fields[texts[i]].name, but)) {
            buf_printf(&b, "&%s=%s", fields[texts[i]].name, url_encode(rq->arena, value));
        }
    }
    if (form_number_opt(rq, ENTIDAD) != NULL && !one_entity(rq) && !str_eq("entidad", but)) {
        buf_printf(&b, "&entidad=%lld", (long long)form_number(rq, ENTIDAD));
    }
    for (size_t i = DESDE; i <= HASTA && !str_eq("mes", but); i++) {
        if (!date_none(form_date(rq, i))) {
            buf_printf(&b, "&%s=%s", fields[i].name, date_iso(rq->arena, form_date(rq, i)));
        }
    }
    return b.p;
}

static const char *percent(struct request *rq, int64_t part, double whole) {
    return whole > 0 ? arena_printf(rq->arena, "%.1f %%", 100.0 * (double)part / whole) : "";
}

static void show_numbers(struct request *rq, struct view *v,
                         const struct q_cifras_tablero_row *row) {
    view_miles(v, T_REGISTRADOS, row->registrados);
    view_miles(v, T_EN_CURSO, row->en_curso);
    view_miles(v, T_VENCIDOS, row->vencidos);
    view_miles(v, T_COMPLETADOS, row->completados);
    view_miles(v, T_VALIDADOS, row->validados);
    view_miles(v, T_RETIRADOS, row->retirados);
    view_str(v, T_PORCENTAJE, percent(rq, row->completados, (double)row->registrados));
    view_str(v, T_MEDIANA,
             row->mediana != NULL ? arena_printf(rq->arena, "%.4g", *row->mediana) : NULL);
}

static void show_chart(struct request *rq, struct view *v, const struct q_cifras_tablero_row *rows,
                       size_t n) {
    if (str_eq(dimension(rq)->value, "mes")) {
        struct punto *points = arena_calloc(rq->arena, n, sizeof points[0]);
        for (size_t i = 0; i < n; i++) {
            points[i] = (struct punto){arena_strndup(rq->arena, rows[i].nombre, 3),
                                       {rows[i].registrados, rows[i].completados}};
        }
        grafico_linea(rq->arena, view_include(v, T_GRAFICO, "part/linea"), points, n);
        return;
    }
    struct barra *bars = arena_calloc(rq->arena, n, sizeof bars[0]);
    for (size_t i = 0; i < n; i++) {
        bars[i] = (struct barra){rows[i].nombre,
                                 {rows[i].completados, rows[i].en_curso - rows[i].vencidos,
                                  rows[i].vencidos, rows[i].retirados}};
    }
    bool many = str_eq(dimension(rq)->value, "entidad") && n > BARS;
    grafico_barras(view_include(v, T_GRAFICO, "part/barras"), bars, many ? BARS : n);
}

static void show_pages(struct request *rq, struct view *v, const char *base, bool more) {
    int64_t page = form_number_opt(rq, PAGINA) != NULL ? form_number(rq, PAGINA) : 1;
    struct view *pages = view_include(v, T_PAGINAS, "part/paginas");
    const char *address =
        arena_printf(rq->arena, "/cifras/tablero?%s&por=%s", base, dimension(rq)->value);
    view_section(pages, T_HAY_ANTERIOR, page > 1);
    view_str(pages, T_ANTERIOR,
             arena_printf(rq->arena, "%s&pagina=%lld", address, (long long)page - 1));
    view_section(pages, T_HAY_SIGUIENTE, more);
    view_str(pages, T_SIGUIENTE,
             arena_printf(rq->arena, "%s&pagina=%lld", address, (long long)page + 1));
}

/* rows[0] is the total. */
static void show_rows(struct request *rq, struct view *v, int64_t edition,
                      const struct q_cifras_tablero_row *rows, size_t n) {
    bool more = n > LINES + 1;
    size_t shown = more ? LINES : n - 1;
    const char *line = query(rq, edition, dimension(rq)->value);
    show_numbers(rq, v, &rows[0]);
    view_section(v, T_URGE, rows[0].vencidos > 0);
    for (size_t i = 1; i <= shown; i++) {
        struct view *row = view_add(v, T_LINEAS);
        view_str(row, T_NOMBRE, rows[i].nombre);
        view_str(
            row, T_ENLACE,
            arena_printf(rq->arena, "/servidor/lista?vigencia=TODOS&%s&%s", line, rows[i].filtro));
        show_numbers(rq, row, &rows[i]);
    }
    if (shown > 0) {
        show_chart(rq, v, &rows[1], shown);
    }
    view_section(v, T_HAY_LINEAS, shown > 0);
    show_pages(rq, v, query(rq, edition, NULL), more);
}

/* The table whole, instead of the page. */
static bool as_file(const struct request *rq) {
    return str_eq(form_text(rq, VISTA), "csv") || str_eq(form_text(rq, VISTA), "xlsx");
}

static enum err load(struct request *rq, int64_t edition, struct q_cifras_tablero_row **rows,
                     size_t *n) {
    int64_t page = form_number_opt(rq, PAGINA) != NULL ? form_number(rq, PAGINA) : 1;
    bool file = as_file(rq);
    return q_cifras_tablero(
        rq->db,
        &(struct q_cifras_tablero_in){.edicion_id = edition,
                                      .entidad_id = one_entity(rq) ? &rq->session.entidad_id
                                                                   : form_number_opt(rq, ENTIDAD),
                                      .nivel = form_text(rq, NIVEL),
                                      .region = form_text(rq, REGION),
                                      .regimen = form_text(rq, REGIMEN),
                                      .sexo = form_text(rq, SEXO),
                                      .desde = form_date(rq, DESDE),
                                      .hasta = form_date(rq, HASTA),
                                      .por = dimension(rq)->value,
                                      .hoy = date_today(),
                                      .salto = file ? 0 : (int32_t)(LINES * (page - 1)),
                                      .limite = file ? FILE_LINES : LINES + 2},
        rows, n);
}

static void show_edition(struct request *rq, struct view *v, const struct q_cifras_edicion_row *ed,
                         const struct q_cifras_tablero_row *total, bool unfiltered) {
    const struct option *by = dimension(rq);
    view_str(v, T_EDICION_NOMBRE, ed->nombre);
    view_str(v, T_META, ed->meta);
    view_str(v, T_UNIDAD, ed->unidad);
    view_str(v, T_META_AVANCE,
             ed->meta_valor != NULL ? percent(rq, total->completados, *ed->meta_valor) : "");
    view_section(v, T_SIN_FILTRO, unfiltered && !one_entity(rq) && rq->session.rol != ROL_GESTOR);
    view_str(v, T_POR_TITULO, by->label);
    /* In a sentence: each begins with a letter without an accent. */
    view_str(v, T_POR_TEXTO, arena_printf(rq->arena, "%c%s", by->label[0] | 0x20, by->label + 1));
    view_str(v, T_GRAFICO_TITULO, arena_printf(rq->arena, "%s: personas registradas", by->label));
}

enum http_status cifras_tablero_get(struct request *rq, struct response *rs) {
    static const struct cifra_campos lists = {EDICION, REGION, REGIMEN};
    struct q_cifras_tablero_row *rows = NULL, none = {0};
    struct q_cifras_edicion_row edition = {0};
    int64_t id = 0;
    size_t n = 0;
    bool found = false;
    enum err e = cifra_opciones(rq, &lists, false, &id);
    id = form_number_opt(rq, EDICION) != NULL ? form_number(rq, EDICION) : id;
    if (e == ERR_OK) {
        e = q_cifras_edicion(rq->db, &(struct q_cifras_edicion_in){.id = id}, &edition, &found);
    }
    if (e == ERR_OK) {
        e = load(rq, id, &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (as_file(rq) && n > 0) {
        return cifras_tabla(
            rq, rs, (const char *const[2]){form_text(rq, VISTA), dimension(rq)->label}, rows, n);
    }
    form_options(rq, POR, dimensions(rq));
    form_set(rq, EDICION, arena_printf(rq->arena, "%lld", (long long)id));
    form_set(rq, POR, dimension(rq)->value);
    struct view *v = response_page(rq, rs, "cifras/tablero", "Cifras");
    const char *base = query(rq, id, NULL);
    bool unfiltered = str_eq(base, arena_printf(rq->arena, "edicion=%lld", (long long)id));
    bool any = found && n > 0 && rows[0].registrados > 0;
    rs->bare = str_eq(form_text(rq, VISTA), "imprimir");
    show_edition(rq, v, &edition, any ? rows : &none, unfiltered);
    view_str(v, T_ENLACE, arena_printf(rq->arena, "/servidor/lista?vigencia=TODOS&%s", base));
    view_str(v, T_CONSULTA, arena_printf(rq->arena, "%s&por=%s", base, dimension(rq)->value));
    view_str(v, T_CONSULTA_LISTA, arena_printf(rq->arena, "vigencia=TODOS&%s", base));
    view_section(v, T_HAY_FILTROS, !unfiltered);
    view_section(v, T_VARIAS_ENTIDADES, !one_entity(rq));
    view_str(v, T_ENTIDAD_ID, form_number_opt(rq, ENTIDAD) != NULL ? rq->form->v[ENTIDAD].raw : "");
    view_section(v, T_ES_SERVIR, (rq->session.rol & ROL_SERVIR) != 0);
    view_str(v, T_AHORA, date_long(rq->arena, date_today()));
    view_section(v, T_HAY_DATOS, any);
    view_section(v, T_NO_DATOS, !any);
    if (any) {
        show_rows(rq, v, id, rows, n);
    }
    return HTTP_OK;
}
