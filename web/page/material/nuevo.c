/* One more material: a file or a link. */
#include "page/material/material.h"
#include "page/pages.h"

const struct form material_nuevo_form = FORM_UPLOAD(material_campos, MAT_BODY_MAX);

enum http_status material_nuevo_get(struct request *rq, struct response *rs) {
    struct view *v = response_page(rq, rs, "material/nuevo", "Agregar un material");
    form_set(rq, MAT_SERVIDOR, rq->session.rol == ROL_ADMIN ? NULL : "1");
    form_set(rq, MAT_ORH, rq->session.rol == ROL_ADMIN ? "1" : NULL);
    view_section(v, T_DE_SERVIR, rq->session.rol == ROL_ADMIN);
    return HTTP_OK;
}

enum http_status material_nuevo_post(struct request *rq, struct response *rs) {
    return material_guardar(rq, rs, NULL);
}
