/* The list of servidores: filters in the URL, keyset paging, print view. The export and the list
 * read the same filters (filtro.h). */
#include "catalogo/catalogo.h"
#include "catalogo/entidad.h"
#include "cifra/cifra.h"
#include "gen/q_servidor.h"
#include "page/pages.h"
#include "page/servidor/filtro.h"

/* A list says "more than 1,000" beyond the cap: nobody reads on, and counting all would be slow. */
enum { PAGE_ROWS = 50, PRINT_ROWS = 500, COUNT_CAP = 1000 };

static const struct option states[] = {{"", "Todos"},
                                       {"VENCIDA", "Vencida"},
                                       {"POR_VENCER", "Vence en 7 días"},
                                       {"PENDIENTE", "Pendiente"},
                                       {"EN_CURSO", "En curso"},
                                       {"CULMINADA", "Culminada"},
                                       {"OBSERVADA", "Observada"},
                                       {"VALIDADA", "Validada"},
                                       {"NO_APLICA", "No aplica"},
                                       {"RETIRADO", "Retirado"},
                                       {NULL, NULL}};

static const struct option periods[] = {{"VIGENTES", "Con vínculo vigente"},
                                        {"CESADOS", "Con vínculo terminado"},
                                        {"TODOS", "Todos"},
                                        {NULL, NULL}};

static const struct field fields[] = {
    [FILTRO_Q] = {.name = "q",
                  .label = "Nombre o documento",
                  .kind = F_TEXT,
                  .query = true,
                  .max = 80,
                  .hint = "Basta el comienzo de cada palabra, en cualquier orden.",
                  .width = "w100",
                  .autocomplete = "off"},
    [FILTRO_UNIDAD] = {.name = "unidad", .label = "Unidad", .kind = F_ID, .query = true},
    [FILTRO_ENTIDAD] = {.name = "entidad", .label = "Entidad", .kind = F_ID, .query = true},
    [FILTRO_ETAPA] = {.name = "etapa",
                      .label = "Etapa",
                      .kind = F_SELECT,
                      .query = true,
                      .options = catalogo_etapas},
    [FILTRO_ESTADO] =
        {.name = "estado", .label = "Estado", .kind = F_SELECT, .query = true, .options = states},
    [FILTRO_DESDE] = {.name = "desde", .label = "Ingreso desde", .kind = F_DATE, .query = true},
    [FILTRO_HASTA] = {.name = "hasta", .label = "Ingreso hasta", .kind = F_DATE, .query = true},
    [FILTRO_VIGENCIA] = {.name = "vigencia",
                         .label = "Vínculo",
                         .kind = F_SELECT,
                         .query = true,
                         .options = periods},
    [FILTRO_SIN_JEFE] = {.name = "sin_jefe",
                         .label = "Solo a quienes les falta jefe inmediato",
                         .kind = F_CHECK,
                         .query = true},
    [FILTRO_EDICION] = {.name = "edicion", .label = "Edición", .kind = F_ID, .query = true},
    [FILTRO_SITUACION] = {.name = "situacion",
                          .label = "Avance de la inducción",
                          .kind = F_SELECT,
                          .query = true,
                          .options = cifra_situaciones},
    [FILTRO_NIVEL] = {.name = "nivel",
                      .label = "Nivel de gobierno",
                      .kind = F_SELECT,
                      .query = true,
                      .options = entidad_niveles},
    [FILTRO_REGION] = {.name = "region", .label = "Región", .kind = F_SELECT, .query = true},
    [FILTRO_REGIMEN] = {.name = "regimen", .label = "Régimen", .kind = F_SELECT, .query = true},
    [FILTRO_SEXO] =
        {.name = "sexo", .label = "Sexo", .kind = F_SELECT, .query = true, .options = cifra_sexos},
    [FILTRO_DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
    [FILTRO_VISTA] =
        {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form servidor_lista_form = FORM(fields);

/* The units of the entity, as choices; none when the list spans entities. */
static enum err load_units(struct request *rq, const int64_t *entidad_id) {
    struct q_servidor_unidades_row *rows = NULL;
    size_t n = 0;
    if (entidad_id == NULL) {
        return ERR_OK;
    }
    enum err e = q_servidor_unidades(
        rq->db, &(struct q_servidor_unidades_in){.entidad_id = *entidad_id}, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){"", "Todas"};
    for (size_t i = 0; i < n; i++) {
        options[i + 1] =
            (struct option){arena_printf(rq->arena, "%lld", (long long)rows[i].id), rows[i].nombre};
    }
    form_options(rq, FILTRO_UNIDAD, options);
    return ERR_OK;
}

static void show_count(struct view *v, int64_t total, bool whole) {
    view_section(v, T_MUCHOS, total > COUNT_CAP && !whole);
    view_section(v, T_UNO, total == 1);
    view_section(v, T_VARIOS, total > 1 && (total <= COUNT_CAP || whole));
    view_miles(v, T_TOTAL, total);
}

static void show_rows(struct request *rq, struct view *v, struct q_servidor_lista_row *rows,
                      size_t n, size_t limit) {
    bool more = n > limit;
    size_t shown = more ? limit : n;
    view_rows(v, T_FILAS, rows, shown, &q_servidor_lista_table);
    view_section(v, T_HAY_FILAS, shown > 0);
    view_section(v, T_NO_FILAS, shown == 0);
    response_pages(rq, v, FILTRO_DESPUES,
                   arena_printf(rq->arena, "/servidor/lista?%s", filtro_query(rq, FILTRO_DESPUES)),
                   more ? &rows[limit - 1].id : NULL);
}

enum http_status servidor_lista_get(struct request *rq, struct response *rs) {
    static const struct cifra_campos lists = {FILTRO_EDICION, FILTRO_REGION, FILTRO_REGIMEN};
    bool print = str_eq(form_text(rq, FILTRO_VISTA), "imprimir");
    int32_t limit = print ? PRINT_ROWS : PAGE_ROWS;
    struct q_servidor_lista_in in = filtro_read(rq);
    in.limite = limit + 1;
    struct q_servidor_lista_row *rows = NULL;
    int64_t total = 0, newest = 0;
    size_t n = 0;
    enum err e = load_units(rq, in.entidad_id);
    if (e == ERR_OK) {
        e = cifra_opciones(rq, &lists, true, &newest);
    }
    if (e == ERR_OK) {
        e = q_servidor_lista(rq->db, &in, &rows, &n);
    }
    if (e == ERR_OK) {
        e = filtro_count(rq, &in, COUNT_CAP + 1, &total);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, FILTRO_VIGENCIA, "VIGENTES");
    struct view *v = response_page(rq, rs, "servidor/lista", "Servidores");
    rs->bare = print;
    show_count(v, total, filtro_de_cifra(&in));
    show_rows(rq, v, rows, n, (size_t)limit);
    view_section(v, T_VARIAS_ENTIDADES, in.entidad_id == NULL);
    view_section(v, T_PUEDE_REGISTRAR, (rq->session.rol & ROL_ORH) != 0);
    view_section(v, T_PUEDE_EXPORTAR, (rq->session.rol & (ROL_JEFE | ROL_SERVIDOR)) == 0);
    view_section(v, T_HAY_FILTROS, filtro_active(rq));
    view_section(v, T_SOBRAN_PALABRAS, filtro_cut(rq));
    view_section(v, T_HAY_UNIDADES, in.entidad_id != NULL);
    view_str(v, T_ENTIDAD_ID, rq->form->v[FILTRO_ENTIDAD].raw);
    view_str(v, T_CONSULTA, filtro_query(rq, FILTRO_DESPUES));
    return HTTP_OK;
}
