/* The report of an entity's induction: who entered in a period and how far they are; to print. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum { DESDE, HASTA, VISTA };

static const struct field fields[] = {
    [DESDE] = {.name = "desde",
               .label = "Ingresos desde",
               .kind = F_DATE,
               .query = true,
               .autocomplete = "off"},
    [HASTA] = {.name = "hasta",
               .label = "Ingresos hasta",
               .kind = F_DATE,
               .query = true,
               .autocomplete = "off"},
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form plan_informe_form = FORM(fields);

static void show_totals(struct view *v, const struct q_plan_informe_row *rows, size_t n) {
    int64_t people = 0, done = 0, valid = 0, late = 0, tasks = 0, made = 0;
    for (size_t i = 0; i < n; i++) {
        people += rows[i].personas;
        done += rows[i].completas;
        valid += rows[i].validadas;
        late += rows[i].vencidas;
        tasks += rows[i].tareas;
        made += rows[i].hechas;
    }
    view_miles(v, T_TOTAL_PERSONAS, people);
    view_miles(v, T_TOTAL_COMPLETAS, done);
    view_miles(v, T_TOTAL_VALIDADAS, valid);
    view_miles(v, T_TOTAL_VENCIDAS, late);
    view_miles(v, T_TOTAL_TAREAS, tasks);
    view_miles(v, T_TOTAL_HECHAS, made);
}

enum http_status plan_informe_get(struct request *rq, struct response *rs) {
    struct date today = date_today(), from = form_date(rq, DESDE), to = form_date(rq, HASTA);
    struct q_plan_informe_row *rows = NULL;
    struct q_plan_inicio_row plan;
    size_t n = 0;
    from = date_none(from) ? (struct date){today.year, 1, 1} : from;
    to = date_none(to) ? today : to;
    enum err e = q_plan_informe(
        rq->db,
        &(struct q_plan_informe_in){
            .entidad_id = rq->session.entidad_id, .desde = from, .hasta = to, .hoy = today},
        &rows, &n);
    if (e == ERR_OK) {
        e = q_plan_inicio(rq->db, &plan);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, DESDE, date_short(rq->arena, from));
    form_set(rq, HASTA, date_short(rq->arena, to));
    struct view *v = response_page(rq, rs, "plan/informe", "Informe de la inducción");
    rs->bare = str_eq(form_text(rq, VISTA), "imprimir");
    view_row(v, &plan, &q_plan_inicio_table);
    view_rows(v, T_MESES, rows, n, &q_plan_informe_table);
    show_totals(v, rows, n);
    view_str(v, T_ENTIDAD, rq->session.entidad);
    view_str(v, T_DEL, date_long(rq->arena, from));
    view_str(v, T_AL, date_long(rq->arena, to));
    view_str(v, T_DESDE_URL, date_iso(rq->arena, from));
    view_str(v, T_HASTA_URL, date_iso(rq->arena, to));
    view_str(v, T_HOY, date_long(rq->arena, today));
    return HTTP_OK;
}
