/* An empty planilla to fill in: a workbook with notes and lists, or its titles as CSV. */
#include "descarga/descarga.h"
#include "gen/q_planilla.h"
#include "hoja/salida.h"
#include "page/pages.h"

enum { FORMATO };
enum { COLUMNS_MAX = 50, LIST_MAX = 1000 };

static const struct option formats[] = {{"xlsx", "Excel"}, {"csv", "CSV"}, {NULL, NULL}};
static const struct field fields[] = {
    [FORMATO] = {.name = "formato",
                 .label = "Formato",
                 .kind = F_SELECT,
                 .query = true,
                 .options = formats},
};
const struct form planilla_plantilla_form = FORM(fields);

typedef struct q_planilla_plantilla_columnas_row columna;
typedef struct q_planilla_plantilla_listas_row valor;

static enum http_status send_csv(struct request *rq, struct response *rs) {
    struct q_planilla_plantilla_row row;
    enum err e = q_planilla_plantilla(rq->db, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return descarga_csv(rq, rs, "planilla.csv", row.lineas);
}

static void put_titles(struct request *rq, struct salida *s, const columna *c, size_t n) {
    const char *titles[COLUMNS_MAX], *notes[COLUMNS_MAX];
    int widths[COLUMNS_MAX] = {0};
    for (size_t i = 0; i < n; i++) {
        titles[i] = c[i].titulo;
        notes[i] = arena_printf(rq->arena, "%s %s", c[i].obligatoria ? "Obligatoria." : "Opcional.",
                                c[i].nota);
        widths[i] = 20;
    }
    salida_hoja(s, "Planilla", widths, n);
    salida_titulos(s, titles, notes, n);
}

static void put_help(struct salida *s, const columna *c, size_t n) {
    static const char *const titles[] = {"Columna", "¿Hace falta?", "Qué se escribe",
                                         "Por ejemplo"};
    static const int widths[] = {32, 14, 44, 30};
    static const char *const lines[] = {
        "Llene la hoja Planilla: una fila por persona. No cambie los títulos.",
        "Borre las columnas que no use. El orden no importa.",
        "Guarde el archivo y súbalo al portal, que le mostrará qué entra antes de registrar.", ""};
    salida_hoja(s, "Instrucciones", widths, 4);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        salida_fila(s, &lines[i], 1);
    }
    salida_titulos(s, titles, NULL, 4);
    for (size_t i = 0; i < n; i++) {
        const char *cells[] = {c[i].titulo, c[i].obligatoria ? "Sí" : "No", c[i].nota,
                               c[i].ejemplo};
        salida_fila(s, cells, 4);
    }
}

/* The lists side by side in a sheet of their own, and each offered in its column. */
static void put_lists(struct salida *s, const columna *c, size_t n, const valor *v, size_t n_v) {
    const char *titles[COLUMNS_MAX] = {NULL};
    size_t column[COLUMNS_MAX] = {0}, first[COLUMNS_MAX] = {0}, size[COLUMNS_MAX] = {0}, lists = 0,
           rows = 0;
    int widths[COLUMNS_MAX] = {0};
    for (size_t i = 0; i < n; i++) {
        size_t from = 0, count = 0;
        while (from < n_v && !str_eq(v[from].codigo, c[i].codigo)) {
            from++;
        }
        while (from + count < n_v && str_eq(v[from + count].codigo, c[i].codigo)) {
            count++;
        }
        if (count > 0) {
            titles[lists] = c[i].titulo;
            widths[lists] = 30;
            column[lists] = i;
            first[lists] = from;
            size[lists++] = count;
            rows = count > rows ? count : rows;
        }
    }
    salida_hoja(s, "Listas", widths, lists);
    salida_titulos(s, titles, NULL, lists);
    for (size_t r = 0; r < rows; r++) {
        const char *cells[COLUMNS_MAX];
        for (size_t i = 0; i < lists; i++) {
            cells[i] = r < size[i] ? v[first[i] + r].valor : NULL;
        }
        salida_fila(s, cells, lists);
    }
    for (size_t i = 0; i < lists; i++) {
        salida_lista(s, column[i], "Listas", i, size[i]);
    }
}

enum http_status planilla_plantilla_get(struct request *rq, struct response *rs) {
    if (str_eq(form_text(rq, FORMATO), "csv")) {
        return send_csv(rq, rs);
    }
    columna *c = NULL;
    valor *v = NULL;
    size_t n = 0, n_v = 0;
    enum err e = q_planilla_plantilla_columnas(rq->db, &c, &n);
    if (e == ERR_OK) {
        e = q_planilla_plantilla_listas(rq->db, &v, &n_v);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct salida *s = salida_nueva(rq->arena);
    put_titles(rq, s, c, n);
    put_help(s, c, n);
    put_lists(s, c, n, v, n_v);
    e = salida_fin(s, &rs->body, &rs->body_n);
    return e == ERR_OK ? response_file(rs, "planilla.xlsx", HOJA_XLSX_TIPO) : response_error(rq, e);
}
