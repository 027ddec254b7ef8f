#include "hoja/ods.h"

#include <stdio.h>
#include <string.h>

#include "core/str.h"
#include "hoja/numero.h"
#include "hoja/xlsx.h"

enum { ROW_LAST = 2000000, STYLES_MAX = 60 };

struct reader {
    struct ods *ods;
    struct obra *o;
    const char *name;
    int nested;  /* depth inside a table that stands in a cell */
    int skipped; /* depth inside what is not the sheet: notes, drawings, tracked changes */
    size_t row, column, rows, columns, down; /* down: rows that the cell spans */
    bool in_table, in_cell, in_p, hidden;
    const char *style, *unseen[STYLES_MAX]; /* the style being read; those of hidden sheets */
    size_t n_unseen;
    char type[16];
    char number[NUMERO_TEXTO_MAX];
    struct trozo text;
    size_t paragraphs;
};

/* What may stand in a table or a cell and is no part of it. */
static bool foreign(const char *name) {
    static const char *const names[] = {"annotation",      "frame",     "shapes",
                                        "tracked-changes", "forms",     "custom-shape",
                                        "object",          "ruby-text", "dde-links"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (str_eq(name, names[i])) {
            return true;
        }
    }
    return false;
}

static const char *own(const char **atts, const char *name) {
    for (size_t i = 0; atts[i] != NULL; i += 2) {
        if (str_eq(xml_nombre(atts[i]), name) && !str_starts(atts[i], "calcext:")) {
            return atts[i + 1];
        }
    }
    return NULL;
}

/* A cell's value when it is better than its text: numbers as they are, days in one order. */
static void begin_value(struct reader *r, const char **atts) {
    const char *type = own(atts, "value-type"), *value = own(atts, "value"),
               *day = own(atts, "date-value"), *truth = own(atts, "boolean-value");
    r->number[0] = '\0';
    if (str_eq(type, "date") && day != NULL && numero_iso(day, r->number)) {
        return;
    }
    if (str_eq(type, "boolean") && truth != NULL) {
        snprintf(r->number, sizeof r->number, "%s", truth[0] == 't' ? "VERDADERO" : "FALSO");
    }
    bool number = str_eq(type, "float") || str_eq(type, "percentage") || str_eq(type, "currency");
    if (number && value != NULL) {
        numero_texto(value, r->number);
    }
}

static void begin_cell(struct reader *r, const char **atts) {
    r->in_cell = true;
    r->in_p = false;
    r->text.n = r->paragraphs = 0;
    r->columns = xml_numero(atts, "number-columns-repeated", 1);
    r->down = xml_numero(atts, "number-rows-spanned", 1);
    begin_value(r, atts);
}

/* The styles stand before the sheets; one of a sheet says whether it shows. */
static void begin_style(struct reader *r, const char *name, const char **atts) {
    const char *label = xml_atributo(atts, "name");
    if (str_eq(name, "style")) {
        bool of_sheet = str_eq(xml_atributo(atts, "family"), "table") && label != NULL;
        r->style = of_sheet ? arena_strndup(r->o->arena, label, strnlen(label, 100)) : NULL;
    } else if (str_eq(name, "table-properties") && r->style != NULL && r->n_unseen < STYLES_MAX &&
               str_eq(xml_atributo(atts, "display"), "false")) {
        r->unseen[r->n_unseen++] = r->style;
    }
}

static bool is_hidden(const struct reader *r, const char *style) {
    for (size_t i = 0; i < r->n_unseen; i++) {
        if (str_eq(r->unseen[i], style)) {
            return true;
        }
    }
    return false;
}

static void begin_row(struct reader *r, const char **atts) {
    const char *shown = xml_atributo(atts, "visibility");
    r->column = 0;
    r->rows = xml_numero(atts, "number-rows-repeated", 1);
    r->rows = r->rows > 0 ? r->rows : 1;
    r->o->escondida = str_eq(shown, "collapse") || str_eq(shown, "filter");
}

