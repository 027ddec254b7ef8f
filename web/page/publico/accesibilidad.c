/* The accessibility statement. */
#include "page/pages.h"
#include "page/version.h"

enum http_status publico_accesibilidad_get(struct request *rq, struct response *rs) {
    struct view *v = response_page(rq, rs, "publico/accesibilidad", "Declaración de accesibilidad");
    view_str(v, T_VERSION, ACCESIBILIDAD_VERSION);
    view_str(v, T_FECHA, ACCESIBILIDAD_FECHA);
    return HTTP_OK;
}
