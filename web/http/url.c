#include "http/url.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "http/request.h"

char *url_encode(struct arena *a, const char *s) {
    static const char hex[] = "0123456789ABCDEF";
    if (s == NULL) {
        return arena_strdup(a, "");
    }
    char *out = arena_alloc(a, 3 * strlen(s) + 1);
    char *p = out;
    for (; *s != '\0'; s++) {
        unsigned char c = (unsigned char)*s;
        if (isalnum(c) || c == '-' || c == '.' || c == '_' || c == '~') {
            *p++ = (char)c;
        } else {
            *p++ = '%';
            *p++ = hex[c >> 4];
            *p++ = hex[c & 15];
        }
    }
    return out;
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* NULL on a bad escape, a NUL or bytes that are not UTF-8. */
static char *decode(struct arena *a, const char *s, size_t n) {
    char *out = arena_alloc(a, n + 1);
    size_t len = 0;
    for (size_t i = 0; i < n; i++) {
        char c = s[i];
        if (c == '+') {
            c = ' ';
        } else if (c == '%') {
            int hi = i + 2 < n ? hex_value(s[i + 1]) : -1;
            int lo = i + 2 < n ? hex_value(s[i + 2]) : -1;
            if (hi < 0 || lo < 0) {
                return NULL;
            }
            c = (char)(hi * 16 + lo);
            i += 2;
        }
        out[len++] = c;
    }
    return utf8_valid(out, len) ? out : NULL;
}

static size_t count_pairs(const char *s, size_t n) {
    size_t pairs = n > 0 ? 1 : 0;
    for (size_t i = 0; i < n; i++) {
        pairs += s[i] == '&' ? 1 : 0;
    }
    return pairs;
}

bool url_params(struct arena *a, const char *s, size_t n, struct params *out) {
    size_t pairs = count_pairs(s, n);
    if (pairs > REQUEST_PARAMS_MAX) {
        return false;
    }
    out->v = arena_calloc(a, pairs + 1, sizeof out->v[0]);
    out->n = 0;
    const char *end = s + n;
    while (s < end) {
        const char *amp = memchr(s, '&', (size_t)(end - s));
        const char *stop = amp != NULL ? amp : end;
        const char *eq = memchr(s, '=', (size_t)(stop - s));
        const char *name_end = eq != NULL ? eq : stop;
        const char *value = eq != NULL ? eq + 1 : stop;
        if (name_end > s) {
            struct param *p = &out->v[out->n++];
            p->name = decode(a, s, (size_t)(name_end - s));
            p->value = decode(a, value, (size_t)(stop - value));
            if (p->name == NULL || p->value == NULL) {
                return false;
            }
        }
        s = stop + 1;
    }
    return true;
}

bool url_is_local(const char *s) {
    if (s == NULL || s[0] != '/' || s[1] == '/' || s[1] == '\\' ||
        strlen(s) > REQUEST_PATH_MAX + REQUEST_QUERY_MAX) {
        return false;
    }
    for (const char *p = s; *p != '\0'; p++) {
        if ((unsigned char)*p <= 0x20 || (unsigned char)*p >= 0x7F || *p == '\\') {
            return false;
        }
    }
    return true;
}
