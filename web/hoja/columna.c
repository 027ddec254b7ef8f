#include "hoja/columna.h"

#include <string.h>

#include "core/utf8.h"

/* A cell longer than any datum is cut: its row says that it is too long. */
enum { ROWS_SEARCHED = 20, TITLE_MAX = 200, CELL_MAX = 600, SCRATCH = 8 * 1024 * 1024 };

static const struct {
    const char *codigo, *titulos;
} known[] = {
#define COLUMNA(codigo, titulos) {codigo, titulos},
#include "hoja/columna.def"
#undef COLUMNA
};

/* True when `title` is one of "A|B|C". */
static bool among(const char *titulos, const char *title) {
    size_t n = strlen(title);
    for (const char *p = titulos; *p != '\0';) {
        size_t len = strcspn(p, "|");
        if (len == n && strncmp(p, title, n) == 0) {
            return true;
        }
        p += len + (p[len] == '|' ? 1 : 0);
    }
    return false;
}

/* The code of a title; "" for one that is known to be of no use, NULL when unknown. What stands in
 * brackets is an explanation. */
static const char *code_of(struct arena *a, const char *title) {
    if (strlen(title) > TITLE_MAX) {
        return NULL;
    }
    const char *folded = utf8_buscable(a, arena_strndup(a, title, strcspn(title, "(*[")));
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (among(known[i].titulos, folded)) {
            return known[i].codigo;
        }
    }
    return NULL;
}

bool columnas_tiene(const struct columnas *c, const char *codigo) {
    for (size_t i = 0; i < c->n; i++) {
        if (str_eq(c->v[i].codigo, codigo)) {
            return true;
        }
    }
    return false;
}

static struct columnas read_titles(struct arena *a, struct arena *scratch,
                                   const struct hoja_fila *row, size_t at) {
    struct columnas c = {.titulos = at};
    struct buf unknown = buf_new(a, 900);
    for (size_t i = 0; i < row->n && i < HOJA_COLUMNAS_MAX; i++) {
        if (*row->celda[i] == '\0') {
            continue;
        }
        const char *code = code_of(scratch, row->celda[i]);
        if (code != NULL && *code != '\0' && c.n < COLUMNAS_MAX && !columnas_tiene(&c, code)) {
            c.v[c.n].codigo = code;
            c.v[c.n++].en = i;
        } else if (code == NULL || *code != '\0') {
            buf_printf(&unknown, "%s%s", unknown.n > 0 ? ", " : "",
                       arena_strndup(scratch, row->celda[i], strnlen(row->celda[i], 60)));
        }
    }
    c.ignoradas = unknown.n > 0 && utf8_valid(unknown.p, unknown.n) ? unknown.p : NULL;
    return c;
}

bool columnas_hallar(struct arena *a, const struct hoja *h, struct columnas *out) {
    *out = (struct columnas){.n = 0};
    struct arena *scratch = arena_new(SCRATCH);
    for (size_t i = 0; i < h->n && i < ROWS_SEARCHED; i++) {
        struct columnas c = read_titles(a, scratch, &h->fila[i], i);
        if (c.n > out->n) {
            *out = c;
        }
        arena_reset(scratch);
    }
    arena_free(scratch);
    return columnas_tiene(out, "documento") &&
           (columnas_tiene(out, "nombres") || columnas_tiene(out, "nombre_completo"));
}

static void put_text(struct buf *b, const char *s, size_t n) {
    buf_char(b, '"');
    for (const char *end = s + n; s < end; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == '"' || c == '\\') {
            buf_char(b, '\\');
            buf_char(b, *s);
        } else if (c < 0x20) {
            buf_printf(b, "\\u%04x", (unsigned)c);
        } else {
            buf_char(b, *s);
        }
    }
    buf_char(b, '"');
}

void columnas_texto(struct buf *b, const char *s) {
    put_text(b, s, strlen(s));
}

/* Cut at a character's beginning. An apostrophe that keeps a sign from being a formula goes. */
static void put_cell(struct buf *b, const char *s) {
    s += s[0] == '\'' && s[1] != '\0' && strchr("=+-@", s[1]) != NULL ? 1 : 0;
    size_t n = strnlen(s, CELL_MAX + 1);
    if (n > CELL_MAX) {
        n = CELL_MAX;
        while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80) {
            n--;
        }
    }
    put_text(b, s, n);
}

static const char *cell(const struct hoja_fila *row, size_t i) {
    return i < row->n ? row->celda[i] : "";
}

