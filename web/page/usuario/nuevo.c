/* A new account with its first role; the link is shown once. */
#include "invitacion/cuenta.h"
#include "page/pages.h"
#include "page/usuario/ambito.h"

static const struct field fields[] = {INVITAR_FIELDS, AMBITO_FIELDS(INV_N)};
const struct form usuario_nuevo_form = FORM(fields);

enum http_status usuario_nuevo_get(struct request *rq, struct response *rs) {
    enum err e = invitar_options(rq);
    if (e == ERR_OK) {
        e = ambito_options(rq, INV_N);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    response_page(rq, rs, "usuario/nuevo", "Dar una cuenta");
    return HTTP_OK;
}

enum http_status usuario_nuevo_post(struct request *rq, struct response *rs) {
    struct ambito scope;
    enum http_status s = ambito_read(rq, INV_N, &scope);
    if (s != HTTP_OK) {
        return s;
    }
    return invitar_post(rq, rs,
                        &(struct invitar){.rol = scope.rol,
                                          .rol_nombre = scope.rol_nombre,
                                          .entidad_id = scope.entidad_id,
                                          .entidad = scope.entidad,
                                          .regiones = scope.regiones,
                                          .entidades = scope.entidades,
                                          .hasta = form_date(rq, INV_N + AMB_HASTA),
                                          .motivo = form_text(rq, INV_N + AMB_MOTIVO),
                                          .campo_ambito = INV_N + AMB_ENTIDAD,
                                          .campo_hasta = INV_N + AMB_HASTA,
                                          .volver = "/usuario/lista"});
}
