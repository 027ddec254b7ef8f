/* The file of one entity: data, the ORH's team, its units, what it has registered. */
#include "catalogo/entidad.h"
#include "gen/q_entidad.h"
#include "page/pages.h"

enum http_status entidad_ficha_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_entidad_ficha_row entity;
    struct q_entidad_ficha_equipo_row *team = NULL;
    struct q_entidad_ficha_unidades_row *units = NULL;
    size_t n_team = 0, n_units = 0;
    enum err e = q_entidad_ficha(rq->db, &(struct q_entidad_ficha_in){.id = id}, &entity);
    if (e == ERR_OK) {
        e = q_entidad_ficha_equipo(rq->db, &(struct q_entidad_ficha_equipo_in){.entidad_id = id},
                                   &team, &n_team);
    }
    if (e == ERR_OK) {
        e = q_entidad_ficha_unidades(
            rq->db, &(struct q_entidad_ficha_unidades_in){.entidad_id = id}, &units, &n_units);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    entity.tipo = tipo_nombre(entidad_tipos, entity.tipo);
    for (size_t i = 0; i < n_units; i++) {
        units[i].tipo = tipo_nombre(organo_tipos, units[i].tipo);
    }
    struct view *v = response_page(rq, rs, "entidad/ficha", entity.nombre);
    view_row(v, &entity, &q_entidad_ficha_table);
    view_rows(v, T_EQUIPO, team, n_team, &q_entidad_ficha_equipo_table);
    view_rows(v, T_UNIDADES, units, n_units, &q_entidad_ficha_unidades_table);
    view_int(v, T_ENTIDAD_ID, id);
    view_section(v, T_PUEDE_INVITAR, rq->session.rol == ROL_ADMIN);
    view_section(v, T_PUEDE_VER_CUENTA, (rq->session.rol & (ROL_ADMIN | ROL_AUDITOR)) != 0);
    view_section(v, T_PUEDE_EDITAR, (rq->session.rol & (ROL_ADMIN | ROL_ORH_JEFE)) != 0);
    view_section(v, T_SIN_ORH, entity.jefe == NULL);
    view_section(v, T_PUEDE_SEGUIR, (rq->session.rol & (ROL_SERVIR | ROL_GESTOR)) != 0);
    return HTTP_OK;
}
