/* Answers go into the box of the survey and nowhere else: no look, no event, no audit line. */
#include "page/encuesta/hoja.h"

#include "core/str.h"
#include "gen/q_encuesta.h"
#include "gen/tpl.h"
#include "view/view.h"

/* typed: what was ticked is of these questions; a text stays, to be read again. */
static void show_question(struct request *rq, struct view *v,
                          const struct q_encuesta_preguntas_row *row, bool typed) {
    static const char *const values[] = {"0", "1", "2", "3", "4", "5"};
    static const char *const sections[] = {T_ES_0, T_ES_1, T_ES_2, T_ES_3, T_ES_4, T_ES_5};
    size_t field = (size_t)row->numero - 1;
    const char *said = typed ? form_text(rq, field) : NULL;
    struct view *q = view_add(v, T_PREGUNTAS);
    view_row(q, row, &q_encuesta_preguntas_table);
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        view_section(q, sections[i], str_eq(said, values[i]));
    }
    view_str(q, T_ESCRITO, rq->form->v[field].raw);
}

enum http_status hoja_get(struct request *rq, struct response *rs, const char *token_hash) {
    struct q_encuesta_responder_row open;
    struct q_encuesta_preguntas_row *rows = NULL;
    size_t n = 0;
    enum err e = q_encuesta_responder(
        rq->db, &(struct q_encuesta_responder_in){.token_hash = token_hash}, &open);
    bool answer = e == ERR_OK && str_eq(open.resultado, "abierta") && open.encuesta_id != NULL;
    if (answer) {
        e = q_encuesta_preguntas(
            rq->db, &(struct q_encuesta_preguntas_in){.encuesta_id = *open.encuesta_id}, &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (token_hash != NULL && str_eq(open.resultado, "no_encontrado")) {
        return HTTP_GONE;
    }
    struct view *v = response_page(rq, rs, "encuesta/responder", "Encuesta de su inducción");
    view_section(v, T_ABIERTA, answer);
    view_section(v, T_RESPONDIDA, str_eq(open.resultado, "respondida"));
    view_section(v, T_CON_CUENTA, str_eq(open.resultado, "con_cuenta"));
    view_section(v, T_AJENA, str_eq(open.resultado, "ajena"));
    view_section(v, T_NO_TOCA,
                 str_eq(open.resultado, "no_toca") ||
                     (str_eq(open.resultado, "abierta") && !answer));
    const int64_t *seen = form_number_opt(rq, HOJA_N);
    for (size_t i = 0; i < n; i++) {
        show_question(rq, v, &rows[i], seen == NULL || *seen == *open.encuesta_id);
    }
    /* The version that is seen now. */
    rq->form->v[HOJA_N].raw =
        answer ? arena_printf(rq->arena, "%lld", (long long)*open.encuesta_id) : "";
    return HTTP_OK;
}

enum http_status hoja_post(struct request *rq, struct response *rs, const char *token_hash,
                           const char *back) {
    struct q_encuesta_enlace_row done;
    enum err e =
        q_encuesta_enlace(rq->db,
                          &(struct q_encuesta_enlace_in){.token_hash = token_hash,
                                                         .encuesta_id = form_number_opt(rq, HOJA_N),
                                                         .p1 = form_text(rq, 0),
                                                         .p2 = form_text(rq, 1),
                                                         .p3 = form_text(rq, 2),
                                                         .p4 = form_text(rq, 3),
                                                         .p5 = form_text(rq, 4),
                                                         .p6 = form_text(rq, 5)},
                          &done);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(done.resultado, "falta") && done.pregunta != NULL) {
        return form_error(
            rq, (size_t)*done.pregunta - 1,
            arena_printf(rq->arena, "Elija una respuesta en la pregunta %d.", (int)*done.pregunta));
    }
    if (str_eq(done.resultado, "cambio")) {
        return form_error_all(rq, "Las preguntas cambiaron mientras respondía. Respóndalas ahora.");
    }
    if (str_eq(done.resultado, "no_encontrado")) {
        return token_hash != NULL ? HTTP_GONE : HTTP_NOT_FOUND;
    }
    if (!str_eq(done.resultado, "ok") && !str_eq(done.resultado, "respondida")) {
        return HTTP_CONFLICT;
    }
    response_notice(rs, str_eq(done.resultado, "ok") ? "encuesta_gracias" : "encuesta_ya");
    return response_redirect(rs, "%s", back);
}
