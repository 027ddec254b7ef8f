#include "invitacion/invitacion.h"

#include "core/str.h"
#include "gen/q_invitacion.h"
#include "gen/tpl.h"
#include "http/token.h"
#include "view/view.h"

static enum err write_mail(struct request *rq, const struct invitacion_para *para,
                           struct invitacion *it) {
    struct view *v =
        view_new(rq->arena, para->recuperacion ? "mail/recuperacion" : "mail/invitacion");
    size_t n = 0;
    bool known = !str_empty(para->nombre);
    view_str(v, T_NOMBRE, known ? para->nombre : "usuario del portal");
    view_str(v, T_INVITANTE, rq->session.nombre);
    view_str(v, T_ROL, para->rol != NULL ? para->rol : "usuario");
    view_str(v, T_ENTIDAD, para->entidad);
    view_str(v, T_ENLACE, it->url);
    view_instant(v, T_VENCE, it->vence);
    return view_expand(v, &it->cuerpo, &n);
}

enum err invitacion_new(struct request *rq, const struct invitacion_para *para,
                        struct invitacion *out) {
    struct q_invitacion_vence_row until;
    enum err e = q_invitacion_vence(
        rq->db, &(struct q_invitacion_vence_in){.recuperacion = para->recuperacion}, &until);
    if (e != ERR_OK) {
        return e;
    }
    const char *token = token_new(rq->arena);
    *out = (struct invitacion){
        .url = arena_printf(rq->arena, "%s/cuenta/enlace/%s", rq->base_url, token),
        .hash = token_hash(rq->arena, token),
        .asunto = para->recuperacion ? "Recupere su acceso al Portal de Inducción"
                                     : "Su acceso al Portal de Inducción",
        .vence = until.vence,
    };
    return write_mail(rq, para, out);
}

enum http_status invitacion_show(struct request *rq, struct response *rs,
                                 const struct invitacion *it, const char *correo,
                                 const char *volver) {
    struct view *v = response_page(rq, rs, "part/enlace", "Entregue este enlace personal");
    view_str(v, T_ENLACE, it->url);
    view_instant(v, T_VENCE, it->vence);
    view_str(v, T_CORREO, correo);
    view_str(v, T_VOLVER, volver);
    return HTTP_OK;
}

enum http_status invitacion_show_known(struct request *rq, struct response *rs,
                                       const char *volver) {
    struct view *v = response_page(rq, rs, "part/enlace", "La persona ya tiene cuenta");
    view_str(v, T_ENLACE, NULL);
    view_str(v, T_VOLVER, volver);
    return HTTP_OK;
}
