/* What is this column? For an upload whose titles say too little. The answer is remembered for the
 * next file with the same titles. */
#include <string.h>

#include "core/utf8.h"
#include "gen/q_planilla.h"
#include "hoja/columna.h"
#include "page/pages.h"
#include "page/planilla/carga.h"

enum { SIN_TITULOS };

/* The choice of a column comes as k-NUMBER. */
#define CHOICE "k-"

static const struct field fields[] = {
    [SIN_TITULOS] = {.name = "sin_titulos",
                     .label = "La primera fila ya es una persona: la hoja no tiene títulos",
                     .kind = F_CHECK},
};
const struct form planilla_columnas_form = {
    .fields = fields, .n = sizeof fields / sizeof fields[0], .prefix = CHOICE};

typedef struct q_planilla_columnas_lista_row columna;
typedef struct q_planilla_columnas_opciones_row opcion;

struct table {
    columna *columnas;
    opcion *opciones;
    size_t n, n_opciones;
};

static enum err read_table(struct request *rq, struct table *t) {
    enum err e = q_planilla_columnas_lista(
        rq->db, &(struct q_planilla_columnas_lista_in){.planilla_id = request_id(rq, 0)},
        &t->columnas, &t->n);
    return e == ERR_OK ? q_planilla_columnas_opciones(rq->db, &t->opciones, &t->n_opciones) : e;
}

static const char *name_of(struct request *rq, const columna *c) {
    return arena_printf(rq->arena, CHOICE "%d", (int)c->columna);
}

/* What was chosen, or what the column is taken for. */
static const char *chosen(struct request *rq, const columna *c) {
    const char *sent = rq->method == METHOD_POST ? params_get(&rq->body, name_of(rq, c)) : NULL;
    return sent != NULL ? sent : c->codigo;
}

static void show_column(struct request *rq, struct view *v, const struct table *t,
                        const columna *c) {
    struct view *child = view_add(v, T_COLUMNAS);
    const char *code = chosen(rq, c);
    view_str(child, T_NAME, name_of(rq, c));
    view_str(child, T_TITULO,
             *c->titulo != '\0' ? c->titulo
                                : arena_printf(rq->arena, "Columna %d", (int)c->columna));
    view_str(child, T_EJEMPLOS, c->ejemplos);
    for (size_t i = 0; i < t->n_opciones; i++) {
        struct view *option = view_add(child, T_OPCIONES);
        view_str(option, T_VALUE, t->opciones[i].codigo);
        view_str(option, T_LABEL, t->opciones[i].titulo);
        view_section(option, T_SELECTED, str_eq(t->opciones[i].codigo, code));
    }
}

enum http_status planilla_columnas_get(struct request *rq, struct response *rs) {
    struct q_planilla_columnas_row row;
    struct table t = {.n = 0};
    bool found = false;
    enum err e = q_planilla_columnas(
        rq->db, &(struct q_planilla_columnas_in){.planilla_id = request_id(rq, 0)}, &row, &found);
    if (e == ERR_OK && found) {
        e = read_table(rq, &t);
    }
    if (e != ERR_OK || !found) {
        return e != ERR_OK ? response_error(rq, e) : HTTP_NOT_FOUND;
    }
    request_note_look(rq, "planilla", row.id, 0);
    struct view *v = response_page(rq, rs, "planilla/columnas", "¿Qué es cada columna?");
    view_row(v, &row, &q_planilla_columnas_table);
    for (size_t i = 0; i < t.n; i++) {
        show_column(rq, v, &t, &t.columnas[i]);
    }
    return HTTP_OK;
}

static const opcion *find(const struct table *t, const char *code) {
    for (size_t i = 0; i < t->n_opciones; i++) {
        if (str_eq(t->opciones[i].codigo, code)) {
            return &t->opciones[i];
        }
    }
    return NULL;
}

/* The choices as columns; NULL and a message when they cannot be. */
static const char *read_choices(struct request *rq, const struct table *t, struct columnas *c) {
    for (size_t i = 0; i < t->n && i < COLUMNAS_MAX; i++) {
        const char *code = chosen(rq, &t->columnas[i]);
        const opcion *o = find(t, code);
        if (*code != '\0' && o == NULL) {
            return "Elija cada columna de la lista.";
        }
        if (o != NULL && columnas_tiene(c, code)) {
            return arena_printf(rq->arena, "Eligió «%s» en dos columnas: déjelo en una.",
                                o->titulo);
        }
        c->v[c->n++].codigo = o != NULL ? o->codigo : "";
    }
    if (!columnas_tiene(c, "documento")) {
        return "Indique qué columna es el documento.";
    }
    return columnas_son_personas(c)
               ? NULL
               : "Indique qué columna son los nombres, o los apellidos y nombres.";
}

enum http_status planilla_columnas_post(struct request *rq, struct response *rs) {
    struct table t = {.n = 0};
    struct columnas c = {.n = 0};
    enum err e = read_table(rq, &t);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (t.n == 0) {
        return HTTP_NOT_FOUND;
    }
    const char *wrong = read_choices(rq, &t, &c);
    if (wrong != NULL) {
        return form_error_all(rq, wrong);
    }
    const struct carga read = {.planilla_id = request_id(rq, 0),
                               .columnas = columnas_json(rq->arena, &c),
                               .sin_titulos = form_checked(rq, SIN_TITULOS),
                               .recordar = true};
    return carga_leer(rq, rs, &read);
}
