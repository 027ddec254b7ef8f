/* What the entity has open: overdue, soon due, observed. Many are marked as ended in one go. */
#include "catalogo/catalogo.h"
#include "gen/q_orh.h"
#include "http/url.h"
#include "page/pages.h"
#include "tarea/evidencia.h"
#include "tarea/pedido.h"

enum { PAGE_ROWS = 50 };
enum { MARCA, FECHA, TODAS, PAGINA, ARCHIVO, VER, ETAPA, DESPUES };

static const struct option views[] = {{"URGENTES", "Lo urgente"},
                                      {"OBSERVADAS", "Observadas por SERVIR"},
                                      {"TODAS", "Todo lo que falta"},
                                      {NULL, NULL}};

static const struct field fields[] = {
    [MARCA] = {.name = "marca", .label = "Etapas", .kind = F_IDS, .bad = PEDIDO_BAD},
    [FECHA] = {.name = "fecha",
               .label = "Fecha en que culminaron",
               .kind = F_DATE,
               .required = true,
               .missing = "Escriba la fecha en que culminaron.",
               .hint = "La misma para todas las marcadas. Por ejemplo 12/10/2026.",
               .autocomplete = "off"},
    [TODAS] = {.name = "todas",
               .label = "Marcar todas las etapas B y C de esta página",
               .kind = F_CHECK},
    [PAGINA] = {.name = "pagina", .label = "Página", .kind = F_HIDDEN, .max = 2000},
    [ARCHIVO] = EVIDENCIA_LISTA,
    [VER] = {.name = "ver", .label = "Ver", .kind = F_SELECT, .query = true, .options = views},
    [ETAPA] = {.name = "etapa",
               .label = "Etapa",
               .kind = F_SELECT,
               .query = true,
               .options = catalogo_etapas},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form orh_pendientes_form = FORM_UPLOAD(fields, EVIDENCIA_BODY_MAX);

static const char *view_of(const struct request *rq) {
    const char *view = form_text(rq, VER);
    return view != NULL ? view : "URGENTES";
}

static const char *address(struct request *rq) {
    const char *stage = form_text(rq, ETAPA);
    return arena_printf(rq->arena, "/orh/pendientes?ver=%s&etapa=%s",
                        url_encode(rq->arena, view_of(rq)), url_encode(rq->arena, stage));
}

/* What a tick of "all of this page" stands for: those that an ORH marks in bulk, as shown. */
static const char *page_ids(struct request *rq, const struct q_orh_pendientes_row *rows, size_t n) {
    const char *all = "";
    for (size_t i = 0; i < n; i++) {
        if (!rows[i].de_estado && rows[i].falta == NULL) {
            all = arena_printf(rq->arena, "%s%s%lld.%d", all, *all != '\0' ? "," : "",
                               (long long)rows[i].id, (int)rows[i].version);
        }
    }
    return all;
}

static void show(struct request *rq, struct view *v, struct q_orh_pendientes_row *rows, size_t n) {
    size_t shown = n > PAGE_ROWS ? PAGE_ROWS : n;
    const char *all = page_ids(rq, rows, shown);
    view_rows(v, T_FILAS, rows, shown, &q_orh_pendientes_table);
    view_str(v, T_TODO, all);
    view_section(v, T_HAY_MARCABLES, *all != '\0');
    view_str(v, T_VER, view_of(rq));
    view_str(v, T_FILTRO_ETAPA, form_text(rq, ETAPA));
    view_str(v, T_DESPUES, rq->form->v[DESPUES].raw);
    response_pages(rq, v, DESPUES, address(rq), n > PAGE_ROWS ? &rows[PAGE_ROWS - 1].id : NULL);
}

enum http_status orh_pendientes_get(struct request *rq, struct response *rs) {
    struct q_orh_pendientes_row *rows = NULL;
    size_t n = 0;
    enum err e =
        q_orh_pendientes(rq->db,
                         &(struct q_orh_pendientes_in){.entidad_id = rq->session.entidad_id,
                                                       .hoy = date_today(),
                                                       .ver = view_of(rq),
                                                       .etapa = form_text(rq, ETAPA),
                                                       .despues_de = form_number_opt(rq, DESPUES),
                                                       .marcadas = form_text(rq, MARCA),
                                                       .limite = PAGE_ROWS + 1},
                         &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    form_set(rq, VER, "URGENTES");
    struct view *v = response_page(rq, rs, "orh/pendientes", "Pendientes");
    show(rq, v, rows, n);
    return HTTP_OK;
}

enum http_status orh_pendientes_post(struct request *rq, struct response *rs) {
    const char *ids = form_text(rq, form_checked(rq, TODAS) ? PAGINA : MARCA);
    struct q_orh_pendientes_marcar_row row;
    if (ids == NULL) {
        return form_error(rq, MARCA, "Marque por lo menos una etapa.");
    }
    enum http_status s = evidencia_lista(rq, ARCHIVO, "e", ids, form_date(rq, FECHA));
    if (s != HTTP_OK) {
        return s;
    }
    enum err e = q_orh_pendientes_marcar(
        rq->db, &(struct q_orh_pendientes_marcar_in){.etapas = ids, .fecha = form_date(rq, FECHA)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    s = pedido_hecho(rq, MARCA, row.hechas, row.fallidas, row.detalle);
    if (s != HTTP_OK) {
        return s;
    }
    response_notice(rs, "etapas_marcadas");
    return response_redirect(rs, "%s", address(rq));
}
