/* Kinds and levels of entities and of their units, as choices: the only place of their words. */
#ifndef PAGE_ENTIDAD_TIPO_H
#define PAGE_ENTIDAD_TIPO_H

#include "http/form.h"

extern const struct option entidad_tipos[];   /* opens with the empty choice */
extern const struct option entidad_niveles[]; /* the same */
extern const struct option organo_tipos[];    /* the same */
extern const struct option organo_niveles[];  /* without empty choice */

/* The words of a code; the code itself when it is not in the list. */
const char *tipo_nombre(const struct option *list, const char *code);

/* The regions as choices, after an empty one named `none`. */
enum err entidad_regiones(struct request *rq, const char *none, struct option **out)
    __attribute__((warn_unused_result));

#endif
