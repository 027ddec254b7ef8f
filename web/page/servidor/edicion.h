/* What the forms that correct a vinculo and that change it share: their fields about the post, the
 * jefe typed by name, and what happens when somebody else saved first. */
#ifndef PAGE_SERVIDOR_EDICION_H
#define PAGE_SERVIDOR_EDICION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"
#include "gen/q_servidor.h"
#include "http/form.h"
#include "http/request.h"
#include "jefe/jefe.h"
#include "page/servidor/campos.h"

enum edicion {
    ED_VERSION,
    ED_PUESTO,
    ED_UNIDAD,
    ED_UNIDAD_NUEVA,
    ED_JEFE,
    ED_JEFE_ID,
    ED_REGIMEN,
    ED_GRUPO,
    ED_CONTRATO,
    ED_CONDICION,
    ED_MODALIDAD,
    ED_SUSTENTO,
    ED_CONFIANZA,
    EDICION_CAMPOS
};

/* The rows of those fields, for the table of a form that has them first. */
/* clang-format off */
#define EDICION_FIELDS                                                                             \
    [ED_VERSION] = {.name = "version", .label = "Versión", .kind = F_HIDDEN, .required = true,     \
                    .max = 30},                                                                    \
    [ED_PUESTO] = {CAMPO_PUESTO},                                                                  \
    [ED_UNIDAD] = {CAMPO_UNIDAD},                                                                  \
    [ED_UNIDAD_NUEVA] = {CAMPO_UNIDAD_NUEVA},                                                      \
    [ED_JEFE] = JEFE_FIELD,                                                                        \
    [ED_JEFE_ID] = JEFE_ID_FIELD,                                                                  \
    [ED_REGIMEN] = {CAMPO_REGIMEN},                                                                \
    [ED_GRUPO] = {CAMPO_GRUPO},                                                                    \
    [ED_CONTRATO] = {CAMPO_CONTRATO},                                                              \
    [ED_CONDICION] = {CAMPO_CONDICION},                                                            \
    [ED_MODALIDAD] = {CAMPO_MODALIDAD},                                                            \
    [ED_SUSTENTO] = {CAMPO_SUSTENTO},                                                              \
    [ED_CONFIANZA] = {CAMPO_CONFIANZA}
/* clang-format on */

/* The vinculo, and its values and lists in the fields above, as first values of the form. */
enum err edicion_load(struct request *rq, int64_t id, struct q_servidor_edicion_row *r)
    __attribute__((warn_unused_result));
/* When the form is shown again because the vinculo moved on: section CONFLICTO with rows DATO,
 * GUARDADO of what differs from `values` (a text per field, NULL allowed, n of them), and the new
 * version, so that the next try is about what is seen. Then jefe_show(). */
enum err edicion_show(struct request *rq, struct view *v, const struct q_servidor_edicion_row *r,
                      const char *const *values, size_t n) __attribute__((warn_unused_result));
/* The values of the fields above, by enum edicion, into the first EDICION_CAMPOS of `values`. */
void edicion_values(struct request *rq, const struct q_servidor_edicion_row *r,
                    const char **values);
/* True when the vinculo or the person changed since the form was shown: see ED_VERSION. */
bool edicion_moved_on(const struct request *rq, const char *const *values);
/* True when what was typed is what is stored: a second click of the same form. */
bool edicion_same(struct request *rq, const char *const *values, size_t n);
/* The field and the message of an outcome of the database; `fecha` is the field of its date. */
enum http_status edicion_refuse(struct request *rq, const char *outcome, size_t fecha);

#endif
