/* The fields of a contact with an ORH: noted on the entity's page, said again on its correction. */
#ifndef PAGE_SEGUIMIENTO_CONTACTO_H
#define PAGE_SEGUIMIENTO_CONTACTO_H

#include "http/form.h"

enum contacto_campo { CON_FECHA, CON_CANAL, CON_QUIEN, CON_TEMA, CON_NOTA, CON_N };
#define CONTACTO_FIELDS                                                                            \
    [CON_FECHA] = {.name = "fecha",                                                                \
                   .label = "Fecha",                                                               \
                   .kind = F_DATE,                                                                 \
                   .required = true,                                                               \
                   .missing = "Escriba la fecha del contacto.",                                    \
                   .autocomplete = "off"},                                                         \
    [CON_CANAL] = {.name = "canal",                                                                \
                   .label = "Cómo fue",                                                            \
                   .kind = F_SELECT,                                                               \
                   .required = true,                                                               \
                   .options = contacto_canales},                                                   \
    [CON_QUIEN] = {.name = "con_quien",                                                            \
                   .label = "Con quién",                                                           \
                   .kind = F_TEXT,                                                                 \
                   .max = 150,                                                                     \
                   .width = "w20",                                                                 \
                   .autocomplete = "off"},                                                         \
    [CON_TEMA] = {.name = "tema",                                                                  \
                  .label = "Tema",                                                                 \
                  .kind = F_TEXT,                                                                  \
                  .required = true,                                                                \
                  .min = 3,                                                                        \
                  .max = 150,                                                                      \
                  .width = "w100",                                                                 \
                  .missing = "Escriba el tema en pocas palabras.",                                 \
                  .autocomplete = "off"},                                                          \
    [CON_NOTA] = {.name = "nota",                                                                  \
                  .label = "Nota",                                                                 \
                  .kind = F_TEXTAREA,                                                              \
                  .max = 2000,                                                                     \
                  .hint = "La lee solo SERVIR."}

extern const struct option contacto_canales[];

#endif
