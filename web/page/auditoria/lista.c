/* The audit: what was written and, as a second view, who looked. */
#include "gen/q_auditoria.h"
#include "http/url.h"
#include "page/pages.h"

enum { PAGE_ROWS = 30 };
enum { DESDE, HASTA, DOCUMENTO, TABLA, ACCION, ENTIDAD, SOLICITUD, ANTES, VISTA };

static const struct option acts[] = {
    {"", "Todas"}, {"INSERT", "Altas"}, {"UPDATE", "Cambios"}, {"DELETE", "Bajas"}, {NULL, NULL}};
static const struct option views[] = {
    {"", "Lo que se escribió"}, {"accesos", "Quién consultó"}, {NULL, NULL}};

static const struct field fields[] = {
    [DESDE] = {.name = "desde", .label = "Desde", .kind = F_DATE, .query = true},
    [HASTA] = {.name = "hasta", .label = "Hasta", .kind = F_DATE, .query = true},
    [DOCUMENTO] = {.name = "documento",
                   .label = "Documento de quien actuó",
                   .kind = F_DOCUMENT,
                   .query = true,
                   .width = "w10",
                   .autocomplete = "off"},
    [TABLA] = {.name = "tabla", .label = "Qué", .kind = F_SELECT, .query = true},
    [ACCION] =
        {.name = "accion", .label = "Acción", .kind = F_SELECT, .query = true, .options = acts},
    [ENTIDAD] = {.name = "entidad",
                 .label = "Entidad (sigla, RUC o código)",
                 .kind = F_TEXT,
                 .query = true,
                 .max = 250,
                 .autocomplete = "off"},
    [SOLICITUD] = {.name = "solicitud",
                   .label = "Número de solicitud",
                   .kind = F_TEXT,
                   .query = true,
                   .max = 60,
                   .autocomplete = "off"},
    [ANTES] = {.name = "antes", .label = "Página", .kind = F_ID, .query = true},
    [VISTA] =
        {.name = "vista", .label = "Vista", .kind = F_SELECT, .query = true, .options = views},
};
const struct form auditoria_lista_form = FORM(fields);

/* What may be chosen under "Qué": named by the database, as its lines are. */
static enum err load_tables(struct request *rq) {
    struct q_auditoria_lista_tablas_row *rows = NULL;
    size_t n = 0;
    enum err e = q_auditoria_lista_tablas(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){"", "Todo"};
    for (size_t i = 0; i < n; i++) {
        options[i + 1] = (struct option){rows[i].tabla, rows[i].nombre};
    }
    form_options(rq, TABLA, options);
    form_check_options(rq); /* an unknown one finds nothing, and says so */
    return ERR_OK;
}

static const char *filters_query(struct request *rq) {
    struct buf b = buf_new(rq->arena, REQUEST_QUERY_MAX);
    for (size_t i = 0; i < rq->form->form->n; i++) {
        const struct form_value *value = &rq->form->v[i];
        if (i != ANTES && *value->raw != '\0' && value->error == NULL) {
            buf_printf(&b, "%s=%s&", fields[i].name, url_encode(rq->arena, value->raw));
        }
    }
    return b.p;
}

static void show_pages(struct request *rq, struct view *v, const int64_t *last) {
    const char *query = filters_query(rq);
    response_pages(rq, v, ANTES, arena_printf(rq->arena, "/auditoria/lista?%s", query), last);
}

