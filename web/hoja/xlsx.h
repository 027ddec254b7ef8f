/* XLSX: what the parts of a workbook say about its sheets. Of this folder alone. */
#ifndef HOJA_XLSX_H
#define HOJA_XLSX_H

#include "hoja/obra.h"
#include "hoja/paquete.h"

enum { XLSX_HOJAS_MAX = 40, XLSX_ESTILOS_MAX = 66000, XLSX_TEXTOS_MAX = 800000, XLSX_GRUPO = 4096 };

struct xlsx {
    struct paquete *paquete;
    struct obra *obra;
    struct {
        const char *nombre, *relacion, *ruta; /* ruta: NULL until its part is found */
        bool oculta;
    } hoja[XLSX_HOJAS_MAX];
    size_t hojas;
    bool desde_1904;
    const char *textos, *estilos; /* paths; NULL when the workbook has none */
    unsigned char *es_fecha;      /* by style; NULL when there are none */
    size_t n_estilos;
    const char **texto[XLSX_TEXTOS_MAX / XLSX_GRUPO + 1]; /* shared strings, in groups */
    size_t n_textos;
};

enum hoja_falla xlsx_abrir(struct paquete *p, struct obra *o, struct xlsx *out);
/* Reads one sheet into the obra. */
enum hoja_falla xlsx_hoja(struct xlsx *x, size_t i);

/* A text collected while it is read: too long a one is cut. */
struct trozo {
    char bytes[HOJA_CELDA_MAX];
    size_t n;
};
void trozo_mas(struct trozo *t, const char *s, size_t n);
/* What Excel writes as _x000D_ becomes a space. */
void trozo_escapes(struct trozo *t);

#endif
