/* The file of one servidor: who they are, their post, the three stages, what is missing. */
#include "gen/q_servidor.h"
#include "page/pages.h"

/* Things that somebody should look at; none of them blocks. */
static void show_warnings(struct view *v, const struct q_servidor_ficha_row *f, size_t n_stages) {
    bool no_jefe = f->jefe == NULL && !f->cesado;
    bool shared = f->correo_de > 0;
    view_section(v, T_AVISO_TARDIA, f->es_tardia);
    view_section(v, T_AVISO_JEFE, no_jefe);
    view_section(v, T_AVISO_CORREO, shared);
    view_miles(v, T_CORREO_OTROS, f->correo_de);
    view_section(v, T_CORREO_UNO, f->correo_de == 1);
    view_section(v, T_AVISO_PLAN, n_stages == 0);
    view_section(v, T_HAY_AVISOS, f->es_tardia || no_jefe || shared || n_stages == 0);
}

static void show_actions(struct request *rq, struct view *v, const struct q_servidor_ficha_row *f) {
    bool orh = (rq->session.rol & ROL_ORH) != 0;
    bool moving = f->transferencia_id != NULL;
    view_section(v, T_PUEDE_EDITAR, orh);
    view_section(v, T_PUEDE_CAMBIAR, orh && !f->cesado);
    view_section(v, T_PUEDE_TRANSFERIR, orh && !f->cesado && !moving);
    view_section(v, T_PUEDE_RETIRAR, orh && moving);
    view_section(v, T_PUEDE_ANULAR_CESE, orh && f->cesado);
}

enum http_status servidor_ficha_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_servidor_ficha_row ficha;
    struct q_servidor_etapas_row *stages = NULL;
    struct q_servidor_eventos_row *events = NULL;
    struct q_servidor_cursos_row *courses = NULL;
    size_t n_stages = 0, n_events = 0, n_courses = 0;
    enum err e = q_servidor_ficha(rq->db, &(struct q_servidor_ficha_in){.id = id}, &ficha);
    if (e == ERR_OK) {
        e = q_servidor_etapas(rq->db,
                              &(struct q_servidor_etapas_in){.vinculo_id = id, .hoy = date_today()},
                              &stages, &n_stages);
    }
    if (e == ERR_OK) {
        e = q_servidor_cursos(rq->db, &(struct q_servidor_cursos_in){.vinculo_id = id}, &courses,
                              &n_courses);
    }
    if (e == ERR_OK) {
        e = q_servidor_eventos(rq->db, &(struct q_servidor_eventos_in){.vinculo_id = id}, &events,
                               &n_events);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", id, ficha.persona_id);
    struct view *v = response_page(rq, rs, "servidor/ficha",
                                   arena_printf(rq->arena, "Ficha de %s", ficha.nombre));
    view_row(v, &ficha, &q_servidor_ficha_table);
    view_rows(v, T_ETAPAS, stages, n_stages, &q_servidor_etapas_table);
    view_rows(v, T_CURSOS, courses, n_courses, &q_servidor_cursos_table);
    view_rows(v, T_EVENTOS, events, n_events, &q_servidor_eventos_table);
    show_warnings(v, &ficha, n_stages);
    show_actions(rq, v, &ficha);
    return HTTP_OK;
}
