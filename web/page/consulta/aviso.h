/* The mail that says that a query has moved. It names nobody and quotes nothing: whoever reads the
 * mailbox learns that there is something to read in the portal. */
#ifndef PAGE_CONSULTA_AVISO_H
#define PAGE_CONSULTA_AVISO_H

#include "core/err.h"
#include "http/request.h"

/* `accion`: a step of consulta_mover(), or NULL for a new query. `numero` is NULL then. */
enum err aviso_consulta(struct request *rq, const char *accion, const char *numero,
                        const char **subject, const char **body)
    __attribute__((warn_unused_result));

#endif
