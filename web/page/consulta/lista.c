/* What an ORH asked SERVIR, and what both agreed. */
#include "gen/q_consulta.h"
#include "page/consulta/estado.h"
#include "page/pages.h"

enum { PAGE_ROWS = 30 };
enum { ESTADO, DESPUES };

static const struct field fields[] = {
    [ESTADO] = {.name = "estado",
                .label = "Mostrar",
                .kind = F_SELECT,
                .query = true,
                .options = consulta_estados},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form consulta_lista_form = FORM(fields);

static void show_pages(struct request *rq, struct view *v,
                       const struct q_consulta_lista_row *last) {
    const char *state = form_text(rq, ESTADO);
    const char *here =
        arena_printf(rq->arena, "/consulta/lista?estado=%s", state != NULL ? state : "");
    response_pages(rq, v, DESPUES, here, last != NULL ? &last->id : NULL);
}

enum http_status consulta_lista_get(struct request *rq, struct response *rs) {
    int64_t id = rq->session.entidad_id;
    struct q_consulta_lista_row *rows = NULL;
    struct q_consulta_lista_compromisos_row *agreed = NULL;
    size_t n = 0, n_agreed = 0;
    enum err e =
        q_consulta_lista(rq->db,
                         &(struct q_consulta_lista_in){.entidad_id = id,
                                                       .estado = form_text(rq, ESTADO),
                                                       .despues_de = form_number_opt(rq, DESPUES),
                                                       .limite = PAGE_ROWS + 1},
                         &rows, &n);
    if (e == ERR_OK) {
        e = q_consulta_lista_compromisos(
            rq->db, &(struct q_consulta_lista_compromisos_in){.entidad_id = id}, &agreed,
            &n_agreed);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "consulta/lista", "Consultas a SERVIR");
    view_rows(v, T_FILAS, rows, n > PAGE_ROWS ? PAGE_ROWS : n, &q_consulta_lista_table);
    view_rows(v, T_COMPROMISOS, agreed, n_agreed, &q_consulta_lista_compromisos_table);
    show_pages(rq, v, n > PAGE_ROWS ? &rows[PAGE_ROWS - 1] : NULL);
    return HTTP_OK;
}
