/* What the fuzz targets share. A property that does not hold ends the process, as a crash does. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/arena.h"

#define REQUIRE(what)                                                                              \
    do {                                                                                           \
        if (!(what)) {                                                                             \
            __builtin_trap();                                                                      \
        }                                                                                          \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* One arena for all runs, emptied before each: what a run leaves behind is poisoned. */
static inline struct arena *fuzz_arena(void) {
    static struct arena *arena;
    if (arena == NULL) {
        arena = arena_new((size_t)256 << 20);
    }
    arena_reset(arena);
    return arena;
}

#endif
