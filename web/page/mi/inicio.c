/* The home of a servidor (their own stages and data) and of a jefe (their people's stage C). */
#include "gen/q_mi.h"
#include "page/pages.h"

enum { ETAPA, FECHA };

static const struct field fields[] = {
    [ETAPA] = {.name = "etapa",
               .label = "Personas",
               .kind = F_IDS,
               .required = true,
               .missing = "Marque por lo menos a una persona."},
    [FECHA] = {.name = "fecha",
               .label = "Fecha en que terminó su inducción específica",
               .kind = F_DATE,
               .required = true,
               .hint = "Por ejemplo 12/10/2026.",
               .missing = "Escriba la fecha en que terminó.",
               .autocomplete = "off"},
};
const struct form mi_inicio_form = FORM(fields);

struct own {
    struct q_mi_inicio_etapas_row *stages;
    struct q_mi_inicio_tareas_row *tasks;
    size_t n_stages, n_tasks;
};

/* All lists come in the same order, so each vinculo takes its stages and tasks from the front. */
static void show_own(struct view *v, struct q_mi_inicio_row *rows, size_t n, struct own *own) {
    size_t at = 0, task = 0;
    for (size_t i = 0; i < n; i++) {
        size_t first = at, first_task = task;
        while (at < own->n_stages && own->stages[at].vinculo_id == rows[i].id) {
            at++;
        }
        while (task < own->n_tasks && own->tasks[task].vinculo_id == rows[i].id) {
            task++;
        }
        struct view *bond = view_add(v, T_VINCULOS);
        view_row(bond, &rows[i], &q_mi_inicio_table);
        view_rows(bond, T_ETAPAS, own->stages + first, at - first, &q_mi_inicio_etapas_table);
        view_rows(bond, T_TAREAS, own->tasks + first_task, task - first_task,
                  &q_mi_inicio_tareas_table);
    }
    view_section(v, T_SIN_VINCULO, n == 0);
}

static enum http_status show_servidor(struct request *rq, struct response *rs) {
    struct q_mi_inicio_persona_row me;
    struct q_mi_inicio_row *rows = NULL;
    struct own own = {0};
    size_t n = 0;
    enum err e = q_mi_inicio_persona(rq->db, &me);
    if (e == ERR_OK) {
        e = q_mi_inicio(rq->db, &rows, &n);
    }
    if (e == ERR_OK) {
        e = q_mi_inicio_etapas(rq->db, &own.stages, &own.n_stages);
    }
    if (e == ERR_OK) {
        e = q_mi_inicio_tareas(rq->db, &own.tasks, &own.n_tasks);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "mi/inicio", "Mi inducción");
    view_section(v, T_DE_SERVIDOR, true);
    view_row(v, &me, &q_mi_inicio_persona_table);
    show_own(v, rows, n, &own);
    return HTTP_OK;
}

static enum http_status show_jefe(struct request *rq, struct response *rs) {
    struct q_mi_inicio_cargo_row *rows = NULL;
    size_t n = 0;
    bool open = false;
    enum err e = q_mi_inicio_cargo(
        rq->db, &(struct q_mi_inicio_cargo_in){.marcadas = form_text(rq, ETAPA)}, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "mi/inicio", "Personas a mi cargo");
    view_section(v, T_DE_JEFE, true);
    view_rows(v, T_PERSONAS, rows, n, &q_mi_inicio_cargo_table);
    for (size_t i = 0; i < n; i++) {
        open = open || rows[i].marcable;
    }
    view_section(v, T_HAY_ABIERTAS, open);
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    return HTTP_OK;
}

enum http_status mi_inicio_get(struct request *rq, struct response *rs) {
    return rq->session.rol == ROL_JEFE ? show_jefe(rq, rs) : show_servidor(rq, rs);
}

enum http_status mi_inicio_post(struct request *rq, struct response *rs) {
    struct q_mi_inicio_marcar_row row;
    enum err e = q_mi_inicio_marcar(rq->db,
                                    &(struct q_mi_inicio_marcar_in){.etapas = form_text(rq, ETAPA),
                                                                    .fecha = form_date(rq, FECHA)},
                                    &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (row.fallidas > 0) {
        return form_error_all(rq, arena_printf(rq->arena, "No se guardó nada. %s.", row.detalle));
    }
    response_notice(rs, "etapas_marcadas");
    return response_redirect(rs, "/mi/inicio");
}
