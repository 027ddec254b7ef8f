/* The public home: what the portal is, and the way in. */
#include "page/pages.h"

enum http_status publico_portada_get(struct request *rq, struct response *rs) {
    struct view *v = response_page(rq, rs, "publico/portada", "Inducción al servicio civil");
    if (rq->session.active) {
        view_str(view_add(v, T_SESION), T_INICIO, session_home(rq->session.rol));
    } else {
        view_section(v, T_ANONIMO, true);
    }
    return HTTP_OK;
}
