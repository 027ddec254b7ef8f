/* Proposals of transfer: those that wait for this entity's answer, those it sent, and their end.
 * ?propuesta=N opens one; until it is accepted only what the proposal copied is shown. */
#include "catalogo/catalogo.h"
#include "gen/q_orh.h"
#include "jefe/jefe.h"
#include "page/pages.h"

enum { PROPUESTA, ACCION, PUESTO, UNIDAD, UNIDAD_NUEVA, JEFE, JEFE_ID, RESPUESTA };

static const struct option actions[] = {
    {"ACEPTAR", "Aceptar"}, {"RECHAZAR", "Rechazar"}, {"RETIRAR", "Retirar"}, {NULL, NULL}};

static const struct field fields[] = {
    [PROPUESTA] =
        {.name = "propuesta", .label = "Propuesta", .kind = F_ID, .required = true, .query = true},
    [ACCION] = {.name = "accion",
                .label = "Respuesta",
                .kind = F_SELECT,
                .required = true,
                .options = actions,
                .missing = "Elija qué hacer con la propuesta."},
    [PUESTO] = {.name = "puesto",
                .label = "Puesto en su entidad",
                .kind = F_TEXT,
                .required = true,
                .missing = "Escriba el puesto en su entidad.",
                .width = "w100",
                .min = 2,
                .max = 200,
                .autocomplete = "off"},
    [UNIDAD] = {.name = "organo_id", .label = "Unidad", .kind = F_ID},
    [UNIDAD_NUEVA] = {.name = "organo_nombre",
                      .label = "Nombre de la unidad",
                      .kind = F_TEXT,
                      .min = 2,
                      .max = 200,
                      .hint = "Solo si no está en la lista.",
                      .autocomplete = "off"},
    [JEFE] = JEFE_FIELD,
    [JEFE_ID] = JEFE_ID_FIELD,
    [RESPUESTA] = {.name = "respuesta",
                   .label = "Motivo",
                   .kind = F_TEXT,
                   .max = 300,
                   .hint = "La otra ORH lo verá.",
                   .autocomplete = "off"},
};
const struct form orh_transferencias_form = FORM(fields);

static const struct jefe_campos jefe_fields = {.texto = JEFE, .eleccion = JEFE_ID};

static enum err load(struct request *rq, struct q_orh_transferencias_ver_row *t) {
    return q_orh_transferencias_ver(
        rq->db,
        &(struct q_orh_transferencias_ver_in){.id = form_number(rq, PROPUESTA),
                                              .entidad_id = rq->session.entidad_id},
        t);
}

/* One proposal, and the form to answer it when it is open. */
static enum err show_one(struct request *rq, struct view *v) {
    static const struct catalogo_campo lists[] = {{UNIDAD, CAT_UNIDAD}};
    struct q_orh_transferencias_ver_row t;
    enum err e = load(rq, &t);
    if (e == ERR_OK) {
        e = catalogo_options(rq, lists, 1, 0);
    }
    if (e != ERR_OK) {
        return e;
    }
    request_note_look(rq, "transferencia", t.id, t.persona_id);
    form_set(rq, PUESTO, t.puesto);
    struct view *one = view_add(v, T_UNA);
    view_row(one, &t, &q_orh_transferencias_ver_table);
    view_section(one, T_RESPONDER, t.abierta && t.entrante);
    view_section(one, T_RETIRAR, t.abierta && !t.entrante);
    view_section(one, T_CERRADA, !t.abierta);
    view_section(one, T_ABRIR_RECHAZO, rq->form->v[RESPUESTA].error != NULL);
    return jefe_show(rq, one, &jefe_fields);
}

static void split(struct view *v, const struct q_orh_transferencias_row *rows, size_t n) {
    size_t in = 0, out = 0, past = 0;
    for (size_t i = 0; i < n; i++) {
        const char *section = !rows[i].abierta   ? T_PASADAS
                              : rows[i].entrante ? T_ENTRANTES
                                                 : T_SALIENTES;
        size_t *count = !rows[i].abierta ? &past : rows[i].entrante ? &in : &out;
        (*count)++;
        view_row(view_add(v, section), &rows[i], &q_orh_transferencias_table);
    }
    view_section(v, T_HAY_ENTRANTES, in > 0);
    view_section(v, T_NO_ENTRANTES, in == 0);
    view_section(v, T_HAY_SALIENTES, out > 0);
    view_section(v, T_NO_SALIENTES, out == 0);
    view_section(v, T_HAY_PASADAS, past > 0);
}

