/* A result of the course that the ORH enters by hand, with the file that shows it. */
#include "gen/q_mooc.h"
#include "page/pages.h"
#include "tarea/evidencia.h"

enum { CURSO, ESTADO, NOTA, FECHA, SUSTENTO, ARCHIVO };

static const struct option states[] = {{"APROBADO", "Aprobó"},
                                       {"ASISTIO", "Asistió"},
                                       {"DESAPROBADO", "Desaprobó"},
                                       {"RETIRADO", "Se retiró"},
                                       {NULL, NULL}};
static const struct field fields[] = {
    [CURSO] = {.name = "curso",
               .label = "Curso",
               .kind = F_ID,
               .required = true,
               .missing = "Elija el curso."},
    [ESTADO] = {.name = "estado",
                .label = "Resultado",
                .kind = F_RADIO,
                .required = true,
                .options = states,
                .missing = "Elija el resultado."},
    [NOTA] = {.name = "nota",
              .label = "Nota",
              .kind = F_TEXT,
              .max = 6,
              .inputmode = "decimal",
              .width = "w5",
              .autocomplete = "off",
              .hint = "Como está en la constancia. Por ejemplo 16 o 15.5."},
    [FECHA] = {.name = "fecha",
               .label = "Fecha de la constancia",
               .kind = F_DATE,
               .required = true,
               .autocomplete = "off"},
    [SUSTENTO] = {.name = "sustento",
                  .label = "Número o detalle de la constancia",
                  .kind = F_TEXT,
                  .min = 3,
                  .max = 300,
                  .width = "w100",
                  .autocomplete = "off"},
    [ARCHIVO] = {EVIDENCIA_FIELD("Constancia", ""), .required = true,
                 .missing = "Elija el archivo de la constancia."},
};
const struct form mooc_resultado_form = FORM_UPLOAD(fields, EVIDENCIA_BODY_MAX);

static enum err offer_courses(struct request *rq, size_t *n) {
    struct q_mooc_resultado_cursos_row *rows = NULL;
    enum err e = q_mooc_resultado_cursos(
        rq->db, &(struct q_mooc_resultado_cursos_in){.vinculo_id = request_id(rq, 0)}, &rows, n);
    struct option *options = arena_calloc(rq->arena, *n + 1, sizeof options[0]);
    for (size_t i = 0; i < *n; i++) {
        options[i] =
            (struct option){arena_printf(rq->arena, "%lld", (long long)rows[i].id), rows[i].nombre};
    }
    form_options(rq, CURSO, options);
    return e;
}

enum http_status mooc_resultado_get(struct request *rq, struct response *rs) {
    struct q_mooc_resultado_row row;
    size_t n = 0;
    bool found = false;
    enum err e = q_mooc_resultado(
        rq->db, &(struct q_mooc_resultado_in){.vinculo_id = request_id(rq, 0)}, &row, &found);
    if (e == ERR_OK && !found) {
        return HTTP_NOT_FOUND;
    }
    if (e == ERR_OK) {
        e = offer_courses(rq, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", row.id, row.persona_id);
    struct view *v = response_page(rq, rs, "mooc/resultado",
                                   arena_printf(rq->arena, "Resultado de %s", row.nombre));
    view_row(v, &row, &q_mooc_resultado_table);
    view_section(v, T_SE_ANOTA, !row.cerrada && n > 0);
    view_section(v, T_SIN_CURSOS, n == 0);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome) {
    static const struct {
        const char *outcome;
        size_t field;
        const char *message;
    } all[] = {
        {"falta_nota", NOTA, "Este curso se evalúa: escriba la nota."},
        {"nota_mala", NOTA, "Escriba una nota dentro de la escala del curso, como 16 o 15.5."},
        {"nota_baja", NOTA, "Con esa nota no se aprueba el curso: revise la nota o el resultado."},
        {"nota_alta", NOTA, "Con esa nota el curso se aprueba: revise la nota o el resultado."},
        {"fecha_futura", FECHA, "La fecha es posterior a hoy."},
        {"demasiadas", ARCHIVO, "La etapa A ya tiene diez archivos, el máximo."},
    };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (str_eq(outcome, all[i].outcome)) {
            return form_error(rq, all[i].field, all[i].message);
        }
    }
    return str_eq(outcome, "no_encontrado")
               ? HTTP_NOT_FOUND
               : form_error_all(rq, "La etapa A de esta persona ya no recibe resultados.");
}

static enum err save(struct request *rq, const struct evidencia *file,
                     struct q_mooc_resultado_guardar_row *row) {
    return q_mooc_resultado_guardar(
        rq->db,
        &(struct q_mooc_resultado_guardar_in){.vinculo_id = request_id(rq, 0),
                                              .curso_id = form_number(rq, CURSO),
                                              .estado = form_text(rq, ESTADO),
                                              .nota = form_text(rq, NOTA),
                                              .fecha = form_date(rq, FECHA),
                                              .sustento = form_text(rq, SUSTENTO),
                                              .sha256 = file->sha256,
                                              .tipo = file->tipo,
                                              .bytes = file->bytes,
                                              .nombre = file->nombre},
        row);
}

enum http_status mooc_resultado_post(struct request *rq, struct response *rs) {
    struct evidencia file;
    struct q_mooc_resultado_guardar_row row;
    size_t n = 0;
    enum err e = offer_courses(rq, &n);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    enum http_status s = evidencia_tomar(rq, ARCHIVO, &file);
    if (s != HTTP_OK) {
        return s;
    }
    e = save(rq, &file, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "ya_estaba")) {
        return refuse(rq, row.resultado);
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "mooc_anotado" : "mooc_sin_cambio");
    return response_redirect(rs, "/servidor/%lld/ficha", (long long)request_id(rq, 0));
}
