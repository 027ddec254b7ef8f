/* A task of a plan or of SERVIR's template: the fields of its form, their choices, and the list of
 * all by stage. */
#ifndef PAGE_PLAN_LINEA_H
#define PAGE_PLAN_LINEA_H

#include <stdbool.h>
#include <stdint.h>

#include "core/err.h"
#include "http/form.h"
#include "http/request.h"
#include "http/response.h"
#include "view/view.h"

enum linea_campo {
    LIN_VERSION,
    LIN_TITULO,
    LIN_ETAPA,
    LIN_QUIEN,
    LIN_DIAS,
    LIN_CUANDO,
    LIN_HORAS,
    LIN_EVIDENCIA,
    LIN_OPCIONAL,
    LIN_DESCRIPCION,
    LIN_MATERIAL,
    LIN_REGIMEN,
    LIN_GRUPO,
    LIN_UNIDAD,
    LIN_PRIMER,
    LIN_CAMPOS
};
extern const struct field linea_campos[LIN_CAMPOS];

/* The choices of the form. `servir`: of the template, which has stage a too. */
enum err linea_opciones(struct request *rq, bool servir) __attribute__((warn_unused_result));
/* The first values of a form for a new one. */
void linea_nueva(struct request *rq);
/* Section LINEAS_LISTA of the page: part/plan_lineas, by stage. One of the ids is 0. */
enum err linea_lista(struct request *rq, struct view *v, int64_t plan_id, int64_t plantilla_id)
    __attribute__((warn_unused_result));

#endif
