/* The personal link of a servidor or of a jefe: with it they open their account. */
#include "gen/q_servidor.h"
#include "invitacion/invitacion.h"
#include "page/pages.h"

enum { ROL };

static const struct option roles[] = {{"SERVIDOR", "Servidor: ve su propia inducción"},
                                      {"JEFE", "Jefe inmediato: ve a las personas a su cargo"},
                                      {NULL, NULL}};

static const struct field fields[] = {
    [ROL] = {.name = "rol",
             .label = "¿Para qué entrará?",
             .kind = F_RADIO,
             .required = true,
             .options = roles},
};
const struct form servidor_invitar_form = FORM(fields);

static enum err load(struct request *rq, struct q_servidor_ficha_row *out) {
    return q_servidor_ficha(rq->db, &(struct q_servidor_ficha_in){.id = request_id(rq, 0)}, out);
}

enum http_status servidor_invitar_get(struct request *rq, struct response *rs) {
    struct q_servidor_ficha_row ficha;
    enum err e = load(rq, &ficha);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (ficha.cesado) {
        return HTTP_CONFLICT;
    }
    request_note_look(rq, "vinculo", ficha.id, ficha.persona_id);
    form_set(rq, ROL, "SERVIDOR");
    struct view *v = response_page(rq, rs, "servidor/invitar", "Entregar un enlace personal");
    view_row(v, &ficha, &q_servidor_ficha_table);
    return HTTP_OK;
}

enum http_status servidor_invitar_post(struct request *rq, struct response *rs) {
    struct q_servidor_ficha_row ficha;
    struct q_servidor_invitar_row r;
    struct invitacion link;
    const char *rol = form_text(rq, ROL);
    enum err e = load(rq, &ficha);
    if (e == ERR_OK) {
        e = invitacion_new(
            rq,
            &(struct invitacion_para){.nombre = ficha.nombre,
                                      .rol = str_eq(rol, "JEFE") ? "jefe inmediato" : "servidor",
                                      .entidad = ficha.entidad},
            &link);
    }
    if (e == ERR_OK) {
        e = q_servidor_invitar(rq->db,
                               &(struct q_servidor_invitar_in){.vinculo_id = ficha.id,
                                                               .rol = rol,
                                                               .token_hash = link.hash,
                                                               .asunto = link.asunto,
                                                               .cuerpo = link.cuerpo},
                               &r);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    const char *back = arena_printf(rq->arena, "/servidor/%lld/ficha", (long long)ficha.id);
    if (str_eq(r.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    return r.vence.date.year != 0 ? invitacion_show(rq, rs, &link, ficha.correo, back)
                                  : invitacion_show_known(rq, rs, back);
}
