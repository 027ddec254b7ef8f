/* The workbook around its sheets: relations, names, formats of numbers, shared strings. */
#include "hoja/xlsx.h"

#include <ctype.h>
#include <string.h>

#include "core/str.h"
#include "hoja/numero.h"

void trozo_mas(struct trozo *t, const char *s, size_t n) {
    size_t room = sizeof t->bytes - t->n;
    n = n < room ? n : room;
    memcpy(t->bytes + t->n, s, n);
    t->n += n;
}

void trozo_escapes(struct trozo *t) {
    size_t len = 0;
    for (size_t i = 0; i < t->n; i++) {
        const char *p = t->bytes + i;
        bool escape = t->n - i >= 7 && memcmp(p, "_x00", 4) == 0 && p[6] == '_' &&
                      isxdigit((unsigned char)p[4]) && isxdigit((unsigned char)p[5]);
        if (escape && (strchr("01", p[4]) != NULL || memcmp(p + 4, "5F", 2) == 0)) {
            t->bytes[len++] = p[4] == '5' ? '_' : ' ';
            i += 6;
        } else {
            t->bytes[len++] = *p;
        }
    }
    t->n = len;
}

/* --- relations --- */

struct relations {
    struct xlsx *x;
    const char *folder; /* of the part that has them: "xl/" */
    const char *main;   /* of the package: the workbook */
};

/* A target from its folder: "worksheets/a.xml", "../xl/a.xml", "/xl/a.xml", "./a.xml". */
static const char *resolve(struct arena *a, const char *folder, const char *target) {
    if (*target == '/') {
        return arena_strdup(a, target + 1);
    }
    char *base = arena_strdup(a, folder);
    while (str_starts(target, "../") || str_starts(target, "./")) {
        if (target[1] == '.') {
            size_t n = strlen(base);
            base[n > 0 ? n - 1 : 0] = '\0';
            char *slash = strrchr(base, '/');
            base[slash != NULL ? slash + 1 - base : 0] = '\0';
        }
        target = strchr(target, '/') + 1;
    }
    return arena_printf(a, "%s%s", base, target);
}

static bool ends(const char *s, const char *suffix) {
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && str_eq(s + n - m, suffix);
}

static void on_relation(struct xml *sax, const char *name, const char **atts) {
    struct relations *r = sax->data;
    struct xlsx *x = r->x;
    const char *id = xml_atributo(atts, "Id"), *type = xml_atributo(atts, "Type"),
               *target = xml_atributo(atts, "Target");
    if (!str_eq(name, "Relationship") || type == NULL || target == NULL || strlen(target) > 300) {
        return;
    }
    struct arena *a = x->paquete->arena;
    if (ends(type, "/officeDocument") && r->main == NULL) {
        r->main = resolve(a, r->folder, target);
    } else if (ends(type, "/sharedStrings") && x->textos == NULL) {
        x->textos = resolve(a, r->folder, target);
    } else if (ends(type, "/styles") && x->estilos == NULL) {
        x->estilos = resolve(a, r->folder, target);
    } else if (ends(type, "/worksheet")) {
        for (size_t i = 0; i < x->hojas; i++) {
            if (str_eq(x->hoja[i].relacion, id) && x->hoja[i].ruta == NULL) {
                x->hoja[i].ruta = resolve(a, r->folder, target);
            }
        }
    }
}

static void on_nothing(struct xml *sax, const char *name) {
    (void)sax, (void)name;
}

static enum hoja_falla read_relations(struct xlsx *x, const char *part, struct relations *r) {
    struct xml sax = {.data = r, .abre = on_relation, .cierra = on_nothing};
    return paquete_tiene(x->paquete, part) ? xml_leer(x->paquete, part, &sax) : HOJA_BIEN;
}

/* --- the workbook --- */

static bool is_true(const char *s) {
    return s != NULL && (str_eq(s, "1") || str_eq(s, "true"));
}

static void on_workbook(struct xml *sax, const char *name, const char **atts) {
    struct xlsx *x = sax->data;
    struct arena *a = x->paquete->arena;
    if (str_eq(name, "workbookPr")) {
        x->desde_1904 = is_true(xml_atributo(atts, "date1904"));
    }
    const char *label = xml_atributo(atts, "name"), *id = xml_atributo(atts, "id"),
               *state = xml_atributo(atts, "state");
    if (str_eq(name, "sheet") && label != NULL && id != NULL && x->hojas < XLSX_HOJAS_MAX) {
        x->hoja[x->hojas].nombre = arena_strndup(a, label, strnlen(label, HOJA_CELDA_MAX));
        x->hoja[x->hojas].relacion = arena_strndup(a, id, strnlen(id, 100));
        x->hoja[x->hojas++].oculta = state != NULL && !str_eq(state, "visible");
    }
}

