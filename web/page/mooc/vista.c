/* What a load of results would do, before and after: counts, the tray of those whom nobody in the
 * portal answers to, the rows of one state. Its POST keeps the tray or accepts what is right. */
#include <string.h>

#include "core/utf8.h"
#include "gen/q_mooc.h"
#include "hoja/columna.h"
#include "http/celda.h"
#include "page/pages.h"

enum { ACCION, VER, DESPUES };
enum { ROWS = 50, TRAY_ROWS = 40, BATCH = 150, DOC_MAX = 30, ACCEPT_MS = 20000 };

/* A row of the tray comes as f-ROW-doc and f-ROW-que. */
#define ROW "f-"

static const struct option actions[] = {
    {"aceptar", "Aceptar"}, {"bandeja", "Guardar"}, {NULL, NULL}};
static const struct option states[] = {{"APRUEBA", "Aprueban"},
                                       {"NO_APRUEBA", "No aprueban"},
                                       {"OTRA_NOTA", "Con otra nota"},
                                       {"YA_ESTABA", "Ya estaban"},
                                       {"SIN_RESULTADO", "Todavía sin resultado"},
                                       {"SIN_COINCIDENCIA", "Sin coincidencia"},
                                       {"POR_CORREGIR", "Por corregir en el archivo"},
                                       {"REPETIDA", "Repetidas"},
                                       {"ACEPTADA", "Registradas"},
                                       {"DEJADA", "Dejadas de lado"},
                                       {"DESHECHA", "Deshechas"},
                                       {NULL, NULL}};

static const struct field fields[] = {
    [ACCION] = {.name = "accion", .label = "Acción", .kind = F_SELECT, .options = actions},
    [VER] = {.name = "ver", .label = "Ver", .kind = F_SELECT, .query = true, .options = states},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form mooc_vista_form = {
    .fields = fields, .n = sizeof fields / sizeof fields[0], .prefix = ROW};

/* --- showing --- */

static void show_tray(struct request *rq, struct view *v,
                      const struct q_mooc_vista_bandeja_row *rows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct view *row = view_add(v, T_BANDEJA);
        const char *name = arena_printf(rq->arena, ROW "%lld", (long long)rows[i].id);
        const char *doc = arena_printf(rq->arena, "%s-doc", name);
        const char *what = arena_printf(rq->arena, "%s-que", name);
        const char *typed = rq->redisplay ? params_get(&rq->body, doc) : NULL;
        const char *chosen = rq->redisplay ? params_get(&rq->body, what) : NULL;
        view_row(row, &rows[i], &q_mooc_vista_bandeja_table);
        view_str(row, T_DOC, doc);
        view_str(row, T_QUE, what);
        typed = typed != NULL && utf8_has_control(typed, false) ? "" : typed;
        view_str(row, T_VALOR, typed != NULL ? typed : rows[i].escrito);
        view_section(row, T_ELIGE_CONFIRMAR, str_eq(chosen, "CONFIRMAR"));
        view_section(row, T_ELIGE_DEJAR, str_eq(chosen, "DEJAR"));
    }
}

/* The state to show when none was asked for: the first that has rows. */
static const char *state_of(const struct request *rq, const struct q_mooc_vista_row *k) {
    const char *asked = form_text(rq, VER);
    return asked != NULL          ? asked
           : k->deshecha          ? "DESHECHA"
           : k->aprueban > 0      ? "APRUEBA"
           : k->no_aprueban > 0   ? "NO_APRUEBA"
           : k->otra_nota > 0     ? "OTRA_NOTA"
           : k->aceptadas > 0     ? "ACEPTADA"
           : k->sin_resultado > 0 ? "SIN_RESULTADO"
                                  : "YA_ESTABA";
}

static void show_rows(struct request *rq, struct view *v, const char *state,
                      struct q_mooc_vista_filas_row *rows, size_t n) {
    size_t shown = n > ROWS ? ROWS : n;
    long long id = (long long)request_id(rq, 0);
    view_rows(v, T_FILAS, rows, shown, &q_mooc_vista_filas_table);
    for (const struct option *o = states; o->value != NULL; o++) {
        if (str_eq(o->value, state)) {
            view_str(v, T_VIENDO, o->label);
        }
    }
    int64_t last = n > ROWS ? rows[ROWS - 1].numero : 0;
    response_pages(rq, v, DESPUES, arena_printf(rq->arena, "/mooc/%lld/vista?ver=%s", id, state),
                   n > ROWS ? &last : NULL);
}

static void show_sections(struct request *rq, struct view *v, const struct q_mooc_vista_row *k) {
    bool open = !k->deshecha && !k->en_curso && !k->fallida && rq->session.rol == ROL_ADMIN;
    view_section(v, T_SE_ACEPTA, open && k->por_aceptar > 0);
    view_section(v, T_SE_EMPAREJA, open && k->sin_coincidencia > 0);
    view_section(v, T_MAS_EN_BANDEJA, k->sin_coincidencia > TRAY_ROWS);
    view_section(v, T_SE_DESCARGA, k->sin_coincidencia + k->por_corregir + k->repetidas > 0);
    view_section(v, T_SE_DESHACE, open && k->aceptadas > 0);
    view_section(v, T_NADA_NUEVO,
                 k->por_aceptar == 0 && !k->deshecha && !k->en_curso && !k->fallida);
    view_section(v, T_CUENTAN, !k->deshecha && !k->en_curso);
}

