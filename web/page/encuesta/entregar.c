/* A link to answer the survey without an account: shown once, to hand over. */
#include "core/str.h"
#include "gen/q_encuesta.h"
#include "http/token.h"
#include "page/pages.h"

enum http_status encuesta_entregar_get(struct request *rq, struct response *rs) {
    struct q_encuesta_entregar_persona_row who;
    enum err e = q_encuesta_entregar_persona(
        rq->db, &(struct q_encuesta_entregar_persona_in){.vinculo_id = request_id(rq, 0)}, &who);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", request_id(rq, 0), who.persona_id);
    struct view *v = response_page(rq, rs, "encuesta/entregar", "Enlace de la encuesta");
    view_row(v, &who, &q_encuesta_entregar_persona_table);
    view_int(v, T_ID, request_id(rq, 0));
    view_str(v, T_ENLACE, NULL);
    return HTTP_OK;
}

static const char *refusal(const char *outcome) {
    return str_eq(outcome, "respondida") ? "Esta persona ya respondió la encuesta."
           : str_eq(outcome, "con_cuenta")
               ? "Esta persona tiene una cuenta en el portal: responde la encuesta desde ahí, y "
                 "nadie más puede hacerlo."
               : "La encuesta se abre cuando sus tres etapas terminan.";
}

enum http_status encuesta_entregar_post(struct request *rq, struct response *rs) {
    struct q_encuesta_entregar_persona_row who;
    struct q_encuesta_entregar_row done;
    const char *token = token_new(rq->arena);
    enum err e = q_encuesta_entregar_persona(
        rq->db, &(struct q_encuesta_entregar_persona_in){.vinculo_id = request_id(rq, 0)}, &who);
    if (e == ERR_OK) {
        const struct q_encuesta_entregar_in in = {.vinculo_id = request_id(rq, 0),
                                                  .token_hash = token_hash(rq->arena, token)};
        e = q_encuesta_entregar(rq->db, &in, &done);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (str_eq(done.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (!str_eq(done.resultado, "ok")) {
        return form_error_all(rq, refusal(done.resultado));
    }
    struct view *v = response_page(rq, rs, "encuesta/entregar", "Enlace de la encuesta");
    view_row(v, &who, &q_encuesta_entregar_persona_table);
    view_int(v, T_ID, request_id(rq, 0));
    view_str(v, T_ENLACE, arena_printf(rq->arena, "%s/encuesta/enlace/%s", rq->base_url, token));
    return HTTP_OK;
}
