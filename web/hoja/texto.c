/* From the bytes of a file to clean UTF-8. */
#include <string.h>
#include <strings.h>
#include <unistr.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hoja/texto.h"

/* Windows-1252 where it differs from Latin-1; 0 is not assigned. */
static const ucs4_t windows[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static bool begins(const char *data, size_t n, const char *magic, size_t magic_n) {
    return n >= magic_n && memcmp(data, magic, magic_n) == 0;
}

/* What is kept of a character: controls go, odd spaces become a space, line ends LF. */
static ucs4_t keep(ucs4_t c) {
    if (c == '\n' || c == '\t') {
        return c;
    }
    if (c == 0xA0 || c == 0x3000 || c == 0x202F || (c >= 0x2000 && c <= 0x200A)) {
        return ' ';
    }
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    bool invisible = (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                     (c >= 0x2060 && c <= 0x206F) || c == 0x061C || c == 0xAD;
    return control || invisible ? 0 : c;
}

static size_t put(char *out, ucs4_t c) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    int n = u8_uctomb((uint8_t *)out, c, 6);
    return n > 0 ? (size_t)n : 0;
}

/* A character more; CR and CRLF have become LF, what is not kept leaves nothing. */
static size_t add(char *out, size_t len, ucs4_t c, ucs4_t *before) {
    ucs4_t last = *before;
    *before = c;
    if (c == '\r') {
        c = '\n';
    } else if (c == '\n' && last == '\r') {
        return len;
    }
    c = keep(c);
    return c == 0 ? len : len + put(out + len, c);
}

static bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/* No longer than before, so that it is written where it was read. */
size_t hoja_limpiar(char *text, size_t n) {
    size_t len = 0;
    ucs4_t before = 0;
    for (size_t i = 0; i < n;) {
        ucs4_t c = 0;
        i += (size_t)u8_mbtouc(&c, (const uint8_t *)text + i, n - i);
        len = c == 0xFFFD ? len : add(text, len, c, &before);
    }
    while (len > 0 && blank(text[len - 1])) {
        len--;
    }
    size_t from = 0;
    while (from < len && blank(text[from])) {
        from++;
    }
    memmove(text, text + from, len - from);
    return len - from;
}

static char *from_utf8(struct arena *a, const char *data, size_t n) {
    char *out = arena_alloc(a, n + 8);
    size_t len = 0;
    ucs4_t before = 0;
    const uint8_t *p = (const uint8_t *)data, *end = p + n;
    while (p < end) {
        ucs4_t c = 0;
        p += u8_mbtouc(&c, p, (size_t)(end - p));
        len = add(out, len, c, &before);
    }
    return out;
}

static char *from_utf16(struct arena *a, const char *data, size_t n, bool little) {
    char *out = arena_alloc(a, n / 2 * 3 + 8);
    const unsigned char *p = (const unsigned char *)data;
    size_t len = 0;
    ucs4_t before = 0, high = 0;
    for (size_t i = 0; i + 1 < n; i += 2) {
        ucs4_t c = (ucs4_t)(little ? p[i] | p[i + 1] << 8 : p[i] << 8 | p[i + 1]);
        if (c >= 0xD800 && c < 0xDC00) {
            high = c;
            continue;
        }
        if (c >= 0xDC00 && c < 0xE000) {
            c = high != 0 ? 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00) : 0;
        }
        high = 0;
        len = add(out, len, c, &before);
    }
    return out;
}

static char *from_windows(struct arena *a, const char *data, size_t n) {
    size_t high = 0;
    for (size_t i = 0; i < n; i++) {
        high += (unsigned char)data[i] >= 0x80 ? 1 : 0;
    }
    char *out = arena_alloc(a, n + 2 * high + 8);
    size_t len = 0;
    ucs4_t before = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char b = (unsigned char)data[i];
        len = add(out, len, b >= 0x80 && b < 0xA0 ? windows[b - 0x80] : b, &before);
    }
    return out;
}

/* UTF-16 without its mark: every second byte of the beginning is zero. */
static bool looks_utf16(const char *data, size_t n, size_t zero_at) {
    size_t zeros = 0, look = n < 200 ? n / 2 * 2 : 200;
    for (size_t i = zero_at; i < look; i += 2) {
        zeros += data[i] == '\0' ? 1 : 0;
    }
    return look >= 8 && zeros * 10 >= look / 2 * 9;
}

/* HTML that a system saved as .xls, XML of Excel 2003, a flat OpenDocument. */
static bool markup(const char *data, size_t n) {
    while (n > 0 && (strchr(" \r\n\t", *data) != NULL || (unsigned char)*data >= 0x80)) {
        data++;
        n--;
    }
    return n > 4 && data[0] == '<' &&
           (strchr("?!", data[1]) != NULL || (data[1] | 32) == 'h' ||
            strncasecmp(data + 1, "table", 5) == 0);
}

static enum hoja_falla binary(const char *data, size_t n) {
    if (memchr(data, '\0', n) != NULL || begins(data, n, "%PDF", 4)) {
        return HOJA_BINARIA;
    }
    return markup(data, n) ? HOJA_MARCADO : HOJA_BIEN;
}

char *hoja_texto(struct arena *a, const char *data, size_t n, const char **codificacion,
                 enum hoja_falla *why) {
    *why = n > HOJA_BYTES_MAX ? HOJA_GRANDE : HOJA_BIEN;
    if (*why != HOJA_BIEN) {
        return NULL;
    }
    bool mark = begins(data, n, "\xEF\xBB\xBF", 3);
    *codificacion = "UTF-16";
    if (!mark && (begins(data, n, "\xFF\xFE", 2) || looks_utf16(data, n, 1))) {
        return from_utf16(a, data, n, true);
    }
    if (!mark && (begins(data, n, "\xFE\xFF", 2) || looks_utf16(data, n, 0))) {
        return from_utf16(a, data, n, false);
    }
    *why = binary(data, n);
    if (*why != HOJA_BIEN) {
        return NULL;
    }
    bool utf8 = utf8_valid(data, n);
    *codificacion = utf8 ? "UTF-8" : "Windows-1252";
    return utf8 ? from_utf8(a, data, n) : from_windows(a, data, n);
}
