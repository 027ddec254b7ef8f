/* Second step of a registration: one form about the person and their post. What is typed is kept
 * in a draft, so that the review, the back button and a second try start from it. */
#include "catalogo/catalogo.h"
#include "gen/q_servidor.h"
#include "jefe/jefe.h"
#include "page/pages.h"
#include "page/servidor/campos.h"

enum {
    PATERNO,
    MATERNO,
    NOMBRES,
    CORREO,
    CELULAR,
    INGRESO,
    UNIDAD,
    UNIDAD_NUEVA,
    PUESTO,
    JEFE,
    JEFE_ID,
    REGIMEN,
    GRUPO,
    CONTRATO,
    CONDICION,
    MODALIDAD,
    SUSTENTO,
    CONFIANZA,
    PRIMER_INGRESO
};

static const struct field fields[] = {
    [PATERNO] = {CAMPO_PATERNO},
    [MATERNO] = {CAMPO_MATERNO},
    [NOMBRES] = {CAMPO_NOMBRES, .hint = "Como figuran en el documento."},
    [CORREO] = {CAMPO_CORREO,
                .hint = "Para avisarle de su inducción. Varias personas pueden usar el mismo."},
    [CELULAR] = {CAMPO_CELULAR},
    [INGRESO] = {CAMPO_INGRESO,
                 .hint = "Por ejemplo 12/10/2026. De ella salen las fechas de las etapas."},
    [UNIDAD] = {CAMPO_UNIDAD},
    [UNIDAD_NUEVA] = {CAMPO_UNIDAD_NUEVA},
    [PUESTO] = {CAMPO_PUESTO},
    [JEFE] = JEFE_FIELD,
    [JEFE_ID] = JEFE_ID_FIELD,
    [REGIMEN] = {CAMPO_REGIMEN},
    [GRUPO] = {CAMPO_GRUPO},
    [CONTRATO] = {CAMPO_CONTRATO},
    [CONDICION] = {CAMPO_CONDICION},
    [MODALIDAD] = {CAMPO_MODALIDAD},
    [SUSTENTO] = {CAMPO_SUSTENTO},
    [CONFIANZA] = {CAMPO_CONFIANZA},
    [PRIMER_INGRESO] = {CAMPO_PRIMER_INGRESO},
};
const struct form servidor_datos_form = FORM(fields);

/* What the draft holds, as first values of a form that nobody has sent. */
static void show_draft(struct request *rq, const struct q_servidor_datos_ver_row *d) {
    const char *const values[] = {
        [PATERNO] = d->apellido_paterno,
        [MATERNO] = d->apellido_materno,
        [NOMBRES] = d->nombres,
        [CORREO] = d->correo,
        [CELULAR] = d->celular,
        [UNIDAD] = d->organo_id,
        [INGRESO] = date_short(rq->arena, d->fecha_ingreso),
        [UNIDAD_NUEVA] = d->organo_id == NULL ? d->organo_nombre : NULL,
        [PUESTO] = d->puesto,
        [JEFE] = d->jefe_nombre,
        [REGIMEN] = d->regimen,
        [GRUPO] = d->grupo,
        [CONTRATO] = d->tipo_contrato,
        [CONDICION] = d->condicion,
        [MODALIDAD] = d->modalidad,
        [SUSTENTO] = d->documento_sustento,
        [CONFIANZA] = d->es_confianza ? "1" : NULL,
        [PRIMER_INGRESO] = d->primer_ingreso ? "1" : NULL,
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        form_set(rq, i, values[i]);
    }
}

static const struct jefe_campos jefe_fields = {JEFE, JEFE_ID, 0};

static enum err load_options(struct request *rq) {
    static const struct catalogo_campo lists[] = {{REGIMEN, CAT_REGIMEN},
                                                  {GRUPO, CAT_GRUPO},
                                                  {CONTRATO, CAT_TIPO_CONTRATO},
                                                  {CONDICION, CAT_CONDICION},
                                                  {UNIDAD, CAT_UNIDAD}};
    return catalogo_options(rq, lists, sizeof lists / sizeof lists[0], 0);
}

