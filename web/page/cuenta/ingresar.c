/* Sign-in: document and password. One message for all causes, and the same time, so that nobody
 * learns which documents have an account. */
#include "catalogo/catalogo.h"
#include "clave/clave.h"
#include "gen/q_cuenta.h"
#include "page/cuenta/entrada.h"
#include "page/pages.h"

enum { TIPO, DOCUMENTO, CLAVE, VOLVER, VENCIDA };

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
    [CLAVE] = {.name = "clave",
               .label = "Contraseña",
               .kind = F_PASSWORD,
               .required = true,
               .max = CLAVE_MAX,
               .autocomplete = "current-password",
               .missing = "Escriba su contraseña."},
    [VOLVER] = {.name = "volver",
                .label = "Página a la que vuelve",
                .kind = F_HIDDEN,
                .query = true,
                .max = REQUEST_PATH_MAX + REQUEST_QUERY_MAX},
    [VENCIDA] =
        {.name = "vencida", .label = "Sesión vencida", .kind = F_HIDDEN, .query = true, .max = 1},
};
const struct form cuenta_ingresar_form = FORM(fields);

/* What came in the address is kept only when it leads to a page of ours; nobody typed it, so that
 * a refusal speaks of the password, which is to be typed again anyway. */
static void clean_hidden(struct request *rq) {
    struct form_value *back = &rq->form->v[VOLVER], *expired = &rq->form->v[VENCIDA];
    if (rq->redisplay && (back->error != NULL || expired->error != NULL)) {
        rq->form->error = "Escriba otra vez su contraseña para continuar.";
    }
    const char *path = back->error == NULL ? entrada_back(rq, back->text) : NULL;
    back->raw = path != NULL ? path : "";
    back->error = NULL;
    expired->raw = str_eq(expired->text, "1") ? "1" : "";
    expired->error = NULL;
}

enum http_status cuenta_ingresar_get(struct request *rq, struct response *rs) {
    enum err e = catalogo_documentos(rq, TIPO);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_check_options(rq);
    clean_hidden(rq);
    struct view *v = response_page(rq, rs, "cuenta/ingresar", "Ingresar");
    view_section(v, T_VENCIDA, str_eq(rq->form->v[VENCIDA].raw, "1") && !rq->session.active);
    view_section(v, T_NUEVA_SESION, !rq->session.active);
    if (rq->session.active) {
        struct view *open = view_add(v, T_YA_INGRESO);
        view_str(open, T_QUIEN, rq->session.nombre);
        view_str(open, T_INICIO, session_home(rq->session.rol));
    }
    return HTTP_OK;
}

static enum err count_attempt(struct request *rq, bool success) {
    return q_cuenta_intento(rq->db,
                            &(struct q_cuenta_intento_in){.tipo_documento = form_text(rq, TIPO),
                                                          .numero = form_text(rq, DOCUMENTO),
                                                          .address = rq->address,
                                                          .exito = success});
}

static enum http_status enter(struct request *rq, struct response *rs, int64_t usuario_id) {
    enum err e = entrada_close(rq);
    if (e == ERR_OK) {
        e = entrada_open(rq, rs, usuario_id, entrada_back(rq, form_text(rq, VOLVER)));
    }
    if (e == ERR_FORBIDDEN) {
        rs->keep = true;
        return form_error_all(rq, "Su cuenta no tiene un rol vigente. Pida que se lo den a la "
                                  "jefatura de la ORH de su entidad; si trabaja en SERVIR, a la "
                                  "administración del portal.");
    }
    return e == ERR_OK ? HTTP_SEE_OTHER : response_error(rq, e);
}

enum http_status cuenta_ingresar_post(struct request *rq, struct response *rs) {
    struct q_cuenta_ingresar_row account;
    enum err e =
        q_cuenta_ingresar(rq->db,
                          &(struct q_cuenta_ingresar_in){.tipo_documento = form_text(rq, TIPO),
                                                         .numero = form_text(rq, DOCUMENTO),
                                                         .address = rq->address},
                          &account);
    if (e == ERR_OK && account.espera_s > 0) {
        return entrada_wait(rq, rs, account.espera_s);
    }
    bool right = e == ERR_OK && clave_matches(form_text(rq, CLAVE), account.clave_hash);
    if (e == ERR_OK) {
        e = count_attempt(rq, right);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!right) {
        rs->keep = true;
        return form_error_all(rq, "El documento y la contraseña no corresponden a una cuenta "
                                  "activa. Revise ambos y escriba la contraseña otra vez.");
    }
    return enter(rq, rs, account.usuario_id);
}
