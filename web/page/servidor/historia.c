/* All that is known of a vinculo over time: periods, events, and for who audits, each write and
 * each look. */
#include "gen/q_servidor.h"
#include "page/pages.h"

enum { VISTA };

static const struct field fields[] = {
    [VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .query = true, .max = 10},
};
const struct form servidor_historia_form = FORM(fields);

static enum err show_story(struct request *rq, struct view *v, int64_t id) {
    struct q_servidor_historia_periodos_row *periods = NULL;
    struct q_servidor_historia_eventos_row *events = NULL;
    size_t n_periods = 0, n_events = 0;
    enum err e = q_servidor_historia_periodos(
        rq->db, &(struct q_servidor_historia_periodos_in){.vinculo_id = id}, &periods, &n_periods);
    if (e == ERR_OK) {
        e = q_servidor_historia_eventos(
            rq->db, &(struct q_servidor_historia_eventos_in){.vinculo_id = id}, &events, &n_events);
    }
    if (e == ERR_OK) {
        view_rows(v, T_PERIODOS, periods, n_periods, &q_servidor_historia_periodos_table);
        view_rows(v, T_EVENTOS, events, n_events, &q_servidor_historia_eventos_table);
    }
    return e;
}

/* For the administrator and the auditor of SERVIR: row-level security gives others nothing. */
static enum err show_audit(struct request *rq, struct view *v, int64_t id, int64_t persona_id) {
    struct q_servidor_historia_auditoria_row *lines = NULL;
    struct q_servidor_historia_accesos_row *looks = NULL;
    size_t n_lines = 0, n_looks = 0;
    enum err e = q_servidor_historia_auditoria(
        rq->db,
        &(struct q_servidor_historia_auditoria_in){.vinculo_id = id, .persona_id = persona_id},
        &lines, &n_lines);
    if (e == ERR_OK) {
        e = q_servidor_historia_accesos(
            rq->db, &(struct q_servidor_historia_accesos_in){.persona_id = persona_id}, &looks,
            &n_looks);
    }
    if (e == ERR_OK) {
        view_rows(v, T_LINEAS, lines, n_lines, &q_servidor_historia_auditoria_table);
        view_rows(v, T_ACCESOS, looks, n_looks, &q_servidor_historia_accesos_table);
    }
    return e;
}

enum http_status servidor_historia_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    bool audit = (rq->session.rol & (ROL_ADMIN | ROL_AUDITOR)) != 0;
    struct q_servidor_ficha_row ficha;
    enum err e = q_servidor_ficha(rq->db, &(struct q_servidor_ficha_in){.id = id}, &ficha);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", id, ficha.persona_id);
    struct view *v = response_page(rq, rs, "servidor/historia",
                                   arena_printf(rq->arena, "Historia de %s", ficha.nombre));
    rs->bare = str_eq(form_text(rq, VISTA), "imprimir");
    view_row(v, &ficha, &q_servidor_ficha_table);
    view_section(v, T_AUDITA, audit);
    e = show_story(rq, v, id);
    if (e == ERR_OK && audit) {
        e = show_audit(rq, v, id, ficha.persona_id);
    }
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}