enum http_status servidor_datos_get(struct request *rq, struct response *rs) {
    struct q_servidor_datos_ver_row d;
    enum err e = q_servidor_datos_ver(
        rq->db, &(struct q_servidor_datos_ver_in){.token = request_text(rq, 0)}, &d);
    if (e == ERR_OK && d.vinculo_id == NULL) {
        e = load_options(rq);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (d.vinculo_id != NULL) {
        response_notice(rs, "ya_registrado");
        return response_redirect(rs, "/servidor/%lld/ficha", (long long)*d.vinculo_id);
    }
    show_draft(rq, &d);
    if (d.persona_id != NULL) { /* known from elsewhere: their name is shown */
        request_note_look(rq, "persona", *d.persona_id, *d.persona_id);
    }
    struct view *v = response_page(rq, rs, "servidor/datos", "Datos de la persona y de su puesto");
    view_row(v, &d, &q_servidor_datos_ver_table);
    e = jefe_show(rq, v, &jefe_fields);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

static struct q_servidor_datos_guardar_in read_form(struct request *rq, const struct jefe *jefe) {
    return (struct q_servidor_datos_guardar_in){
        .token = request_text(rq, 0),
        .apellido_paterno = form_text(rq, PATERNO),
        .apellido_materno = form_text(rq, MATERNO),
        .nombres = form_text(rq, NOMBRES),
        .correo = form_text(rq, CORREO),
        .celular = form_text(rq, CELULAR),
        .fecha_ingreso = form_date(rq, INGRESO),
        .organo_id = form_number_opt(rq, UNIDAD),
        .organo_nombre = form_text(rq, UNIDAD_NUEVA),
        .puesto = form_text(rq, PUESTO),
        .jefe_vinculo_id = jefe->vinculo_id,
        .jefe_nombre = jefe->nombre,
        .regimen = form_text(rq, REGIMEN),
        .grupo = form_text(rq, GRUPO),
        .tipo_contrato = form_text(rq, CONTRATO),
        .condicion = form_text(rq, CONDICION),
        .modalidad = form_text(rq, MODALIDAD),
        .documento_sustento = form_text(rq, SUSTENTO),
        .es_confianza = form_checked(rq, CONFIANZA),
        .primer_ingreso = form_checked(rq, PRIMER_INGRESO),
    };
}

/* The field that an outcome speaks of, and what to do about it. */
static enum http_status refuse(struct request *rq, const char *outcome) {
    static const struct {
        const char *outcome;
        size_t field;
        const char *message;
    } messages[] = {
        {"fecha_invalida", INGRESO, "Revise la fecha de ingreso: va de 1950 a 90 días desde hoy."},
        {"sin_edicion", INGRESO,
         "El programa no tiene una edición para esa fecha. Revise el año o consulte a SERVIR."},
        {"unidad_invalida", UNIDAD, "Elija una unidad de la lista."},
        {"jefe_invalido", JEFE, "Escriba el nombre del jefe inmediato."},
    };
    for (size_t i = 0; i < sizeof messages / sizeof messages[0]; i++) {
        if (str_eq(outcome, messages[i].outcome)) {
            return form_error(rq, messages[i].field, messages[i].message);
        }
    }
    return form_error(rq, PATERNO, "Escriba al menos un apellido.");
}

enum http_status servidor_datos_post(struct request *rq, struct response *rs) {
    static const struct jefe nobody = {NULL, NULL};
    struct q_servidor_datos_guardar_row r;
    struct jefe jefe;
    enum err e = load_options(rq);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    enum http_status s = form_check_options(rq) ? HTTP_OK : HTTP_UNPROCESSABLE;
    if (s == HTTP_OK) {
        s = jefe_read(rq, &jefe_fields, &nobody, &jefe);
    }
    if (s != HTTP_OK) {
        return s;
    }
    struct q_servidor_datos_guardar_in in = read_form(rq, &jefe);
    e = q_servidor_datos_guardar(rq->db, &in, &r);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(r.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (!str_eq(r.resultado, "ok") && !str_eq(r.resultado, "registrado")) {
        return refuse(rq, r.resultado);
    }
    return response_redirect(rs, "/servidor/revisar/%s", in.token);
}
