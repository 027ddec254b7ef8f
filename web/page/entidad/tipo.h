/* Kinds and levels of entities, as choices. */
#ifndef PAGE_ENTIDAD_TIPO_H
#define PAGE_ENTIDAD_TIPO_H

#include "http/form.h"

extern const struct option entidad_tipos[];   /* opens with the empty choice */
extern const struct option entidad_niveles[]; /* the same */

/* The regions as choices, after an empty one named `none`. */
enum err entidad_regiones(struct request *rq, const char *none, struct option **out)
    __attribute__((warn_unused_result));

#endif
