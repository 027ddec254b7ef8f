/* Pauses of an entity: of everybody or of one person, with the reason and until when. */
#include "core/str.h"
#include "gen/q_recordatorio.h"
#include "page/pages.h"

enum { DOCUMENTO, MOTIVO, HASTA, LEVANTAR };

static const struct field fields[] = {
    [DOCUMENTO] = {.name = "documento",
                   .label = "Documento de la persona",
                   .kind = F_DOCUMENT,
                   .width = "w10",
                   .autocomplete = "off",
                   .hint = "Déjelo vacío para pausar los de toda la entidad."},
    [MOTIVO] = {.name = "motivo",
                .label = "Motivo",
                .kind = F_TEXT,
                .min = 3,
                .max = 300,
                .hint = "Por ejemplo: licencia. No escriba datos de salud."},
    [HASTA] = {.name = "hasta",
               .label = "Hasta el",
               .kind = F_DATE,
               .width = "w10",
               .hint = "Ese día inclusive. Vacío: hasta que alguien la levante.",
               .autocomplete = "off"},
    [LEVANTAR] = {.name = "levantar", .label = "Levantar", .kind = F_ID},
};
const struct form recordatorio_pausa_form = FORM(fields);

static enum err load(struct request *rq, struct q_recordatorio_pausa_entidad_row *entidad) {
    return q_recordatorio_pausa_entidad(
        rq->db, &(struct q_recordatorio_pausa_entidad_in){.entidad_id = request_id(rq, 0)},
        entidad);
}

enum http_status recordatorio_pausa_get(struct request *rq, struct response *rs) {
    struct q_recordatorio_pausa_entidad_row entidad;
    struct q_recordatorio_pausa_row *rows = NULL;
    size_t n = 0;
    enum err e = load(rq, &entidad);
    if (e == ERR_OK) {
        e = q_recordatorio_pausa(
            rq->db, &(struct q_recordatorio_pausa_in){.entidad_id = request_id(rq, 0)}, &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "recordatorio/pausa", "Pausar recordatorios");
    view_str(v, T_ENTIDAD, entidad.nombre);
    view_rows(v, T_FILAS, rows, n, &q_recordatorio_pausa_table);
    return HTTP_OK;
}

static enum http_status lift(struct request *rq, struct response *rs) {
    enum err e = q_recordatorio_pausa_levantar(
        rq->db, &(struct q_recordatorio_pausa_levantar_in){.id = form_number(rq, LEVANTAR),
                                                           .entidad_id = request_id(rq, 0)});
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    response_notice(rs, "pausa_levantada");
    return response_redirect(rs, "/recordatorio/%lld/pausa", (long long)request_id(rq, 0));
}

static enum http_status pause(struct request *rq, struct response *rs) {
    struct q_recordatorio_pausa_guardar_row done;
    if (form_text(rq, MOTIVO) == NULL) {
        return form_error(rq, MOTIVO, "Escriba el motivo de la pausa.");
    }
    const struct q_recordatorio_pausa_guardar_in in = {.entidad_id = request_id(rq, 0),
                                                       .documento = form_text(rq, DOCUMENTO),
                                                       .motivo = form_text(rq, MOTIVO),
                                                       .hasta = form_date(rq, HASTA)};
    enum err e = q_recordatorio_pausa_guardar(rq->db, &in, &done);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(done.resultado, "sin_persona")) {
        return form_error(rq, DOCUMENTO, "Nadie de la entidad tiene ese documento. Revíselo.");
    }
    if (str_eq(done.resultado, "pasada")) {
        return form_error(rq, HASTA, "La fecha ya pasó: escriba hoy o un día posterior.");
    }
    bool made = str_eq(done.resultado, "ok");
    response_notice(rs, made ? "pausa_guardada" : "pausa_repetida");
    return response_redirect(rs, "/recordatorio/%lld/pausa", (long long)request_id(rq, 0));
}

enum http_status recordatorio_pausa_post(struct request *rq, struct response *rs) {
    struct q_recordatorio_pausa_entidad_row entidad;
    enum err e = load(rq, &entidad);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return form_number_opt(rq, LEVANTAR) != NULL ? lift(rq, rs) : pause(rq, rs);
}
