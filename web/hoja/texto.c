/* From the bytes of a file to clean UTF-8. */
#include <string.h>
#include <strings.h>
#include <unistr.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hoja/texto.h"

/* --- bytes of one letter each, from 0x80 --- */

/* What Excel calls CSV, CSV (MS-DOS) and CSV (Macintosh). */
static const struct letters {
    const char *name;
    uint16_t c[128];
} windows = {"Windows-1252",
             {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
              0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C,
              0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D,
              0x017E, 0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A7,
              0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1,
              0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB,
              0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0, 0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5,
              0x00C6, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF,
              0x00D0, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9,
              0x00DA, 0x00DB, 0x00DC, 0x00DD, 0x00DE, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3,
              0x00E4, 0x00E5, 0x00E6, 0x00E7, 0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED,
              0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4, 0x00F5, 0x00F6, 0x00F7,
              0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE, 0x00FF}},
  dos = {"MS-DOS",
         {0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8,
          0x00EF, 0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2,
          0x00FB, 0x00F9, 0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1,
          0x00ED, 0x00F3, 0x00FA, 0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD,
          0x00BC, 0x00A1, 0x00AB, 0x00BB, 0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2,
          0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557, 0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514, 0x2534,
          0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3, 0x255A, 0x2554, 0x2569, 0x2566, 0x2560,
          0x2550, 0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB, 0x00C8, 0x0131, 0x00CD, 0x00CE,
          0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580, 0x00D3, 0x00DF, 0x00D4,
          0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE, 0x00DE, 0x00DA, 0x00DB, 0x00D9, 0x00FD, 0x00DD,
          0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8, 0x00B0,
          0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0}},
  mac = {"Macintosh",
         {0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4,
          0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF,
          0x00F1, 0x00F3, 0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020,
          0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4,
          0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202,
          0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1,
          0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3,
          0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA,
          0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A,
          0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC,
          0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC, 0x00AF,
          0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7}};

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

/* The byte that a program took for this letter of Windows-1252, from 0x80 to 0xBF; else 0. */
static ucs4_t continuation(ucs4_t c) {
    for (ucs4_t i = 0; i < 32; i++) {
        if (windows.c[i] == c) {
            return 0x80 + i;
        }
    }
    return c >= 0x80 && c < 0xC0 ? c : 0;
}

/* A character more; CR and CRLF have become LF, what is not kept leaves nothing. UTF-8 that a
 * program took for Windows-1252, "MuÃ±oz", is what it was. */
static size_t add(char *out, size_t len, ucs4_t c, ucs4_t *before) {
    ucs4_t last = *before;
    if ((last == 0xC2 || last == 0xC3) && continuation(c) != 0) {
        c = (last & 3) << 6 | (continuation(c) & 0x3F);
        len -= 2;
    }
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
        bool lost = n - i >= 3 && memcmp(text + i, "\xEF\xBF\xBD", 3) == 0;
        i += (size_t)u8_mbtouc(&c, (const uint8_t *)text + i, n - i);
        len = c == 0xFFFD && !lost ? len : add(text, len, c, &before);
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

static bool letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* How many bytes are Spanish in this encoding: letters next to a letter, signs not between two.
 * A blank between two words is nobody's letter. */
static size_t spanish(const struct letters *set, const char *data, size_t n) {
    static const uint16_t letters[] = {0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xF1, 0xFC,
                                       0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0xD1, 0xDC};
    static const uint16_t signs[] = {0xB0, 0xBA,   0xAA,   0xBF,   0xA1,   0xAB,
                                     0xBB, 0x2013, 0x2014, 0x2018, 0x201C, 0x201D};
    size_t score = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char b = (unsigned char)data[i];
        if (b < 0x80 || b == 0xA0) {
            continue;
        }
        bool before = i > 0 && letter(data[i - 1]), after = i + 1 < n && letter(data[i + 1]);
        for (size_t k = 0; k < sizeof letters / sizeof letters[0]; k++) {
            score += set->c[b - 0x80] == letters[k] && (before || after) ? 1 : 0;
        }
        for (size_t k = 0; k < sizeof signs / sizeof signs[0]; k++) {
            score += set->c[b - 0x80] == signs[k] && !(before && after) ? 1 : 0;
        }
        score += set->c[b - 0x80] == 0x2019 ? 1 : 0; /* D’Prueba */
    }
    return score;
}

static const struct letters *set_of(const char *data, size_t n) {
    size_t of_windows = spanish(&windows, data, n), of_dos = spanish(&dos, data, n);
    if (of_dos > of_windows && of_dos >= spanish(&mac, data, n)) {
        return &dos;
    }
    return spanish(&mac, data, n) > of_windows ? &mac : &windows;
}

static char *from_bytes(struct arena *a, const struct letters *set, const char *data, size_t n) {
    size_t high = 0;
    for (size_t i = 0; i < n; i++) {
        high += (unsigned char)data[i] >= 0x80 ? 1 : 0;
    }
    char *out = arena_alloc(a, n + 2 * high + 8);
    size_t len = 0;
    ucs4_t before = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char b = (unsigned char)data[i];
        len = add(out, len, b >= 0x80 ? set->c[b - 0x80] : b, &before);
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
    /* PDF, RTF, and what spreadsheets exchanged before there was CSV: SYLK, DIF, SocialCalc. */
    static const char *const magic[] = {"%PDF",       "{\\rtf",       "ID;P",
                                        "TABLE\n0,1", "TABLE\r\n0,1", "socialcalc:"};
    for (size_t i = 0; i < sizeof magic / sizeof magic[0]; i++) {
        if (begins(data, n, magic[i], strlen(magic[i]))) {
            return HOJA_BINARIA;
        }
    }
    if (memchr(data, '\0', n) != NULL) {
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
    const struct letters *set = utf8 ? NULL : set_of(data, n);
    *codificacion = utf8 ? "UTF-8" : set->name;
    return utf8 ? from_utf8(a, data, n) : from_bytes(a, set, data, n);
}
