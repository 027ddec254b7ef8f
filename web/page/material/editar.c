/* A material changed, replaced by another file or withdrawn. */
#include "gen/q_material.h"
#include "page/material/material.h"
#include "page/pages.h"

const struct form material_editar_form = FORM_UPLOAD(material_campos, MAT_BODY_MAX);

enum http_status material_editar_get(struct request *rq, struct response *rs) {
    struct q_material_editar_row row;
    enum err e =
        q_material_editar(rq->db, &(struct q_material_editar_in){.id = request_id(rq, 0)}, &row);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, MAT_TITULO, row.titulo);
    form_set(rq, MAT_DESCRIPCION, row.descripcion);
    form_set(rq, MAT_URL, row.url);
    form_set(rq, MAT_ORH, row.para_orh ? "1" : NULL);
    form_set(rq, MAT_JEFE, row.para_jefe ? "1" : NULL);
    form_set(rq, MAT_SERVIDOR, row.para_servidor ? "1" : NULL);
    form_set(rq, MAT_ETAPA, row.etapa);
    form_set(rq, MAT_RETIRADO, row.retirado ? "1" : NULL);
    struct view *v = response_page(rq, rs, "material/editar", "Cambiar un material");
    view_row(v, &row, &q_material_editar_table);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[MAT_VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    return HTTP_OK;
}

enum http_status material_editar_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    return material_guardar(rq, rs, &id);
}
