/* Any bytes: what passes as text can be cleaned, cleaned again without a change, and searched. */
#include "core/utf8.h"
#include "fuzz.h"

static void check_clean(struct arena *a, const char *s, bool multiline) {
    const char *once = utf8_clean(a, s, multiline);
    size_t n = strlen(once);
    REQUIRE(utf8_valid(once, n));
    REQUIRE(strcmp(utf8_clean(a, once, multiline), once) == 0);
    REQUIRE(multiline || strpbrk(once, "\r\n\t") == NULL);
    REQUIRE(n == 0 || (once[0] != ' ' && once[n - 1] != ' ' && strstr(once, "  ") == NULL));
    (void)utf8_has_control(once, multiline);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char kept[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ";
    struct arena *a = fuzz_arena();
    const char *s = arena_strndup(a, (const char *)data, size);
    if (!utf8_valid((const char *)data, size)) {
        return 0;
    }
    REQUIRE(strlen(s) == size && utf8_length(s) <= size);
    check_clean(a, s, false);
    check_clean(a, s, true);
    const char *words = utf8_buscable(a, s);
    size_t n = strlen(words);
    REQUIRE(strspn(words, kept) == n && strstr(words, "  ") == NULL);
    REQUIRE(n == 0 || (words[0] != ' ' && words[n - 1] != ' '));
    REQUIRE(strcmp(utf8_buscable(a, words), words) == 0);
    return 0;
}
