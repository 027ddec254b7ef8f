#include "busqueda/busqueda.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"

struct busqueda busqueda_read(struct arena *a, const char *text) {
    const char *rest = text != NULL ? utf8_buscable(a, text) : "";
    struct busqueda out = {.texto = rest};
    for (size_t i = 0; i < BUSQUEDA_PALABRAS && *rest != '\0'; i++) {
        size_t n = strcspn(rest, " ");
        out.palabra[i] = arena_strndup(a, rest, n);
        rest += n + (rest[n] == ' ' ? 1 : 0);
    }
    out.sobran = *rest != '\0';
    return out;
}
