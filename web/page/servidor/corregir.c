/* A datum was written wrong: it is put right as if it had always been so. A change that happened on
 * a day is another page's. */
#include "gen/q_servidor.h"
#include "page/pages.h"
#include "page/servidor/campos.h"
#include "page/servidor/edicion.h"

enum {
    NOMBRES = EDICION_CAMPOS,
    PATERNO,
    MATERNO,
    DIGITO,
    SEXO,
    NACIMIENTO,
    CORREO,
    CELULAR,
    INGRESO,
    INICIO,
    PRIMER_INGRESO,
    VALUES,
    MOTIVO = VALUES
};

static const struct field fields[] = {
    EDICION_FIELDS,
    [NOMBRES] = {CAMPO_NOMBRES},
    [PATERNO] = {CAMPO_PATERNO},
    [MATERNO] = {CAMPO_MATERNO},
    [DIGITO] = {.name = "digito",
                .label = "Dígito verificador",
                .kind = F_DOCUMENT,
                .width = "w5",
                .hint = "Está a la derecha del número, en el DNI.",
                .bad = "Escriba una sola cifra o letra.",
                .autocomplete = "off"},
    [SEXO] = {.name = "sexo", .label = "Sexo", .kind = F_SELECT, .options = catalogo_sexos},
    [NACIMIENTO] = {.name = "fecha_nacimiento",
                    .label = "Fecha de nacimiento",
                    .kind = F_DATE,
                    .autocomplete = "off",
                    .constraint = "persona_fecha_nacimiento_range",
                    .constraint_msg = "Revise el año de nacimiento."},
    [CORREO] = {CAMPO_CORREO, .constraint = "persona_correo_format",
                .constraint_msg = "Escriba el correo completo, por ejemplo nombre@entidad.gob.pe."},
    [CELULAR] = {CAMPO_CELULAR},
    [INGRESO] = {CAMPO_INGRESO, .hint = "Si la cambia, se recalculan las etapas abiertas."},
    [INICIO] = {.name = "fecha_inicio_puesto",
                .label = "Inicio en el puesto",
                .kind = F_DATE,
                .required = true,
                .autocomplete = "off"},
    [PRIMER_INGRESO] = {CAMPO_PRIMER_INGRESO},
    [MOTIVO] = {.name = "motivo",
                .label = "¿Qué estaba mal?",
                .width = "w100",
                .kind = F_TEXT,
                .required = true,
                .min = 5,
                .max = 300,
                .hint = "Por ejemplo: apellido mal escrito en el contrato.",
                .missing = "Escriba qué estaba mal: queda en la historia.",
                .autocomplete = "off"},
};
const struct form servidor_corregir_form = FORM(fields);

static void read_values(struct request *rq, const struct q_servidor_edicion_row *r,
                        const char *values[VALUES]) {
    edicion_values(rq, r, values);
    values[NOMBRES] = r->nombres;
    values[PATERNO] = r->apellido_paterno;
    values[MATERNO] = r->apellido_materno;
    values[DIGITO] = r->digito;
    values[SEXO] = r->sexo;
    values[NACIMIENTO] =
        date_none(r->fecha_nacimiento) ? NULL : date_short(rq->arena, r->fecha_nacimiento);
    values[CORREO] = r->correo;
    values[CELULAR] = r->celular;
    values[INGRESO] = date_short(rq->arena, r->fecha_ingreso);
    values[INICIO] = date_short(rq->arena, r->fecha_inicio_puesto);
    values[PRIMER_INGRESO] = r->primer_ingreso ? "1" : NULL;
}

enum http_status servidor_corregir_get(struct request *rq, struct response *rs) {
    struct q_servidor_edicion_row r;
    const char *values[VALUES];
    enum err e = edicion_load(rq, request_id(rq, 0), &r);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "servidor/corregir",
                                   arena_printf(rq->arena, "Corregir un dato de %s", r.nombre));
    request_note_look(rq, "vinculo", r.id, r.persona_id);
    view_row(v, &r, &q_servidor_edicion_table);
    read_values(rq, &r, values);
    e = edicion_show(rq, v, &r, values, VALUES);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

/* The identity stays as it is when another entity shares the person, and nothing of the person is
 * touched when the vinculo has ended. */
