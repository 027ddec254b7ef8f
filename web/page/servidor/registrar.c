/* First step of a registration: the document. The portal answers new, known, or already here. */
#include "catalogo/catalogo.h"
#include "gen/q_servidor.h"
#include "http/token.h"
#include "page/pages.h"

enum { TIPO, DOCUMENTO, DIGITO };

static const struct field fields[] = {
    [TIPO] = {.name = "tipo_documento",
              .label = "Tipo de documento",
              .kind = F_SELECT,
              .required = true},
    [DOCUMENTO] = {.name = "documento",
                   .label = "Número de documento",
                   .kind = F_DOCUMENT,
                   .required = true,
                   .hint = "El DNI tiene 8 cifras; escriba también los ceros.",
                   .width = "w10",
                   .autocomplete = "off",
                   .query = true,
                   .missing = "Escriba el número de documento."},
    [DIGITO] = {.name = "digito",
                .label = "Dígito de verificación del DNI",
                .kind = F_TEXT,
                .max = 1,
                .width = "w5",
                .autocomplete = "off",
                .hint =
                    "El que va tras el guion, si lo tiene a la vista: detecta errores de tipeo."},
};
const struct form servidor_registrar_form = FORM(fields);

enum http_status servidor_registrar_get(struct request *rq, struct response *rs) {
    enum err e = catalogo_documentos(rq, TIPO);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    response_page(rq, rs, "servidor/registrar", "Registrar a un servidor");
    return HTTP_OK;
}

static enum http_status refuse_document(struct request *rq, const char *help) {
    return form_error(rq, DOCUMENTO,
                      help != NULL ? arena_printf(rq->arena, "Revise el número: %s", help)
                                   : "Revise el número de documento.");
}

enum http_status servidor_registrar_post(struct request *rq, struct response *rs) {
    struct q_servidor_registrar_iniciar_row r;
    const char *token = token_new(rq->arena);
    enum err e = q_servidor_registrar_iniciar(
        rq->db,
        &(struct q_servidor_registrar_iniciar_in){.token = token,
                                                  .tipo_documento = form_text(rq, TIPO),
                                                  .numero_documento = form_text(rq, DOCUMENTO),
                                                  .digito = form_text(rq, DIGITO)},
        &r);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(r.resultado, "invalido")) {
        return refuse_document(rq, r.ayuda);
    }
    if (str_eq(r.resultado, "digito_invalido")) {
        return form_error(rq, DIGITO,
                          "El dígito no corresponde a ese DNI: revise los dos números.");
    }
    if (str_eq(r.resultado, "demasiadas")) {
        return form_error_all(rq,
                              "Consultó demasiados documentos en la última hora. Siga más "
                              "tarde; si debe registrar a tantas personas hoy, avise a SERVIR.");
    }
    if (r.vinculo_id != NULL) {
        response_notice(rs, "ya_aqui");
        return response_redirect(rs, "/servidor/%lld/ficha", (long long)*r.vinculo_id);
    }
    return response_redirect(rs, "/servidor/datos/%s", token);
}
