/* Invites the head of an entity's ORH: the link is shown here and queued as a mail. */
#include "gen/q_entidad.h"
#include "invitacion/cuenta.h"
#include "page/pages.h"

static const struct field fields[] = {INVITAR_FIELDS};
const struct form entidad_orh_form = FORM(fields);

enum http_status entidad_orh_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_entidad_ficha_row entity;
    struct q_entidad_ficha_equipo_row *team = NULL;
    size_t n = 0;
    enum err e = q_entidad_ficha(rq->db, &(struct q_entidad_ficha_in){.id = id}, &entity);
    if (e == ERR_OK) {
        e = q_entidad_ficha_equipo(rq->db, &(struct q_entidad_ficha_equipo_in){.entidad_id = id},
                                   &team, &n);
    }
    if (e == ERR_OK) {
        e = invitar_options(rq);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "entidad/orh", "Invitar a la jefatura de la ORH");
    view_str(v, T_ENTIDAD, entity.nombre);
    view_int(v, T_ENTIDAD_ID, id);
    view_rows(v, T_EQUIPO, team, n, &q_entidad_ficha_equipo_table);
    return HTTP_OK;
}

enum http_status entidad_orh_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_entidad_ficha_row entity;
    enum err e = q_entidad_ficha(rq->db, &(struct q_entidad_ficha_in){.id = id}, &entity);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return invitar_post(
        rq, rs,
        &(struct invitar){.rol = "ORH_JEFE",
                          .rol_nombre = "Jefatura de ORH",
                          .entidad_id = &id,
                          .entidad = entity.nombre,
                          .campo_ambito = -1,
                          .campo_hasta = -1,
                          .volver = arena_printf(rq->arena, "/entidad/%lld/ficha", (long long)id)});
}
