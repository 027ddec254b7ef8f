/* Queries and form bodies: what is taken is text, and comes back the same after encoding. */
#include "core/utf8.h"
#include "fuzz.h"
#include "http/request.h"
#include "http/url.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    struct params ps = {0}, again = {0};
    const char *whole = arena_strndup(a, (const char *)data, size);
    if (url_is_local(whole)) {
        REQUIRE(whole[0] == '/' && whole[1] != '/' && strpbrk(whole, "\\\r\n\t ") == NULL);
    }
    if (!url_params(a, (const char *)data, size, &ps)) {
        return 0;
    }
    REQUIRE(ps.n <= REQUEST_PARAMS_MAX);
    for (size_t i = 0; i < ps.n; i++) {
        const char *name = ps.v[i].name, *value = ps.v[i].value;
        REQUIRE(utf8_valid(name, strlen(name)) && utf8_valid(value, strlen(value)));
        char *pair = arena_printf(a, "%s=%s", url_encode(a, name), url_encode(a, value));
        REQUIRE(url_params(a, pair, strlen(pair), &again) && again.n <= 1);
        REQUIRE(again.n == 0 ? *name == '\0' : strcmp(again.v[0].value, value) == 0);
        REQUIRE(params_get(&ps, name) != NULL);
    }
    return 0;
}
