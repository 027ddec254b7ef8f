/* One's own mail and phone, corrected by oneself. The rest is the ORH's to correct. */
#include "gen/q_mi.h"
#include "page/pages.h"

enum { CORREO, CELULAR };

static const struct field fields[] = {
    [CORREO] = {.name = "correo",
                .label = "Correo de contacto",
                .kind = F_EMAIL,
                .max = 254,
                .hint = "Allí le llegan los avisos de su inducción. Puede compartirlo con otros.",
                .autocomplete = "email"},
    [CELULAR] = {.name = "celular",
                 .label = "Celular",
                 .kind = F_PHONE,
                 .max = 20,
                 .width = "w20",
                 .hint = "Por ejemplo 987 654 321.",
                 .autocomplete = "tel"},
};
const struct form mi_datos_form = FORM(fields);

enum http_status mi_datos_get(struct request *rq, struct response *rs) {
    struct q_mi_inicio_persona_row me;
    enum err e = q_mi_inicio_persona(rq->db, &me);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, CORREO, me.correo);
    form_set(rq, CELULAR, me.celular);
    struct view *v = response_page(rq, rs, "mi/datos", "Mi correo y mi celular");
    view_row(v, &me, &q_mi_inicio_persona_table);
    return HTTP_OK;
}

enum http_status mi_datos_post(struct request *rq, struct response *rs) {
    struct q_mi_datos_row row;
    enum err e = q_mi_datos(
        rq->db,
        &(struct q_mi_datos_in){.correo = form_text(rq, CORREO), .celular = form_text(rq, CELULAR)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    response_notice(rs, "guardado");
    return response_redirect(rs, "/mi/inicio");
}
