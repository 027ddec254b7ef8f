#include "core/str.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct buf buf_new(struct arena *a, size_t max) {
    struct buf b = {.arena = a, .cap = 256, .max = max};
    b.p = arena_alloc(a, b.cap);
    return b;
}

void buf_add(struct buf *b, const char *p, size_t n) {
    if (b->truncated || n > b->max - b->n) {
        b->truncated = true;
        return;
    }
    if (b->n + n + 1 > b->cap) {
        size_t cap = b->cap * 2 > b->n + n + 1 ? b->cap * 2 : b->n + n + 1;
        char *bigger = arena_alloc(b->arena, cap);
        memcpy(bigger, b->p, b->n);
        b->p = bigger;
        b->cap = cap;
    }
    memcpy(b->p + b->n, p, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void buf_str(struct buf *b, const char *s) {
    buf_add(b, s, strlen(s));
}

void buf_char(struct buf *b, char c) {
    buf_add(b, &c, 1);
}

void buf_printf(struct buf *b, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    buf_str(b, arena_vprintf(b->arena, fmt, ap));
    va_end(ap);
}

bool str_eq(const char *a, const char *b) {
    if (a == NULL || b == NULL) {
        return a == b;
    }
    return strcmp(a, b) == 0;
}

bool str_empty(const char *s) {
    return s == NULL || *s == '\0';
}

bool str_starts(const char *s, const char *prefix) {
    return s != NULL && strncmp(s, prefix, strlen(prefix)) == 0;
}

bool str_int64(const char *s, int64_t min, int64_t max, int64_t *out) {
    if (str_empty(s)) {
        return false;
    }
    bool negative = *s == '-';
    const char *p = s + (negative ? 1 : 0);
    int64_t n = 0;
    if (*p == '\0') {
        return false;
    }
    for (; *p != '\0'; p++) {
        if (*p < '0' || *p > '9') {
            return false;
        }
        int digit = *p - '0';
        if (__builtin_mul_overflow(n, 10, &n) ||
            __builtin_add_overflow(n, negative ? -digit : digit, &n)) {
            return false;
        }
    }
    if (n < min || n > max) {
        return false;
    }
    *out = n;
    return true;
}

char *str_miles(struct arena *a, int64_t n) {
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%" PRId64, n);
    struct buf b = buf_new(a, 64);
    for (int i = 0; i < len; i++) {
        int left = len - i;
        if (i > 0 && left % 3 == 0 && digits[i - 1] != '-') {
            buf_char(&b, ',');
        }
        buf_char(&b, digits[i]);
    }
    return b.p;
}

char *str_hex(struct arena *a, const unsigned char *p, size_t n) {
    static const char hex[] = "0123456789abcdef";
    char *out = arena_alloc(a, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        out[2 * i] = hex[p[i] >> 4];
        out[2 * i + 1] = hex[p[i] & 15];
    }
    return out;
}

bool str_listed(const char *list, const char *value) {
    size_t n = strlen(value);
    for (const char *p = list; p != NULL && *p != '\0'; p += *p == ',' ? 1 : 0) {
        size_t len = strcspn(p, ",");
        if (len == n && memcmp(p, value, n) == 0) {
            return true;
        }
        p += len;
    }
    return false;
}
