/* Any bytes as a sheet: cells are clean text, and what goes to the database is bounded JSON. */
#include "core/utf8.h"
#include "fuzz.h"
#include "hoja/columna.h"

static void check(struct arena *a, const struct hoja *h) {
    for (size_t i = 0; i < h->n; i++) {
        for (size_t j = 0; j < h->fila[i].n; j++) {
            const char *cell = h->fila[i].celda[j];
            REQUIRE(utf8_valid(cell, strlen(cell)) && !utf8_has_control(cell, true));
        }
    }
    struct columnas c;
    if (!columnas_hallar(a, h, &c)) {
        return;
    }
    REQUIRE(c.n <= COLUMNAS_MAX && c.titulos < h->n);
    size_t from = c.titulos + 1, before = from;
    const char *rows;
    struct buf b = buf_new(a, COLUMNAS_LOTE_BYTES);
    while ((rows = columnas_lote(&b, h, &c, &from, 3)) != NULL) {
        REQUIRE(from > before && rows[0] == '[' && rows[strlen(rows) - 1] == ']');
        REQUIRE(utf8_valid(rows, strlen(rows)));
        before = from;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    /* A copy of exactly this length, so that a step beyond it is seen. */
    char *copy = arena_alloc(a, size);
    memcpy(copy, data, size);
    struct hoja h;
    if (hoja_leer(a, copy, size, &h) == HOJA_BIEN) {
        check(a, &h);
    }
    return 0;
}
