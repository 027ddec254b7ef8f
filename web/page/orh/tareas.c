/* The pending tasks across people: overdue and of this week. Many are marked in one go. */
#include "gen/q_orh.h"
#include "gen/q_tarea.h"
#include "http/url.h"
#include "page/pages.h"
#include "tarea/evidencia.h"
#include "tarea/pedido.h"

enum { PAGE_ROWS = 50 };
enum { TAREA, FECHA, TODAS, PAGINA, ARCHIVO, VER, QUIEN, ACTIVIDAD, DESPUES };

static const struct option views[] = {
    {"URGENTES", "Vencidas y de esta semana"}, {"TODAS", "Todas las pendientes"}, {NULL, NULL}};
static const struct option who[] = {{"", "De cualquiera"}, {"ORH", "La ORH"},
                                    {"JEFE", "El jefe"},   {"SERVIDOR", "El servidor"},
                                    {"TUTOR", "El tutor"}, {NULL, NULL}};

static const struct field fields[] = {
    [TAREA] = {.name = "tarea", .label = "Tareas", .kind = F_IDS, .bad = PEDIDO_BAD},
    [FECHA] = {.name = "fecha",
               .label = "Fecha en que se hicieron",
               .kind = F_DATE,
               .required = true,
               .missing = "Escriba la fecha en que se hicieron.",
               .hint = "La misma para todas las marcadas. Por ejemplo 12/10/2026.",
               .autocomplete = "off"},
    [TODAS] = {.name = "todas",
               .label = "Marcar todas las tareas de la ORH de esta página",
               .kind = F_CHECK},
    [PAGINA] = {.name = "pagina", .label = "Página", .kind = F_IDS, .bad = PEDIDO_BAD},
    [ARCHIVO] = EVIDENCIA_LISTA,
    [VER] = {.name = "ver", .label = "Ver", .kind = F_SELECT, .query = true, .options = views},
    [QUIEN] =
        {.name = "quien", .label = "Le toca a", .kind = F_SELECT, .query = true, .options = who},
    [ACTIVIDAD] = {.name = "actividad", .label = "Tarea del plan", .kind = F_ID, .query = true},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form orh_tareas_form = FORM_UPLOAD(fields, EVIDENCIA_BODY_MAX);

static const char *view_of(const struct request *rq) {
    const char *view = form_text(rq, VER);
    return view != NULL ? view : "URGENTES";
}

static const char *address(struct request *rq) {
    const int64_t *task = form_number_opt(rq, ACTIVIDAD);
    return arena_printf(
        rq->arena, "/orh/tareas?ver=%s&quien=%s%s", url_encode(rq->arena, view_of(rq)),
        url_encode(rq->arena, form_text(rq, QUIEN)),
        task != NULL ? arena_printf(rq->arena, "&actividad=%lld", (long long)*task) : "");
}

static void show(struct request *rq, struct view *v, struct q_orh_tareas_row *rows, size_t n) {
    size_t shown = n > PAGE_ROWS ? PAGE_ROWS : n;
    bool own = false;
    for (size_t i = 0; i < shown; i++) {
        own = own || rows[i].de_orh;
    }
    view_rows(v, T_FILAS, rows, shown, &q_orh_tareas_table);
    view_section(v, T_HAY_DE_ORH, own);
    view_str(v, T_VER, view_of(rq));
    view_str(v, T_FILTRO_QUIEN, form_text(rq, QUIEN));
    view_str(v, T_ACTIVIDAD, rq->form->v[ACTIVIDAD].raw);
    view_str(v, T_SOLO, form_text(rq, ACTIVIDAD) != NULL && n > 0 ? rows[0].titulo : NULL);
    view_str(v, T_DESPUES, rq->form->v[DESPUES].raw);
    response_pages(rq, v, DESPUES, address(rq), n > PAGE_ROWS ? &rows[PAGE_ROWS - 1].id : NULL);
}

enum http_status orh_tareas_get(struct request *rq, struct response *rs) {
    struct q_orh_tareas_row *rows = NULL;
    size_t n = 0;
    enum err e =
        q_orh_tareas(rq->db,
                     &(struct q_orh_tareas_in){.entidad_id = rq->session.entidad_id,
                                               .hoy = date_today(),
                                               .ver = view_of(rq),
                                               .quien = form_text(rq, QUIEN),
                                               .actividad_id = form_number_opt(rq, ACTIVIDAD),
                                               .despues_de = form_number_opt(rq, DESPUES),
                                               .marcadas = form_text(rq, TAREA),
                                               .limite = PAGE_ROWS + 1},
                     &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    form_set(rq, VER, "URGENTES");
    show(rq, response_page(rq, rs, "orh/tareas", "Tareas pendientes"), rows, n);
    return HTTP_OK;
}

enum http_status orh_tareas_post(struct request *rq, struct response *rs) {
    struct buf b = buf_new(rq->arena, (size_t)1 << 20);
    struct q_tarea_varias_row row;
    pedido_marcas(rq, &b, TAREA, 't', form_date(rq, FECHA));
    const char *ids = form_text(rq, TAREA);
    if (form_checked(rq, TODAS)) {
        pedido_marcas(rq, &b, PAGINA, 't', form_date(rq, FECHA));
        ids = arena_printf(rq->arena, "%s,%s", ids != NULL ? ids : "", rq->form->v[PAGINA].raw);
    }
    if (b.n == 0) {
        return form_error(rq, TAREA, "Marque por lo menos una tarea.");
    }
    enum http_status s = evidencia_lista(rq, ARCHIVO, "t", ids, form_date(rq, FECHA));
    if (s != HTTP_OK) {
        return s;
    }
    enum err e = q_tarea_varias(rq->db, &(struct q_tarea_varias_in){.pedido = b.p}, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    s = pedido_hecho(rq, TAREA, row.hechas, row.fallidas, row.detalle);
    if (s != HTTP_OK) {
        return s;
    }
    response_notice(rs, "tareas_guardadas");
    return response_redirect(rs, "%s", address(rq));
}
