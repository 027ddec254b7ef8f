/* One more role for an account. */
#include "gen/q_usuario.h"
#include "page/pages.h"
#include "page/usuario/ambito.h"

static const struct field fields[] = {AMBITO_FIELDS(0)};
const struct form usuario_rol_form = FORM(fields);

enum http_status usuario_rol_get(struct request *rq, struct response *rs) {
    struct q_usuario_ficha_row account;
    enum err e =
        q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = request_id(rq, 0)}, &account);
    if (e == ERR_OK) {
        e = ambito_options(rq, 0);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "usuario/rol", "Dar un rol");
    view_str(v, T_NOMBRE, account.nombre);
    view_int(v, T_USUARIO_ID, account.id);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *resultado) {
    if (str_eq(resultado, "ya_asignado")) {
        return form_error(rq, AMB_ROL, "La cuenta ya tiene ese rol en esas fechas.");
    }
    if (str_eq(resultado, "fecha_invalida")) {
        return form_error(rq, AMB_HASTA, "La fecha ya pasó: escriba hoy o un día posterior.");
    }
    if (str_eq(resultado, "ambito_invalido")) {
        return form_error(rq, AMB_ENTIDAD, "Indique la entidad o la región de este rol.");
    }
    return HTTP_FORBIDDEN;
}

enum http_status usuario_rol_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_usuario_ficha_row account;
    struct q_usuario_rol_otorgar_row r;
    struct ambito scope;
    enum err e = q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = id}, &account);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    enum http_status s = ambito_read(rq, 0, &scope);
    if (s != HTTP_OK) {
        return s;
    }
    e = q_usuario_rol_otorgar(
        rq->db,
        &(struct q_usuario_rol_otorgar_in){.usuario_id = id,
                                           .rol = scope.rol,
                                           .entidad_id = scope.entidad_id,
                                           .hasta = form_date(rq, AMB_HASTA),
                                           .motivo = form_text(rq, AMB_MOTIVO),
                                           .regiones = scope.regiones,
                                           .entidades = scope.entidades},
        &r);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(r.resultado, "ok")) {
        return refuse(rq, r.resultado);
    }
    response_notice(rs, "rol_otorgado");
    return response_redirect(rs, "/usuario/%lld/ficha", (long long)id);
}
