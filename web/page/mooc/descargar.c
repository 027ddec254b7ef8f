/* The rows of a load that wait, with a column of remarks, to correct in a spreadsheet: for a
 * purpose that stays on record. */
#include "descarga/descarga.h"
#include "gen/q_mooc.h"
#include "page/pages.h"

enum { PROPOSITO, FORMATO };
enum { BATCH = 1000 };

static const struct field fields[] = {
    [PROPOSITO] = DESCARGA_PROPOSITO("corregir los documentos que no coinciden"),
    [FORMATO] = DESCARGA_FORMATO,
};
const struct form mooc_descargar_form = FORM(fields);

enum http_status mooc_descargar_get(struct request *rq, struct response *rs) {
    struct q_mooc_descargar_row row;
    bool found = false;
    enum err e = q_mooc_descargar(
        rq->db, &(struct q_mooc_descargar_in){.carga_id = request_id(rq, 0)}, &row, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!found) {
        return HTTP_NOT_FOUND;
    }
    form_set(rq, FORMATO, "xlsx");
    struct view *v = response_page(rq, rs, "mooc/descargar", "Descargar lo que espera");
    view_row(v, &row, &q_mooc_descargar_table);
    view_section(v, T_SE_PUEDE, row.filas > 0);
    view_section(v, T_NINGUNO, row.filas == 0);
    return HTTP_OK;
}

/* The titles that are understood when the file comes back. */
static const char *const titles[] = {"Fila",
                                     "Documento",
                                     "Número de ID",
                                     "Nombre de usuario",
                                     "Dirección de correo",
                                     "Apellidos",
                                     "Nombres",
                                     "Nombre completo",
                                     "Nota",
                                     "Curso completado",
                                     "Estado",
                                     "Fecha",
                                     "Observaciones"};

struct progress {
    int32_t last;
    int32_t rows;
};

static enum err write_batch(struct request *rq, struct descarga *d, void *state, size_t *n) {
    struct progress *p = state;
    struct q_mooc_descargar_filas_row *rows = NULL;
    enum err e = q_mooc_descargar_filas(
        rq->db,
        &(struct q_mooc_descargar_filas_in){.carga_id = request_id(rq, 0), .despues_de = p->last},
        &rows, n);
    if (e == ERR_OK && *n > 0) {
        descarga_filas(d, rows, *n, &q_mooc_descargar_filas_table);
        p->last = rows[*n - 1].numero;
        p->rows += (int32_t)*n;
    }
    return e;
}

enum http_status mooc_descargar_post(struct request *rq, struct response *rs) {
    struct progress done = {0};
    struct q_mooc_descargar_anotar_row note;
    struct descarga *file = descarga_nueva(rq, form_text(rq, FORMATO));
    descarga_fila(file, titles, sizeof titles / sizeof titles[0]);
    enum err e = descarga_lotes(rq, file, write_batch, &done, BATCH);
    if (e == ERR_OK && done.rows == 0) {
        return form_error_all(rq, "Ninguna fila de esta carga espera.");
    }
    if (e == ERR_OK) {
        e = q_mooc_descargar_anotar(
            rq->db,
            &(struct q_mooc_descargar_anotar_in){.carga_id = request_id(rq, 0),
                                                 .proposito = form_text(rq, PROPOSITO),
                                                 .filas = done.rows},
            &note);
    }
    if (e == ERR_OK) {
        e = descarga_fin(file, rs, "resultados-con-observaciones");
    }
    return e == ERR_OK ? HTTP_OK : form_db_error(rq, e);
}
