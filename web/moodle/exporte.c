#include "moodle/exporte.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hoja/titulo.h"

enum { ROWS_SEARCHED = 20, TITLES_MAX = 400, JSON_MAX = 16 * 1024 * 1024 };

static const struct titulo known[] = {
#define COLUMNA(codigo, titulos) {codigo, titulos},
#include "moodle/columna.def"
#undef COLUMNA
};

/* "2026-10-01 23:59:00", "1 October 2026", "1 de octubre de 2026". */
static bool is_day(struct arena *a, const char *title) {
    const char *s = utf8_buscable(a, title);
    size_t first = strspn(s, "0123456789"), n = strlen(s);
    bool year_first = first == 4 && s[4] == ' ' && strspn(s + 5, "0123456789") == 2;
    return year_first || ((first == 1 || first == 2) && s[first] == ' ' && n > first + 5 &&
                          s[n - 5] == ' ' && strspn(s + n - 4, "0123456789") == 4);
}

/* The report on activities leaves the title of the person, in the first column, empty; after that
 * of each activity comes the day until when it is expected, or nothing. */
static bool is_activity(struct arena *a, const struct hoja_fila *row, size_t i, const char *code) {
    bool report = *row->celda[0] == '\0';
    return *row->celda[i] != '\0' && (report || code == NULL) && i + 1 < row->n &&
           (*row->celda[i + 1] == '\0' || (report && is_day(a, row->celda[i + 1])));
}

static struct exporte read_titles(struct arena *a, const struct hoja_fila *row, size_t at) {
    struct exporte x = {.c = {.titulos = at}};
    struct buf unused = buf_new(a, 900);
    size_t n = row->n < TITLES_MAX ? row->n : TITLES_MAX;
    for (size_t i = 0; i < n; i++) {
        const char *title = row->celda[i];
        const char *code =
            *title == '\0' ? ""
                           : titulo_codigo(a, known, sizeof known / sizeof known[0], title, false);
        if (i == 0 && *title == '\0') {
            columnas_agregar(&x.c, "nombre", 0);
        } else if (is_activity(a, row, i, code) && x.n_actividades < EXPORTE_ACTIVIDADES_MAX) {
            x.actividad[x.n_actividades++] = i++;
        } else if (code != NULL && *code != '\0') {
            columnas_agregar(&x.c, code, i);
        } else if (code == NULL) {
            columnas_ignorar(a, &unused, title);
        }
    }
    x.c.ignoradas = unused.n > 0 && utf8_valid(unused.p, unused.n) ? unused.p : NULL;
    return x;
}

static bool says_who(const struct exporte *x) {
    return columnas_tiene(&x->c, "documento") || columnas_tiene(&x->c, "idnumber") ||
           columnas_tiene(&x->c, "usuario") || columnas_tiene(&x->c, "correo");
}

static bool says_what(const struct exporte *x) {
    return columnas_tiene(&x->c, "nota") || columnas_tiene(&x->c, "porcentaje") ||
           columnas_tiene(&x->c, "fin") || columnas_tiene(&x->c, "estado") || x->n_actividades > 0;
}

bool exporte_reconocer(struct arena *a, const struct hoja *h, struct exporte *out) {
    *out = (struct exporte){.n_actividades = 0};
    for (size_t i = 0; i < h->n && i < ROWS_SEARCHED; i++) {
        struct exporte x = read_titles(a, &h->fila[i], i);
        if (x.c.n > out->c.n) {
            *out = x;
        }
    }
    if (columnas_tiene(&out->c, "fin")) {
        out->n_actividades = 0; /* the course itself says more than its activities */
    }
    out->tipo = columnas_tiene(&out->c, "descarga") ? "calificaciones de Moodle"
                : out->n_actividades > 0            ? "finalización de actividades de Moodle"
                : columnas_tiene(&out->c, "fin")    ? "finalización del curso de Moodle"
                                                    : "lista de resultados";
    return says_who(out) && says_what(out);
}

/* "Completed (did not achieve pass grade)" is not done. */
static bool is_done(struct arena *a, const char *state) {
    const char *s = utf8_buscable(a, state);
    bool done = str_starts(s, "COMPLETED") || str_starts(s, "COMPLETADO") ||
                str_starts(s, "COMPLETADA") || str_starts(s, "FINALIZADO") ||
                str_starts(s, "FINALIZADA");
    return done && strstr(s, " DID NOT ") == NULL && strstr(s, " NO ") == NULL &&
           strstr(s, " SIN ") == NULL;
}

/* Who has done all activities has finished, on the day of the last. */
static void add_activities(struct arena *a, struct buf *b, const struct exporte *x,
                           const struct hoja_fila *row) {
    bool all = true;
    for (size_t i = 0; i < x->n_actividades; i++) {
        all = all && is_done(a, columnas_celda(row, x->actividad[i]));
    }
    buf_printf(b, ",\"fin\":\"%s\",\"fechas\":[", all ? "COMPLETED" : "");
    for (size_t i = 0; i < x->n_actividades && all; i++) {
        buf_str(b, i > 0 ? "," : "");
        columnas_valor(b, columnas_celda(row, x->actividad[i] + 1));
    }
    buf_char(b, ']');
}

const char *exporte_lote(struct arena *a, const struct hoja *h, const struct exporte *x,
                         size_t *from, size_t max) {
    struct buf b = buf_new(a, JSON_MAX);
    size_t rows = 0;
    for (; *from < h->n && rows < max; (*from)++) {
        const struct hoja_fila *row = &h->fila[*from];
        if (columnas_vacia(row, &x->c)) {
            continue;
        }
        buf_printf(&b, "%s[%zu,{", rows++ == 0 ? "[" : ",", row->numero);
        for (size_t i = 0; i < x->c.n; i++) {
            buf_str(&b, i > 0 ? "," : "");
            columnas_texto(&b, x->c.v[i].codigo);
            buf_char(&b, ':');
            columnas_valor(&b, columnas_celda(row, x->c.v[i].en));
        }
        if (x->n_actividades > 0) {
            add_activities(a, &b, x, row);
        }
        buf_str(&b, "}]");
    }
    buf_char(&b, ']');
    return rows > 0 ? b.p : NULL;
}
