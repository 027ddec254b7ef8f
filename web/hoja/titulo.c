#include "hoja/titulo.h"

#include <ctype.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"

enum { TITLE_MAX = 200 };

/* "A B|C D" lists: abbreviations of a word, ahead of it. */
static const struct {
    const char *words, *full;
} short_for[] = {
    {"NO|NRO|NUM|NUMERO|NR", "N"},
    {"NDNI", "DNI"},
    {"DOC|DOCTO|DCTO|DOCU", "DOCUMENTO"},
    {"IDENT", "IDENTIDAD"},
    {"AP|APE|APELL", "APELLIDO"},
    {"NOM|NOMB", "NOMBRE"},
    {"PAT", "PATERNO"},
    {"MAT", "MATERNO"},
    {"1|1ER|1RO|PRIMERO", "PRIMER"},
    {"2|2DO", "SEGUNDO"},
    {"FEC|FECH|FCH", "FECHA"},
    {"NAC|NACIM", "NACIMIENTO"},
    {"ING|INGR", "INGRESO"},
    {"INI", "INICIO"},
    {"REG", "REGIMEN"},
    {"LAB", "LABORAL"},
    {"MOD", "MODALIDAD"},
    {"CONTRAT", "CONTRATO"},
    {"TEL|TELF|TELEF|FONO", "TELEFONO"},
    {"CEL", "CELULAR"},
    {"ELECT|ELECTR", "ELECTRONICO"},
    {"INST", "INSTITUCIONAL"},
    {"ORG", "ORGANICA"},
    {"UND|UNID", "UNIDAD"},
    {"COND", "CONDICION"},
    {"OCUP", "OCUPACIONAL"},
    {"RESOL", "RESOLUCION"},
};
static const char little[] = "DE|DEL|LA|EL|LOS|LAS|Y|O|E|U|EN|AL|A|S|ES|SU";
/* Whose the datum is goes without saying, unless nothing else is said. */
static const char whose[] = "TRABAJADOR|SERVIDOR|EMPLEADO|COLABORADOR|INGRESANTE|CIVIL|PERSONA";

/* True when the n bytes of `word` are one of "A|B|C". */
static bool among(const char *list, const char *word, size_t n) {
    for (const char *p = list; *p != '\0';) {
        size_t len = strcspn(p, "|");
        if (len == n && strncmp(p, word, n) == 0) {
            return true;
        }
        p += len + (p[len] == '|' ? 1 : 0);
    }
    return false;
}

/* "apellidoPaterno" as two words. */
static char *without_humps(struct arena *a, const char *s) {
    char *out = arena_alloc(a, 2 * strlen(s) + 1), *p = out;
    for (; *s != '\0'; s++) {
        *p++ = *s;
        if (islower((unsigned char)s[0]) && isupper((unsigned char)s[1])) {
            *p++ = ' ';
        }
    }
    *p = '\0';
    return out;
}

enum { WORDS_MAX = 40, LETTERS_MAX = 8, PARTS_MAX = 4 };

static bool lone(const char *w) {
    return isalpha((unsigned char)w[0]) && w[1] == '\0' && strchr("YOS", w[0]) == NULL;
}

/* The words of a folded title; letters that stand alone, as in D.N.I., are one. */
static size_t split(struct arena *a, const char *folded, const char **words) {
    size_t n = 0;
    bool letters = false;
    for (const char *p = folded; *p != '\0' && n < WORDS_MAX;) {
        size_t len = strcspn(p, " ");
        const char *word = arena_strndup(a, p, len);
        bool more = letters && lone(word) && strlen(words[n - 1]) < LETTERS_MAX;
        letters = lone(word);
        n -= more ? 1 : 0;
        words[n] = more ? arena_printf(a, "%s%s", words[n], word) : word;
        n++;
        p += len + (p[len] == ' ' ? 1 : 0);
    }
    return n;
}

