#include "invitacion/aviso.h"

#include "gen/tpl.h"
#include "view/view.h"

enum err aviso_correo(struct request *rq, const char *nombre, bool vacia, const char **body) {
    struct view *v = view_new(rq->arena, "mail/correo");
    size_t n = 0;
    view_str(v, T_NOMBRE, nombre);
    view_section(v, T_OTRO, !vacia);
    view_section(v, T_NINGUNO, vacia);
    view_str(v, T_AUTOR, rq->session.nombre);
    return view_expand(v, body, &n);
}
