/* Whose turn a query is, as choices of a filter. */
#ifndef PAGE_CONSULTA_ESTADO_H
#define PAGE_CONSULTA_ESTADO_H

#include "http/form.h"

extern const struct option consulta_estados[];

#endif
