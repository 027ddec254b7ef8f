#include "page/seguimiento/contacto.h"

const struct option contacto_canales[] = {{"LLAMADA", "Llamada"},
                                          {"VISITA", "Visita"},
                                          {"CORREO", "Correo"},
                                          {"REUNION", "Reunión"},
                                          {"NOTA", "Nota interna, sin contacto"},
                                          {NULL, NULL}};
