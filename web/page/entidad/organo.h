/* A unit as the texts of its form, and what happens when somebody else saved it first. */
#ifndef PAGE_ENTIDAD_ORGANO_H
#define PAGE_ENTIDAD_ORGANO_H

#include <stdbool.h>
#include <stdint.h>

#include "core/err.h"
#include "http/form.h"
#include "http/request.h"
#include "view/view.h"

/* Fields of entidad_unidad_form. */
enum organo_campo {
    ORG_UNIDAD,
    ORG_VERSION,
    ORG_NOMBRE,
    ORG_SIGLA,
    ORG_TIPO,
    ORG_NIVEL,
    ORG_PADRE,
    ORG_PREDETERMINADO,
    ORG_HASTA,
    ORG_CAMPOS
};

/* What the unit of the form holds now, ORG_CAMPOS texts. Without unit nothing but the level that is
 * proposed. ERR_NOT_FOUND: it is not one of this entity. */
enum err organo_load(struct request *rq, int64_t entidad_id, const char **values)
    __attribute__((warn_unused_result));
/* True when it changed since the form was shown. */
bool organo_moved_on(const struct request *rq, const char *const *values);
/* True when what was typed is what is stored: a second click of the same form. */
bool organo_same(struct request *rq, const char *const *values);
/* Rows DATO, GUARDADO of section CONFLICTO: what somebody else saved meanwhile; the next try is
 * about what is seen there. */
void organo_show_conflict(struct request *rq, struct view *v, const char *const *values);

#endif
