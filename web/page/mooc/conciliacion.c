/* What the portal has of a course and what Moodle said the last time: alike, different, on one side
 * alone, each a list. */
#include "gen/q_mooc.h"
#include "page/pages.h"

enum { VER, DESPUES };
enum { ROWS = 50 };

static const struct option groups[] = {{"DISTINTO", "Distintos"},
                                       {"AQUI", "Solo en el portal"},
                                       {"ALLA", "Solo en Moodle"},
                                       {"AMBOS", "Iguales en los dos"},
                                       {NULL, NULL}};
static const struct field fields[] = {
    [VER] = {.name = "ver", .label = "Ver", .kind = F_SELECT, .query = true, .options = groups},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form mooc_conciliacion_form = FORM(fields);

/* The group to show when none was asked for: the first of those to look at that has rows. */
static const char *group_of(const struct request *rq, const struct q_mooc_conciliacion_row *c) {
    const char *asked = form_text(rq, VER);
    return asked != NULL      ? asked
           : c->distintos > 0 ? "DISTINTO"
           : c->alla > 0      ? "ALLA"
           : c->aqui > 0      ? "AQUI"
                              : "AMBOS";
}

static void show_rows(struct request *rq, struct view *v, const char *group,
                      struct q_mooc_conciliacion_filas_row *rows, size_t n) {
    const char *path = arena_printf(rq->arena, "/mooc/%lld/conciliacion?ver=%s",
                                    (long long)request_id(rq, 0), group);
    view_rows(v, T_FILAS, rows, n > ROWS ? ROWS : n, &q_mooc_conciliacion_filas_table);
    for (const struct option *o = groups; o->value != NULL; o++) {
        if (str_eq(o->value, group)) {
            view_str(v, T_VIENDO, o->label);
        }
    }
    response_pages(rq, v, DESPUES, path, n > ROWS ? &rows[ROWS - 1].clave : NULL);
}

enum http_status mooc_conciliacion_get(struct request *rq, struct response *rs) {
    struct q_mooc_curso_row course;
    struct q_mooc_conciliacion_row counts;
    struct q_mooc_conciliacion_filas_row *rows = NULL;
    size_t n = 0;
    int64_t id = request_id(rq, 0);
    enum err e = q_mooc_curso(rq->db, &(struct q_mooc_curso_in){.id = id}, &course);
    if (e == ERR_OK) {
        e = q_mooc_conciliacion(rq->db, &(struct q_mooc_conciliacion_in){.curso_id = id}, &counts);
    }
    const char *group = e == ERR_OK ? group_of(rq, &counts) : "";
    if (e == ERR_OK) {
        e = q_mooc_conciliacion_filas(
            rq->db,
            &(struct q_mooc_conciliacion_filas_in){.curso_id = id,
                                                   .grupo = group,
                                                   .despues_de = form_number_opt(rq, DESPUES),
                                                   .limite = ROWS + 1},
            &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "curso", id, 0);
    struct view *v = response_page(rq, rs, "mooc/conciliacion", "Conciliación con Moodle");
    view_row(v, &course, &q_mooc_curso_table);
    view_row(v, &counts, &q_mooc_conciliacion_table);
    show_rows(rq, v, group, rows, n);
    return HTTP_OK;
}
