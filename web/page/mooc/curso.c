/* The settings of a course: a change makes a new version, and what was judged before stays. */
#include "gen/q_mooc.h"
#include "page/mooc/ajustes.h"
#include "page/pages.h"

static const char *number(struct request *rq, int64_t n) {
    return arena_printf(rq->arena, "%lld", (long long)n);
}

static void show_settings(struct request *rq, const struct q_mooc_curso_row *c) {
    form_set(rq, AJUSTE_NOMBRE, c->nombre);
    form_set(rq, AJUSTE_EDICION, c->edicion_id != NULL ? number(rq, *c->edicion_id) : "");
    form_set(rq, AJUSTE_ACREDITACION, c->acreditacion);
    form_set(rq, AJUSTE_NOTA_MINIMA, c->nota_minima);
    form_set(rq, AJUSTE_ESCALA, c->escala);
    form_set(rq, AJUSTE_ESCALA_ORIGEN, c->escala_origen);
    form_set(rq, AJUSTE_HORAS, c->horas != NULL ? number(rq, *c->horas) : "");
    form_set(rq, AJUSTE_CIERRE, date_short(rq->arena, c->cierre));
    form_set(rq, AJUSTE_MOODLE_ID, c->moodle_id != NULL ? number(rq, *c->moodle_id) : "");
    form_set(rq, AJUSTE_VIGENTE, c->vigente ? "1" : "");
    form_set(rq, AJUSTE_VERSION, number(rq, c->version));
}

enum http_status mooc_curso_get(struct request *rq, struct response *rs) {
    struct q_mooc_curso_row row;
    struct q_mooc_curso_versiones_row *versions = NULL;
    size_t n = 0;
    int64_t id = request_id(rq, 0);
    enum err e = q_mooc_curso(rq->db, &(struct q_mooc_curso_in){.id = id}, &row);
    if (e == ERR_OK) {
        e = ajustes_ofrecer(rq);
    }
    if (e == ERR_OK) {
        e = q_mooc_curso_versiones(rq->db, &(struct q_mooc_curso_versiones_in){.curso_id = id},
                                   &versions, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    show_settings(rq, &row);
    struct view *v = response_page(rq, rs, "mooc/curso", row.nombre);
    view_row(v, &row, &q_mooc_curso_table);
    view_rows(v, T_VERSIONES, versions, n, &q_mooc_curso_versiones_table);
    view_section(v, T_PUEDE_EDITAR, rq->session.rol == ROL_ADMIN);
    return HTTP_OK;
}

enum http_status mooc_curso_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    return ajustes_guardar(rq, rs, &id);
}
