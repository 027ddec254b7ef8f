/* What an upload would do, before and after: counts, the rows to correct with only their wrong
 * cells, and the rows of one state. Its POST saves corrections or accepts what is right. */
#include <string.h>

#include "core/utf8.h"
#include "gen/q_planilla.h"
#include "hoja/columna.h"
#include "http/celda.h"
#include "page/pages.h"
#include "page/planilla/aceptar.h"

enum { ACCION, VER, DESPUES };
enum { ROWS = 50, WRONG_ROWS = 40, CELL_MAX = 500, SKIPPED_SHOWN = 10, DOWNLOADED = 10000 };

/* The wrong cells come as c-ROW-COLUMN. */
#define CELL "c-"

static const struct option actions[] = {{"corregir", "Guardar"},
                                        {"registrar", "Guardar y registrar"},
                                        {"aceptar", "Aceptar"},
                                        {"seguir", "Seguir"},
                                        {NULL, NULL}};
static const struct option states[] = {{"ENTRA", "Entran"},
                                       {"CAMBIA", "Cambian"},
                                       {"YA_ESTABA", "Ya estaban"},
                                       {"REGISTRADA", "Registradas"},
                                       {"CAMBIADA", "Actualizadas"},
                                       {"DESHECHA", "Deshechas"},
                                       {NULL, NULL}};

static const struct field fields[] = {
    [ACCION] = {.name = "accion", .label = "Acción", .kind = F_SELECT, .options = actions},
    [VER] = {.name = "ver", .label = "Ver", .kind = F_SELECT, .query = true, .options = states},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form planilla_vista_form = {
    .fields = fields, .n = sizeof fields / sizeof fields[0], .prefix = CELL};

/* --- showing --- */

/* One child a row, and in it one a cell; the rows come ordered. */
static void show_wrong(struct request *rq, struct view *v,
                       const struct q_planilla_vista_corregir_row *rows, size_t n) {
    struct view *row = NULL;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || rows[i].fila_id != rows[i - 1].fila_id) {
            row = view_add(v, T_CORRIGE);
            view_int(row, T_NUMERO, rows[i].numero);
            view_str(row, T_PERSONA, rows[i].persona);
        }
        struct view *cell = view_add(row, T_CELDAS);
        const char *name =
            arena_printf(rq->arena, CELL "%lld-%s", (long long)rows[i].fila_id, rows[i].columna);
        const char *typed = rq->redisplay ? params_get(&rq->body, name) : NULL;
        typed = typed != NULL && utf8_has_control(typed, false) ? "" : typed;
        view_str(cell, T_NAME, name);
        view_str(cell, T_TITULO, rows[i].titulo);
        view_int(cell, T_NUMERO, rows[i].numero);
        view_str(cell, T_VALOR, typed != NULL ? typed : rows[i].valor);
        view_str(cell, T_CAUSA, rows[i].causa);
        view_str(cell, T_REMEDIO, rows[i].remedio);
    }
}

/* The state to show when none was asked for: the first that has rows. */
static const char *state_of(const struct request *rq, const struct q_planilla_vista_row *p) {
    const char *asked = form_text(rq, VER);
    if (asked != NULL) {
        return asked;
    }
    return p->entran > 0        ? "ENTRA"
           : p->registradas > 0 ? "REGISTRADA"
           : p->cambian > 0     ? "CAMBIA"
           : p->deshecha        ? "DESHECHA"
                                : "YA_ESTABA";
}

static void show_rows(struct request *rq, struct view *v, const char *state,
                      struct q_planilla_vista_filas_row *rows, size_t n) {
    size_t shown = n > ROWS ? ROWS : n;
    int64_t id = request_id(rq, 0);
    view_rows(v, T_FILAS, rows, shown, &q_planilla_vista_filas_table);
    for (const struct option *o = states; o->value != NULL; o++) {
        if (str_eq(o->value, state)) {
            view_str(v, T_VIENDO, o->label);
        }
    }
    int64_t last = n > ROWS ? rows[ROWS - 1].numero : 0;
    response_pages(rq, v, DESPUES,
                   arena_printf(rq->arena, "/planilla/%lld/vista?ver=%s", (long long)id, state),
                   n > ROWS ? &last : NULL);
}