static enum hoja_falla read_workbook(struct xlsx *x) {
    struct arena *a = x->paquete->arena;
    struct relations package = {.x = x, .folder = ""};
    enum hoja_falla why = read_relations(x, "_rels/.rels", &package);
    const char *part = package.main != NULL && paquete_tiene(x->paquete, package.main)
                           ? package.main
                           : "xl/workbook.xml";
    struct xml sax = {.data = x, .abre = on_workbook, .cierra = on_nothing};
    why = why == HOJA_BIEN ? xml_leer(x->paquete, part, &sax) : why;
    if (why != HOJA_BIEN) {
        return why;
    }
    const char *slash = strrchr(part, '/'), *file = slash != NULL ? slash + 1 : part;
    struct relations r = {.x = x, .folder = arena_strndup(a, part, (size_t)(file - part))};
    return read_relations(x, arena_printf(a, "%s_rels/%s.rels", r.folder, file), &r);
}

/* --- formats --- */

struct styles {
    struct xlsx *x;
    const char *part; /* "numFmts" or "cellXfs" while inside */
    long days[1000];  /* custom formats that show days */
    size_t n_days;
};

static void on_style(struct xml *sax, const char *name, const char **atts) {
    struct styles *s = sax->data;
    if (str_eq(name, "numFmts") || str_eq(name, "cellXfs")) {
        s->part = str_eq(name, "numFmts") ? "numFmts" : "cellXfs";
        return;
    }
    long id = (long)xml_numero(atts, "numFmtId", 0);
    const char *code = xml_atributo(atts, "formatCode");
    if (str_eq(s->part, "numFmts") && code != NULL && s->n_days < 1000 &&
        formato_codigo_es_fecha(code)) {
        s->days[s->n_days++] = id;
    }
    if (str_eq(s->part, "cellXfs") && str_eq(name, "xf") && s->x->n_estilos < XLSX_ESTILOS_MAX) {
        bool day = formato_es_fecha(id);
        for (size_t i = 0; i < s->n_days && !day; i++) {
            day = s->days[i] == id;
        }
        s->x->es_fecha[s->x->n_estilos++] = day ? 1 : 0;
    }
}

static void on_style_end(struct xml *sax, const char *name) {
    struct styles *s = sax->data;
    if (str_eq(name, "numFmts") || str_eq(name, "cellXfs")) {
        s->part = NULL;
    }
}

static enum hoja_falla read_styles(struct xlsx *x) {
    if (x->estilos == NULL || !paquete_tiene(x->paquete, x->estilos)) {
        return HOJA_BIEN;
    }
    x->es_fecha = arena_alloc(x->paquete->arena, XLSX_ESTILOS_MAX);
    struct styles *s = arena_alloc(x->paquete->arena, sizeof *s);
    s->x = x;
    struct xml sax = {.data = s, .abre = on_style, .cierra = on_style_end};
    return xml_leer(x->paquete, x->estilos, &sax);
}

/* --- shared strings --- */

struct strings {
    struct xlsx *x;
    struct trozo text;
    bool in_text;
    int phonetic; /* depth of what is only said, not shown */
};

static void on_string(struct xml *sax, const char *name, const char **atts) {
    struct strings *s = sax->data;
    (void)atts;
    if (str_eq(name, "si")) {
        s->text.n = 0;
    } else if (str_eq(name, "rPh")) {
        s->phonetic++;
    }
    s->in_text = str_eq(name, "t");
}

static void on_string_text(struct xml *sax, const char *text, size_t n) {
    struct strings *s = sax->data;
    if (s->in_text && s->phonetic == 0) {
        trozo_mas(&s->text, text, n);
    }
}

static void on_string_end(struct xml *sax, const char *name) {
    struct strings *s = sax->data;
    struct xlsx *x = s->x;
    s->in_text = false;
    if (str_eq(name, "rPh")) {
        s->phonetic--;
    }
    if (!str_eq(name, "si")) {
        return;
    }
    if (x->n_textos == XLSX_TEXTOS_MAX) {
        sax->falla = HOJA_GRANDE;
        return;
    }
    const char ***group = &x->texto[x->n_textos / XLSX_GRUPO];
    if (*group == NULL) {
        *group = arena_calloc(x->paquete->arena, XLSX_GRUPO, sizeof **group);
    }
    trozo_escapes(&s->text);
    (*group)[x->n_textos++ % XLSX_GRUPO] = obra_texto(x->obra, s->text.bytes, s->text.n);
    sax->falla = x->obra->falla;
}

static enum hoja_falla read_strings(struct xlsx *x) {
    if (x->textos == NULL || !paquete_tiene(x->paquete, x->textos)) {
        return HOJA_BIEN;
    }
    struct strings *s = arena_alloc(x->paquete->arena, sizeof *s);
    s->x = x;
    struct xml sax = {
        .data = s, .abre = on_string, .cierra = on_string_end, .texto = on_string_text};
    return xml_leer(x->paquete, x->textos, &sax);
}

enum hoja_falla xlsx_abrir(struct paquete *p, struct obra *o, struct xlsx *out) {
    out->paquete = p;
    out->obra = o;
    enum hoja_falla why = read_workbook(out);
    if (why == HOJA_BIEN) {
        why = read_styles(out);
    }
    return why == HOJA_BIEN ? read_strings(out) : why;
}