/* A word in full and in the singular; "" for one that says nothing. */
static const char *in_full(struct arena *a, const char *word, bool first) {
    if (first && word[1] == '\0' && strchr("FAT", word[0]) != NULL) {
        return word[0] == 'F' ? "FECHA" : word[0] == 'A' ? "APELLIDO" : "TIPO";
    }
    size_t n = strlen(word);
    n -= n > 4 && word[n - 1] == 'S' && word[n - 2] != 'S' ? 1 : 0;
    for (size_t i = 0; i < sizeof short_for / sizeof short_for[0]; i++) {
        if (among(short_for[i].words, word, n)) {
            return short_for[i].full;
        }
    }
    return among(little, word, n) ? "" : arena_strndup(a, word, n);
}

static const char *join(struct arena *a, const char *const *words, size_t n, const char *without) {
    struct buf b = buf_new(a, TITLE_MAX * 2);
    for (size_t i = 0; i < n; i++) {
        if (*words[i] != '\0' && !among(without, words[i], strlen(words[i]))) {
            buf_printf(&b, "%s%s", b.n > 0 ? " " : "", words[i]);
        }
    }
    return b.n > 0 ? b.p : "";
}

const char *titulo_normal(struct arena *a, const char *title) {
    const char *words[WORDS_MAX];
    const char *folded = utf8_buscable(a, without_humps(a, title));
    size_t n = split(a, folded, words);
    for (size_t i = 0; i < n; i++) {
        words[i] = in_full(a, words[i], i == 0);
    }
    const char *said = join(a, words, n, whose);
    return *said != '\0' ? said : join(a, words, n, "");
}

static const char *find(const struct titulo *known, size_t n, const char *normal) {
    for (size_t i = 0; i < n && *normal != '\0'; i++) {
        if (among(known[i].titulos, normal, strlen(normal))) {
            return known[i].codigo;
        }
    }
    return NULL;
}

/* As it is, else without "number". */
static const char *code_of(struct arena *a, const struct titulo *known, size_t n,
                           const char *title) {
    const char *normal = titulo_normal(a, title), *code = find(known, n, normal);
    if (code == NULL) {
        const char *words[WORDS_MAX];
        code = find(known, n, join(a, words, split(a, normal, words), "N"));
    }
    return code;
}

const char *titulo_codigo(struct arena *a, const struct titulo *known, size_t n, const char *title,
                          bool corto) {
    if (strlen(title) > TITLE_MAX) {
        return NULL;
    }
    const char *code = code_of(a, known, n, title);
    if (!corto) {
        return code;
    }
    const char *brief = arena_strndup(a, title, strcspn(title, "(*["));
    code = code == NULL ? code_of(a, known, n, brief) : code;
    for (size_t i = 0; i < PARTS_MAX && code == NULL && *brief != '\0'; i++) {
        size_t len = strcspn(brief, "/");
        code = code_of(a, known, n, arena_strndup(a, brief, len));
        brief += len + (brief[len] == '/' ? 1 : 0);
    }
    return code;
}

/* True when all words of the n bytes at `wanted` are among those of `normal`. */
static bool holds(struct arena *a, const char *normal, const char *wanted, size_t n) {
    const char *words[WORDS_MAX];
    size_t count = split(a, arena_strndup(a, wanted, n), words);
    const char *spaced = arena_printf(a, " %s ", normal);
    for (size_t i = 0; i < count; i++) {
        if (strstr(spaced, arena_printf(a, " %s ", words[i])) == NULL) {
            return false;
        }
    }
    return count > 0;
}

const char *titulo_parecido(struct arena *a, const struct titulo *like, size_t n,
                            const char *title) {
    if (strlen(title) > TITLE_MAX) {
        return NULL;
    }
    const char *normal = titulo_normal(a, title);
    for (size_t i = 0; i < n; i++) {
        for (const char *p = like[i].titulos; *p != '\0';) {
            size_t len = strcspn(p, "|");
            if (holds(a, normal, p, len)) {
                return like[i].codigo;
            }
            p += len + (p[len] == '|' ? 1 : 0);
        }
    }
    return NULL;
}
