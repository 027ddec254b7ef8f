/* Something changed on a day: the period in force ends the day before and a new one begins. */
#include "gen/q_servidor.h"
#include "page/pages.h"
#include "page/servidor/edicion.h"

enum { DESDE = EDICION_CAMPOS, MOTIVO };

static const struct field fields[] = {
    EDICION_FIELDS,
    [DESDE] = {.name = "desde",
               .label = "¿Desde qué fecha?",
               .kind = F_DATE,
               .required = true,
               .hint = "El primer día con el cambio, por ejemplo 12/10/2026.",
               .missing = "Escriba desde qué fecha rige el cambio.",
               .autocomplete = "off"},
    [MOTIVO] = {.name = "motivo",
                .label = "Motivo",
                .width = "w100",
                .kind = F_TEXT,
                .max = 300,
                .hint = "Por ejemplo: rotación, encargatura, ascenso.",
                .autocomplete = "off"},
};
const struct form servidor_cambiar_form = FORM(fields);

enum http_status servidor_cambiar_get(struct request *rq, struct response *rs) {
    struct q_servidor_edicion_row r;
    const char *values[EDICION_CAMPOS];
    enum err e = edicion_load(rq, request_id(rq, 0), &r);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "servidor/cambiar",
                                   arena_printf(rq->arena, "Registrar un cambio de %s", r.nombre));
    request_note_look(rq, "vinculo", r.id, r.persona_id);
    view_row(v, &r, &q_servidor_edicion_table);
    edicion_values(rq, &r, values);
    e = edicion_show(rq, v, &r, values, EDICION_CAMPOS);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

static struct q_servidor_cambiar_guardar_in read_form(const struct request *rq, int32_t version,
                                                      const struct jefe *jefe) {
    return (struct q_servidor_cambiar_guardar_in){
        .id = request_id(rq, 0),
        .version = version,
        .desde = form_date(rq, DESDE),
        .organo_id = form_number_opt(rq, ED_UNIDAD),
        .organo_nombre = form_text(rq, ED_UNIDAD_NUEVA),
        .puesto = form_text(rq, ED_PUESTO),
        .regimen = form_text(rq, ED_REGIMEN),
        .grupo = form_text(rq, ED_GRUPO),
        .tipo_contrato = form_text(rq, ED_CONTRATO),
        .condicion = form_text(rq, ED_CONDICION),
        .modalidad = form_text(rq, ED_MODALIDAD),
        .es_confianza = form_checked(rq, ED_CONFIANZA),
        .sustento = form_text(rq, ED_SUSTENTO),
        .jefe_vinculo_id = jefe->vinculo_id,
        .jefe_nombre = jefe->nombre,
        .motivo = form_text(rq, MOTIVO),
    };
}

/* Why a date does not serve, with the dates themselves; NULL when it does. */
static const char *bad_date(struct request *rq, const struct q_servidor_edicion_row *r) {
    struct date from = form_date(rq, DESDE);
    if (date_cmp(from, date_today()) > 0) {
        return "La fecha no puede ser futura: registre el cambio cuando ya rija.";
    }
    if (date_cmp(from, r->desde) <= 0) {
        return arena_printf(
            rq->arena,
            "Escriba una fecha posterior al %s, cuando empezó el periodo actual. Si "
            "el dato estaba mal desde entonces, use «Corregir un dato».",
            date_short(rq->arena, r->desde));
    }
    return NULL;
}

/* *tasks: how many of the person's tasks the change moved. */
static enum http_status save(struct request *rq, const struct q_servidor_edicion_row *r,
                             int32_t *tasks) {
    struct jefe now = {r->jefe_vinculo_id, r->jefe}, jefe;
    struct jefe_campos f = {.texto = ED_JEFE, .eleccion = ED_JEFE_ID, .vinculo_id = r->id};
    enum http_status s = jefe_read(rq, &f, &now, &jefe);
    if (s != HTTP_OK) {
        return s;
    }
    struct q_servidor_cambiar_guardar_in in = read_form(rq, r->version, &jefe);
    struct q_servidor_cambiar_guardar_row done;
    enum err e = q_servidor_cambiar_guardar(rq->db, &in, &done);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    *tasks = done.tareas;
    return str_eq(done.resultado, "ok") ? HTTP_OK : edicion_refuse(rq, done.resultado, DESDE);
}

enum http_status servidor_cambiar_post(struct request *rq, struct response *rs) {
    struct q_servidor_edicion_row r;
    const char *values[EDICION_CAMPOS];
    enum err e =
        q_servidor_edicion(rq->db, &(struct q_servidor_edicion_in){.id = request_id(rq, 0)}, &r);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    edicion_values(rq, &r, values);
    int32_t tasks = 0;
    bool moved_on = edicion_moved_on(rq, values);
    bool repeated = moved_on && date_cmp(form_date(rq, DESDE), r.desde) == 0 &&
                    edicion_same(rq, values, EDICION_CAMPOS);
    const char *bad = repeated || moved_on ? NULL : bad_date(rq, &r);
    if (bad != NULL) {
        return form_error(rq, DESDE, bad);
    }
    enum http_status s = repeated   ? HTTP_OK
                         : moved_on ? edicion_refuse(rq, "conflicto", DESDE)
                                    : save(rq, &r, &tasks);
    if (s != HTTP_OK) {
        return s;
    }
    response_notice(rs, tasks > 0 ? "cambiado_tareas" : "cambiado");
    return response_redirect(rs, "/servidor/%lld/ficha", (long long)r.id);
}
