/* SERVIR's home: targets against what is registered, the universe apart, what is overdue. */
#include "gen/q_servir.h"
#include "page/pages.h"

static void show_overdue(struct view *v, const char *href, const char *label, int64_t n) {
    struct view *row = view_add(v, T_VENCIDAS);
    view_str(row, T_TIPO, href);
    view_str(row, T_ETAPA, label);
    view_miles(row, T_TOTAL, n);
    view_section(row, T_URGE, n > 0);
}

/* Those with a target come first; the rest goes to a table of its own. */
static void show_editions(struct view *v, struct q_servir_inicio_ediciones_row *rows, size_t n) {
    size_t first = 0;
    while (first < n && rows[first].con_meta) {
        first++;
    }
    view_rows(v, T_METAS, rows, first, &q_servir_inicio_ediciones_table);
    view_rows(v, T_OTRAS, n > first ? &rows[first] : rows, n - first,
              &q_servir_inicio_ediciones_table);
}

enum http_status servir_inicio_get(struct request *rq, struct response *rs) {
    struct q_servir_inicio_ediciones_row *editions = NULL;
    struct q_servir_inicio_universo_row *terms = NULL;
    struct q_servir_inicio_resumen_row sum;
    size_t n_editions = 0, n_terms = 0;
    enum err e = q_servir_inicio_resumen(rq->db, &sum);
    if (e == ERR_OK) {
        e = q_servir_inicio_ediciones(rq->db, &editions, &n_editions);
    }
    if (e == ERR_OK) {
        e = q_servir_inicio_universo(rq->db, &terms, &n_terms);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "servir/inicio", "Cómo va la inducción");
    view_row(v, &sum, &q_servir_inicio_resumen_table);
    view_section(v, T_URGE_CONSULTAS, sum.consultas_fuera > 0);
    view_section(v, T_URGE_GESTOR, sum.sin_gestor > 0);
    show_overdue(v, "ESTADO", "A. Al Estado, que lleva SERVIR", sum.vencidas_a);
    show_overdue(v, "ENTIDAD", "B. A la entidad, que lleva la ORH", sum.vencidas_b);
    show_overdue(v, "ESPECIFICA", "C. Al puesto, que lleva el jefe", sum.vencidas_c);
    show_editions(v, editions, n_editions);
    view_rows(v, T_PERIODOS, terms, n_terms, &q_servir_inicio_universo_table);
    return HTTP_OK;
}
