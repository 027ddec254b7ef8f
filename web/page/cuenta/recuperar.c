/* A forgotten password: a link goes to the account's mail. The answer is the same for every
 * document, so that nobody learns which have an account. */
#include "catalogo/catalogo.h"
#include "gen/q_cuenta.h"
#include "http/token.h"
#include "page/cuenta/entrada.h"
#include "page/pages.h"

enum { TIPO, DOCUMENTO, ENVIADA };

static const struct field fields[] = {
    [TIPO] = {.name = "tipo_documento",
              .label = "Tipo de documento",
              .kind = F_SELECT,
              .required = true},
    [DOCUMENTO] = {.name = "documento",
                   .label = "Número de documento",
                   .kind = F_DOCUMENT,
                   .required = true,
                   .autocomplete = "username",
                   .missing = "Escriba el número de su documento."},
    [ENVIADA] = {.name = "enviada",
                 .label = "Solicitud recibida",
                 .kind = F_HIDDEN,
                 .query = true,
                 .max = 1},
};
const struct form cuenta_recuperar_form = FORM(fields);

enum http_status cuenta_recuperar_get(struct request *rq, struct response *rs) {
    bool sent = !rq->redisplay && str_eq(form_text(rq, ENVIADA), "1");
    enum err e = catalogo_documentos(rq, TIPO);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_check_options(rq);
    rq->form->v[ENVIADA].error = NULL;
    struct view *v = response_page(rq, rs, "cuenta/recuperar", "Recuperar el acceso");
    view_section(v, T_RECIBIDA, sent);
    view_section(v, T_PEDIR, !sent);
    return HTTP_OK;
}

/* The mail, with marks where only the database knows the words. */
static enum err write_mail(struct request *rq, const char *token, const char **body) {
    size_t n = 0;
    struct view *mail = view_new(rq->arena, "mail/recuperacion");
    view_str(mail, T_NOMBRE, "[[NOMBRE]]");
    view_str(mail, T_VENCE, "[[VENCE]]");
    view_str(mail, T_ENLACE, arena_printf(rq->arena, "%s/cuenta/enlace/%s", rq->base_url, token));
    return view_expand(mail, body, &n);
}

enum http_status cuenta_recuperar_post(struct request *rq, struct response *rs) {
    const char *token = token_new(rq->arena);
    const char *body = NULL;
    struct q_cuenta_recuperar_row row;
    enum err e = write_mail(rq, token, &body);
    if (e == ERR_OK) {
        e = q_cuenta_recuperar(
            rq->db,
            &(struct q_cuenta_recuperar_in){.tipo_documento = form_text(rq, TIPO),
                                            .numero = form_text(rq, DOCUMENTO),
                                            .address = rq->address,
                                            .token_hash = token_hash(rq->arena, token),
                                            .asunto = "Recupere su acceso al Portal de Inducción",
                                            .cuerpo = body},
            &row);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok")) {
        rs->retry_after_s = 3600;
        form_error_all(rq, "Ya se pidió varias veces. Espere una hora, o pida un enlace a la ORH "
                           "de su entidad.");
        return HTTP_TOO_MANY;
    }
    return response_redirect(rs, "/cuenta/recuperar?enviada=1");
}
