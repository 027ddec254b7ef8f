/* What the pages that give somebody an account share: the fields of the person, and the POST. */
#ifndef INVITACION_CUENTA_H
#define INVITACION_CUENTA_H

#include "http/form.h"
#include "http/request.h"
#include "http/response.h"

/* The first fields of such a form; the page's own follow from INV_N on. */
enum invitar_campo {
    INV_TIPO,
    INV_DOCUMENTO,
    INV_NOMBRES,
    INV_PATERNO,
    INV_MATERNO,
    INV_CORREO,
    INV_N
};
#define INVITAR_FIELDS                                                                             \
    [INV_TIPO] = {.name = "tipo_documento",                                                        \
                  .label = "Tipo de documento",                                                    \
                  .kind = F_SELECT,                                                                \
                  .required = true},                                                               \
    [INV_DOCUMENTO] = {.name = "documento",                                                        \
                       .label = "Número de documento",                                             \
                       .kind = F_DOCUMENT,                                                         \
                       .required = true,                                                           \
                       .width = "w10",                                                             \
                       .autocomplete = "off",                                                      \
                       .hint = "El DNI tiene 8 cifras; escriba también los ceros.",                \
                       .missing = "Escriba el número de documento."},                              \
    [INV_NOMBRES] = {.name = "nombres",                                                            \
                     .label = "Nombres",                                                           \
                     .kind = F_TEXT,                                                               \
                     .max = 120,                                                                   \
                     .autocomplete = "off",                                                        \
                     .hint = "Como figuran en el documento. Si el portal ya conoce a la persona, " \
                             "valen los que tiene."},                                              \
    [INV_PATERNO] = {.name = "apellido_paterno",                                                   \
                     .label = "Apellido paterno",                                                  \
                     .kind = F_TEXT,                                                               \
                     .max = 80,                                                                    \
                     .autocomplete = "off"},                                                       \
    [INV_MATERNO] = {.name = "apellido_materno",                                                   \
                     .label = "Apellido materno",                                                  \
                     .kind = F_TEXT,                                                               \
                     .max = 80,                                                                    \
                     .autocomplete = "off"},                                                       \
    [INV_CORREO] = {.name = "correo",                                                              \
                    .label = "Correo",                                                             \
                    .kind = F_EMAIL,                                                               \
                    .max = 254,                                                                    \
                    .autocomplete = "off",                                                         \
                    .hint = "Allí llega también el enlace. Varias personas pueden compartirlo."}

/* What is given. A field of -1 does not exist on the page. */
struct invitar {
    const char *rol, *rol_nombre;
    const int64_t *entidad_id;        /* NULL: the role has none */
    const char *entidad;              /* its name, for the mail */
    const char *regiones, *entidades; /* scope of a gestor, as codes */
    struct date hasta;
    const char *motivo;
    const int64_t *sustituye_a;
    int campo_ambito, campo_hasta; /* where a refused scope or date is told */
    const char *volver;            /* where the page with the link leads back to */
};

/* First values and choices of the person's fields. */
enum err invitar_options(struct request *rq) __attribute__((warn_unused_result));
/* Gives account and role; answers with the page that shows the link, or with the form's errors. */
enum http_status invitar_post(struct request *rq, struct response *rs, const struct invitar *how);

#endif
