/* The reader of query files: any text is a query or a list of mistakes. */
#include <stdio.h>

#include "fuzz.h"

/* Its messages, one for each mistake of each input, would bury the report. */
static FILE *quiet;
#undef stderr
#define stderr quiet
#include "../../sql/sqlgen_read.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    quiet = quiet != NULL ? quiet : fopen("/dev/null", "w");
    REQUIRE(quiet != NULL);
    if (size >= MAX_FILE || memchr(data, '\0', size) != NULL) {
        return 0;
    }
    struct query *q = arena_alloc(a, sizeof *q);
    q->mem = a;
    q->file = "x.sql";
    q->section = "x";
    q->id = "x_x";
    if (sqlgen_read(q, arena_strndup(a, (const char *)data, size)) == 0) {
        REQUIRE(q->shape != NONE && q->sql.n > 0);
        REQUIRE(q->in.n <= MAX_ITEMS && q->out.n <= MAX_ITEMS);
    }
    return 0;
}