bool columnas_bastan(const struct columnas *c) {
    bool whole = columnas_tiene(c, "nombre_completo");
    bool surname = columnas_tiene(c, "apellidos") || columnas_tiene(c, "apellido_paterno") ||
                   columnas_tiene(c, "apellido_materno");
    return columnas_tiene(c, "documento") && columnas_tiene(c, "puesto") &&
           columnas_tiene(c, "regimen") && columnas_tiene(c, "fecha_ingreso") &&
           (whole || (surname && columnas_tiene(c, "nombres")));
}

static size_t filled(const struct hoja_fila *row) {
    size_t n = 0;
    for (size_t i = 0; i < row->n && i < COLUMNAS_MAX; i++) {
        n += *row->celda[i] != '\0' ? 1 : 0;
    }
    return n;
}

/* The first row that is about as full as the fullest, in the beginning of the sheet. */
static size_t likely_titles(const struct hoja *h) {
    size_t most = 0, at = 0;
    for (size_t i = 0; i < h->n && i < ROWS_SEARCHED; i++) {
        most = filled(&h->fila[i]) > most ? filled(&h->fila[i]) : most;
    }
    while (at + 1 < h->n && filled(&h->fila[at]) * 10 < most * 6) {
        at++;
    }
    return at;
}

static const char *code_at(const struct columnas *c, size_t column) {
    for (size_t i = 0; i < c->n; i++) {
        if (c->v[i].en == column) {
            return c->v[i].codigo;
        }
    }
    return "";
}

bool columnas_todas(const struct hoja *h, struct columnas *c, struct columnas *out) {
    size_t width = 0, rows = 0;
    c->titulos = c->n == 0 ? likely_titles(h) : c->titulos;
    for (size_t i = c->titulos; i < h->n; i++) {
        width = h->fila[i].n > width ? h->fila[i].n : width;
        rows += filled(&h->fila[i]) > 0 ? 1 : 0;
    }
    *out = (struct columnas){.titulos = c->titulos};
    for (; out->n < width && out->n < COLUMNAS_MAX; out->n++) {
        out->v[out->n].codigo = code_at(c, out->n);
        out->v[out->n].en = out->n;
    }
    return out->n >= 2 && rows >= 2;
}

const char *columnas_titulos_json(struct arena *a, const struct hoja *h, const struct columnas *c) {
    struct buf b = buf_new(a, COLUMNAS_LOTE_BYTES);
    for (size_t i = 0; i < c->n; i++) {
        buf_char(&b, i == 0 ? '[' : ',');
        put_cell(&b, cell(&h->fila[c->titulos], i));
    }
    buf_char(&b, ']');
    return b.p;
}

const char *columnas_clave(struct arena *a, const struct hoja *h, const struct columnas *c) {
    struct buf b = buf_new(a, COLUMNAS_LOTE_BYTES);
    for (size_t i = 0; i < c->n; i++) {
        const char *title = cell(&h->fila[c->titulos], i);
        buf_printf(&b, "%s|", utf8_buscable(a, arena_strndup(a, title, strnlen(title, TITLE_MAX))));
    }
    return b.p;
}

const char *columnas_json(struct arena *a, const struct columnas *c) {
    struct buf b = buf_new(a, 4096);
    for (size_t i = 0; i < c->n; i++) {
        buf_char(&b, i == 0 ? '[' : ',');
        columnas_texto(&b, c->v[i].codigo);
    }
    buf_char(&b, ']');
    return b.p;
}

static bool is_empty(const struct hoja_fila *row, const struct columnas *c) {
    for (size_t i = 0; i < c->n; i++) {
        if (*cell(row, c->v[i].en) != '\0') {
            return false;
        }
    }
    return true;
}

const char *columnas_lote(struct buf *b, const struct hoja *h, const struct columnas *c,
                          size_t *from, size_t max) {
    size_t rows = 0;
    b->n = 0;
    for (; *from < h->n && rows < max && b->n < b->max / 2; (*from)++) {
        const struct hoja_fila *row = &h->fila[*from];
        if (is_empty(row, c)) {
            continue;
        }
        buf_printf(b, "%s[%zu", rows++ == 0 ? "[" : ",", row->numero);
        for (size_t i = 0; i < c->n; i++) {
            buf_char(b, ',');
            put_cell(b, cell(row, c->v[i].en));
        }
        buf_char(b, ']');
    }
    buf_char(b, ']');
    return rows > 0 ? b->p : NULL;
}
