/* What people got in a course, each attempt with its source. */
#include "gen/q_mooc.h"
#include "page/pages.h"

enum { VER, DESPUES };
enum { ROWS = 50 };

static const struct option states[] = {{"ASISTIO", "Asistió"},
                                       {"APROBADO", "Aprobado"},
                                       {"DESAPROBADO", "Desaprobado"},
                                       {"RETIRADO", "Retirado"},
                                       {NULL, NULL}};
static const struct field fields[] = {
    [VER] =
        {.name = "ver", .label = "Resultado", .kind = F_SELECT, .query = true, .options = states},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form mooc_resultados_form = FORM(fields);

static void show_pages(struct request *rq, struct view *v, const struct q_mooc_resultados_row *rows,
                       size_t n) {
    const char *ver = form_text(rq, VER);
    const char *path =
        arena_printf(rq->arena, "/mooc/%lld/resultados?%s%s", (long long)request_id(rq, 0),
                     ver != NULL ? "ver=" : "", ver != NULL ? ver : "");
    response_pages(rq, v, DESPUES, path, n > ROWS ? &rows[ROWS - 1].id : NULL);
}

enum http_status mooc_resultados_get(struct request *rq, struct response *rs) {
    struct q_mooc_curso_row course;
    struct q_mooc_resultados_row *rows = NULL;
    size_t n = 0;
    int64_t id = request_id(rq, 0);
    enum err e = q_mooc_curso(rq->db, &(struct q_mooc_curso_in){.id = id}, &course);
    if (e == ERR_OK) {
        e = q_mooc_resultados(
            rq->db,
            &(struct q_mooc_resultados_in){.curso_id = id,
                                           .ver = form_text(rq, VER),
                                           .despues_de = form_number_opt(rq, DESPUES),
                                           .limite = ROWS + 1},
            &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "curso", id, 0);
    struct view *v = response_page(rq, rs, "mooc/resultados", "Resultados del curso");
    view_row(v, &course, &q_mooc_curso_table);
    view_rows(v, T_RESULTADOS_DEL_CURSO, rows, n > ROWS ? ROWS : n, &q_mooc_resultados_table);
    show_pages(rq, v, rows, n);
    return HTTP_OK;
}
