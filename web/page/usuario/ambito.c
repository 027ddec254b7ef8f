#include "page/usuario/ambito.h"

#include "catalogo/catalogo.h"
#include "core/str.h"
#include "gen/q_usuario.h"

/* What was typed and is not one entity or region of ours. */
static enum http_status check_known(struct request *rq, size_t first,
                                    const struct q_usuario_nuevo_ambito_row *found) {
    if (found->desconocida != NULL) {
        return form_error(rq, first + AMB_ENTIDAD,
                          arena_printf(rq->arena,
                                       "No encontramos «%s». Escriba la sigla, el RUC, el código "
                                       "o el nombre completo de la lista de entidades.",
                                       found->desconocida));
    }
    if (found->ambigua != NULL) {
        return form_error(rq, first + AMB_ENTIDAD,
                          arena_printf(rq->arena,
                                       "Hay varias entidades llamadas «%s». Escriba el código que "
                                       "muestra la ficha de la entidad.",
                                       found->ambigua));
    }
    if (found->region_desconocida != NULL) {
        return form_error(rq, first + AMB_REGIONES,
                          arena_printf(rq->arena, "«%s» no es una región: revise su nombre.",
                                       found->region_desconocida));
    }
    return HTTP_OK;
}

static enum http_status take_entity(struct request *rq, size_t first,
                                    const struct q_usuario_nuevo_ambito_row *found,
                                    struct ambito *out) {
    int64_t *id = arena_alloc(rq->arena, sizeof *id);
    if (found->entidades == NULL) {
        return form_error(rq, first + AMB_ENTIDAD, "Este rol es de una entidad: indique cuál.");
    }
    if (!str_int64(found->entidades, 1, INT64_MAX, id)) {
        return form_error(rq, first + AMB_ENTIDAD, "Este rol es de una sola entidad.");
    }
    out->entidad_id = id;
    out->entidad = form_text(rq, first + AMB_ENTIDAD);
    return HTTP_OK;
}

enum err ambito_options(struct request *rq, size_t first) {
    return catalogo_roles(rq, first + AMB_ROL, "Elija un rol", false);
}

enum http_status ambito_read(struct request *rq, size_t first, struct ambito *out) {
    struct q_usuario_nuevo_ambito_row found;
    const char *rol = form_text(rq, first + AMB_ROL);
    enum err e = q_usuario_nuevo_ambito(
        rq->db,
        &(struct q_usuario_nuevo_ambito_in){.entidades = form_text(rq, first + AMB_ENTIDAD),
                                            .regiones = form_text(rq, first + AMB_REGIONES),
                                            .rol = rol},
        &found);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (found.alcance == NULL || str_eq(found.alcance, "PERSONA")) {
        return form_error(rq, first + AMB_ROL, "Rol: elija una opción de la lista.");
    }
    enum http_status s = check_known(rq, first, &found);
    if (s != HTTP_OK) {
        return s;
    }
    *out = (struct ambito){.rol = rol, .rol_nombre = found.rol_nombre};
    if (str_eq(found.alcance, "ENTIDAD")) {
        return take_entity(rq, first, &found, out);
    }
    if (str_eq(found.alcance, "TERRITORIO")) {
        out->regiones = found.regiones;
        out->entidades = found.entidades;
        if (found.regiones == NULL && found.entidades == NULL) {
            return form_error(rq, first + AMB_REGIONES, "Indique sus regiones o sus entidades.");
        }
    }
    return HTTP_OK;
}
