/* The privacy notice, with its version. */
#include "page/pages.h"
#include "page/version.h"

enum http_status publico_privacidad_get(struct request *rq, struct response *rs) {
    struct view *v = response_page(rq, rs, "publico/privacidad", "Aviso de privacidad");
    view_str(v, T_VERSION, PRIVACIDAD_VERSION);
    view_str(v, T_FECHA, PRIVACIDAD_FECHA);
    view_str(
        v, T_CONSERVACION,
        "el que fije SERVIR en su tabla de retención; este aviso lo indicará cuando se apruebe");
    return HTTP_OK;
}
