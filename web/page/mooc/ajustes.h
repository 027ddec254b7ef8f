/* The settings of a course, as the pages that make and change one share them. */
#ifndef PAGE_MOOC_AJUSTES_H
#define PAGE_MOOC_AJUSTES_H

#include <stdint.h>

#include "http/request.h"
#include "http/response.h"

/* Fields of mooc_nuevo_form and mooc_curso_form. */
enum ajuste {
    AJUSTE_CODIGO,
    AJUSTE_NOMBRE,
    AJUSTE_EDICION,
    AJUSTE_ACREDITACION,
    AJUSTE_NOTA_MINIMA,
    AJUSTE_ESCALA,
    AJUSTE_ESCALA_ORIGEN,
    AJUSTE_HORAS,
    AJUSTE_CIERRE,
    AJUSTE_MOODLE_ID,
    AJUSTE_VIGENTE,
    AJUSTE_VERSION
};

/* The editions to choose from. */
enum err ajustes_ofrecer(struct request *rq) __attribute__((warn_unused_result));
/* Keeps what was sent, for the course of this id or, NULL, for a new one. */
enum http_status ajustes_guardar(struct request *rq, struct response *rs, const int64_t *curso_id);

#endif
