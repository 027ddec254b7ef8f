#include "page/mooc/ajustes.h"

#include <string.h>

#include "gen/q_mooc.h"
#include "page/pages.h"

static const struct option regimes[] = {{"EVALUACION", "Por evaluación: vale la nota"},
                                        {"ASISTENCIA", "Por asistencia: vale finalizar"},
                                        {"AMBAS", "Por asistencia y evaluación: valen las dos"},
                                        {NULL, NULL}};

/* Up to two decimals, with point or comma. */
static const char *check_decimal(struct request *rq, const char *text) {
    (void)rq;
    size_t whole = strspn(text, "0123456789");
    const char *rest = text + whole;
    size_t decimals = *rest == '.' || *rest == ',' ? strspn(rest + 1, "0123456789") : 0;
    bool good = whole >= 1 && whole <= 3 &&
                (*rest == '\0' || (decimals >= 1 && decimals <= 2 && rest[1 + decimals] == '\0'));
    return good ? NULL : "Escriba un número como 14 o 10.5.";
}

static const char *check_code(struct request *rq, const char *text) {
    (void)rq;
    size_t n = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
    return n >= 3 && text[n] == '\0' ? NULL : "Use de 3 a 40 letras, números y guiones.";
}

static const struct field fields[] = {
    [AJUSTE_CODIGO] = {.name = "codigo",
                       .label = "Código",
                       .kind = F_TEXT,
                       .max = 40,
                       .hint = "Por ejemplo INDUCCION-ESTADO-2026.",
                       .autocomplete = "off",
                       .width = "w20",
                       .check = check_code,
                       .constraint = "curso_codigo_key",
                       .constraint_msg = "Ya hay un curso con ese código."},
    [AJUSTE_NOMBRE] = {.name = "nombre",
                       .label = "Nombre del curso",
                       .kind = F_TEXT,
                       .required = true,
                       .min = 3,
                       .max = 200,
                       .width = "w100"},
    [AJUSTE_EDICION] = {.name = "edicion",
                        .label = "Edición",
                        .kind = F_ID,
                        .hint = "Vale para las personas inscritas en ella."},
    [AJUSTE_ACREDITACION] = {.name = "acreditacion",
                             .label = "Cómo se acredita",
                             .kind = F_RADIO,
                             .required = true,
                             .missing = "Elija cómo se acredita.",
                             .options = regimes},
    [AJUSTE_NOTA_MINIMA] = {.name = "nota_minima",
                            .label = "Nota mínima",
                            .kind = F_TEXT,
                            .required = true,
                            .max = 6,
                            .inputmode = "decimal",
                            .width = "w5",
                            .hint = "Es un ajuste, no el plazo ni la nota de una norma.",
                            .check = check_decimal,
                            .constraint = "curso_version_nota_minima_range",
                            .constraint_msg = "No puede pasar de la nota más alta."},
    [AJUSTE_ESCALA] = {.name = "escala",
                       .label = "Nota más alta",
                       .kind = F_TEXT,
                       .required = true,
                       .max = 6,
                       .inputmode = "decimal",
                       .width = "w5",
                       .check = check_decimal,
                       .constraint = "curso_version_escala_range",
                       .constraint_msg = "Va de 1 a 1000."},
    [AJUSTE_ESCALA_ORIGEN] = {.name = "escala_origen",
                              .label = "Nota más alta en Moodle",
                              .kind = F_TEXT,
                              .required = true,
                              .max = 6,
                              .inputmode = "decimal",
                              .width = "w5",
                              .hint =
                                  "Si allá se califica sobre 100, escriba 100: aquí se convierte.",
                              .check = check_decimal,
                              .constraint = "curso_version_escala_origen_range",
                              .constraint_msg = "Va de 1 a 1000."},
    [AJUSTE_HORAS] =
        {.name = "horas", .label = "Horas", .kind = F_INT, .low = 1, .high = 2000, .width = "w5"},
    [AJUSTE_CIERRE] = {.name = "cierre",
                       .label = "Cierre del curso",
                       .kind = F_DATE,
                       .hint =
                           "Antes de ese día una nota baja no cuenta todavía como desaprobado."},
    [AJUSTE_MOODLE_ID] = {.name = "moodle_id",
                          .label = "Número del curso en Moodle",
                          .kind = F_INT,
                          .low = 2,
                          .high = 2000000000,
                          .width = "w10",
                          .hint = "El que sigue a «course/view.php?id=» en su dirección."},
    [AJUSTE_VIGENTE] = {.name = "vigente", .label = "Recibe resultados", .kind = F_CHECK},
    [AJUSTE_VERSION] = {.name = "version", .label = "Versión", .kind = F_ID},
};
const struct form mooc_nuevo_form = FORM(fields);
const struct form mooc_curso_form = FORM(fields);

enum err ajustes_ofrecer(struct request *rq) {
    struct q_mooc_nuevo_ediciones_row *rows = NULL;
    size_t n = 0;
    enum err e = q_mooc_nuevo_ediciones(rq->db, &rows, &n);
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){"", "Todas las ediciones"};
    for (size_t i = 0; i < n; i++) {
        options[i + 1] =
            (struct option){arena_printf(rq->arena, "%lld", (long long)rows[i].id), rows[i].nombre};
    }
    form_options(rq, AJUSTE_EDICION, options);
    return e;
}

static struct q_mooc_curso_guardar_in typed(const struct request *rq) {
    const int64_t *version = form_number_opt(rq, AJUSTE_VERSION);
    return (struct q_mooc_curso_guardar_in){
        .version = version != NULL && *version < INT32_MAX ? (int32_t)*version : 0,
        .codigo = form_text(rq, AJUSTE_CODIGO),
        .edicion_id = form_number_opt(rq, AJUSTE_EDICION),
        .vigente = form_checked(rq, AJUSTE_VIGENTE),
        .nombre = form_text(rq, AJUSTE_NOMBRE),
        .acreditacion = form_text(rq, AJUSTE_ACREDITACION),
        .escala = form_text(rq, AJUSTE_ESCALA),
        .nota_minima = form_text(rq, AJUSTE_NOTA_MINIMA),
        .escala_origen = form_text(rq, AJUSTE_ESCALA_ORIGEN),
        .horas = form_number_opt(rq, AJUSTE_HORAS),
        .cierre = form_date(rq, AJUSTE_CIERRE),
        .moodle_id = form_number_opt(rq, AJUSTE_MOODLE_ID)};
}

enum http_status ajustes_guardar(struct request *rq, struct response *rs, const int64_t *curso_id) {
    struct q_mooc_curso_guardar_in in = typed(rq);
    struct q_mooc_curso_guardar_row row;
    in.curso_id = curso_id;
    enum err e = ajustes_ofrecer(rq);
    if (e == ERR_OK && !form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    if (e == ERR_OK) {
        e = q_mooc_curso_guardar(rq->db, &in, &row);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(row.resultado, "conflicto")) {
        return HTTP_CONFLICT;
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "guardado" : "sin_cambio");
    return response_redirect(rs, "/mooc/cursos");
}
