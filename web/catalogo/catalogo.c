#include "catalogo/catalogo.h"

#include "core/str.h"
#include "gen/q_catalogo.h"

const struct option catalogo_modalidades[] = {{"PRESENCIAL", "Presencial"},
                                              {"MIXTA", "Mixta (presencial y teletrabajo)"},
                                              {"TELETRABAJO", "Teletrabajo"},
                                              {NULL, NULL}};

const struct option catalogo_etapas[] = {{"", "Todas"},
                                         {"ESTADO", "A. Al Estado"},
                                         {"ENTIDAD", "B. A la entidad"},
                                         {"ESPECIFICA", "C. Al puesto"},
                                         {NULL, NULL}};

const struct option catalogo_sexos[] = {
    {"", "Elija una opción"}, {"HOMBRE", "Hombre"}, {"MUJER", "Mujer"}, {NULL, NULL}};

/* The names of the lists as the query gives them. */
static const char *const names[] = {[CAT_REGIMEN] = "REGIMEN",
                                    [CAT_GRUPO] = "GRUPO",
                                    [CAT_TIPO_CONTRATO] = "TIPO_CONTRATO",
                                    [CAT_CONDICION] = "CONDICION",
                                    [CAT_UNIDAD] = "UNIDAD"};

/* One list out of all the rows; NULL-terminated. */
static const struct option *pick(struct request *rq, const struct q_catalogo_lista_row *rows,
                                 size_t n, enum catalogo which) {
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    size_t k = 0;
    options[k++] = (struct option){"", "Elija una opción"};
    for (size_t i = 0; i < n; i++) {
        if (str_eq(rows[i].lista, names[which])) {
            options[k++] = (struct option){rows[i].codigo, rows[i].nombre};
        }
    }
    return options;
}

static const char *default_unit(const struct q_catalogo_lista_row *rows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (rows[i].es_predeterminado) {
            return rows[i].codigo;
        }
    }
    return NULL;
}

enum err catalogo_options(struct request *rq, const struct catalogo_campo *fields, size_t n,
                          int64_t vinculo_id) {
    struct q_catalogo_lista_row *rows = NULL;
    size_t n_rows = 0;
    enum err e = q_catalogo_lista(
        rq->db,
        &(struct q_catalogo_lista_in){.entidad_id = rq->session.entidad_id,
                                      .vinculo_id = vinculo_id != 0 ? &vinculo_id : NULL},
        &rows, &n_rows);
    for (size_t i = 0; e == ERR_OK && i < n; i++) {
        form_options(rq, fields[i].field, pick(rq, rows, n_rows, fields[i].which));
        if (fields[i].which == CAT_UNIDAD && vinculo_id == 0) {
            form_set(rq, fields[i].field, default_unit(rows, n_rows));
        }
    }
    return e;
}

enum err catalogo_documentos(struct request *rq, size_t field) {
    struct q_catalogo_documentos_row *rows = NULL;
    size_t n = 0;
    enum err e = q_catalogo_documentos(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 1, sizeof options[0]);
    for (size_t i = 0; i < n; i++) {
        options[i] = (struct option){rows[i].codigo, rows[i].nombre};
    }
    form_options(rq, field, options);
    form_set(rq, field, options[0].value);
    return ERR_OK;
}

enum err catalogo_roles(struct request *rq, size_t field, const char *none, bool todos) {
    struct q_catalogo_roles_row *rows = NULL;
    size_t n = 0;
    enum err e = q_catalogo_roles(rq->db, &(struct q_catalogo_roles_in){.todos = todos}, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){"", none};
    for (size_t i = 0; i < n; i++) {
        options[i + 1] = (struct option){rows[i].codigo, rows[i].nombre};
    }
    form_options(rq, field, options);
    return ERR_OK;
}

enum err catalogo_regiones(struct request *rq, size_t field) {
    struct q_catalogo_regiones_row *rows = NULL;
    size_t n = 0;
    enum err e = q_catalogo_regiones(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){"", "Todas"};
    for (size_t i = 0; i < n; i++) {
        options[i + 1] = (struct option){rows[i].codigo, rows[i].nombre};
    }
    form_options(rq, field, options);
    return ERR_OK;
}
