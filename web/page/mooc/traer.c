/* Pulls of a course from Moodle: the one that goes on, those before, and a button that asks for
 * one. */
#include "gen/q_mooc.h"
#include "moodle/rest.h"
#include "page/pages.h"

enum { COMPLETA };

static const struct field fields[] = {
    [COMPLETA] = {.name = "completa",
                  .label = "Preguntar por todos otra vez, no solo por quienes entraron al curso",
                  .kind = F_CHECK},
};
const struct form mooc_traer_form = FORM(fields);

enum http_status mooc_traer_get(struct request *rq, struct response *rs) {
    struct q_mooc_curso_row course;
    struct q_mooc_traer_row pull;
    struct q_mooc_traer_cargas_row *pulls = NULL;
    size_t n = 0;
    int64_t id = request_id(rq, 0);
    enum err e = q_mooc_curso(rq->db, &(struct q_mooc_curso_in){.id = id}, &course);
    if (e == ERR_OK) {
        e = q_mooc_traer(rq->db, &(struct q_mooc_traer_in){.curso_id = id}, &pull);
    }
    if (e == ERR_OK) {
        e = q_mooc_traer_cargas(rq->db, &(struct q_mooc_traer_cargas_in){.curso_id = id}, &pulls,
                                &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    bool running = pull.carga_id != NULL, may = moodle_listo() && course.moodle_id != NULL;
    if (running && !rq->redisplay) {
        response_header(rs, "Refresh", "5"); /* the page as it goes on, without a script */
    }
    struct view *v = response_page(rq, rs, "mooc/traer", "Traer de Moodle");
    view_row(v, &course, &q_mooc_curso_table);
    view_row(v, &pull, &q_mooc_traer_table);
    view_rows(v, T_TRAIDAS, pulls, n, &q_mooc_traer_cargas_table);
    view_section(v, T_EN_MARCHA, running);
    view_section(v, T_SE_PIDE, may && course.vigente && rq->session.rol == ROL_ADMIN);
    view_section(v, T_SIN_MOODLE, !may);
    return HTTP_OK;
}

enum http_status mooc_traer_post(struct request *rq, struct response *rs) {
    struct q_mooc_traer_pedir_row row;
    if (!moodle_listo()) {
        return form_error_all(rq, "El portal no tiene configurado un Moodle.");
    }
    enum err e =
        q_mooc_traer_pedir(rq->db,
                           &(struct q_mooc_traer_pedir_in){.curso_id = request_id(rq, 0),
                                                           .completa = form_checked(rq, COMPLETA)},
                           &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "sin_moodle")) {
        return form_error_all(rq, "Escriba primero el número del curso en Moodle, en sus ajustes.");
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "mooc_pedida" : "mooc_ya_pedida");
    return response_redirect(rs, "/mooc/%lld/traer", (long long)request_id(rq, 0));
}
