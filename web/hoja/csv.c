/* CSV by libcsv, with the separator found out. */
#include <csv.h>
#include <string.h>

#include "core/str.h"
#include "hoja/texto.h"

/* Where cells and rows go; all of it was allocated for the worst case. A cell with its NUL is not
 * longer than with its separator, so that cells are written over the text they were read from. */
struct reader {
    char *text;
    char separador;
    const char **celda;
    size_t celdas;
    struct hoja *hoja;
    size_t first; /* cell of the row being read */
};

static void on_cell(void *bytes, size_t n, void *data) {
    struct reader *r = data;
    const char *p = bytes;
    while (n > 0 && strchr(" \t\n", p[0]) != NULL && p[0] != '\0') {
        p++;
        n--;
    }
    while (n > 0 && strchr(" \t\n", p[n - 1]) != NULL && p[n - 1] != '\0') {
        n--;
    }
    if (n > 3 && p[0] == '=' && p[1] == '"' && p[n - 1] == '"') {
        p += 2; /* ="01000001": a text that is to stay one */
        n -= 3;
    }
    if (n > 0) {
        memmove(r->text, p, n);
    }
    r->text[n] = '\0';
    r->celda[r->celdas++] = r->text;
    r->text += n + 1;
}

static void on_row(int end, void *data) {
    struct reader *r = data;
    if (end == -1 && r->celdas == r->first) {
        return; /* nothing behind the last line break */
    }
    r->hoja->fila[r->hoja->n] = (struct hoja_fila){
        .numero = r->hoja->n + 1, .n = r->celdas - r->first, .celda = r->celda + r->first};
    r->hoja->n++;
    r->first = r->celdas;
}

static const char separators[] = "\t;,|";
enum { LINES_LOOKED = 20, SEPARATORS = sizeof separators - 1 };

/* How many of the first lines have the same number of them, as often as any. */
static size_t alike(const size_t counts[LINES_LOOKED], size_t lines) {
    size_t best = 0;
    for (size_t i = 0; i < lines; i++) {
        size_t same = 0;
        for (size_t j = 0; j < lines; j++) {
            same += counts[j] == counts[i] ? counts[i] + 100 : 0;
        }
        best = counts[i] > 0 && same > best ? same : best;
    }
    return best;
}

/* The separator that most of the first lines have equally often, outside of quotes. A tab wins a
 * draw: who pastes from a spreadsheet has commas in the text. */
static char separator_of(const char *text) {
    size_t counts[SEPARATORS][LINES_LOOKED] = {{0}};
    size_t lines = 0, best = 0;
    bool quoted = false;
    for (const char *p = text; *p != '\0' && lines < LINES_LOOKED; p++) {
        quoted = *p == '"' ? !quoted : quoted;
        lines += *p == '\n' && !quoted ? 1 : 0;
        const char *c = quoted || lines == LINES_LOOKED ? NULL : strchr(separators, *p);
        if (c != NULL) {
            counts[c - separators][lines]++;
        }
    }
    for (size_t i = 1; i < SEPARATORS; i++) {
        best = alike(counts[i], LINES_LOOKED) > alike(counts[best], LINES_LOOKED) ? i : best;
    }
    return separators[best];
}

static size_t count(const char *text, char c) {
    size_t n = 0;
    for (; *text != '\0'; text++) {
        n += *text == c ? 1 : 0;
    }
    return n;
}

/* Rows that were only formatted arrive as separators: those at the end are left out. */
static size_t trim_rows(char *text, size_t len, char separator) {
    size_t n = len;
    while (n > 0 && (text[n - 1] == separator || strchr(" \n", text[n - 1]) != NULL)) {
        n--;
    }
    if (n < len) {
        text[n++] = '\n';
        text[n] = '\0';
    }
    return n;
}

static enum hoja_falla parse(struct reader *r, const char *text, size_t n) {
    struct csv_parser p;
    if (csv_init(&p, CSV_REPALL_NL) != 0) {
        return HOJA_GRANDE;
    }
    csv_set_delim(&p, (unsigned char)r->separador);
    bool read = csv_parse(&p, text, n, on_cell, on_row, r) == n;
    /* The text ends with a line break: still inside quotes there, they never closed. */
    bool closed = p.quoted == 0 && csv_fini(&p, on_cell, on_row, r) == 0;
    csv_free(&p);
    return read && closed ? HOJA_BIEN : HOJA_COMILLAS;
}

enum hoja_falla hoja_leer_csv(struct arena *a, const char *data, size_t n, struct hoja *out) {
    *out = (struct hoja){.formato = ""};
    enum hoja_falla why;
    const char *encoding = "";
    char *text = hoja_texto(a, data, n, &encoding, &why);
    struct reader r = {.hoja = out};
    if (text == NULL) {
        return why;
    }
    /* Excel's own line about the separator. */
    if (str_starts(text, "sep=") && strchr(separators, text[4]) != NULL && text[5] == '\n') {
        r.separador = text[4];
        text += 6;
    }
    size_t len = strlen(text);
    if (len > 0 && text[len - 1] != '\n') {
        text[len++] = '\n'; /* hoja_texto() left room */
    }
    r.separador = r.separador != '\0' ? r.separador : separator_of(text);
    const char sign[] = {r.separador, '\0'};
    out->formato =
        arena_printf(a, "%s, separador %s", encoding, r.separador == '\t' ? "tabulación" : sign);
    len = trim_rows(text, len, r.separador);
    size_t rows = count(text, '\n') + 2, cells = rows + count(text, r.separador) + 1;
    if (len > HOJA_BYTES_MAX || rows > HOJA_FILAS_MAX || cells > HOJA_CELDAS_MAX) {
        return HOJA_GRANDE;
    }
    r.text = text;
    r.celda = arena_calloc(a, cells, sizeof r.celda[0]);
    out->fila = arena_calloc(a, rows, sizeof out->fila[0]);
    why = parse(&r, text, len);
    if (why == HOJA_BIEN && r.celdas == 0) {
        return HOJA_VACIA;
    }
    return why;
}
