/* What a plan would ask, dated, of those who entered in a month. */
#include "gen/q_plan.h"
#include "page/pages.h"

enum { MES };
enum { MONTHS = 13, ROWS_MAX = 300 };

static const struct field fields[] = {
    [MES] = {.name = "mes", .label = "Ingresos de", .kind = F_SELECT, .query = true},
};
const struct form plan_simular_form = FORM(fields);

static struct date first_of(struct date d) {
    d.day = 1;
    return d;
}

static struct date last_of(struct date d) {
    return date_add_days(first_of(date_add_days(first_of(d), 31)), -1);
}

/* This month and those before, as choices; the value is its first day. */
static void offer_months(struct request *rq) {
    struct option *options = arena_calloc(rq->arena, MONTHS + 1, sizeof options[0]);
    struct date d = first_of(date_today());
    for (size_t i = 0; i < MONTHS; i++) {
        const char *words = date_long(rq->arena, d); /* "1 de octubre de 2022" */
        options[i] = (struct option){date_iso(rq->arena, d), words + 5};
        d = first_of(date_add_days(d, -1));
    }
    form_options(rq, MES, options);
    form_set(rq, MES, options[1].value);
}

static struct date chosen(struct request *rq) {
    struct date d = first_of(date_add_days(first_of(date_today()), -1));
    const char *text = form_text(rq, MES);
    if (text != NULL && date_parse(text, &d)) {
        d = first_of(d);
    }
    return d;
}

static void show_warnings(struct view *v, const struct q_plan_simular_cuentas_row *c) {
    view_section(v, T_AVISO_JEFE, c->sin_jefe > 0);
    view_section(v, T_AVISO_ANTES, c->antes > 0);
    view_section(v, T_AVISO_INHABIL, c->inhabil > 0);
    view_section(v, T_AVISO_TARDE, c->tarde > 0);
    view_section(v, T_AVISO_DIA, c->dia_largo > 0);
    view_section(v, T_HAY_AVISOS,
                 c->sin_jefe + c->antes + c->inhabil + c->tarde + c->dia_largo > 0 || c->falta_b ||
                     c->falta_c || c->con_tutor);
}

enum http_status plan_simular_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_plan_ver_row plan;
    struct q_plan_simular_row *rows = NULL;
    struct q_plan_simular_cuentas_row counts;
    size_t n = 0;
    offer_months(rq);
    form_check_options(rq); /* an unknown month says so */
    struct date from = chosen(rq), to = last_of(from);
    enum err e = q_plan_ver(rq->db, &(struct q_plan_ver_in){.id = id}, &plan);
    if (e == ERR_OK) {
        e = q_plan_simular(rq->db,
                           &(struct q_plan_simular_in){.plan_id = id, .desde = from, .hasta = to},
                           &rows, &n);
    }
    if (e == ERR_OK) {
        e = q_plan_simular_cuentas(
            rq->db, &(struct q_plan_simular_cuentas_in){.plan_id = id, .desde = from, .hasta = to},
            &counts);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "plan/simular", "Simular el plan");
    view_row(v, &plan, &q_plan_ver_table);
    bool own = (rq->session.rol & ROL_ORH) != 0 && plan.es_borrador;
    view_section(v, T_PUEDE_EDITAR, own);
    view_section(v, T_NO_PUEDE_EDITAR, !own);
    view_row(v, &counts, &q_plan_simular_cuentas_table);
    view_rows(v, T_FILAS, rows, n > ROWS_MAX ? ROWS_MAX : n, &q_plan_simular_table);
    view_section(v, T_HAY_MAS, n > ROWS_MAX);
    show_warnings(v, &counts);
    return HTTP_OK;
}
