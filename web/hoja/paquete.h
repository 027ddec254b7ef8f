/* The archive that a workbook is, and its XML read as a stream. Whatever it says of itself is not
 * believed: entries, bytes, proportion, depth and the size of one tag are counted while reading. */
#ifndef HOJA_PAQUETE_H
#define HOJA_PAQUETE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "hoja/hoja.h"

enum {
    PAQUETE_ENTRADAS_MAX = 2000,
    PAQUETE_BYTES_MAX = 250 * 1024 * 1024, /* unpacked, over all that is read */
    PAQUETE_RATIO_MAX = 300,
    XML_HONDO_MAX = 60,
    XML_MARCA_MAX = 1024 * 1024
};

struct paquete {
    struct arena *arena;
    struct zip *zip;
    size_t leidos;
    bool agotado; /* PAQUETE_BYTES_MAX is reached: the last falla was that */
};

enum hoja_falla paquete_abrir(struct arena *a, const char *data, size_t n, struct paquete *out);
bool paquete_tiene(const struct paquete *p, const char *name);
/* The beginning of an entry; "" when there is none or it cannot be read. */
const char *paquete_inicio(struct paquete *p, const char *name, size_t max);

/* What a reader of XML is told. Names come without their prefix. */
struct xml {
    void *data;
    void (*abre)(struct xml *x, const char *name, const char **atts);
    void (*cierra)(struct xml *x, const char *name);
    void (*texto)(struct xml *x, const char *s, size_t n); /* may be NULL */
    int hondo;
    enum hoja_falla falla; /* set it to stop: the file is refused */
    void *parser;
    size_t leidos, visto; /* bytes given to the parser; as many at the last thing it told */
};

enum hoja_falla xml_leer(struct paquete *p, const char *name, struct xml *x);
const char *xml_nombre(const char *qualified);
/* An attribute by its name without prefix; NULL when absent. */
const char *xml_atributo(const char **atts, const char *name);
/* As a number from 0; `otherwise` when absent or none. */
size_t xml_numero(const char **atts, const char *name, size_t otherwise);

#endif
