/* The jefe inmediato of a vinculo, typed by name or document, found among the entity's people. */
#ifndef JEFE_JEFE_H
#define JEFE_JEFE_H

#include <stddef.h>
#include <stdint.h>

#include "core/err.h"
#include "http/form.h"
#include "http/request.h"
#include "view/view.h"

/* clang-format off */
/* The jefe as typed, and the choice that shows only when the name may mean several people. */
#define JEFE_FIELD                                                                                 \
    {.name = "jefe_nombre", .label = "Jefe inmediato", .kind = F_TEXT, .min = 2, .max = 300,       \
     .hint = "Nombre o documento. Si trabaja en su entidad, quedará enlazado con su ficha.",       \
     .width = "w100", .autocomplete = "off"}
#define JEFE_ID_FIELD {.name = "jefe_id", .label = "¿Quién es el jefe?", .kind = F_SELECT}
/* clang-format on */

/* The jefe to store: a vinculo of the entity, or only a name, or nothing. */
struct jefe {
    const int64_t *vinculo_id;
    const char *nombre;
};

/* Where the two fields of the jefe are in the form, and whose jefe it is (0: nobody's yet). */
struct jefe_campos {
    size_t texto, eleccion;
    int64_t vinculo_id;
};

/* The jefe from what was typed. HTTP_OK; or 422, with a message at the field, when nobody or
 * several people fit. A text equal to `actual` keeps it. */
enum http_status jefe_read(struct request *rq, const struct jefe_campos *f,
                           const struct jefe *actual, struct jefe *out);
/* Shows section ELEGIR_JEFE of `v`, with the choices, in a form shown again for that. */
enum err jefe_show(struct request *rq, struct view *v, const struct jefe_campos *f)
    __attribute__((warn_unused_result));

#endif
