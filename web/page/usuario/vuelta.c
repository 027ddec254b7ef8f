#include "page/usuario/vuelta.h"

const char *vuelta(struct request *rq, int64_t usuario_id) {
    return rq->session.rol == ROL_ADMIN
               ? arena_printf(rq->arena, "/usuario/%lld/ficha", (long long)usuario_id)
               : "/orh/equipo";
}
