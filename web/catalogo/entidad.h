/* Kinds and levels of entities and of their units, as choices: the only place of their words. */
#ifndef CATALOGO_ENTIDAD_H
#define CATALOGO_ENTIDAD_H

#include "http/form.h"

extern const struct option entidad_tipos[];   /* opens with the empty choice */
extern const struct option entidad_niveles[]; /* the same */
extern const struct option organo_tipos[];    /* the same */
extern const struct option organo_niveles[];  /* without empty choice */

/* The words of a code; the code itself when it is not in the list. */
const char *tipo_nombre(const struct option *list, const char *code);

#endif
