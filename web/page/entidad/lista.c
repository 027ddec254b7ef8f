/* The entities: who heads their ORH and what they register. */
#include "busqueda/busqueda.h"
#include "catalogo/catalogo.h"
#include "catalogo/entidad.h"
#include "gen/q_entidad.h"
#include "http/url.h"
#include "page/pages.h"

enum { PAGE_ROWS = 50 };
enum { Q, TIPO, NIVEL, REGION, ORH, ACTIVIDAD, DESPUES };

static const struct option heads[] = {{"", "Con o sin jefatura de ORH"},
                                      {"CON", "Con jefatura de ORH"},
                                      {"SIN", "Sin jefatura de ORH"},
                                      {NULL, NULL}};
static const struct option activity[] = {{"", "Con o sin registros"},
                                         {"CON", "Con personas registradas"},
                                         {"SIN", "Sin personas registradas"},
                                         {NULL, NULL}};

static const struct field fields[] = {
    [Q] = {.name = "q",
           .label = "Nombre, sigla o RUC",
           .kind = F_TEXT,
           .query = true,
           .max = 80,
           .autocomplete = "off"},
    [TIPO] = {.name = "tipo",
              .label = "Tipo",
              .kind = F_SELECT,
              .query = true,
              .options = entidad_tipos},
    [NIVEL] = {.name = "nivel",
               .label = "Nivel de gobierno",
               .kind = F_SELECT,
               .query = true,
               .options = entidad_niveles},
    [REGION] = {.name = "region", .label = "Región", .kind = F_SELECT, .query = true},
    [ORH] = {.name = "orh", .label = "ORH", .kind = F_SELECT, .query = true, .options = heads},
    [ACTIVIDAD] = {.name = "actividad",
                   .label = "Actividad",
                   .kind = F_SELECT,
                   .query = true,
                   .options = activity},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form entidad_lista_form = FORM(fields);

static struct q_entidad_lista_in read_filters(struct request *rq) {
    struct busqueda typed = busqueda_read(rq->arena, form_text(rq, Q));
    return (struct q_entidad_lista_in){
        .palabra1 = typed.palabra[0],
        .palabra2 = typed.palabra[1],
        .palabra3 = typed.palabra[2],
        .tipo = form_text(rq, TIPO),
        .nivel = form_text(rq, NIVEL),
        .region = form_text(rq, REGION),
        .orh = form_text(rq, ORH),
        .actividad = form_text(rq, ACTIVIDAD),
        .despues_de = form_number_opt(rq, DESPUES),
        .limite = PAGE_ROWS + 1,
    };
}

static enum err count_rows(struct request *rq, const struct q_entidad_lista_in *in,
                           struct q_entidad_lista_cuenta_row *out) {
    return q_entidad_lista_cuenta(rq->db,
                                  &(struct q_entidad_lista_cuenta_in){.palabra1 = in->palabra1,
                                                                      .palabra2 = in->palabra2,
                                                                      .palabra3 = in->palabra3,
                                                                      .tipo = in->tipo,
                                                                      .nivel = in->nivel,
                                                                      .region = in->region,
                                                                      .orh = in->orh,
                                                                      .actividad = in->actividad},
                                  out);
}

/* The filters in use, for the links to other pages of the list. */
static const char *filters_query(struct request *rq) {
    struct buf b = buf_new(rq->arena, REQUEST_QUERY_MAX);
    for (size_t i = Q; i < DESPUES; i++) {
        const char *text = form_text(rq, i);
        if (text != NULL) {
            buf_printf(&b, "%s=%s&", fields[i].name, url_encode(rq->arena, text));
        }
    }
    return b.p;
}

static void show_rows(struct request *rq, struct view *v, struct q_entidad_lista_row *rows,
                      size_t n) {
    bool more = n > PAGE_ROWS;
    size_t shown = more ? PAGE_ROWS : n;
    const char *query = filters_query(rq);
    view_rows(v, T_FILAS, rows, shown, &q_entidad_lista_table);
    response_pages(rq, v, DESPUES, arena_printf(rq->arena, "/entidad/lista?%s", query),
                   more ? &rows[shown - 1].id : NULL);
    bool filtered = false;
    for (size_t i = TIPO; i <= ACTIVIDAD; i++) {
        filtered = filtered || form_text(rq, i) != NULL;
    }
    view_section(v, T_HAY_FILTROS, filtered);
}

enum http_status entidad_lista_get(struct request *rq, struct response *rs) {
    struct q_entidad_lista_in in = read_filters(rq);
    struct q_entidad_lista_row *rows = NULL;
    struct q_entidad_lista_cuenta_row count;
    size_t n = 0;
    enum err e = catalogo_regiones(rq, REGION);
    if (e == ERR_OK) {
        e = q_entidad_lista(rq->db, &in, &rows, &n);
    }
    if (e == ERR_OK) {
        e = count_rows(rq, &in, &count);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "entidad/lista", "Entidades");
    show_rows(rq, v, rows, n);
    view_section(v, T_SOBRAN_PALABRAS, busqueda_read(rq->arena, form_text(rq, Q)).sobran);
    view_miles(v, T_TOTAL, count.total);
    view_section(v, T_UNO, count.total == 1);
    view_section(v, T_VARIOS, count.total != 1);
    view_section(v, T_PUEDE_CREAR, rq->session.rol == ROL_ADMIN);
    return HTTP_OK;
}
