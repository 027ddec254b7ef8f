/* The attendance list of a task: who has it to do, chosen and printed with room for signatures. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum { PERSONA, FECHA, LUGAR, VISTA };
enum { BLANK_ROWS = 5, PEOPLE_MAX = 200 };

static const struct field fields[] = {
    [PERSONA] = {.name = "persona", .label = "Personas", .kind = F_IDS, .query = true},
    [FECHA] = {.name = "fecha",
               .label = "Fecha de la actividad",
               .kind = F_DATE,
               .query = true,
               .hint = "Por ejemplo 12/10/2026.",
               .autocomplete = "off"},
    [LUGAR] = {.name = "lugar",
               .label = "Lugar",
               .kind = F_TEXT,
               .query = true,
               .max = 150,
               .autocomplete = "off"},
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form plan_asistencia_form = FORM(fields);

enum http_status plan_asistencia_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_asistencia_row task;
    struct q_plan_asistencia_personas_row *rows = NULL;
    size_t n = 0;
    bool print = str_eq(form_text(rq, VISTA), "imprimir");
    enum err e = q_plan_asistencia(rq->db, &(struct q_plan_asistencia_in){.id = id}, &task);
    if (e == ERR_OK) {
        e = q_plan_asistencia_personas(
            rq->db,
            &(struct q_plan_asistencia_personas_in){
                .id = id, .elegidas = print ? form_text(rq, PERSONA) : NULL},
            &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    struct view *v = response_page(rq, rs, "plan/asistencia", "Lista de asistencia");
    rs->bare = print;
    view_row(v, &task, &q_plan_asistencia_table);
    view_section(v, T_HAY_MAS, n > PEOPLE_MAX);
    view_rows(v, T_PERSONAS, rows, n > PEOPLE_MAX ? PEOPLE_MAX : n,
              &q_plan_asistencia_personas_table);
    view_section(v, T_PARA_IMPRIMIR, print);
    view_section(v, T_PARA_ELEGIR, !print);
    view_date(v, T_DIA, form_date(rq, FECHA));
    view_str(v, T_DONDE, form_text(rq, LUGAR));
    for (int i = 0; print && i < BLANK_ROWS; i++) {
        (void)view_add(v, T_VACIAS);
    }
    return HTTP_OK;
}
