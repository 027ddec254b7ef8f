/* The session of a request, from its cookie to struct session. */
#include "http/session.h"

#include "core/str.h"
#include "gen/q_sesion.h"
#include "http/guard.h"
#include "http/token.h"

static const struct {
    const char *code;
    enum rol rol;
} roles[] = {{"SERVIR_ADMIN", ROL_ADMIN},
             {"SERVIR_REVISOR", ROL_REVISOR},
             {"GESTOR", ROL_GESTOR},
             {"ORH_JEFE", ROL_ORH_JEFE},
             {"ORH_ANALISTA", ROL_ORH_ANALISTA},
             {"JEFE", ROL_JEFE},
             {"SERVIDOR", ROL_SERVIDOR},
             {"AUDITOR", ROL_AUDITOR}};

enum rol session_rol(const char *codigo) {
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
        if (str_eq(codigo, roles[i].code)) {
            return roles[i].rol;
        }
    }
    return ROL_PUBLICO;
}

/* The hash of the request's session cookie, "" when it has none. */
static const char *cookie_hash(struct request *rq) {
    const char *token = params_get(&rq->cookies, COOKIE_SESSION);
    return token_well_formed(token) ? token_hash(rq->arena, token) : "";
}

enum err session_open(struct request *rq) {
    struct q_sesion_abrir_row row;
    enum err e = q_sesion_abrir(rq->db,
                                &(struct q_sesion_abrir_in){.token_hash = cookie_hash(rq),
                                                            .address = rq->address,
                                                            .request = rq->number},
                                &row);
    if (e != ERR_OK) {
        return e;
    }
    rq->session = (struct session){
        .active = row.activa,
        .expired = row.caducada,
        .usuario_id = row.usuario_id,
        .persona_id = row.persona_id,
        .entidad_id = row.entidad_id,
        .asignacion_id = row.asignacion_id,
        .rol = row.activa ? session_rol(row.rol_codigo) : ROL_PUBLICO,
        .rol_codigo = row.rol_codigo,
        .rol_nombre = row.rol_nombre,
        .nombre = row.nombre,
        .entidad = row.entidad,
        .roles = row.roles,
        .must_change_password = row.debe_cambiar_clave,
        .touch = row.tocar,
    };
    return ERR_OK;
}

enum err session_touch(struct request *rq) {
    bool person = rq->look.persona_id != 0;
    return q_sesion_tocar(
        rq->db, &(struct q_sesion_tocar_in){
                    .token_hash = cookie_hash(rq),
                    .address = rq->address,
                    .request = rq->number,
                    .tabla = rq->look.tabla,
                    .registro_id = arena_printf(rq->arena, "%lld", (long long)rq->look.id),
                    .persona_id = person ? &rq->look.persona_id : NULL});
}

const char *session_form_key(const struct request *rq) {
    const char *token =
        params_get(&rq->cookies, rq->session.active ? COOKIE_SESSION : COOKIE_VISIT);
    return token_well_formed(token) ? token : "";
}

const char *session_home(enum rol rol) {
    switch (rol) {
    case ROL_ORH_JEFE:
    case ROL_ORH_ANALISTA: return "/orh/inicio";
    case ROL_ADMIN:
    case ROL_REVISOR:
    case ROL_AUDITOR: return "/servir/inicio";
    case ROL_GESTOR: return "/seguimiento/inicio";
    case ROL_JEFE:
    case ROL_SERVIDOR: return "/mi/inicio";
    case ROL_PUBLICO: return "/";
    }
    return "/";
}
