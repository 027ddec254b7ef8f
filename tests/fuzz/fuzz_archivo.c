/* Any bytes as evidence: what it is comes from a short list or is nothing, the same each time. */
#include "archivo/archivo.h"
#include "core/str.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    /* A copy of exactly this length, so that a step beyond it is seen. */
    char *copy = arena_alloc(a, size);
    memcpy(copy, data, size);
    const char *type = archivo_tipo(copy, size);
    REQUIRE(type == NULL || str_eq(type, "application/pdf") || str_eq(type, "image/jpeg") ||
            str_eq(type, "image/png") || str_eq(type, "image/webp"));
    REQUIRE(type == archivo_tipo(copy, size));
    REQUIRE(type == NULL || size > 0);
    return 0;
}
