/* The one page of a jefe without an account, opened by their personal link: their people, what is
 * left to do with each, tick, date, save. Opening it changes nothing, however often. */
#include <string.h>

#include "gen/q_jefe.h"
#include "http/token.h"
#include "page/pages.h"
#include "tarea/pedido.h"

enum { ETAPA, DESHACER, TAREA, DESMARCAR };
/* Some photos at once; nginx lets through as much. */
enum { BODY_MAX = 8 * 1024 * 1024 + 64 * 1024 };

#define ANSWER PEDIDO_PREFIX "q-"
#define SAID PEDIDO_PREFIX "k-"

static const struct field fields[] = {
    [ETAPA] = {.name = "etapa", .label = "Tareas", .kind = F_IDS, .bad = PEDIDO_BAD},
    [DESHACER] = {.name = "deshacer", .label = "Deshacer", .kind = F_IDS, .bad = PEDIDO_BAD},
    [TAREA] = {.name = "tarea", .label = "Tareas", .kind = F_IDS, .bad = PEDIDO_BAD},
    [DESMARCAR] = {.name = "desmarcar", .label = "Deshacer", .kind = F_IDS, .bad = PEDIDO_BAD},
};
const struct form jefe_tareas_form = {.fields = fields,
                                      .n = sizeof fields / sizeof fields[0],
                                      .body_max = BODY_MAX,
                                      .prefix = PEDIDO_PREFIX};

static const char *hash_of(struct request *rq) {
    return token_hash(rq->arena, request_text(rq, 0));
}

/* --- showing --- */

static void show_task(struct request *rq, struct view *person, struct q_jefe_tareas_row *t) {
    struct view *v = view_add(person, T_TAREAS);
    const char *typed = pedido_escrito(rq, t->clase[0], t->id);
    const char *answer = pedido_escrito(rq, 'q', t->id);
    struct date day;
    view_row(v, t, &q_jefe_tareas_table);
    view_str(v, T_CAMPO, pedido_campo(rq, t->clase[0], t->id));
    view_str(v, T_VALOR, typed != NULL ? typed : date_short(rq->arena, date_today()));
    view_section(v, T_MAL, t->marcada && typed != NULL && !date_parse(typed, &day));
    view_section(v, T_DICE_SI, str_starts(answer, "s"));
    view_section(v, T_DICE_NO, str_starts(answer, "n"));
    view_str(v, T_DICHO, pedido_escrito(rq, 'k', t->id));
}

/* One child a person, and in it one a task; the rows come ordered. */
static void show_people(struct request *rq, struct view *v, struct q_jefe_tareas_row *rows,
                        size_t n) {
    struct view *person = NULL;
    bool files = false;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || rows[i].vinculo_id != rows[i - 1].vinculo_id) {
            person = view_add(v, T_PERSONAS);
            view_str(person, T_NOMBRE, rows[i].nombre);
            view_str(person, T_PUESTO, rows[i].puesto);
            view_date(person, T_INGRESO, rows[i].ingreso);
        }
        show_task(rq, person, &rows[i]);
        files = files || rows[i].archivo;
    }
    view_section(v, T_HAY_ARCHIVO, files);
}

enum http_status jefe_tareas_get(struct request *rq, struct response *rs) {
    struct q_jefe_enlace_row link;
    struct q_jefe_tareas_row *rows = NULL;
    size_t n = 0;
    enum err e =
        q_jefe_enlace(rq->db, &(struct q_jefe_enlace_in){.token_hash = hash_of(rq)}, &link);
    if (e == ERR_OK) {
        e = q_jefe_tareas(rq->db,
                          &(struct q_jefe_tareas_in){.token_hash = hash_of(rq),
                                                     .etapas = form_text(rq, ETAPA),
                                                     .tareas = form_text(rq, TAREA),
                                                     .hoy = date_today()},
                          &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    bool open = str_eq(link.resultado, "ok");
    if (!open && !str_eq(link.resultado, "nada")) {
        return HTTP_GONE;
    }
    if (n > 0 && link.id != NULL) {
        request_note_look(rq, "jefe_enlace", *link.id, 0);
    }
    struct view *v = response_page(rq, rs, "jefe/tareas", "Personas a su cargo");
    view_row(v, &link, &q_jefe_enlace_table);
    view_section(v, T_TERMINADO, !open);
    view_section(v, T_HAY_TAREAS, n > 0);
    view_section(v, T_HAY_MAS, n > 0 && rows[0].siguen);
    show_people(rq, v, rows, n);
    return HTTP_OK;
}

/* --- saving --- */

/* "d-q-12" = "s12.3" answers stage 12 as it was shown; "d-k-12" is what is said with it. */
static bool add_answers(struct request *rq, struct buf *b) {
    for (size_t i = 0; i < rq->body.n; i++) {
        const struct param *p = &rq->body.v[i];
        if (!str_starts(p->name, ANSWER) || *p->value == '\0') {
            continue;
        }
        const char *said = arena_printf(rq->arena, SAID "%s", p->name + strlen(ANSWER));
        if ((*p->value != 's' && *p->value != 'n') || params_repeated(&rq->body, p->name) ||
            !pedido_dicho(rq, b, *p->value, p->value + 1, params_get(&rq->body, said))) {
            return false;
        }
    }
    return true;
}

static enum http_status save(struct request *rq, struct response *rs, const char *asked) {
    struct q_jefe_tareas_marcar_row row;
    enum err e = q_jefe_tareas_marcar(
        rq->db, &(struct q_jefe_tareas_marcar_in){.token_hash = hash_of(rq), .pedido = asked},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok")) {
        return HTTP_GONE;
    }
    enum http_status s = pedido_hecho(rq, ETAPA, row.hechas, row.fallidas, row.detalle);
    if (s != HTTP_OK) {
        return s;
    }
    response_notice(rs, "tareas_guardadas");
    return response_redirect(rs, "%s", rq->path);
}

/* Nothing is kept for whoever has no link, or one that has ended. */
static enum http_status take_files(struct request *rq, struct buf *b) {
    struct q_jefe_enlace_row link;
    if (rq->files.n == 0) {
        return HTTP_OK;
    }
    enum err e =
        q_jefe_enlace(rq->db, &(struct q_jefe_enlace_in){.token_hash = hash_of(rq)}, &link);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    bool known = str_eq(link.resultado, "ok") || str_eq(link.resultado, "nada");
    return known && date_cmp(link.vence, date_today()) >= 0 ? pedido_archivos(rq, b) : HTTP_GONE;
}

enum http_status jefe_tareas_post(struct request *rq, struct response *rs) {
    struct buf b = buf_new(rq->arena, (size_t)1 << 20);
    struct date none = {0};
    if (!pedido_fechadas(rq, &b, ETAPA, 'e') || !pedido_fechadas(rq, &b, TAREA, 't')) {
        return form_error(rq, ETAPA, "Revise las fechas: escríbalas como 12/10/2026.");
    }
    pedido_marcas(rq, &b, DESHACER, 'u', none);
    pedido_marcas(rq, &b, DESMARCAR, 'v', none);
    if (!add_answers(rq, &b)) {
        return form_error_all(rq, "Revise su respuesta: hasta 500 letras, sin caracteres "
                                  "invisibles.");
    }
    enum http_status s = take_files(rq, &b);
    if (s != HTTP_OK) {
        return s;
    }
    if (b.n == 0) {
        return form_error(rq, ETAPA, "Marque por lo menos una tarea.");
    }
    return save(rq, rs, b.p);
}
