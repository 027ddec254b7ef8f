#include "page/entidad/tipo.h"

#include "core/str.h"
#include "gen/q_entidad.h"

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

enum err entidad_regiones(struct request *rq, const char *none, struct option **out) {
    struct q_entidad_lista_regiones_row *rows = NULL;
    size_t n = 0;
    enum err e = q_entidad_lista_regiones(rq->db, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){"", none};
    for (size_t i = 0; i < n; i++) {
        options[i + 1] = (struct option){rows[i].codigo, rows[i].nombre};
    }
    *out = options;
    return ERR_OK;
}