enum http_status mooc_vista_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_mooc_vista_row load;
    struct q_mooc_vista_bandeja_row *tray = NULL;
    struct q_mooc_vista_filas_row *rows = NULL;
    size_t n_tray = 0, n = 0;
    bool found = false;
    enum err e = q_mooc_vista(rq->db, &(struct q_mooc_vista_in){.carga_id = id}, &load, &found);
    if (e == ERR_OK && !found) {
        return HTTP_NOT_FOUND;
    }
    const char *state = e == ERR_OK ? state_of(rq, &load) : "";
    if (e == ERR_OK) {
        e = q_mooc_vista_bandeja(
            rq->db, &(struct q_mooc_vista_bandeja_in){.carga_id = id, .limite = TRAY_ROWS}, &tray,
            &n_tray);
    }
    if (e == ERR_OK) {
        e = q_mooc_vista_filas(
            rq->db,
            &(struct q_mooc_vista_filas_in){.carga_id = id,
                                            .ver = state,
                                            .despues_de = form_number_opt(rq, DESPUES),
                                            .limite = ROWS + 1},
            &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "mooc_carga", id, 0);
    struct view *v = response_page(rq, rs, "mooc/vista", "Resultados de un curso");
    view_row(v, &load, &q_mooc_vista_table);
    show_sections(rq, v, &load);
    show_tray(rq, v, tray, n_tray);
    show_rows(rq, v, state, rows, n);
    return HTTP_OK;
}

/* --- accepting --- */

/* Batch by batch, so that no exchange is long, and all in this one transaction. A very long one
 * goes on with the next click, before nginx loses its patience. */
static enum http_status accept_rows(struct request *rq, struct response *rs) {
    struct q_mooc_vista_aceptar_in in = {
        .carga_id = request_id(rq, 0), .revisar = true, .lote = BATCH};
    struct q_mooc_vista_aceptar_row row = {0};
    int64_t done = 0, left = 0, start = time_ms();
    do {
        enum err e = q_mooc_vista_aceptar(rq->db, &in, &row);
        if (e != ERR_OK) {
            return response_error(rq, e);
        }
        if (str_eq(row.resultado, "no_encontrado")) {
            return HTTP_NOT_FOUND;
        }
        done += row.registrados != NULL ? *row.registrados : 0;
        left = row.quedan != NULL ? *row.quedan : 0;
        in.revisar = false;
    } while (left > 0 && time_ms() - start < ACCEPT_MS);
    response_notice(rs, left > 0 ? "mooc_parcial" : done > 0 ? "mooc_aceptada" : "mooc_sin_cambio");
    return response_redirect(rs, "/mooc/%lld/vista", (long long)in.carga_id);
}

/* --- the tray --- */

/* "f-12-doc" and its "f-12-que" as [12, "typed", "CONFIRMAR"]. */
static const char *add_row(struct request *rq, const struct celda *c, struct buf *b) {
    if (str_eq(c->columna, "que")) {
        return NULL;
    }
    if (!str_eq(c->columna, "doc")) {
        return "Una de las filas no es de esta carga. Abra la carga otra vez.";
    }
    const char *what =
        params_get(&rq->body, arena_printf(rq->arena, ROW "%lld-que", (long long)c->fila));
    bool known = str_eq(what, "CONFIRMAR") || str_eq(what, "DEJAR");
    buf_printf(b, "[%lld,", (long long)c->fila);
    columnas_texto(b, c->texto);
    buf_printf(b, ",\"%s\"]", known ? what : "");
    return NULL;
}

static enum http_status match(struct request *rq, struct response *rs) {
    static const struct celdas cells = {.prefijo = ROW, .max = DOC_MAX, .una = add_row};
    struct buf b = buf_new(rq->arena, (size_t)1 << 20);
    const char *wrong = celdas_json(rq, &cells, &b);
    if (wrong != NULL) {
        return form_error_all(rq, wrong);
    }
    struct q_mooc_vista_guardar_row row;
    enum err e = q_mooc_vista_guardar(
        rq->db, &(struct q_mooc_vista_guardar_in){.carga_id = request_id(rq, 0), .filas = b.p},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    bool some = row.sin_hallar != NULL && *row.sin_hallar > 0;
    response_notice(rs, some ? "mooc_sin_hallar" : "guardado");
    return response_redirect(rs, "/mooc/%lld/vista", (long long)request_id(rq, 0));
}

enum http_status mooc_vista_post(struct request *rq, struct response *rs) {
    return str_eq(form_text(rq, ACCION), "aceptar") ? accept_rows(rq, rs) : match(rq, rs);
}
