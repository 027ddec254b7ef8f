#include "hoja/columna.h"

#include <ctype.h>
#include <string.h>

#include "core/utf8.h"
#include "hoja/titulo.h"

/* A cell longer than any datum is cut: its row says that it is too long. */
enum { ROWS_SEARCHED = 20, TITLE_MAX = 200, CELL_MAX = 600, SCRATCH = 32 * 1024 * 1024 };

#define COLUMNA(codigo, titulos) {codigo, titulos},
#define PARECE(codigo, titulos)
static const struct titulo known[] = {
#include "hoja/columna.def"
};
#undef COLUMNA
#undef PARECE
#define COLUMNA(codigo, titulos)
#define PARECE(codigo, titulos) {codigo, titulos},
static const struct titulo like[] = {
#include "hoja/columna.def"
};
#undef COLUMNA
#undef PARECE

static const char *code_of(struct arena *a, const char *title) {
    return titulo_codigo(a, known, sizeof known / sizeof known[0], title, true);
}

bool columnas_tiene(const struct columnas *c, const char *codigo) {
    for (size_t i = 0; i < c->n; i++) {
        if (str_eq(c->v[i].codigo, codigo)) {
            return true;
        }
    }
    return false;
}

static bool has_whole_name(const struct columnas *c) {
    return columnas_tiene(c, "nombre_completo") || columnas_tiene(c, "nombres_apellidos");
}

static bool has_surname(const struct columnas *c) {
    return columnas_tiene(c, "apellidos") || columnas_tiene(c, "apellido_paterno") ||
           columnas_tiene(c, "apellido_materno") || has_whole_name(c);
}

bool columnas_son_personas(const struct columnas *c) {
    return columnas_tiene(c, "documento") && (columnas_tiene(c, "nombres") || has_whole_name(c));
}

bool columnas_bastan(const struct columnas *c) {
    return columnas_son_personas(c) && has_surname(c) && columnas_tiene(c, "puesto") &&
           columnas_tiene(c, "regimen") && columnas_tiene(c, "fecha_ingreso");
}

void columnas_agregar(struct columnas *c, const char *codigo, size_t en) {
    if (c->n < COLUMNAS_MAX && !columnas_tiene(c, codigo)) {
        c->v[c->n].codigo = codigo;
        c->v[c->n++].en = en;
    }
}

const char *columnas_celda(const struct hoja_fila *row, size_t en) {
    return en < row->n ? row->celda[en] : "";
}

void columnas_ignorar(struct arena *a, struct buf *ignoradas, const char *titulo) {
    const char *brief = arena_strndup(a, titulo, strnlen(titulo, 60));
    if (utf8_valid(brief, strlen(brief))) {
        buf_printf(ignoradas, "%s%s", ignoradas->n > 0 ? ", " : "", brief);
    }
}

/* --- the heading --- */

/* A row with a number as long as a document's is a person, not a title. */
static bool has_number(const struct hoja_fila *row) {
    for (size_t i = 0; i < row->n; i++) {
        size_t digits = 0;
        for (const char *p = row->celda[i]; *p != '\0'; p++) {
            digits += isdigit((unsigned char)*p) ? 1 : 0;
        }
        if (digits >= 5) {
            return true;
        }
    }
    return false;
}

/* Two rows of titles as one: "Apellidos" over "Paterno" and "Materno". */
static struct hoja_fila join_rows(struct arena *a, const struct hoja_fila *up,
                                  const struct hoja_fila *down) {
    struct hoja_fila row = {.numero = down->numero, .n = up->n > down->n ? up->n : down->n};
    row.n = row.n < HOJA_COLUMNAS_MAX ? row.n : HOJA_COLUMNAS_MAX;
    row.celda = arena_calloc(a, row.n + 1, sizeof row.celda[0]);
    const char *over = "";
    for (size_t i = 0; i < row.n; i++) {
        const char *top = columnas_celda(up, i), *below = columnas_celda(down, i);
        over = *top != '\0' ? top : over;
        row.celda[i] = *below == '\0' ? top
                       : *over == '\0' || str_eq(over, below)
                           ? below
                           : arena_printf(a, "%s %s", over, below);
    }
    return row;
}

/* Under what it stands, a title may mean something of its own: `down` is the lower row or NULL. */
static struct columnas read_titles(struct arena *a, const struct hoja_fila *row,
                                   const struct hoja_fila *down, size_t at) {
    struct columnas c = {.titulos = at, .titulo = *row};
    for (size_t i = 0; i < row->n && i < HOJA_COLUMNAS_MAX; i++) {
        const char *code = *row->celda[i] != '\0' ? code_of(a, row->celda[i]) : NULL;
        if (code == NULL && down != NULL && *columnas_celda(down, i) != '\0') {
            code = code_of(a, columnas_celda(down, i));
        }
        if (code != NULL && *code != '\0') {
            columnas_agregar(&c, code, i);
        }
    }
    return c;
}

static const char *code_at(const struct columnas *c, size_t column) {
    for (size_t i = 0; i < c->n; i++) {
        if (c->v[i].en == column) {
            return c->v[i].codigo;
        }
    }
    return "";
}

