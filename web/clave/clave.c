#include "clave/clave.h"

#include <sodium.h>
#include <string.h>

#include "core/log.h"
#include "core/str.h"
#include "core/utf8.h"

/* OWASP's floor for argon2id: 19 MiB, two passes. */
enum { OPS = 2, MEMORY = 19 * 1024 * 1024 };

char *clave_hash(struct arena *a, const char *clave) {
    char *out = arena_alloc(a, crypto_pwhash_STRBYTES);
    if (crypto_pwhash_str_alg(out, clave, strlen(clave), OPS, MEMORY,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        log_fatal("msg=\"no memory to hash a password\"");
    }
    return out;
}

bool clave_matches(const char *clave, const char *hash) {
    /* Of a random password nobody knows: only its cost matters. */
    static char nobody[crypto_pwhash_STRBYTES];
    if (nobody[0] == '\0') {
        unsigned char secret[32];
        randombytes_buf(secret, sizeof secret);
        if (crypto_pwhash_str_alg(nobody, (const char *)secret, sizeof secret, OPS, MEMORY,
                                  crypto_pwhash_ALG_ARGON2ID13) != 0) {
            log_fatal("msg=\"no memory to hash a password\"");
        }
    }
    bool same = crypto_pwhash_str_verify(hash != NULL ? hash : nobody, clave, strlen(clave)) == 0;
    return same && hash != NULL;
}

/* One character again and again, or a run like 123456…: long, yet guessed first. */
static bool is_trivial(const char *s) {
    size_t n = strlen(s), same = 0, run = 0, back = 0;
    for (size_t i = 1; i < n; i++) {
        same += s[i] == s[i - 1] ? 1 : 0;
        run += s[i] == s[i - 1] + 1 ? 1 : 0;
        back += s[i] == s[i - 1] - 1 ? 1 : 0;
    }
    return same + 2 >= n || run + 2 >= n || back + 2 >= n;
}

static bool holds_a_word_of(struct arena *a, const char *clave, const char *name) {
    char *in = utf8_buscable(a, clave);
    char *words = utf8_buscable(a, name);
    char *rest = words;
    while (*rest != '\0') {
        size_t n = strcspn(rest, " ");
        char *word = arena_strndup(a, rest, n);
        if (n >= 5 && strstr(in, word) != NULL) {
            return true;
        }
        rest += n + (rest[n] == ' ' ? 1 : 0);
    }
    return false;
}

const char *clave_problem(struct arena *a, const char *clave, const char *document,
                          const char *name) {
    size_t n = utf8_length(clave);
    if (n < CLAVE_MIN) {
        return arena_printf(a, "Use %d caracteres o más: tres o cuatro palabras juntas sirven.",
                            CLAVE_MIN);
    }
    if (n > CLAVE_MAX) {
        return arena_printf(a, "Use %d caracteres como máximo.", CLAVE_MAX);
    }
    if (is_trivial(clave)) {
        return "Esa contraseña se adivina pronto: elija palabras que no sigan un orden.";
    }
    if (!str_empty(document) && strstr(clave, document) != NULL) {
        return "No use su número de documento en la contraseña.";
    }
    if (!str_empty(name) && holds_a_word_of(a, clave, name)) {
        return "No use su nombre en la contraseña.";
    }
    return NULL;
}
