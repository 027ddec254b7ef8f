/* An ORH asks SERVIR. */
#include "gen/q_consulta.h"
#include "page/consulta/aviso.h"
#include "page/pages.h"

enum { ASUNTO, TEXTO, DOCUMENTO };

static const struct field fields[] = {
    [ASUNTO] = {.name = "asunto",
                .label = "Asunto",
                .kind = F_TEXT,
                .required = true,
                .min = 5,
                .max = 150,
                .width = "w100",
                .missing = "Escriba el asunto en pocas palabras.",
                .autocomplete = "off"},
    [TEXTO] = {.name = "texto",
               .label = "Su consulta",
               .kind = F_TEXTAREA,
               .required = true,
               .min = 10,
               .max = 3000,
               .missing = "Escriba su consulta.",
               .bad = "Explique un poco más su consulta (10 caracteres o más)."},
    [DOCUMENTO] = {.name = "documento",
                   .label = "Documento de la persona",
                   .kind = F_DOCUMENT,
                   .query = true,
                   .hint = "Solo si la consulta es sobre una persona que su entidad registró.",
                   .width = "w10",
                   .autocomplete = "off"},
};
const struct form consulta_nueva_form = FORM(fields);

enum http_status consulta_nueva_get(struct request *rq, struct response *rs) {
    struct q_consulta_nueva_row row;
    enum err e = q_consulta_nueva(
        rq->db, &(struct q_consulta_nueva_in){.entidad_id = rq->session.entidad_id}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "consulta/nueva", "Consultar a SERVIR");
    view_row(v, &row, &q_consulta_nueva_table);
    view_section(v, T_UN_DIA, row.plazo_dias == 1);
    view_section(v, T_VARIOS_DIAS, row.plazo_dias != 1);
    return HTTP_OK;
}

enum http_status consulta_nueva_post(struct request *rq, struct response *rs) {
    struct q_consulta_nueva_crear_row row;
    const char *subject = NULL, *body = NULL;
    enum err e = aviso_consulta(rq, NULL, NULL, &subject, &body);
    if (e == ERR_OK) {
        e = q_consulta_nueva_crear(
            rq->db,
            &(struct q_consulta_nueva_crear_in){.asunto = form_text(rq, ASUNTO),
                                                .texto = form_text(rq, TEXTO),
                                                .documento = form_text(rq, DOCUMENTO),
                                                .correo_asunto = subject,
                                                .correo_cuerpo = body},
            &row);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "persona_desconocida") || row.consulta_id == NULL) {
        return form_error(rq, DOCUMENTO,
                          "Su entidad no registró a nadie con ese documento. Revíselo o bórrelo.");
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "consulta_enviada" : "consulta_repetida");
    return response_redirect(rs, "/consulta/%lld/ver", (long long)*row.consulta_id);
}
