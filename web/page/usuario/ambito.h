/* A role and its scope, as the forms that give one read them. */
#ifndef PAGE_USUARIO_AMBITO_H
#define PAGE_USUARIO_AMBITO_H

#include "http/form.h"
#include "http/request.h"
#include "http/response.h"

/* Fields that follow each other in the form's table, from `first` on. */
enum ambito_campo { AMB_ROL, AMB_ENTIDAD, AMB_REGIONES, AMB_HASTA, AMB_MOTIVO, AMB_N };

#define AMBITO_FIELDS(first)                                                                       \
    [(first) + AMB_ROL] = {.name = "rol", .label = "Rol", .kind = F_SELECT, .required = true},     \
    [(first) + AMB_ENTIDAD] = {.name = "entidad", .label = "Entidad", .kind = F_TEXT,             \
                               .query = true, .max = 600, .width = "w100",                         \
                               .autocomplete = "off",                                              \
                               .hint = "Para roles de ORH: su sigla, RUC, código o nombre. Para "  \
                                       "gestión, una o varias, con comas."},                       \
    [(first) + AMB_REGIONES] = {.name = "regiones", .label = "Regiones", .kind = F_TEXT,           \
                                .max = 400, .width = "w100", .autocomplete = "off",                \
                                .hint = "Solo para gestión: nombres con comas, como Piura, Ica."}, \
    [(first) + AMB_HASTA] = {.name = "hasta", .label = "Hasta", .kind = F_DATE,                    \
                             .hint = "Vacío: sin fecha de término."},                              \
    [(first) + AMB_MOTIVO] = {.name = "motivo", .label = "Motivo o documento", .kind = F_TEXT,     \
                              .max = 300, .width = "w100"}

struct ambito {
    const char *rol, *rol_nombre;
    const int64_t *entidad_id;
    const char *entidad;              /* as typed, for the mail */
    const char *regiones, *entidades; /* codes; NULL unless the role is of a gestor */
};

/* The choices of the role. */
enum err ambito_options(struct request *rq, size_t first) __attribute__((warn_unused_result));
/* Reads them; HTTP_OK, or 422 with a message at the field, or an error of the database. */
enum http_status ambito_read(struct request *rq, size_t first, struct ambito *out);

#endif
