/* One sheet of an XLSX: its cells by their type and format. */
#include <ctype.h>
#include <string.h>

#include "core/str.h"
#include "hoja/numero.h"
#include "hoja/xlsx.h"

/* Rows without cells under the last one that has some: what was formatted and never filled. */
enum { EMPTY_TAIL = 2000 };

struct sheet {
    struct xlsx *x;
    struct obra *o;
    size_t row, column; /* of the cell being read: from 1, from 0 */
    bool in_cell, in_value, in_string, in_text, formula;
    int phonetic;
    char type[12];
    size_t style;
    struct trozo value; /* <v> or the <t> of an inline string */
};

/* "AB12" as column 27 and row 12, each only when it is there. */
static void place(const char *ref, size_t *column, size_t *row) {
    size_t c = 0, r = 0;
    for (; isalpha((unsigned char)*ref) && c < 100000; ref++) {
        c = c * 26 + (size_t)(toupper((unsigned char)*ref) - 'A' + 1);
    }
    for (; isdigit((unsigned char)*ref) && r < 10000000; ref++) {
        r = r * 10 + (size_t)(*ref - '0');
    }
    *column = c > 0 ? c - 1 : *column;
    *row = r > 0 ? r : *row;
}

static void begin_row(struct sheet *s, const char **atts) {
    size_t said = xml_numero(atts, "r", 0);
    s->row = said > s->row ? said : s->row + 1;
    s->column = 0;
    const char *hidden = xml_atributo(atts, "hidden");
    s->o->escondida = hidden != NULL && (str_eq(hidden, "1") || str_eq(hidden, "true"));
}

static void begin_cell(struct sheet *s, const char **atts) {
    const char *ref = xml_atributo(atts, "r"), *type = xml_atributo(atts, "t");
    size_t row = s->row;
    if (ref != NULL) {
        place(ref, &s->column, &row);
    }
    s->in_cell = true;
    s->formula = false;
    s->value.n = 0;
    s->style = xml_numero(atts, "s", 0);
    size_t n = type != NULL ? strnlen(type, sizeof s->type - 1) : 0;
    memcpy(s->type, n > 0 ? type : "", n);
    s->type[n] = '\0';
}

static void merge(struct sheet *s, const char *ref) {
    size_t c1 = 0, r1 = 0, c2 = 0, r2 = 0;
    const char *colon = ref != NULL ? strchr(ref, ':') : NULL;
    if (colon != NULL) {
        place(ref, &c1, &r1);
        place(colon + 1, &c2, &r2);
        obra_unir(s->o, r1, r2, c1);
    }
}

static void on_start(struct xml *sax, const char *name, const char **atts) {
    struct sheet *s = sax->data;
    if (s->in_cell) {
        s->in_value = str_eq(name, "v");
        s->in_string = s->in_string || str_eq(name, "is");
        s->in_text = s->in_string && str_eq(name, "t");
        s->formula = s->formula || str_eq(name, "f");
        s->phonetic += str_eq(name, "rPh") ? 1 : 0;
    } else if (str_eq(name, "c")) {
        begin_cell(s, atts);
    } else if (str_eq(name, "row")) {
        begin_row(s, atts);
    } else if (str_eq(name, "mergeCell")) {
        merge(s, xml_atributo(atts, "ref"));
    }
}

static void on_text(struct xml *sax, const char *text, size_t n) {
    struct sheet *s = sax->data;
    if (s->in_value || (s->in_text && s->phonetic == 0)) {
        trozo_mas(&s->value, text, n);
    }
}

static const char *number_or_day(struct sheet *s, const char *raw) {
    char text[NUMERO_TEXTO_MAX];
    bool day =
        s->x->es_fecha != NULL && s->style < s->x->n_estilos && s->x->es_fecha[s->style] != 0;
    if (!day || !numero_fecha(raw, s->x->desde_1904, text)) {
        numero_texto(raw, text);
    }
    return obra_texto(s->o, text, strlen(text));
}

static const char *shared(struct sheet *s, struct xml *sax, const char *raw) {
    int64_t i = -1;
    if (!str_int64(raw, 0, (int64_t)s->x->n_textos - 1, &i)) {
        sax->falla = HOJA_DANADA; /* its text is nowhere */
        return "";
    }
    return s->x->texto[i / XLSX_GRUPO][i % XLSX_GRUPO];
}

/* The beginning of the value, without the white space of pretty XML. */
static void trim(const struct trozo *t, char *raw, size_t size) {
    size_t from = 0, to = t->n < size - 1 ? t->n : size - 1;
    while (from < to && isspace((unsigned char)t->bytes[from])) {
        from++;
    }
    while (to > from && isspace((unsigned char)t->bytes[to - 1])) {
        to--;
    }
    memcpy(raw, t->bytes + from, to - from);
    raw[to - from] = '\0';
}

/* The cell as text, by what it says it is. */
static const char *value(struct sheet *s, struct xml *sax) {
    char raw[64];
    trim(&s->value, raw, sizeof raw);
    if (s->value.n == 0) {
        return s->formula && !str_eq(s->type, "str") ? "#FORMULA" : "";
    }
    if (str_eq(s->type, "s")) {
        return shared(s, sax, raw);
    }
    if (str_eq(s->type, "b")) {
        return raw[0] == '1' || raw[0] == 't' ? "VERDADERO" : "FALSO";
    }
    char day[NUMERO_TEXTO_MAX];
    if (str_eq(s->type, "d") && numero_iso(raw, day)) {
        return obra_texto(s->o, day, strlen(day));
    }
    if (str_eq(s->type, "") || str_eq(s->type, "n")) {
        return number_or_day(s, raw);
    }
    trozo_escapes(&s->value);
    return obra_texto(s->o, s->value.bytes, s->value.n);
}

static void on_end(struct xml *sax, const char *name) {
    struct sheet *s = sax->data;
    s->in_value = s->in_text = false;
    if (s->in_cell && str_eq(name, "rPh")) {
        s->phonetic--;
    } else if (s->in_cell && str_eq(name, "is")) {
        s->in_string = false;
    } else if (s->in_cell && str_eq(name, "c")) {
        obra_celda(s->o, s->column, value(s, sax));
        s->in_cell = s->in_string = false;
        s->phonetic = 0;
        s->column++;
    } else if (!s->in_cell && str_eq(name, "row")) {
        obra_fila(s->o, s->row, 1);
    }
    sax->falla = sax->falla == HOJA_BIEN ? s->o->falla : sax->falla;
}

enum hoja_falla xlsx_hoja(struct xlsx *x, size_t i) {
    struct sheet *s = arena_alloc(x->paquete->arena, sizeof *s);
    s->x = x;
    s->o = x->obra;
    struct xml sax = {.data = s, .abre = on_start, .cierra = on_end, .texto = on_text};
    enum hoja_falla why = xml_leer(x->paquete, x->hoja[i].ruta, &sax);
    /* A million formatted rows are not a reason to refuse what stands above them. */
    bool tail = x->paquete->agotado && s->o->n > 0 && s->o->vacias > EMPTY_TAIL;
    return tail ? HOJA_BIEN : why;
}