static struct q_servidor_corregir_guardar_in read_form(const struct request *rq,
                                                       const struct q_servidor_edicion_row *r,
                                                       const struct jefe *jefe) {
    bool who = r->con_identidad, contact = r->con_contacto;
    return (struct q_servidor_corregir_guardar_in){
        .id = r->id,
        .version = r->version,
        .nombres = who ? form_text(rq, NOMBRES) : r->nombres,
        .apellido_paterno = who ? form_text(rq, PATERNO) : r->apellido_paterno,
        .apellido_materno = who ? form_text(rq, MATERNO) : r->apellido_materno,
        .digito = who ? form_text(rq, DIGITO) : r->digito,
        .sexo = who ? form_text(rq, SEXO) : r->sexo,
        .fecha_nacimiento = who ? form_date(rq, NACIMIENTO) : r->fecha_nacimiento,
        .correo = contact ? form_text(rq, CORREO) : r->correo,
        .celular = contact ? form_text(rq, CELULAR) : r->celular,
        .organo_id = form_number_opt(rq, ED_UNIDAD),
        .organo_nombre = form_text(rq, ED_UNIDAD_NUEVA),
        .puesto = form_text(rq, ED_PUESTO),
        .regimen = form_text(rq, ED_REGIMEN),
        .grupo = form_text(rq, ED_GRUPO),
        .tipo_contrato = form_text(rq, ED_CONTRATO),
        .condicion = form_text(rq, ED_CONDICION),
        .modalidad = form_text(rq, ED_MODALIDAD),
        .es_confianza = form_checked(rq, ED_CONFIANZA),
        .primer_ingreso = form_checked(rq, PRIMER_INGRESO),
        .sustento = form_text(rq, ED_SUSTENTO),
        .jefe_vinculo_id = jefe->vinculo_id,
        .jefe_nombre = jefe->nombre,
        .fecha_ingreso = form_date(rq, INGRESO),
        .fecha_inicio_puesto = form_date(rq, INICIO),
        .motivo = form_text(rq, MOTIVO),
    };
}

/* What a field alone cannot tell. HTTP_OK or 422 with every message at its place. */
static enum http_status check(struct request *rq, const struct q_servidor_edicion_row *r) {
    struct date entry = form_date(rq, INGRESO), birth = form_date(rq, NACIMIENTO);
    if (r->con_identidad && form_text(rq, PATERNO) == NULL && form_text(rq, MATERNO) == NULL) {
        form_error(rq, PATERNO, "Escriba al menos un apellido.");
    }
    if (!date_none(birth) && date_cmp(birth, entry) >= 0) {
        form_error(rq, NACIMIENTO, "La fecha de nacimiento debe ser anterior al ingreso.");
    }
    if (date_days_between(date_today(), entry) > 90 || entry.year < 1950) {
        form_error(rq, INGRESO, "Revise la fecha de ingreso: va de 1950 a 90 días desde hoy.");
    }
    if (date_cmp(form_date(rq, INICIO), entry) < 0) {
        form_error(rq, INICIO, "El inicio en el puesto no puede ser anterior al ingreso.");
    }
    return form_ok(rq) ? HTTP_OK : HTTP_UNPROCESSABLE;
}

/* *tasks: how many of the person's tasks the change moved. */
static enum http_status save(struct request *rq, const struct q_servidor_edicion_row *r,
                             int32_t *tasks) {
    struct jefe now = {r->jefe_vinculo_id, r->jefe}, jefe;
    struct jefe_campos f = {.texto = ED_JEFE, .eleccion = ED_JEFE_ID, .vinculo_id = r->id};
    enum http_status s = check(rq, r);
    s = s == HTTP_OK ? jefe_read(rq, &f, &now, &jefe) : s;
    if (s != HTTP_OK) {
        return s;
    }
    struct q_servidor_corregir_guardar_in in = read_form(rq, r, &jefe);
    struct q_servidor_corregir_guardar_row done;
    enum err e = q_servidor_corregir_guardar(rq->db, &in, &done);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(done.resultado, "digito_invalido")) {
        return form_error(rq, DIGITO, "Ese dígito no corresponde al número. Revíselo en el DNI.");
    }
    *tasks = done.tareas;
    return str_eq(done.resultado, "ok") ? HTTP_OK : edicion_refuse(rq, done.resultado, INGRESO);
}

enum http_status servidor_corregir_post(struct request *rq, struct response *rs) {
    struct q_servidor_edicion_row r;
    const char *values[VALUES];
    enum err e =
        q_servidor_edicion(rq->db, &(struct q_servidor_edicion_in){.id = request_id(rq, 0)}, &r);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    read_values(rq, &r, values);
    int32_t tasks = 0;
    bool moved_on = edicion_moved_on(rq, values);
    bool repeated = moved_on && edicion_same(rq, values, VALUES);
    enum http_status s = repeated   ? HTTP_OK
                         : moved_on ? edicion_refuse(rq, "conflicto", INGRESO)
                                    : save(rq, &r, &tasks);
    if (s != HTTP_OK) {
        return s;
    }
    response_notice(rs, tasks > 0 ? "corregido_tareas" : "corregido");
    return response_redirect(rs, "/servidor/%lld/ficha", (long long)r.id);
}
