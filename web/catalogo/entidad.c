#include "catalogo/entidad.h"

#include "core/str.h"

const struct option entidad_tipos[] = {{"", "Todos los tipos"},
                                       {"MINISTERIO", "Ministerio"},
                                       {"PCM", "Presidencia del Consejo de Ministros"},
                                       {"ORGANISMO_PUBLICO", "Organismo público"},
                                       {"ORGANISMO_AUTONOMO", "Organismo autónomo"},
                                       {"PODER_DEL_ESTADO", "Poder del Estado"},
                                       {"UNIVERSIDAD", "Universidad"},
                                       {"EMPRESA", "Empresa del Estado"},
                                       {"PROGRAMA", "Programa o proyecto"},
                                       {"GOBIERNO_REGIONAL", "Gobierno regional"},
                                       {"MUNICIPALIDAD_PROVINCIAL", "Municipalidad provincial"},
                                       {"MUNICIPALIDAD_DISTRITAL", "Municipalidad distrital"},
                                       {"OTRA", "Otra entidad"},
                                       {NULL, NULL}};

const struct option entidad_niveles[] = {{"", "Todos los niveles"},
                                         {"NACIONAL", "Nacional"},
                                         {"REGIONAL", "Regional"},
                                         {"LOCAL", "Local"},
                                         {NULL, NULL}};

const struct option organo_tipos[] = {{"", "Elija una opción"},
                                      {"ALTA_DIRECCION", "Alta dirección"},
                                      {"LINEA", "Línea"},
                                      {"ASESORAMIENTO", "Asesoramiento"},
                                      {"APOYO", "Apoyo"},
                                      {"CONTROL", "Control"},
                                      {"DEFENSA", "Defensa jurídica"},
                                      {"DESCONCENTRADO", "Desconcentrado"},
                                      {"CONSULTIVO", "Consultivo"},
                                      {NULL, NULL}};

const struct option organo_niveles[] = {{"1", "Primero: alta dirección"},
                                        {"2", "Segundo: órgano"},
                                        {"3", "Tercero: unidad orgánica"},
                                        {NULL, NULL}};

const char *tipo_nombre(const struct option *list, const char *code) {
    while (list->value != NULL && !str_eq(list->value, code)) {
        list++;
    }
    return list->value != NULL ? list->label : code;
}
