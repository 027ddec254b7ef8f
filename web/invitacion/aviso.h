/* The mail that tells an address that an account left it. */
#ifndef INVITACION_AVISO_H
#define INVITACION_AVISO_H

#include "core/err.h"
#include "http/request.h"

#define AVISO_CORREO_ASUNTO "Cambió el correo de su cuenta del Portal de Inducción"

/* Words it for `nombre`, without the new address: whoever reads the old one need not know it.
 * `vacia`: the account has no mail any more. */
enum err aviso_correo(struct request *rq, const char *nombre, bool vacia, const char **body)
    __attribute__((warn_unused_result));

#endif
