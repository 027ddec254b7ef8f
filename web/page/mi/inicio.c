/* The home of a servidor (their own stages and data) and of a jefe (their people's stage C). */
#include "gen/q_mi.h"
#include "page/pages.h"

/* Both lists come in the same order, so each vinculo takes its stages from the front. */
static void show_own(struct view *v, struct q_mi_inicio_row *rows, size_t n,
                     struct q_mi_inicio_etapas_row *stages, size_t n_stages) {
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        size_t first = at;
        while (at < n_stages && stages[at].vinculo_id == rows[i].id) {
            at++;
        }
        struct view *bond = view_add(v, T_VINCULOS);
        view_row(bond, &rows[i], &q_mi_inicio_table);
        view_rows(bond, T_ETAPAS, stages + first, at - first, &q_mi_inicio_etapas_table);
    }
    view_section(v, T_SIN_VINCULO, n == 0);
}

static enum http_status show_servidor(struct request *rq, struct response *rs) {
    struct q_mi_inicio_persona_row me;
    struct q_mi_inicio_row *rows = NULL;
    struct q_mi_inicio_etapas_row *stages = NULL;
    size_t n = 0, n_stages = 0;
    enum err e = q_mi_inicio_persona(rq->db, &me);
    if (e == ERR_OK) {
        e = q_mi_inicio(rq->db, &rows, &n);
    }
    if (e == ERR_OK) {
        e = q_mi_inicio_etapas(rq->db, &stages, &n_stages);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "mi/inicio", "Mi inducción");
    view_section(v, T_DE_SERVIDOR, true);
    view_row(v, &me, &q_mi_inicio_persona_table);
    show_own(v, rows, n, stages, n_stages);
    return HTTP_OK;
}

static enum http_status show_jefe(struct request *rq, struct response *rs) {
    struct q_mi_inicio_cargo_row *rows = NULL;
    size_t n = 0;
    enum err e = q_mi_inicio_cargo(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "mi/inicio", "Personas a mi cargo");
    view_section(v, T_DE_JEFE, true);
    view_rows(v, T_PERSONAS, rows, n, &q_mi_inicio_cargo_table);
    return HTTP_OK;
}

enum http_status mi_inicio_get(struct request *rq, struct response *rs) {
    return rq->session.rol == ROL_JEFE ? show_jefe(rq, rs) : show_servidor(rq, rs);
}
