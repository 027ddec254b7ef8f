/* Any bytes as a file of results: its columns are found where they are, and what goes to the
 * database is JSON of clean text. */
#include <jansson.h>

#include "core/utf8.h"
#include "fuzz.h"
#include "moodle/exporte.h"

static void check(struct arena *a, const struct hoja *h, const struct exporte *x) {
    size_t from = x->c.titulos + 1, before = from;
    const char *rows;
    REQUIRE(x->c.titulos < h->n && x->c.n <= COLUMNAS_MAX && x->tipo != NULL &&
            x->n_actividades <= EXPORTE_ACTIVIDADES_MAX);
    REQUIRE(x->c.ignoradas == NULL || utf8_valid(x->c.ignoradas, strlen(x->c.ignoradas)));
    for (size_t i = 0; i < x->n_actividades; i++) {
        REQUIRE(x->actividad[i] + 1 < h->fila[x->c.titulos].n);
    }
    while ((rows = exporte_lote(a, h, x, &from, 50)) != NULL) {
        json_error_t error;
        json_t *root = json_loads(rows, 0, &error);
        REQUIRE(from > before && utf8_valid(rows, strlen(rows)) && root != NULL);
        json_decref(root);
        before = from;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    char *copy = arena_alloc(a, size);
    struct hoja h;
    struct exporte x;
    memcpy(copy, data, size);
    if (size < 20000 && hoja_leer(a, copy, size, &h) == HOJA_BIEN && exporte_reconocer(a, &h, &x)) {
        check(a, &h, &x);
    }
    return 0;
}
