#include "page/consulta/aviso.h"

#include "core/str.h"
#include "gen/tpl.h"
#include "view/view.h"

enum err aviso_consulta(struct request *rq, const char *accion, const char *numero,
                        const char **subject, const char **body) {
    bool of_servir = (rq->session.rol & ROL_ORH) == 0;
    struct view *v = view_new(rq->arena, "mail/consulta");
    size_t n = 0;
    view_str(v, T_NUMERO, numero);
    view_str(v, T_ENLACE,
             arena_printf(rq->arena, "%s%s", rq->base_url,
                          of_servir && !str_eq(accion, "DERIVAR") ? "/consulta/lista"
                                                                  : "/consulta/bandeja"));
    view_section(v, T_NUEVA, accion == NULL);
    view_section(v, T_RESPUESTA, str_eq(accion, "RESPONDER"));
    view_section(v, T_DERIVADA, str_eq(accion, "DERIVAR"));
    view_section(v, T_ACLARAR, of_servir && str_eq(accion, "ACLARAR"));
    view_section(v, T_ACLARADA, !of_servir && str_eq(accion, "ACLARAR"));
    view_section(v, T_REABIERTA, str_eq(accion, "REABRIR"));
    view_section(v, T_CERRADA, str_eq(accion, "CERRAR"));
    *subject = numero != NULL ? arena_printf(rq->arena, "Consulta %s: hay novedades", numero)
                              : "Hay una consulta nueva de una ORH";
    return view_expand(v, body, &n);
}
