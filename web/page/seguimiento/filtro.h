/* Which entities of the follow-up are meant: the list, its file and the assignment of all read the
 * same filters from the address. */
#ifndef PAGE_SEGUIMIENTO_FILTRO_H
#define PAGE_SEGUIMIENTO_FILTRO_H

#include "catalogo/entidad.h"
#include "gen/q_seguimiento.h"
#include "http/form.h"

/* The first fields of such a form; the page's own follow from CARTERA_N on. */
enum cartera_campo {
    CARTERA_Q,
    CARTERA_NIVEL,
    CARTERA_REGION,
    CARTERA_LUZ,
    CARTERA_GESTOR,
    CARTERA_ENTIDAD,
    CARTERA_N
};
#define CARTERA_FIELDS                                                                             \
    [CARTERA_Q] = {.name = "q",                                                                    \
                   .label = "Entidad",                                                             \
                   .kind = F_TEXT,                                                                 \
                   .query = true,                                                                  \
                   .max = 80,                                                                      \
                   .autocomplete = "off"},                                                         \
    [CARTERA_NIVEL] = {.name = "nivel",                                                            \
                       .label = "Nivel de gobierno",                                               \
                       .kind = F_SELECT,                                                           \
                       .query = true,                                                              \
                       .options = entidad_niveles},                                                \
    [CARTERA_REGION] = {.name = "region", .label = "Región", .kind = F_SELECT, .query = true},     \
    [CARTERA_LUZ] = {.name = "luz",                                                                \
                     .label = "Semáforo",                                                          \
                     .kind = F_SELECT,                                                             \
                     .query = true,                                                                \
                     .options = cartera_luces},                                                    \
    [CARTERA_GESTOR] = {.name = "gestor", .label = "Gestor", .kind = F_SELECT, .query = true},     \
    [CARTERA_ENTIDAD] = {.name = "entidad", .label = "Una entidad", .kind = F_ID, .query = true}

extern const struct option cartera_luces[];

/* The choices of region and gestor. */
enum err cartera_options(struct request *rq) __attribute__((warn_unused_result));
struct q_seguimiento_cartera_in cartera_read(struct request *rq);
/* The filters as a query, each pair followed by "&". */
const char *cartera_query(struct request *rq);
/* Hidden fields of a form that goes on with the same filters: section FILTROS. */
void cartera_hidden(struct request *rq, struct view *v);

#endif
