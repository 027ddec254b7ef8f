/* One stage: it began, it ended, it does not apply, or the last of these undone. */
#include "gen/q_etapa.h"
#include "page/pages.h"
#include "tarea/marca.h"

static const struct field fields[] = {
    MARCA_FIELDS("etapa", "Fecha en que empezó o culminó", "No hace falta para deshacer.",
                 "Hace falta si no le corresponde, o si registra a mano la etapa A."),
};
const struct form etapa_marcar_form = FORM(fields);

static enum err load_choices(struct request *rq, struct option **options, size_t *n) {
    struct q_etapa_marcar_opciones_row *rows = NULL;
    enum err e = q_etapa_marcar_opciones(
        rq->db, &(struct q_etapa_marcar_opciones_in){.id = request_id(rq, 0)}, &rows, n);
    if (e != ERR_OK) {
        return e;
    }
    *options = arena_calloc(rq->arena, *n + 1, sizeof(*options)[0]);
    for (size_t i = 0; i < *n; i++) {
        (*options)[i] = (struct option){rows[i].hacia, rows[i].nombre};
    }
    return ERR_OK;
}

enum http_status etapa_marcar_get(struct request *rq, struct response *rs) {
    struct q_etapa_marcar_row row;
    struct option *options = NULL;
    size_t n = 0;
    enum err e = q_etapa_marcar(
        rq->db, &(struct q_etapa_marcar_in){.id = request_id(rq, 0), .hoy = date_today()}, &row);
    if (e == ERR_OK) {
        e = load_choices(rq, &options, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "etapa", row.id, row.persona_id);
    marca_ofrecer(rq, options, row.version);
    struct view *v =
        response_page(rq, rs, "etapa/marcar", arena_printf(rq->arena, "Etapa de %s", row.nombre));
    view_row(v, &row, &q_etapa_marcar_table);
    view_section(v, T_PUEDE, n > 0);
    view_section(v, T_NO_PUEDE, n == 0);
    view_section(v, T_ES_JEFE, rq->session.rol == ROL_JEFE);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome, const char *message) {
    bool boss = rq->session.rol == ROL_JEFE;
    if (str_eq(outcome, "faltan_tareas")) {
        return form_error(rq, boss ? MARCA_ESTADO : MARCA_MOTIVO,
                          boss ? "Faltan tareas obligatorias: están en esta página."
                               : "Faltan tareas obligatorias. Si culmina así, escriba por qué.");
    }
    return marca_rechazo(rq, &(struct marca_campos){.fecha = MARCA_FECHA, .motivo = MARCA_MOTIVO},
                         outcome, message);
}

enum http_status etapa_marcar_post(struct request *rq, struct response *rs) {
    struct q_etapa_marcar_guardar_row row;
    enum err e = q_etapa_marcar_guardar(
        rq->db,
        &(struct q_etapa_marcar_guardar_in){.id = request_id(rq, 0),
                                            .version = (int32_t)form_number(rq, MARCA_VERSION),
                                            .estado = form_text(rq, MARCA_ESTADO),
                                            .fecha = form_date(rq, MARCA_FECHA),
                                            .motivo = form_text(rq, MARCA_MOTIVO)},
        &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!marca_guardada(row.resultado)) {
        return refuse(rq, row.resultado, row.mensaje);
    }
    response_notice(rs, "etapa_guardada");
    return rq->session.rol == ROL_JEFE
               ? response_redirect(rs, "/mi/inicio")
               : response_redirect(rs, "/servidor/%lld/ficha", (long long)*row.vinculo_id);
}
