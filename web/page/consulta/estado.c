#include "page/consulta/estado.h"

const struct option consulta_estados[] = {{"", "Todas"},
                                          {"POR_RESPONDER", "Por responder"},
                                          {"POR_ACLARAR", "Por aclarar"},
                                          {"RESPONDIDA", "Respondidas"},
                                          {"CERRADA", "Cerradas"},
                                          {NULL, NULL}};
