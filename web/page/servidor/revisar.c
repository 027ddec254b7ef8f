/* Third step of a registration: everything as it will be saved, then the button. The draft's token
 * makes a second click answer the same file. */
#include "gen/q_servidor.h"
#include "page/pages.h"

enum http_status servidor_revisar_get(struct request *rq, struct response *rs) {
    struct q_servidor_datos_ver_row d;
    const char *token = request_text(rq, 0);
    enum err e =
        q_servidor_datos_ver(rq->db, &(struct q_servidor_datos_ver_in){.token = token}, &d);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (d.vinculo_id != NULL) {
        response_notice(rs, "ya_registrado");
        return response_redirect(rs, "/servidor/%lld/ficha", (long long)*d.vinculo_id);
    }
    if (!d.completo) {
        return response_redirect(rs, "/servidor/datos/%s", token);
    }
    if (d.persona_id != NULL) { /* known from elsewhere: their name is shown */
        request_note_look(rq, "persona", *d.persona_id, *d.persona_id);
    }
    struct view *v = response_page(rq, rs, "servidor/revisar", "Revise antes de registrar");
    view_row(v, &d, &q_servidor_datos_ver_table);
    view_section(v, T_CORREO_COMPARTIDO, d.aviso_correo > 0);
    view_str(v, T_ENTIDAD, rq->session.entidad);
    view_str(v, T_TOKEN, token);
    return HTTP_OK;
}

enum http_status servidor_revisar_post(struct request *rq, struct response *rs) {
    struct q_servidor_revisar_registrar_row r;
    const char *token = request_text(rq, 0);
    enum err e = q_servidor_revisar_registrar(
        rq->db, &(struct q_servidor_revisar_registrar_in){.token = token}, &r);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(r.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(r.resultado, "incompleto")) {
        return response_redirect(rs, "/servidor/datos/%s", token);
    }
    if (r.vinculo_id == NULL) {
        return form_error_all(rq, "No hay una edición del programa con reglas para esa fecha de "
                                  "ingreso. Cambie la fecha o consulte a SERVIR.");
    }
    bool here = str_eq(r.resultado, "ya_aqui");
    response_notice(rs, here ? "ya_aqui" : r.repetido ? "ya_registrado" : "registrado");
    return response_redirect(rs, "/servidor/%lld/ficha", (long long)*r.vinculo_id);
}