static void begin_table(struct reader *r, const char **atts) {
    const char *name = xml_atributo(atts, "name");
    r->in_table = true;
    r->hidden = is_hidden(r, xml_atributo(atts, "style-name"));
    r->row = 1;
    r->name = obra_texto(
        r->o,
        arena_strndup(r->o->arena, name != NULL ? name : "", name != NULL ? strnlen(name, 200) : 0),
        name != NULL ? strnlen(name, 200) : 0);
    obra_hoja(r->o);
}

/* Spaces, tabs and line breaks of a text are elements. */
static void in_paragraph(struct reader *r, const char *name, const char **atts) {
    if (str_eq(name, "p")) {
        if (r->paragraphs++ > 0) {
            trozo_mas(&r->text, "\n", 1);
        }
        r->in_p = true;
    } else if (str_eq(name, "tab") || str_eq(name, "line-break")) {
        trozo_mas(&r->text, " ", 1);
    } else if (str_eq(name, "s")) {
        size_t n = xml_numero(atts, "c", 1);
        for (size_t i = 0; i < n && i < 100; i++) {
            trozo_mas(&r->text, " ", 1);
        }
    }
}

static void on_start(struct xml *sax, const char *name, const char **atts) {
    struct reader *r = sax->data;
    if (r->skipped > 0 || foreign(name)) {
        r->skipped++;
    } else if (r->nested > 0 || (r->in_cell && str_eq(name, "table"))) {
        r->nested++;
    } else if (r->in_cell) {
        in_paragraph(r, name, atts);
    } else if (str_eq(name, "table")) {
        begin_table(r, atts);
    } else if (r->in_table && str_eq(name, "table-row")) {
        begin_row(r, atts);
    } else if (r->in_table && (str_eq(name, "table-cell") || str_eq(name, "covered-table-cell"))) {
        begin_cell(r, atts);
    } else if (!r->in_table) {
        begin_style(r, name, atts);
    }
}

static void on_text(struct xml *sax, const char *text, size_t n) {
    struct reader *r = sax->data;
    if (r->in_p && r->skipped == 0 && r->nested == 0) {
        trozo_mas(&r->text, text, n);
    }
}

static void end_cell(struct reader *r) {
    const char *text = r->number[0] != '\0' ? obra_texto(r->o, r->number, strlen(r->number))
                                            : obra_texto(r->o, r->text.bytes, r->text.n);
    size_t to = r->column + r->columns;
    for (size_t c = r->column; *text != '\0' && c < to && c < HOJA_COLUMNAS_MAX; c++) {
        obra_celda(r->o, c, text);
    }
    if (*text != '\0' && r->down > 1) {
        obra_unir(r->o, r->row, r->row + r->down - 1, r->column);
    }
    r->column = to < HOJA_COLUMNAS_MAX ? to : HOJA_COLUMNAS_MAX;
    r->in_cell = r->in_p = false;
}

static void end_table(struct reader *r) {
    r->in_table = false;
    r->ods->hoja(r->ods->data, r->name, r->ods->hojas++, r->hidden);
}

static void on_end(struct xml *sax, const char *name) {
    struct reader *r = sax->data;
    if (r->skipped > 0) {
        r->skipped--;
    } else if (r->nested > 0) {
        r->nested--;
    } else if (r->in_cell) {
        r->in_p = r->in_p && !str_eq(name, "p");
        if (str_eq(name, "table-cell") || str_eq(name, "covered-table-cell")) {
            end_cell(r);
        }
    } else if (r->in_table && str_eq(name, "table-row")) {
        obra_fila(r->o, r->row, r->rows);
        r->row = r->rows < ROW_LAST - r->row ? r->row + r->rows : ROW_LAST;
    } else if (r->in_table && str_eq(name, "table")) {
        end_table(r);
    }
    sax->falla = sax->falla == HOJA_BIEN ? r->o->falla : sax->falla;
}

enum hoja_falla ods_leer(struct paquete *p, struct ods *o) {
    struct reader *r = arena_alloc(p->arena, sizeof *r);
    r->ods = o;
    r->o = o->obra;
    struct xml sax = {.data = r, .abre = on_start, .cierra = on_end, .texto = on_text};
    return xml_leer(p, "content.xml", &sax);
}
