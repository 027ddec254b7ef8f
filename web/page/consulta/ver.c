/* One query: its thread, whose turn it is, and the next step. */
#include "gen/q_consulta.h"
#include "page/consulta/aviso.h"
#include "page/pages.h"

enum { VERSION, ACCION, TEXTO, DESTINO };

/* The first choice of a referral: no gestor's id. */
#define ADMINISTRATION "ADMIN"

static const struct option actions[] = {{"RESPONDER", "Responder"}, {"ACLARAR", "Aclarar"},
                                        {"DERIVAR", "Derivar"},     {"CERRAR", "Cerrar"},
                                        {"REABRIR", "Reabrir"},     {NULL, NULL}};

static const struct field fields[] = {
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_ID, .required = true},
    [ACCION] = {.name = "accion",
                .label = "Acción",
                .kind = F_SELECT,
                .required = true,
                .options = actions},
    [TEXTO] = {.name = "texto",
               .label = "Mensaje",
               .hint = "Para cerrar no hace falta.",
               .kind = F_TEXTAREA,
               .max = 3000},
    [DESTINO] = {.name = "destino", .label = "A quién", .kind = F_SELECT},
};
const struct form consulta_ver_form = FORM(fields);

static enum err load_targets(struct request *rq) {
    struct q_consulta_gestores_row *rows = NULL;
    size_t n = 0;
    enum err e = q_consulta_gestores(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){ADMINISTRATION, "La administración de SERVIR"};
    for (size_t i = 0; i < n; i++) {
        options[i + 1] = (struct option){rows[i].id, rows[i].nombre};
    }
    form_options(rq, DESTINO, options);
    return ERR_OK;
}

/* What whoever looks may do now. */
static void show_steps(struct request *rq, struct view *v, const struct q_consulta_ver_row *row) {
    bool servir = row->es_servir && rq->session.rol != ROL_AUDITOR;
    bool waits = str_eq(row->codigo, "POR_RESPONDER"), back = str_eq(row->codigo, "POR_ACLARAR");
    bool closed = str_eq(row->codigo, "CERRADA");
    view_section(v, T_PUEDE_RESPONDER, servir && waits);
    view_section(v, T_PUEDE_CERRAR, servir && !waits && !closed);
    view_section(v, T_PUEDE_ACLARAR, row->es_orh && back);
    view_section(v, T_PUEDE_REABRIR, row->es_orh && !waits && !back);
    view_section(v, T_PUEDE_RETIRAR, row->es_orh && !closed);
    view_section(v, T_EN_ESPERA, row->es_orh && waits);
    view_section(v, T_DE_LA_ORH, row->es_orh);
    view_section(v, T_URGE, row->vencida);
}

enum http_status consulta_ver_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_consulta_ver_row row;
    struct q_consulta_ver_mensajes_row *thread = NULL;
    size_t n = 0;
    enum err e = q_consulta_ver(rq->db, &(struct q_consulta_ver_in){.id = id}, &row);
    if (e == ERR_OK) {
        e = q_consulta_ver_mensajes(rq->db, &(struct q_consulta_ver_mensajes_in){.consulta_id = id},
                                    &thread, &n);
    }
    if (e == ERR_OK) {
        e = load_targets(rq);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (row.vinculo_id != NULL && row.persona_id != NULL) {
        request_note_look(rq, "consulta", id, *row.persona_id);
    }
    struct view *v =
        response_page(rq, rs, "consulta/ver", arena_printf(rq->arena, "Consulta %s", row.numero));
    view_row(v, &row, &q_consulta_ver_table);
    view_rows(v, T_MENSAJES, thread, n, &q_consulta_ver_mensajes_table);
    show_steps(rq, v, &row);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "falta_texto")) {
        return form_error(rq, TEXTO, "Escriba el texto: la otra parte no tiene cómo saberlo.");
    }
    if (str_eq(outcome, "gestor_invalido")) {
        return form_error(rq, DESTINO, "Esa cuenta ya no tiene el rol de gestor. Elija otra.");
    }
    if (str_eq(outcome, "conflicto")) {
        return form_error_all(rq, "La consulta avanzó mientras usted la veía. Así está ahora: "
                                  "revise y vuelva a enviar.");
    }
    return form_error_all(rq, "La consulta ya no espera ese paso. Así está ahora.");
}

enum http_status consulta_ver_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0), target = 0;
    struct q_consulta_ver_mover_row row;
    const char *action = form_text(rq, ACCION), *to = form_text(rq, DESTINO);
    const char *subject = NULL, *body = NULL;
    bool named = to != NULL && !str_eq(to, ADMINISTRATION);
    if (named && !str_int64(to, 1, INT64_MAX, &target)) {
        return form_error(rq, DESTINO, "Elija a quién se deriva.");
    }
    const char *number = arena_printf(rq->arena, "C-%06lld", (long long)id);
    enum err e = aviso_consulta(rq, action, number, &subject, &body);
    if (e == ERR_OK) {
        e = q_consulta_ver_mover(
            rq->db,
            &(struct q_consulta_ver_mover_in){.id = id,
                                              .version = (int32_t)form_number(rq, VERSION),
                                              .accion = action,
                                              .texto = form_text(rq, TEXTO),
                                              .destino = named ? &target : NULL,
                                              .correo_asunto = subject,
                                              .correo_cuerpo = body},
            &row);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok")) {
        return refuse(rq, row.resultado);
    }
    response_notice(rs, "consulta_guardada");
    /* What a gestor refers may leave their sight. */
    if (str_eq(action, "DERIVAR")) {
        return response_redirect(rs, "/consulta/bandeja");
    }
    return response_redirect(rs, "/consulta/%lld/ver", (long long)id);
}
