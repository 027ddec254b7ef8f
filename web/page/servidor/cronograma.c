/* The schedule of one person: their tasks by date and the limits of the three stages; also to
 * print. */
#include "gen/q_servidor.h"
#include "page/pages.h"

enum { VISTA };

static const struct field fields[] = {
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form servidor_cronograma_form = FORM(fields);

enum http_status servidor_cronograma_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct date today = date_today();
    struct q_servidor_ficha_row person;
    struct q_servidor_etapas_row *stages = NULL;
    struct q_servidor_cronograma_row *tasks = NULL;
    size_t n_stages = 0, n = 0;
    enum err e = q_servidor_ficha(rq->db, &(struct q_servidor_ficha_in){.id = id}, &person);
    if (e == ERR_OK) {
        e = q_servidor_etapas(rq->db,
                              &(struct q_servidor_etapas_in){.vinculo_id = id, .hoy = today},
                              &stages, &n_stages);
    }
    if (e == ERR_OK) {
        e = q_servidor_cronograma(
            rq->db, &(struct q_servidor_cronograma_in){.vinculo_id = id, .hoy = today}, &tasks, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", id, person.persona_id);
    struct view *v = response_page(rq, rs, "servidor/cronograma",
                                   arena_printf(rq->arena, "Cronograma de %s", person.nombre));
    rs->bare = str_eq(form_text(rq, VISTA), "imprimir");
    view_row(v, &person, &q_servidor_ficha_table);
    view_rows(v, T_ETAPAS, stages, n_stages, &q_servidor_etapas_table);
    view_rows(v, T_TAREAS, tasks, n, &q_servidor_cronograma_table);
    view_int(v, T_PLAN_ID, n > 0 ? tasks[0].plan_id : 0);
    view_int(v, T_PLAN_VERSION, n > 0 ? tasks[0].plan_version : 0);
    view_str(v, T_HOY, date_long(rq->arena, today));
    return HTTP_OK;
}
