/* The rows of an upload that wait, with a column of remarks: to correct in a spreadsheet. */
#include <string.h>

#include "descarga/descarga.h"
#include "gen/q_planilla.h"
#include "hoja/hoja.h"
#include "hoja/salida.h"
#include "page/pages.h"

enum { FORMATO };

static const struct option formats[] = {{"xlsx", "Excel"}, {"csv", "CSV"}, {NULL, NULL}};
static const struct field fields[] = {
    [FORMATO] = {.name = "formato",
                 .label = "Formato",
                 .kind = F_SELECT,
                 .query = true,
                 .options = formats},
};
const struct form planilla_descargar_form = FORM(fields);

/* In CSV an apostrophe keeps a sign from being a formula; in a workbook a text is a text. */
static void plain(struct hoja *h) {
    for (size_t i = 0; i < h->n; i++) {
        for (size_t j = 0; j < h->fila[i].n; j++) {
            const char *cell = h->fila[i].celda[j];
            if (cell[0] == '\'' && cell[1] != '\0' && strchr("=+-@", cell[1]) != NULL) {
                h->fila[i].celda[j] = cell + 1;
            }
        }
    }
}

/* The lines of the CSV, as a workbook. */
static enum http_status send_book(struct request *rq, struct response *rs, const char *lines) {
    struct hoja h;
    int widths[HOJA_COLUMNAS_MAX];
    if (hoja_leer(rq->arena, lines, strlen(lines), &h) != HOJA_BIEN ||
        h.fila[0].n > HOJA_COLUMNAS_MAX) {
        return response_error(rq, ERR_INTERNAL);
    }
    plain(&h);
    size_t n = h.fila[0].n;
    for (size_t i = 0; i < n; i++) {
        widths[i] = i + 1 == n ? 80 : 20;
    }
    struct salida *s = salida_nueva(rq->arena);
    salida_hoja(s, "Por corregir", widths, n);
    salida_titulos(s, h.fila[0].celda, NULL, n);
    for (size_t i = 1; i < h.n; i++) {
        salida_fila(s, h.fila[i].celda, h.fila[i].n);
    }
    enum err e = salida_fin(s, &rs->body, &rs->body_n);
    return e == ERR_OK ? response_file(rs, "por-corregir.xlsx", HOJA_XLSX_TIPO)
                       : response_error(rq, e);
}

enum http_status planilla_descargar_get(struct request *rq, struct response *rs) {
    struct q_planilla_descargar_row row;
    bool found = false;
    enum err e = q_planilla_descargar(
        rq->db, &(struct q_planilla_descargar_in){.planilla_id = request_id(rq, 0)}, &row, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!found) {
        return HTTP_NOT_FOUND;
    }
    request_note_look(rq, "planilla", request_id(rq, 0), 0);
    if (!str_eq(form_text(rq, FORMATO), "csv")) {
        return send_book(rq, rs, row.lineas);
    }
    return descarga_csv(rq, rs, "por-corregir.csv", row.lineas);
}
