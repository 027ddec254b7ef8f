#include "http/token.h"

#include <sodium.h>
#include <string.h>

#include "core/str.h"

enum { BYTES = 32, CSRF_BYTES = 16 };

static char *base64(struct arena *a, const unsigned char *p, size_t n) {
    size_t size = sodium_base64_ENCODED_LEN(n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    char *out = arena_alloc(a, size);
    return sodium_bin2base64(out, size, p, n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

char *token_new(struct arena *a) {
    unsigned char bytes[BYTES];
    randombytes_buf(bytes, sizeof bytes);
    return base64(a, bytes, sizeof bytes);
}

bool token_well_formed(const char *s) {
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                   "0123456789-_";
    return s != NULL && strlen(s) == TOKEN_CHARS && strspn(s, alphabet) == TOKEN_CHARS;
}

char *token_hash(struct arena *a, const char *token) {
    unsigned char hash[BYTES];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)token, strlen(token), NULL, 0);
    return str_hex(a, hash, sizeof hash);
}

static void csrf_plain(const char *token, unsigned char out[CSRF_BYTES]) {
    static const unsigned char use[] = "portal-csrf-1";
    crypto_generichash(out, CSRF_BYTES, use, sizeof use - 1, (const unsigned char *)token,
                       strlen(token));
}

char *token_csrf(struct arena *a, const char *token) {
    unsigned char masked[2 * CSRF_BYTES], plain[CSRF_BYTES];
    csrf_plain(token, plain);
    randombytes_buf(masked, CSRF_BYTES);
    for (size_t i = 0; i < CSRF_BYTES; i++) {
        masked[CSRF_BYTES + i] = masked[i] ^ plain[i];
    }
    return base64(a, masked, sizeof masked);
}

bool token_csrf_ok(const char *token, const char *csrf) {
    unsigned char masked[2 * CSRF_BYTES], plain[CSRF_BYTES];
    size_t n = 0;
    if (!token_well_formed(token) || !token_well_formed(csrf) ||
        sodium_base642bin(masked, sizeof masked, csrf, strlen(csrf), NULL, &n, NULL,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        n != sizeof masked) {
        return false;
    }
    for (size_t i = 0; i < CSRF_BYTES; i++) {
        masked[CSRF_BYTES + i] ^= masked[i];
    }
    csrf_plain(token, plain);
    return sodium_memcmp(masked + CSRF_BYTES, plain, CSRF_BYTES) == 0;
}
