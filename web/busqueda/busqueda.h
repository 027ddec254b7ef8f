/* What was typed to search, as the words that the queries of lists take. */
#ifndef BUSQUEDA_BUSQUEDA_H
#define BUSQUEDA_BUSQUEDA_H

#include <stdbool.h>

#include "core/arena.h"

enum { BUSQUEDA_PALABRAS = 3 };

struct busqueda {
    const char *texto;                      /* all of it, folded as the search columns are */
    const char *palabra[BUSQUEDA_PALABRAS]; /* its first words; NULL beyond the last */
    bool sobran;                            /* more were typed: the page has to say so */
};

/* `text` may be NULL. */
struct busqueda busqueda_read(struct arena *a, const char *text);

#endif
