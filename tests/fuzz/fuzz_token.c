/* Tokens: no input passes as the form token of another. */
#include <sodium.h>

#include "fuzz.h"
#include "http/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char token[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_0";
    struct arena *a = fuzz_arena();
    const char *s = arena_strndup(a, (const char *)data, size);
    REQUIRE(sodium_init() >= 0);
    REQUIRE(!token_csrf_ok(token, s));
    REQUIRE(strlen(token_hash(a, s)) == 64);
    if (token_well_formed(s)) {
        REQUIRE(token_csrf_ok(s, token_csrf(a, s)));
        REQUIRE(!token_csrf_ok(s, token_csrf(a, token)) || strcmp(s, token) == 0);
    }
    return 0;
}
