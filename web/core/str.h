/* Small tools over NUL-terminated strings, and a growable buffer inside an arena. Text has been
 * checked as UTF-8 without NUL before it gets here (core/utf8.h). */
#ifndef CORE_STR_H
#define CORE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

/* A growable buffer. `max` bounds it: past it `truncated` is set and nothing more is added. */
struct buf {
    struct arena *arena;
    char *p; /* always NUL-terminated */
    size_t n, cap, max;
    bool truncated;
};

struct buf buf_new(struct arena *a, size_t max);
void buf_add(struct buf *b, const char *p, size_t n);
void buf_str(struct buf *b, const char *s);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

bool str_eq(const char *a, const char *b); /* NULL equals only NULL */
bool str_empty(const char *s);             /* NULL or "" */
bool str_starts(const char *s, const char *prefix);
/* Whether a list with commas, or NULL, holds the value: "15,03" holds "03". */
bool str_listed(const char *list, const char *value);
/* Whole string as a decimal int64 within [min, max]; false on anything else (sign, space, +). */
bool str_int64(const char *s, int64_t min, int64_t max, int64_t *out);
/* "1,234" as the screen shows counts. */
char *str_miles(struct arena *a, int64_t n);
/* Lower-case hexadecimal of n bytes. */
char *str_hex(struct arena *a, const unsigned char *p, size_t n);

#endif
