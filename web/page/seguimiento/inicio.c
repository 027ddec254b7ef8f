/* Home of a gestor: what is due today, queries by their clock, entities in red. */
#include "gen/q_seguimiento.h"
#include "page/pages.h"

enum { RED_ROWS = 10 };

enum http_status seguimiento_inicio_get(struct request *rq, struct response *rs) {
    struct q_seguimiento_cartera_row *red = NULL;
    struct q_seguimiento_inicio_compromisos_row *agreed = NULL;
    struct q_seguimiento_inicio_consultas_row *asked = NULL;
    size_t n = 0, n_agreed = 0, n_asked = 0;
    enum err e = q_seguimiento_cartera(
        rq->db, &(struct q_seguimiento_cartera_in){.luz = "ROJO", .limite = RED_ROWS}, &red, &n);
    if (e == ERR_OK) {
        e = q_seguimiento_inicio_compromisos(rq->db, &agreed, &n_agreed);
    }
    if (e == ERR_OK) {
        e = q_seguimiento_inicio_consultas(rq->db, &asked, &n_asked);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "seguimiento/inicio", "Inicio");
    view_str(v, T_HOY, date_long(rq->arena, date_today()));
    /* Each query answers one row with the counts at least. */
    view_miles(v, T_ROJAS, red[0].rojas);
    view_miles(v, T_AMBARES, red[0].ambares);
    view_miles(v, T_VERDES, red[0].verdes);
    view_miles(v, T_POR_HOY, agreed[0].por_hoy);
    view_miles(v, T_EN_SIETE, agreed[0].en_siete);
    view_miles(v, T_ABIERTAS, asked[0].abiertas);
    view_miles(v, T_FUERA, asked[0].fuera);
    view_rows(v, T_FILAS, red, red[0].id != NULL ? n : 0, &q_seguimiento_cartera_table);
    view_rows(v, T_COMPROMISOS, agreed, agreed[0].id != NULL ? n_agreed : 0,
              &q_seguimiento_inicio_compromisos_table);
    view_rows(v, T_CONSULTAS, asked, asked[0].id != NULL ? n_asked : 0,
              &q_seguimiento_inicio_consultas_table);
    view_section(v, T_URGE_ROJAS, red[0].rojas > 0);
    view_section(v, T_URGE_CONSULTAS, asked[0].fuera > 0);
    view_section(v, T_URGE_COMPROMISOS, agreed[0].por_hoy > 0);
    view_section(v, T_SIN_CARTERA, red[0].rojas + red[0].ambares + red[0].verdes == 0);
    return HTTP_OK;
}
