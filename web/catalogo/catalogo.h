/* Choices that forms share: official codes, units, modalities; document types and roles alone.
 * One query loads what a form needs.
 *
 *     static const struct catalogo_campo lists[] = {{REGIMEN, CAT_REGIMEN}, {UNIDAD, CAT_UNIDAD}};
 *     e = catalogo_options(rq, lists, 2, 0);
 */
#ifndef CATALOGO_CATALOGO_H
#define CATALOGO_CATALOGO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"
#include "http/form.h"
#include "http/request.h"

enum catalogo { CAT_REGIMEN, CAT_GRUPO, CAT_TIPO_CONTRATO, CAT_CONDICION, CAT_UNIDAD };

/* Which field of the route's form shows which list. */
struct catalogo_campo {
    size_t field;
    enum catalogo which;
};

/* form_options() of each field, from the codes in force and the units in force of the session's
 * entity. `vinculo_id`, when not 0, adds the codes and the unit that this vinculo has, so that an
 * old one is not lost by saving. Each list begins with an empty choice. A unit
 * field that nobody has sent yet gets the unit that the entity proposes, without vinculo_id. */
enum err catalogo_options(struct request *rq, const struct catalogo_campo *fields, size_t n,
                          int64_t vinculo_id) __attribute__((warn_unused_result));

/* The document types in force for `field`, DNI first and proposed: also before anybody signs in. */
enum err catalogo_documentos(struct request *rq, size_t field) __attribute__((warn_unused_result));
/* The roles for `field` after an empty choice called `none`; without those that come with a vinculo
 * (servidor, jefe) unless `todos`. */
enum err catalogo_roles(struct request *rq, size_t field, const char *none, bool todos)
    __attribute__((warn_unused_result));

/* The regions for `field` after an empty choice "Todas". */
enum err catalogo_regiones(struct request *rq, size_t field) __attribute__((warn_unused_result));

/* Fixed lists, for `.options`. */
extern const struct option
    catalogo_etapas[]; /* the empty choice, then A, B and C: + 1 without it */
extern const struct option catalogo_modalidades[]; /* of a required field: no empty choice */
extern const struct option catalogo_sexos[];       /* begins with an empty choice */

#endif