/* What may be done: nothing while the background worker is at it; the page then comes by itself. */
static void show_state(struct view *v, struct response *rs, const struct q_planilla_vista_row *p) {
    bool open = str_eq(p->estado, "ABIERTA"), reading = str_eq(p->estado, "LEYENDO"),
         registering = str_eq(p->estado, "REGISTRANDO");
    view_section(v, T_ABIERTA, open);
    view_section(v, T_TRABAJA, reading || registering);
    view_section(v, T_LEYENDO, reading);
    view_section(v, T_REGISTRANDO, registering);
    view_section(v, T_POR_MAPEAR, str_eq(p->estado, "POR_MAPEAR"));
    view_section(v, T_ARCHIVADA, str_eq(p->estado, "ARCHIVADA"));
    view_section(v, T_SE_ELIGE_AQUI, p->se_elige && open);
    view_section(v, T_SE_ACEPTA, p->por_aceptar > 0 && open);
    view_section(v, T_AL_GUARDAR, p->por_aceptar == 0);
    view_section(v, T_MAS_POR_CORREGIR, p->por_corregir > WRONG_ROWS);
    view_section(v, T_DESCARGA_PARTE, p->por_corregir > DOWNLOADED);
    view_section(v, T_SALTARON_MAS, p->saltaron > SKIPPED_SHOWN);
    view_section(v, T_SE_DESHACE, p->registradas > 0 && open);
    view_section(v, T_NADA_NUEVO, p->por_aceptar + p->por_corregir == 0 && open);
    if (reading || registering) {
        response_header(rs, "Refresh", "5");
    }
}

static enum http_status show(struct request *rq, struct response *rs,
                             const struct q_planilla_vista_row *p) {
    struct q_planilla_vista_corregir_row *wrong = NULL;
    struct q_planilla_vista_filas_row *rows = NULL;
    size_t n_wrong = 0, n = 0;
    const char *state = state_of(rq, p);
    enum err e = q_planilla_vista_corregir(
        rq->db, &(struct q_planilla_vista_corregir_in){.planilla_id = p->id, .limite = WRONG_ROWS},
        &wrong, &n_wrong);
    if (e == ERR_OK) {
        e = q_planilla_vista_filas(
            rq->db,
            &(struct q_planilla_vista_filas_in){.planilla_id = p->id,
                                                .estado = state,
                                                .despues_de = form_number_opt(rq, DESPUES),
                                                .limite = ROWS + 1},
            &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "planilla/vista", "Planilla");
    view_row(v, p, &q_planilla_vista_table);
    show_state(v, rs, p);
    view_section(v, T_SE_CORRIGE, n_wrong > 0 && str_eq(p->estado, "ABIERTA"));
    show_wrong(rq, v, wrong, n_wrong);
    show_rows(rq, v, state, rows, n);
    return HTTP_OK;
}

enum http_status planilla_vista_get(struct request *rq, struct response *rs) {
    struct q_planilla_vista_row row;
    bool found = false;
    enum err e = q_planilla_vista(
        rq->db, &(struct q_planilla_vista_in){.planilla_id = request_id(rq, 0)}, &row, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!found) {
        return HTTP_NOT_FOUND;
    }
    request_note_look(rq, "planilla", row.id, 0);
    return show(rq, rs, &row);
}

/* --- correcting --- */

/* [12, "puesto", "what was typed"] */
static const char *add_cell(struct request *rq, const struct celda *c, struct buf *b) {
    (void)rq;
    buf_printf(b, "[%lld,", (long long)c->fila);
    columnas_texto(b, c->columna);
    buf_char(b, ',');
    columnas_texto(b, c->texto);
    buf_char(b, ']');
    return NULL;
}

static enum http_status correct(struct request *rq, struct response *rs) {
    static const struct celdas cells = {.prefijo = CELL, .max = CELL_MAX, .una = add_cell};
    struct buf b = buf_new(rq->arena, (size_t)1 << 20);
    const char *wrong = celdas_json(rq, &cells, &b);
    if (wrong != NULL) {
        return form_error_all(rq, wrong);
    }
    struct q_planilla_vista_guardar_row row;
    enum err e = q_planilla_vista_guardar(
        rq->db,
        &(struct q_planilla_vista_guardar_in){.planilla_id = request_id(rq, 0), .celdas = b.p},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    bool some = row.corregidas != NULL && *row.corregidas > 0;
    if (some && str_eq(form_text(rq, ACCION), "registrar")) {
        return aceptar_filas(rq, rs, false);
    }
    response_notice(rs, some ? "planilla_corregida" : "planilla_pendiente");
    return response_redirect(rs, "/planilla/%lld/vista", (long long)request_id(rq, 0));
}

/* Whoever waits for a worker that is gone asks for another one. */
static enum http_status go_on(struct request *rq, struct response *rs) {
    struct q_planilla_columnas_encolar_row row;
    enum err e = q_planilla_columnas_encolar(
        rq->db, &(struct q_planilla_columnas_encolar_in){.planilla_id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    response_notice(rs, row.encolada ? "planilla_sigue" : "planilla_sin_cambio");
    return response_redirect(rs, "/planilla/%lld/vista", (long long)request_id(rq, 0));
}

enum http_status planilla_vista_post(struct request *rq, struct response *rs) {
    const char *action = form_text(rq, ACCION);
    if (str_eq(action, "seguir")) {
        return go_on(rq, rs);
    }
    return str_eq(action, "aceptar") ? aceptar_filas(rq, rs, true) : correct(rq, rs);
}