/* Where the titles that are known do not suffice: what the others are like. */
static void guess(struct arena *a, struct columnas *c) {
    for (size_t i = 0; i < c->titulo.n && i < HOJA_COLUMNAS_MAX; i++) {
        if (*code_at(c, i) == '\0' && code_of(a, c->titulo.celda[i]) == NULL) {
            size_t before = c->n;
            const char *code =
                titulo_parecido(a, like, sizeof like / sizeof like[0], c->titulo.celda[i]);
            if (str_eq(code, "nombre_completo") && has_surname(c)) {
                code = "nombres";
            }
            if (code != NULL && *code != '\0') {
                columnas_agregar(c, code, i);
            }
            c->duda = c->duda || c->n > before;
        }
    }
    for (size_t i = 0; i < c->n && !has_surname(c); i++) {
        if (str_eq(c->v[i].codigo, "nombres")) {
            c->v[i].codigo = "nombre_completo"; /* "Nombres" alone: of all of it, maybe */
            c->duda = true;
        }
    }
}

/* Titles that are of no column: unknown ones, and a second one for the same datum. */
static void note_unused(struct arena *a, struct arena *scratch, struct columnas *c) {
    struct buf unused = buf_new(a, 900);
    for (size_t i = 0; i < c->titulo.n && i < HOJA_COLUMNAS_MAX; i++) {
        const char *title = c->titulo.celda[i];
        const char *code = *title != '\0' ? code_of(scratch, title) : "";
        if (*code_at(c, i) == '\0' && (code == NULL || *code != '\0')) {
            columnas_ignorar(scratch, &unused, title);
        }
    }
    c->ignoradas = unused.n > 0 && utf8_valid(unused.p, unused.n) ? unused.p : NULL;
}

/* The row, or the two, with most titles that are known. */
static struct columnas best_titles(struct arena *a, struct arena *scratch, const struct hoja *h) {
    struct columnas best = {.n = 0};
    for (size_t i = 0; i < h->n && i < ROWS_SEARCHED; i++) {
        struct columnas c = read_titles(scratch, &h->fila[i], NULL, i);
        best = c.n > best.n ? c : best;
        arena_reset(scratch);
    }
    for (size_t i = 0; i + 1 < h->n && i < ROWS_SEARCHED; i++) {
        if (!has_number(&h->fila[i]) && !has_number(&h->fila[i + 1])) {
            struct hoja_fila row = join_rows(scratch, &h->fila[i], &h->fila[i + 1]);
            struct columnas c = read_titles(scratch, &row, &h->fila[i + 1], i + 1);
            if (c.n > best.n) {
                best = c;
                best.titulo = join_rows(a, &h->fila[i], &h->fila[i + 1]);
            }
        }
        arena_reset(scratch);
    }
    return best;
}

bool columnas_hallar(struct arena *a, const struct hoja *h, struct columnas *out) {
    struct arena *scratch = arena_new(SCRATCH);
    *out = best_titles(a, scratch, h);
    if (!columnas_bastan(out)) {
        guess(scratch, out);
    }
    note_unused(a, scratch, out);
    arena_free(scratch);
    return columnas_son_personas(out);
}

/* --- cells --- */

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
void columnas_valor(struct buf *b, const char *s) {
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

bool columnas_todas(const struct hoja *h, struct columnas *c, struct columnas *out) {
    size_t width = 0, rows = 0;
    c->titulos = c->n == 0 ? likely_titles(h) : c->titulos;
    for (size_t i = c->titulos; i < h->n; i++) {
        width = h->fila[i].n > width ? h->fila[i].n : width;
        rows += filled(&h->fila[i]) > 0 ? 1 : 0;
    }
    *out = (struct columnas){.titulos = c->titulos,
                             .titulo = c->n == 0 ? h->fila[c->titulos] : c->titulo};
    for (; out->n < width && out->n < COLUMNAS_MAX; out->n++) {
        out->v[out->n].codigo = code_at(c, out->n);
        out->v[out->n].en = out->n;
    }
    return out->n >= 2 && rows >= 2;
}

const char *columnas_titulos_json(struct arena *a, const struct columnas *c) {
    struct buf b = buf_new(a, COLUMNAS_LOTE_BYTES);
    for (size_t i = 0; i < c->n; i++) {
        buf_char(&b, i == 0 ? '[' : ',');
        columnas_valor(&b, columnas_celda(&c->titulo, i));
    }
    buf_char(&b, ']');
    return b.p;
}

const char *columnas_clave(struct arena *a, const struct columnas *c) {
    struct buf b = buf_new(a, COLUMNAS_LOTE_BYTES);
    for (size_t i = 0; i < c->n; i++) {
        const char *title = columnas_celda(&c->titulo, i);
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

bool columnas_vacia(const struct hoja_fila *row, const struct columnas *c) {
    for (size_t i = 0; i < c->n; i++) {
        if (*columnas_celda(row, c->v[i].en) != '\0') {
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
        if (columnas_vacia(row, c)) {
            continue;
        }
        buf_printf(b, "%s[%zu", rows++ == 0 ? "[" : ",", row->numero);
        for (size_t i = 0; i < c->n; i++) {
            buf_char(b, ',');
            columnas_valor(b, columnas_celda(row, c->v[i].en));
        }
        buf_char(b, ']');
    }
    buf_char(b, ']');
    return rows > 0 ? b->p : NULL;
}
