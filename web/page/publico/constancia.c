/* Is this constancia valid? Anybody types the code that is printed on it. The answer is that of the
 * POST itself: it is kept, and a code stays out of addresses. */
#include "core/str.h"
#include "gen/q_publico.h"
#include "page/pages.h"

enum { CODIGO };
enum { CODE_LENGTH = 12 };

static const char *whole(struct request *rq, const char *text) {
    size_t n = 0;
    (void)rq;
    for (const char *p = text; *p != '\0'; p++) {
        bool letter =
            (*p >= '0' && *p <= '9') || (*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z');
        if (!letter && *p != '-' && *p != ' ') {
            return "Escriba solo las letras y cifras del código.";
        }
        n += letter ? 1 : 0;
    }
    return n == CODE_LENGTH ? NULL
                            : "El código tiene doce letras y cifras. Revíselo en la constancia.";
}

static const struct field fields[] = {
    [CODIGO] = {.name = "codigo",
                .label = "Código de verificación",
                .kind = F_TEXT,
                .required = true,
                .query = true,
                .max = 30,
                .width = "w20",
                .hint = "Está al final de la constancia, por ejemplo 7K2M-94QX-B3TD.",
                .missing = "Escriba el código de la constancia.",
                .check = whole,
                .autocomplete = "off"},
};
const struct form publico_constancia_form = {.fields = fields, .n = 1, .fleeting = true};

static struct view *page(struct request *rq, struct response *rs) {
    return response_page(rq, rs, "publico/constancia", "Verificar una constancia");
}

enum http_status publico_constancia_get(struct request *rq, struct response *rs) {
    rq->form->v[CODIGO].error = rq->redisplay ? rq->form->v[CODIGO].error : NULL;
    (void)page(rq, rs);
    return HTTP_OK;
}

enum http_status publico_constancia_post(struct request *rq, struct response *rs) {
    struct q_publico_constancia_row row;
    enum err e = q_publico_constancia(
        rq->db,
        &(struct q_publico_constancia_in){.codigo = form_text(rq, CODIGO), .address = rq->address},
        &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (str_eq(row.resultado, "demasiados")) {
        rs->retry_after_s = 3600;
        form_error_all(rq, "Se probaron demasiados códigos desde su conexión. Espere una hora.");
        return HTTP_TOO_MANY;
    }
    bool valid = str_eq(row.resultado, "ok");
    struct view *v = page(rq, rs);
    if (valid) {
        view_row(v, &row, &q_publico_constancia_table);
    }
    view_section(v, T_VALIDA, valid);
    view_section(v, T_NO_VALIDA, !valid);
    return HTTP_OK;
}