/* The fields of each line follow in the same order as the lines. */
static enum err show_lines(struct request *rq, struct view *v, struct q_auditoria_lista_row *rows,
                           size_t n) {
    struct buf ids = buf_new(rq->arena, REQUEST_QUERY_MAX);
    struct q_auditoria_lista_campos_row *changes = NULL;
    size_t n_changes = 0, at = 0;
    for (size_t i = 0; i < n; i++) {
        buf_printf(&ids, "%s%lld", i > 0 ? "," : "", (long long)rows[i].id);
    }
    enum err e = q_auditoria_lista_campos(
        rq->db, &(struct q_auditoria_lista_campos_in){.ids = ids.p}, &changes, &n_changes);
    for (size_t i = 0; i < n && e == ERR_OK; i++) {
        size_t first = at;
        while (at < n_changes && changes[at].auditoria_id == rows[i].id) {
            at++;
        }
        struct view *line = view_add(v, T_FILAS);
        view_row(line, &rows[i], &q_auditoria_lista_table);
        view_rows(line, T_CAMPOS, changes + first, at - first, &q_auditoria_lista_campos_table);
    }
    return e;
}

static enum err list_writes(struct request *rq, struct view *v, const int64_t *entidad_id) {
    struct q_auditoria_lista_row *rows = NULL;
    size_t n = 0;
    enum err e =
        q_auditoria_lista(rq->db,
                          &(struct q_auditoria_lista_in){.desde = form_date(rq, DESDE),
                                                         .hasta = form_date(rq, HASTA),
                                                         .documento = form_text(rq, DOCUMENTO),
                                                         .tabla = form_text(rq, TABLA),
                                                         .accion = form_text(rq, ACCION),
                                                         .entidad_id = entidad_id,
                                                         .solicitud = form_text(rq, SOLICITUD),
                                                         .antes_de = form_number_opt(rq, ANTES),
                                                         .limite = PAGE_ROWS + 1},
                          &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    size_t shown = n > PAGE_ROWS ? PAGE_ROWS : n;
    view_section(v, T_HAY_FILAS, shown > 0);
    view_section(v, T_NO_FILAS, shown == 0);
    show_pages(rq, v, n > shown ? &rows[shown - 1].id : NULL);
    return show_lines(rq, v, rows, shown);
}

static enum err list_looks(struct request *rq, struct view *v, const int64_t *entidad_id) {
    struct q_auditoria_lista_accesos_row *rows = NULL;
    size_t n = 0;
    enum err e = q_auditoria_lista_accesos(
        rq->db,
        &(struct q_auditoria_lista_accesos_in){.desde = form_date(rq, DESDE),
                                               .hasta = form_date(rq, HASTA),
                                               .documento = form_text(rq, DOCUMENTO),
                                               .tabla = form_text(rq, TABLA),
                                               .entidad_id = entidad_id,
                                               .solicitud = form_text(rq, SOLICITUD),
                                               .antes_de = form_number_opt(rq, ANTES),
                                               .limite = PAGE_ROWS + 1},
        &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    size_t shown = n > PAGE_ROWS ? PAGE_ROWS : n;
    view_section(v, T_NO_FILAS, shown == 0);
    view_rows(v, T_ACCESOS, rows, shown, &q_auditoria_lista_accesos_table);
    show_pages(rq, v, n > shown ? &rows[shown - 1].id : NULL);
    return ERR_OK;
}

enum http_status auditoria_lista_get(struct request *rq, struct response *rs) {
    static const int64_t nobody = 0;
    struct q_auditoria_lista_entidad_row typed = {.id = NULL};
    const char *entity = form_text(rq, ENTIDAD);
    bool looks = str_eq(form_text(rq, VISTA), "accesos");
    enum err e = load_tables(rq);
    if (e == ERR_OK && entity != NULL) {
        e = q_auditoria_lista_entidad(
            rq->db, &(struct q_auditoria_lista_entidad_in){.texto = entity}, &typed);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (entity != NULL && typed.id == NULL) {
        rq->form->v[ENTIDAD].error = "No encontramos esa entidad: use su sigla, RUC o código.";
        typed.id = &nobody;
    }
    struct view *v = response_page(rq, rs, "auditoria/lista", "Auditoría");
    view_section(v, T_ESCRITURAS, !looks);
    view_section(v, T_CONSULTAS, looks);
    e = looks ? list_looks(rq, v, typed.id) : list_writes(rq, v, typed.id);
    return e != ERR_OK ? response_error(rq, e) : HTTP_OK;
}
