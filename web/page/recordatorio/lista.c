/* Reminders: what went out, to whom, why and what became of it; what would go out on a day; whose
 * mail bounces. */
#include "core/str.h"
#include "gen/q_recordatorio.h"
#include "page/pages.h"

enum { PAGE_ROWS = 50, PREVIEW_ROWS = 200, BOUNCES = 100 };
enum { VISTA, ESTADO, SERVIDOR, FECHA, DESPUES };

static const struct option views[] = {{"", "Enviados y detenidos"},
                                      {"proximos", "Los que saldrían un día"},
                                      {"rebotes", "Correos que rebotan"},
                                      {NULL, NULL}};
static const struct option states[] = {{"", "Todos"},
                                       {"PLANEADO", "Por salir"},
                                       {"ENVIADO", "Enviados"},
                                       {"DETENIDO", "Detenidos"},
                                       {"REBOTADO", "Rebotados"},
                                       {"FALLIDO", "No se pudo enviar"},
                                       {NULL, NULL}};

static const struct field fields[] = {
    [VISTA] = {.name = "vista", .label = "Ver", .kind = F_SELECT, .query = true, .options = views},
    [ESTADO] =
        {.name = "estado", .label = "Estado", .kind = F_SELECT, .query = true, .options = states},
    [SERVIDOR] = {.name = "servidor", .label = "Persona", .kind = F_ID, .query = true},
    [FECHA] = {.name = "fecha",
               .label = "Día",
               .kind = F_DATE,
               .query = true,
               .width = "w10",
               .hint = "Por ejemplo 12/10/2026.",
               .autocomplete = "off"},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form recordatorio_lista_form = FORM(fields);

static const char *address(struct request *rq) {
    const int64_t *who = form_number_opt(rq, SERVIDOR);
    const char *estado = form_text(rq, ESTADO);
    return arena_printf(rq->arena, "/recordatorio/lista?estado=%s%s", estado != NULL ? estado : "",
                        who != NULL ? arena_printf(rq->arena, "&servidor=%lld", (long long)*who)
                                    : "");
}

static enum err show_sent(struct request *rq, struct view *v) {
    struct q_recordatorio_lista_row *rows = NULL;
    size_t n = 0;
    enum err e = q_recordatorio_lista(
        rq->db,
        &(struct q_recordatorio_lista_in){.estado = form_text(rq, ESTADO),
                                          .persona = form_number_opt(rq, SERVIDOR),
                                          .despues_de = form_number_opt(rq, DESPUES),
                                          .limite = PAGE_ROWS + 1},
        &rows, &n);
    bool more = n > PAGE_ROWS;
    view_section(v, T_DE_ENVIADOS, true);
    view_rows(v, T_FILAS, rows, more ? PAGE_ROWS : n, &q_recordatorio_lista_table);
    response_pages(rq, v, DESPUES, address(rq), more ? &rows[PAGE_ROWS - 1].id : NULL);
    return e;
}

static enum err show_next(struct request *rq, struct view *v) {
    struct q_recordatorio_lista_dia_row day;
    struct q_recordatorio_lista_proximos_row *rows = NULL;
    size_t n = 0;
    enum err e = q_recordatorio_lista_dia(
        rq->db, &(struct q_recordatorio_lista_dia_in){.dia = form_date(rq, FECHA)}, &day);
    if (e == ERR_OK) {
        const struct q_recordatorio_lista_proximos_in in = {.dia = day.dia,
                                                            .limite = PREVIEW_ROWS + 1};
        e = q_recordatorio_lista_proximos(rq->db, &in, &rows, &n);
    }
    if (e != ERR_OK) {
        return e;
    }
    view_section(v, T_DE_PROXIMOS, true);
    view_date(v, T_DIA, day.dia);
    view_section(v, T_HABIL, day.habil);
    view_section(v, T_MUCHOS, n > PREVIEW_ROWS);
    view_rows(v, T_PROXIMOS, rows, n > PREVIEW_ROWS ? PREVIEW_ROWS : n,
              &q_recordatorio_lista_proximos_table);
    return ERR_OK;
}

static enum err show_bounces(struct request *rq, struct view *v) {
    struct q_recordatorio_lista_rebotes_row *rows = NULL;
    size_t n = 0;
    enum err e = q_recordatorio_lista_rebotes(
        rq->db, &(struct q_recordatorio_lista_rebotes_in){.limite = BOUNCES}, &rows, &n);
    view_section(v, T_DE_REBOTES, true);
    view_rows(v, T_REBOTES, rows, n, &q_recordatorio_lista_rebotes_table);
    return e;
}

enum http_status recordatorio_lista_get(struct request *rq, struct response *rs) {
    struct view *v = response_page(rq, rs, "recordatorio/lista", "Recordatorios");
    const char *vista = form_text(rq, VISTA);
    enum err e = str_eq(vista, "proximos")  ? show_next(rq, v)
                 : str_eq(vista, "rebotes") ? show_bounces(rq, v)
                                            : show_sent(rq, v);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    view_section(v, T_PUEDE_PAUSAR, (rq->session.rol & ROL_ORH) != 0);
    view_int(v, T_ENTIDAD_ID, rq->session.entidad_id);
    return HTTP_OK;
}
