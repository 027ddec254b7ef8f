/* Fields that more than one form of a servidor asks for: the members of their rows, so that a form
 * adds its own hint or message: `[CORREO] = {CAMPO_CORREO, .hint = "…"}`. */
#ifndef PAGE_SERVIDOR_CAMPOS_H
#define PAGE_SERVIDOR_CAMPOS_H

#include "catalogo/catalogo.h"

/* clang-format off */
/* The person. */
#define CAMPO_PATERNO                                                                              \
    .name = "apellido_paterno", .label = "Apellido paterno", .kind = F_TEXT, .max = 80,            \
    .autocomplete = "off"
#define CAMPO_MATERNO                                                                              \
    .name = "apellido_materno", .label = "Apellido materno", .kind = F_TEXT, .max = 80,            \
    .autocomplete = "off"
#define CAMPO_NOMBRES                                                                              \
    .name = "nombres", .label = "Nombres", .kind = F_TEXT, .required = true, .max = 120,           \
    .missing = "Escriba los nombres.", .autocomplete = "off"
#define CAMPO_CORREO                                                                               \
    .name = "correo", .label = "Correo", .kind = F_EMAIL, .max = 254, .autocomplete = "off"
#define CAMPO_CELULAR                                                                              \
    .name = "celular", .label = "Celular", .kind = F_PHONE, .width = "w10", .autocomplete = "off"
#define CAMPO_PRIMER_INGRESO                                                                       \
    .name = "primer_ingreso", .label = "Es su primer ingreso al Estado", .kind = F_CHECK

/* The post. */
#define CAMPO_INGRESO                                                                              \
    .name = "fecha_ingreso", .label = "Fecha de ingreso", .kind = F_DATE, .required = true,        \
    .autocomplete = "off"
#define CAMPO_PUESTO                                                                               \
    .name = "puesto", .label = "Puesto", .kind = F_TEXT, .required = true, .min = 2, .max = 200,   \
    .missing = "Escriba el nombre del puesto.", .width = "w100", .autocomplete = "off"
#define CAMPO_UNIDAD .name = "organo_id", .label = "Unidad", .kind = F_ID
#define CAMPO_UNIDAD_NUEVA                                                                         \
    .name = "organo_nombre", .label = "Nombre de la unidad", .kind = F_TEXT, .min = 2, .max = 200, \
    .hint = "Solo si no está en la lista.", .autocomplete = "off"
#define CAMPO_REGIMEN                                                                              \
    .name = "regimen", .label = "Régimen laboral", .kind = F_SELECT, .required = true
#define CAMPO_GRUPO .name = "grupo", .label = "Grupo", .kind = F_SELECT
#define CAMPO_CONTRATO .name = "tipo_contrato", .label = "Tipo de contrato", .kind = F_SELECT
#define CAMPO_CONDICION .name = "condicion", .label = "Condición", .kind = F_SELECT
#define CAMPO_MODALIDAD                                                                            \
    .name = "modalidad", .label = "Modalidad", .kind = F_SELECT, .required = true,                 \
    .options = catalogo_modalidades
#define CAMPO_SUSTENTO                                                                             \
    .name = "documento_sustento", .label = "Contrato o resolución", .kind = F_TEXT, .max = 200,    \
    .hint = "Número y fecha, si los tiene.", .autocomplete = "off"
#define CAMPO_CONFIANZA                                                                            \
    .name = "es_confianza", .label = "Es un puesto de confianza", .kind = F_CHECK
/* clang-format on */

#endif
