/* One entity for its gestor: the light, whom to call, what was agreed; a contact is noted here. */
#include "gen/q_seguimiento.h"
#include "page/pages.h"
#include "page/seguimiento/contacto.h"

enum { PAGE_ROWS = 20, PRINT_ROWS = 100 };
enum { ACUERDO = CON_N, RESPONSABLE, LIMITE, DESPUES, VISTA };

static const struct option owners[] = {{"ORH", "La ORH"}, {"SERVIR", "SERVIR"}, {NULL, NULL}};

static const struct field fields[] = {
    CONTACTO_FIELDS,
    [ACUERDO] = {.name = "acuerdo",
                 .label = "A qué se comprometen",
                 .kind = F_TEXT,
                 .min = 3,
                 .max = 300,
                 .width = "w100",
                 .hint = "Si acordaron algo. La ORH lo verá en sus consultas.",
                 .autocomplete = "off"},
    [RESPONSABLE] = {.name = "responsable",
                     .label = "Quién lo hará",
                     .kind = F_SELECT,
                     .options = owners},
    [LIMITE] = {.name = "fecha_limite",
                .label = "Hasta cuándo",
                .kind = F_DATE,
                .autocomplete = "off"},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form seguimiento_entidad_form = FORM(fields);

/* What was noted, a page at a time. */
static enum err show_contacts(struct request *rq, struct view *v, int64_t id, size_t limit) {
    struct q_seguimiento_entidad_contactos_row *rows = NULL;
    size_t n = 0;
    enum err e = q_seguimiento_entidad_contactos(
        rq->db,
        &(struct q_seguimiento_entidad_contactos_in){.entidad_id = id,
                                                     .despues_de = form_number_opt(rq, DESPUES),
                                                     .limite = (int32_t)limit + 1},
        &rows, &n);
    bool more = n > limit;
    view_rows(v, T_CONTACTOS, rows, more ? limit : n, &q_seguimiento_entidad_contactos_table);
    response_pages(rq, v, DESPUES,
                   arena_printf(rq->arena, "/seguimiento/%lld/entidad", (long long)id),
                   more ? &rows[limit - 1].id : NULL);
    return e;
}

static enum err show_people(struct request *rq, struct view *v, int64_t id) {
    struct q_seguimiento_entidad_orh_row *team = NULL;
    struct q_seguimiento_entidad_gestores_row *before = NULL;
    size_t n_team = 0, n_before = 0;
    enum err e = q_seguimiento_entidad_orh(
        rq->db, &(struct q_seguimiento_entidad_orh_in){.entidad_id = id}, &team, &n_team);
    if (e == ERR_OK) {
        e = q_seguimiento_entidad_gestores(
            rq->db, &(struct q_seguimiento_entidad_gestores_in){.entidad_id = id}, &before,
            &n_before);
    }
    view_rows(v, T_EQUIPO, team, n_team, &q_seguimiento_entidad_orh_table);
    view_rows(v, T_GESTORES, before, n_before, &q_seguimiento_entidad_gestores_table);
    return e;
}

static enum err show_business(struct request *rq, struct view *v, int64_t id) {
    struct q_seguimiento_entidad_compromisos_row *agreed = NULL;
    struct q_seguimiento_entidad_consultas_row *asked = NULL;
    size_t n_agreed = 0, n_asked = 0;
    enum err e = q_seguimiento_entidad_compromisos(
        rq->db, &(struct q_seguimiento_entidad_compromisos_in){.entidad_id = id}, &agreed,
        &n_agreed);
    if (e == ERR_OK) {
        e = q_seguimiento_entidad_consultas(
            rq->db, &(struct q_seguimiento_entidad_consultas_in){.entidad_id = id}, &asked,
            &n_asked);
    }
    view_rows(v, T_COMPROMISOS, agreed, n_agreed, &q_seguimiento_entidad_compromisos_table);
    view_rows(v, T_CONSULTAS, asked, n_asked, &q_seguimiento_entidad_consultas_table);
    return e;
}

enum http_status seguimiento_entidad_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    bool print = str_eq(form_text(rq, VISTA), "imprimir");
    struct q_seguimiento_entidad_row entity;
    enum err e =
        q_seguimiento_entidad(rq->db, &(struct q_seguimiento_entidad_in){.id = id}, &entity);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, CON_FECHA, date_short(rq->arena, date_today()));
    struct view *v =
        response_page(rq, rs, "seguimiento/entidad",
                      arena_printf(rq->arena, "%s: %s", print ? "Ficha de visita" : "Seguimiento",
                                   entity.nombre));
    rs->bare = print;
    view_row(v, &entity, &q_seguimiento_entidad_table);
    view_section(v, T_IMPRESA, print);
    view_section(v, T_EN_PANTALLA, !print);
    view_str(v, T_HOY, date_long(rq->arena, date_today()));
    view_section(v, T_PUEDE_ANOTAR, !print && rq->session.rol != ROL_AUDITOR);
    view_section(v, T_PUEDE_ASIGNAR, !print && rq->session.rol == ROL_ADMIN);
    e = show_people(rq, v, id);
    if (e == ERR_OK) {
        e = show_business(rq, v, id);
    }
    if (e == ERR_OK) {
        e = show_contacts(rq, v, id, print ? PRINT_ROWS : PAGE_ROWS);
    }
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

/* An agreement has its date, a date its agreement. */
static enum http_status check_agreement(struct request *rq) {
    struct date until = form_date(rq, LIMITE);
    if (form_text(rq, ACUERDO) != NULL && date_none(until)) {
        return form_error(rq, LIMITE, "Escriba hasta cuándo, para que no se pierda.");
    }
    if (form_text(rq, ACUERDO) == NULL && !date_none(until)) {
        return form_error(rq, ACUERDO, "Escriba a qué se comprometen, o borre la fecha.");
    }
    if (!date_none(until) && date_cmp(until, form_date(rq, CON_FECHA)) < 0) {
        return form_error(rq, LIMITE, "La fecha del compromiso es anterior a la del contacto.");
    }
    return HTTP_OK;
}

enum http_status seguimiento_entidad_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_seguimiento_entidad_anotar_row row;
    enum http_status s = check_agreement(rq);
    if (s != HTTP_OK) {
        return s;
    }
    const char *owner = form_text(rq, RESPONSABLE);
    enum err e = q_seguimiento_entidad_anotar(
        rq->db,
        &(struct q_seguimiento_entidad_anotar_in){.entidad_id = id,
                                                  .fecha = form_date(rq, CON_FECHA),
                                                  .canal = form_text(rq, CON_CANAL),
                                                  .con_quien = form_text(rq, CON_QUIEN),
                                                  .tema = form_text(rq, CON_TEMA),
                                                  .nota = form_text(rq, CON_NOTA),
                                                  .acuerdo = form_text(rq, ACUERDO),
                                                  .responsable = owner != NULL ? owner : "ORH",
                                                  .fecha_limite = form_date(rq, LIMITE)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "fecha_futura")) {
        return form_error(rq, CON_FECHA,
                          "Esa fecha todavía no llega. Escriba la de hoy o una anterior.");
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "contacto_anotado" : "contacto_repetido");
    return response_redirect(rs, "/seguimiento/%lld/entidad", (long long)id);
}
