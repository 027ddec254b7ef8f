/* The dated checklist of one person: what is for whoever looks, for others, what is done. */
#include "gen/q_servidor.h"
#include "gen/q_tarea.h"
#include "page/pages.h"
#include "tarea/pedido.h"

enum { TAREA, DESMARCAR, FECHA };

static const struct field fields[] = {
    [TAREA] = {.name = "tarea", .label = "Tareas", .kind = F_IDS, .bad = PEDIDO_BAD},
    [DESMARCAR] = {.name = "desmarcar", .label = "Deshacer", .kind = F_IDS, .bad = PEDIDO_BAD},
    [FECHA] = {.name = "fecha",
               .label = "Fecha en que se hicieron",
               .kind = F_DATE,
               .required = true,
               .hint = "La misma para todas las marcadas. Por ejemplo 12/10/2026.",
               .missing = "Escriba la fecha en que se hicieron.",
               .autocomplete = "off"},
};
const struct form servidor_tareas_form = FORM(fields);

/* The rows come in this order: mine, of others, not pending any more. */
static void show(struct view *v, struct q_servidor_tareas_row *rows, size_t n) {
    size_t mine = 0, pending = 0, undone = 0;
    bool can = false;
    for (size_t i = 0; i < n; i++) {
        mine += rows[i].pendiente && rows[i].mia ? 1 : 0;
        pending += rows[i].pendiente ? 1 : 0;
        undone += rows[i].pendiente || rows[i].sin_hacer ? 1 : 0;
        can = can || rows[i].puede;
    }
    view_rows(v, T_MIAS, rows, mine, &q_servidor_tareas_table);
    view_rows(v, T_OTRAS, rows + mine, pending - mine, &q_servidor_tareas_table);
    view_rows(v, T_HECHAS, rows + pending, n - pending, &q_servidor_tareas_table);
    view_section(v, T_HAY_TAREAS, n > 0);
    view_section(v, T_SIN_TAREAS, n == 0);
    view_section(v, T_PUEDE, can);
    view_int(v, T_TOTAL, (int64_t)n);
    view_int(v, T_LISTAS, (int64_t)(n - undone));
}

enum http_status servidor_tareas_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_servidor_tareas_persona_row who;
    struct q_servidor_tareas_row *rows = NULL;
    size_t n = 0;
    enum err e =
        q_servidor_tareas_persona(rq->db, &(struct q_servidor_tareas_persona_in){.id = id}, &who);
    if (e == ERR_OK) {
        e = q_servidor_tareas(rq->db,
                              &(struct q_servidor_tareas_in){.vinculo_id = id,
                                                             .hoy = date_today(),
                                                             .marcadas = form_text(rq, TAREA)},
                              &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", id, who.persona_id);
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    struct view *v = response_page(rq, rs, "servidor/tareas",
                                   arena_printf(rq->arena, "Tareas de %s", who.nombre));
    view_row(v, &who, &q_servidor_tareas_persona_table);
    show(v, rows, n);
    return HTTP_OK;
}

enum http_status servidor_tareas_post(struct request *rq, struct response *rs) {
    struct buf b = buf_new(rq->arena, (size_t)1 << 20);
    struct date none = {0};
    struct q_tarea_varias_row row;
    pedido_marcas(rq, &b, TAREA, 't', form_date(rq, FECHA));
    pedido_marcas(rq, &b, DESMARCAR, 'v', none);
    if (b.n == 0) {
        return form_error(rq, TAREA, "Marque por lo menos una tarea.");
    }
    enum err e = q_tarea_varias(rq->db, &(struct q_tarea_varias_in){.pedido = b.p}, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    enum http_status s = pedido_hecho(rq, TAREA, row.hechas, row.fallidas, row.detalle);
    if (s != HTTP_OK) {
        return s;
    }
    response_notice(rs, "tareas_guardadas");
    return response_redirect(rs, "/servidor/%lld/tareas", (long long)request_id(rq, 0));
}
