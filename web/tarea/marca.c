#include "tarea/marca.h"

#include "core/str.h"

void marca_version(struct request *rq, size_t campo, int32_t version) {
    rq->form->v[campo].raw = arena_printf(rq->arena, "%d", (int)version);
}

void marca_ofrecer(struct request *rq, const struct option *options, int32_t version) {
    form_options(rq, MARCA_ESTADO, options);
    if (options[0].value != NULL) {
        form_set(rq, MARCA_ESTADO, options[0].value);
    }
    form_set(rq, MARCA_FECHA, date_short(rq->arena, date_today()));
    marca_version(rq, MARCA_VERSION, version);
}

bool marca_guardada(const char *resultado) {
    return str_eq(resultado, "ok") || str_eq(resultado, "sin_cambio") ||
           str_eq(resultado, "ya_estaba");
}

enum http_status marca_rechazo(struct request *rq, const struct marca_campos *c,
                               const char *resultado, const char *mensaje) {
    if (str_eq(resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(resultado, "falta_motivo")) {
        return form_error(rq, c->motivo, "Escriba el motivo: queda en su historia.");
    }
    if (str_eq(resultado, "falta_fecha")) {
        return form_error(rq, c->fecha, "Escriba la fecha, por ejemplo 12/10/2026.");
    }
    if (str_starts(resultado, "fecha_")) {
        return form_error(rq, c->fecha, arena_printf(rq->arena, "Revise: %s.", mensaje));
    }
    if (str_eq(resultado, "demasiadas")) {
        return form_error(rq, c->archivo, "Ya hay diez archivos, el máximo.");
    }
    if (str_eq(resultado, "cerrada")) {
        return form_error(rq, c->archivo, "Aquí usted ya no puede agregar archivos.");
    }
    return form_error_all(rq, arena_printf(rq->arena, "No se guardó: %s.", mensaje));
}