enum http_status orh_transferencias_get(struct request *rq, struct response *rs) {
    bool one = *rq->form->v[PROPUESTA].raw != '\0';
    struct q_orh_transferencias_row *rows = NULL;
    size_t n = 0;
    enum err e = ERR_OK;
    if (one && form_number(rq, PROPUESTA) <= 0) {
        return HTTP_NOT_FOUND;
    }
    struct view *v = response_page(rq, rs, "orh/transferencias", "Transferencias");
    view_section(v, T_TODAS, !one);
    if (one) {
        e = show_one(rq, v);
    } else {
        e = q_orh_transferencias(
            rq->db, &(struct q_orh_transferencias_in){.entidad_id = rq->session.entidad_id}, &rows,
            &n);
        split(v, rows, n);
    }
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

static enum http_status refuse(struct request *rq, const char *outcome) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "unidad_invalida")) {
        return form_error(rq, UNIDAD, "Elija una unidad de la lista.");
    }
    if (str_eq(outcome, "jefe_invalido")) {
        return form_error(rq, JEFE, "Escriba el nombre del jefe inmediato o elíjalo de la lista.");
    }
    if (str_eq(outcome, "ya_aqui")) {
        return form_error_all(rq,
                              "La persona ya tiene un vínculo en su entidad que se cruza con esa "
                              "fecha. Rechace la propuesta y explíquelo.");
    }
    if (str_eq(outcome, "sin_edicion") || str_eq(outcome, "sin_regla")) {
        return form_error_all(
            rq, "El programa no tiene una edición para esa fecha. Consulte a SERVIR.");
    }
    return form_error_all(rq,
                          "El vínculo cambió en la otra entidad y la fecha ya no sirve. Rechace la "
                          "propuesta y pida otra.");
}

static enum http_status accept(struct request *rq, struct response *rs) {
    struct jefe none = {NULL, NULL}, jefe;
    enum http_status s = jefe_read(rq, &jefe_fields, &none, &jefe);
    if (s != HTTP_OK) {
        return s;
    }
    struct q_orh_transferencias_aceptar_row done;
    enum err e = q_orh_transferencias_aceptar(
        rq->db,
        &(struct q_orh_transferencias_aceptar_in){.id = form_number(rq, PROPUESTA),
                                                  .puesto = form_text(rq, PUESTO),
                                                  .organo_id = form_number_opt(rq, UNIDAD),
                                                  .organo_nombre = form_text(rq, UNIDAD_NUEVA),
                                                  .jefe_vinculo_id = jefe.vinculo_id,
                                                  .jefe_nombre = jefe.nombre},
        &done);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    bool accepted = str_eq(done.resultado, "ok");
    bool settled = str_eq(done.resultado, "ya_resuelta");
    if (!accepted && !settled) {
        return refuse(rq, done.resultado);
    }
    response_notice(rs, accepted || done.vinculo_id != NULL ? "transferencia_aceptada"
                                                            : "transferencia_ya_resuelta");
    return done.vinculo_id != NULL
               ? response_redirect(rs, "/servidor/%lld/ficha", (long long)*done.vinculo_id)
               : response_redirect(rs, "/orh/transferencias");
}

static enum http_status close_it(struct request *rq, struct response *rs, bool reject) {
    struct q_orh_transferencias_rechazar_row rejected = {0};
    struct q_orh_transferencias_retirar_row withdrawn = {0};
    const char *answer = form_text(rq, RESPUESTA);
    int64_t id = form_number(rq, PROPUESTA);
    if (reject && answer == NULL) {
        return form_error(rq, RESPUESTA, "Escriba por qué la rechaza: la otra ORH lo verá.");
    }
    enum err e =
        reject
            ? q_orh_transferencias_rechazar(
                  rq->db, &(struct q_orh_transferencias_rechazar_in){.id = id, .respuesta = answer},
                  &rejected)
            : q_orh_transferencias_retirar(
                  rq->db, &(struct q_orh_transferencias_retirar_in){.id = id, .respuesta = answer},
                  &withdrawn);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    const char *outcome = reject ? rejected.resultado : withdrawn.resultado;
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    response_notice(rs, !str_eq(outcome, "ok") ? "transferencia_ya_resuelta"
                        : reject               ? "transferencia_rechazada"
                                               : "transferencia_retirada");
    return response_redirect(rs, "/orh/transferencias");
}

enum http_status orh_transferencias_post(struct request *rq, struct response *rs) {
    const char *action = form_text(rq, ACCION);
    if (str_eq(action, "ACEPTAR")) {
        return accept(rq, rs);
    }
    return close_it(rq, rs, str_eq(action, "RECHAZAR"));
}
