#include "core/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "core/log.h"
#include "core/str.h"

static const uint8_t *u(const char *s) {
    return (const uint8_t *)s;
}

bool utf8_valid(const char *s, size_t n) {
    return memchr(s, '\0', n) == NULL && u8_check(u(s), n) == NULL;
}

size_t utf8_length(const char *s) {
    return u8_mbsnlen(u(s), strlen(s));
}

/* Marks, embeddings, overrides and isolates: they make text read as another. */
static bool is_bidi_control(ucs4_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool utf8_has_control(const char *s, bool multiline) {
    ucs4_t c = 0;
    for (const uint8_t *p = u(s); (p = u8_next(&c, p)) != NULL;) {
        if (c == '\t' || (multiline && (c == '\n' || c == '\r'))) {
            continue;
        }
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_bidi_control(c) || c == 0xFEFF ||
            c == 0xFFFE || c == 0xFFFF) {
            return true;
        }
    }
    return false;
}

static bool is_space(ucs4_t c) {
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x3000 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F;
}

/* Space runs become one space; with `multiline` a line break survives as LF, CR is dropped. */
static char *fold_spaces(struct arena *a, const uint8_t *s, size_t n, bool multiline) {
    char *out = arena_alloc(a, n + 1);
    size_t len = 0;
    bool pending = false;
    const uint8_t *end = s + n;
    while (s < end) {
        ucs4_t c = 0;
        int step = u8_mbtouc(&c, s, (size_t)(end - s));
        bool line = c == '\n';
        if (is_space(c) || (line && !multiline)) {
            pending = true;
        } else if (line) {
            pending = false;
            out[len++] = '\n';
        } else {
            if (pending && len > 0 && out[len - 1] != '\n') {
                out[len++] = ' ';
            }
            pending = false;
            memcpy(out + len, s, (size_t)step);
            len += (size_t)step;
        }
        s += step;
    }
    while (len > 0 && out[len - 1] == '\n') {
        len--;
    }
    size_t start = strspn(out, "\n");
    out[len] = '\0';
    return start >= len ? arena_strdup(a, "") : out + start;
}

char *utf8_clean(struct arena *a, const char *s, bool multiline) {
    size_t n = 0;
    uint8_t *nfc = u8_normalize(UNINORM_NFC, u(s), strlen(s), NULL, &n);
    if (nfc == NULL) {
        log_fatal("msg=\"out of memory\"");
    }
    char *out = fold_spaces(a, nfc, n, multiline);
    free(nfc);
    return out;
}

/* D'Angelo is one word, however its apostrophe was typed. */
static char *without_apostrophes(struct arena *a, const char *s) {
    static const char *const marks[] = {"'", "`", "\u00B4", "\u2019"};
    char *out = arena_alloc(a, strlen(s) + 1), *p = out;
    while (*s != '\0') {
        size_t skip = 0;
        for (size_t i = 0; i < sizeof marks / sizeof marks[0] && skip == 0; i++) {
            skip = str_starts(s, marks[i]) ? strlen(marks[i]) : 0;
        }
        if (skip == 0) {
            *p++ = *s++;
        }
        s += skip;
    }
    return out;
}

/* Letters that are no base letter with a mark; NULL for any other. */
static const char *letter(ucs4_t c) {
    static const struct {
        ucs4_t c;
        const char *plain;
    } letters[] = {{0xC6, "AE"}, {0xD0, "D"},  {0xD8, "O"},  {0xDE, "TH"},  {0x110, "D"},
                   {0x126, "H"}, {0x141, "L"}, {0x14A, "N"}, {0x152, "OE"}, {0x166, "T"}};
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (letters[i].c == c) {
            return letters[i].plain;
        }
    }
    return NULL;
}

char *utf8_buscable(struct arena *a, const char *s) {
    size_t n = 0;
    s = without_apostrophes(a, s);
    uint8_t *nfd = u8_toupper(u(s), strlen(s), NULL, UNINORM_NFKD, NULL, &n);
    if (nfd == NULL) {
        log_fatal("msg=\"out of memory\"");
    }
    char *out = arena_alloc(a, n + 1);
    size_t len = 0;
    const uint8_t *end = nfd + n;
    for (const uint8_t *p = nfd; p < end;) {
        ucs4_t c = 0;
        p += u8_mbtouc(&c, p, (size_t)(end - p));
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            out[len++] = (char)c;
        } else if (letter(c) != NULL) {
            for (const char *l = letter(c); *l != '\0'; l++) {
                out[len++] = *l;
            }
        } else if (!uc_is_general_category(c, UC_MARK) && len > 0 && out[len - 1] != ' ') {
            out[len++] = ' ';
        }
    }
    free(nfd);
    while (len > 0 && out[len - 1] == ' ') {
        len--;
    }
    out[len] = '\0';
    return out;
}
