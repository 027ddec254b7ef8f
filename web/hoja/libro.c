/* What kind of file it is, and which of its sheets holds the table. */
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hoja/columna.h"
#include "hoja/ods.h"
#include "hoja/texto.h"
#include "hoja/xlsx.h"

enum { NAME_MAX_BYTES = 60, MANIFEST_MAX = 256 * 1024, TYPES_MAX = 64 * 1024 };

const char *hoja_mensaje(enum hoja_falla why) {
    static const char *const messages[HOJA_FALLAS] = {
        [HOJA_BIEN] = "",
        [HOJA_BINARIA] = "El archivo no es una hoja de cálculo. Guarde su planilla como Libro de "
                         "Excel (.xlsx), ODS o CSV, y súbala otra vez.",
        [HOJA_MARCADO] = "El archivo es una página web o XML con nombre de hoja de cálculo. Ábralo "
                         "en su programa, elija «Guardar como», Libro de Excel (.xlsx), y súbalo.",
        [HOJA_XLS] = "Es un archivo de Excel 97-2003 (.xls). Ábralo, elija «Guardar como», Libro "
                     "de Excel (.xlsx), y suba ese archivo; o copie las celdas y péguelas abajo.",
        [HOJA_XLSB] = "Es un libro binario de Excel (.xlsb). Ábralo, elija «Guardar como», Libro "
                      "de Excel (.xlsx), y suba ese archivo.",
        [HOJA_XLSM] = "El libro tiene macros (.xlsm). Ábralo, elija «Guardar como», Libro de Excel "
                      "(.xlsx), sin macros, y suba ese archivo.",
        [HOJA_NUMBERS] = "Es una hoja de Numbers (Apple). Ábrala, elija Archivo, Exportar a, Excel "
                         "(.xlsx), y suba ese archivo.",
        [HOJA_CLAVE] = "El archivo tiene contraseña. Quítesela en su programa, guárdelo y súbalo "
                       "otra vez.",
        [HOJA_DOCUMENTO] = "El archivo no es una hoja de cálculo: es otro documento o un archivo "
                           "comprimido. Suba el libro de Excel (.xlsx), ODS o CSV que contiene.",
        [HOJA_DANADA] = "El archivo está incompleto o dañado. Ábralo en su programa, guárdelo otra "
                        "vez y súbalo; si no abre, pida que se lo envíen de nuevo.",
        [HOJA_ENTIDADES] = "El archivo contiene instrucciones que una hoja de cálculo no lleva. "
                           "Ábralo en su programa y guárdelo otra vez como Libro de Excel (.xlsx).",
        [HOJA_BOMBA] = "El archivo crece demasiado al abrirlo. Copie las celdas a un libro nuevo, "
                       "guárdelo y súbalo.",
        [HOJA_GRANDE] = "La planilla es demasiado grande. Borre las filas y hojas que sobran, o "
                        "pártala en archivos de 50,000 personas.",
        [HOJA_COMILLAS] = "Hay unas comillas que se abren y no se cierran. Quítelas de la celda.",
        [HOJA_VACIA] = "La planilla está vacía.",
    };
    return messages[why];
}

/* --- which sheet --- */

/* TITLES: those that we know, and nobody under them. HIDDEN, SHOWN: people. */
enum rank { NOTHING, CELLS, TITLES, HIDDEN, SHOWN };

struct choice {
    struct obra *o;
    struct hoja *out;
    const char *kind; /* "XLSX" or "ODS" */
    enum rank rank;   /* of the sheet that `out` holds */
    size_t nth, ocultas, oculta[OBRA_OCULTAS_MAX];
    const char *name;
    struct buf others; /* sheets with people that are not read */
};

static size_t short_name(const char *name) {
    size_t n = strnlen(name, NAME_MAX_BYTES);
    while (n > 0 && ((unsigned char)name[n] & 0xC0) == 0x80) {
        n--;
    }
    return n;
}

static void take(struct choice *c, const struct hoja *h, enum rank rank) {
    *c->out = *h;
    c->rank = rank;
    c->ocultas = c->o->ocultas;
    memcpy(c->oculta, c->o->oculta, sizeof c->oculta);
}

/* At the end of each sheet. */
static void consider(void *data, const char *name, size_t nth, bool hidden) {
    struct choice *c = data;
    struct hoja h = {.n = 0};
    struct columnas columns;
    obra_fin(c->o, &h);
    if (h.n == 0 || c->o->falla != HOJA_BIEN) {
        return;
    }
    enum rank rank = CELLS;
    if (columnas_hallar(c->o->arena, &h, &columns)) {
        rank = columns.titulos + 1 == h.n ? TITLES : hidden ? HIDDEN : SHOWN;
    }
    if (rank > c->rank || (rank == CELLS && c->rank == CELLS && h.n > c->out->n)) {
        take(c, &h, rank);
        c->nth = nth;
        c->name = arena_strndup(c->o->arena, name, short_name(name));
    } else if (rank == SHOWN) {
        size_t rows = h.n - columns.titulos - 1;
        buf_printf(&c->others, "%s«%.*s» (%zu %s)", c->others.n > 0 ? ", " : "",
                   (int)short_name(name), name, rows, rows == 1 ? "fila" : "filas");
    }
}

/* What the one who sent it may not expect. */
static const char *warning(struct arena *a, struct choice *c) {
    struct buf b = buf_new(a, 1900);
    if (c->rank == HIDDEN) {
        buf_printf(&b,
                   "La hoja «%s» está oculta en su libro; se leyó porque tiene a las personas. ",
                   c->name);
    }
    if (c->others.n > 0) {
        buf_printf(&b,
                   "Se leyó solo la hoja «%s». También parecen listas de personas, y no se "
                   "leyeron: %s. Cópielas en una sola hoja, o suba cada una en su archivo. ",
                   c->name, c->others.p);
    }
    if (c->ocultas > 0 && c->rank >= HIDDEN) {
        buf_printf(&b, "Estas filas están ocultas o filtradas en su hoja, y también se leyeron: ");
        for (size_t i = 0; i < c->ocultas && i < OBRA_OCULTAS_MAX; i++) {
            buf_printf(&b, "%s%zu", i > 0 ? ", " : "", c->oculta[i]);
        }
        buf_str(&b, c->ocultas > OBRA_OCULTAS_MAX ? " y otras más." : ".");
    }
    return b.n > 0 && utf8_valid(b.p, b.n) ? b.p : NULL;
}

/* --- the two kinds --- */

static enum hoja_falla read_xlsx(struct paquete *p, struct obra *o, struct choice *c,
                                 size_t *sheets) {
    /* Of this workbook: some programs name the types of others, too. */
    if (strstr(paquete_inicio(p, "[Content_Types].xml", TYPES_MAX), ".macroEnabled.main+xml") !=
        NULL) {
        return HOJA_XLSM;
    }
    struct xlsx *x = arena_alloc(p->arena, sizeof *x);
    enum hoja_falla why = xlsx_abrir(p, o, x);
    bool any = false;
    /* Those shown first; the hidden ones only when no other has the table. */
    for (int hidden = 0; hidden < 2 && c->rank < SHOWN; hidden++) {
        for (size_t i = 0; why == HOJA_BIEN && i < x->hojas; i++) {
            if (x->hoja[i].oculta != (hidden == 1) || x->hoja[i].ruta == NULL) {
                continue;
            }
            any = true;
            obra_hoja(o);
            why = xlsx_hoja(x, i);
            if (why == HOJA_BIEN) {
                size_t n = strlen(x->hoja[i].nombre);
                const char *name = obra_texto(o, arena_strndup(p->arena, x->hoja[i].nombre, n), n);
                consider(c, name, i, hidden == 1);
            }
        }
    }
    *sheets = x->hojas;
    return why == HOJA_BIEN && !any ? HOJA_DANADA : why;
}

static enum hoja_falla read_ods(struct paquete *p, struct obra *o, struct choice *c,
                                size_t *sheets) {
    bool secret =
        paquete_tiene(p, "encrypted-package") ||
        strstr(paquete_inicio(p, "META-INF/manifest.xml", MANIFEST_MAX), "encryption-data") != NULL;
    struct ods ods = {.obra = o, .hoja = consider, .data = c};
    enum hoja_falla why = secret ? HOJA_CLAVE : ods_leer(p, &ods);
    *sheets = ods.hojas;
    return why;
}

static enum hoja_falla read_book(struct arena *a, const char *data, size_t n, struct hoja *out) {
    struct paquete p;
    struct obra *o = arena_alloc(a, sizeof *o);
    struct choice c = {.o = o, .out = out, .others = buf_new(a, 1000)};
    size_t sheets = 0;
    enum hoja_falla why = paquete_abrir(a, data, n, &p);
    if (why != HOJA_BIEN) {
        return why;
    }
    obra_nueva(o, a);
    const char *type = paquete_inicio(&p, "mimetype", 100);
    bool open = str_starts(type, "application/vnd.oasis.opendocument.spreadsheet");
    bool office = paquete_tiene(&p, "[Content_Types].xml");
    if (paquete_tiene(&p, "xl/workbook.bin")) {
        return HOJA_XLSB;
    }
    if (paquete_tiene(&p, "Index/Document.iwa") || paquete_tiene(&p, "Index.zip")) {
        return HOJA_NUMBERS;
    }
    if ((office &&
         (paquete_tiene(&p, "word/document.xml") || paquete_tiene(&p, "ppt/presentation.xml"))) ||
        (!office && !open && !paquete_tiene(&p, "encrypted-package"))) {
        return HOJA_DOCUMENTO;
    }
    c.kind = office ? "XLSX" : "ODS";
    why = office ? read_xlsx(&p, o, &c, &sheets) : read_ods(&p, o, &c, &sheets);
    if (c.rank == NOTHING || (why != HOJA_BIEN && (why != HOJA_GRANDE || c.rank < SHOWN))) {
        return why == HOJA_BIEN ? HOJA_VACIA : why; /* past what is found, size does not matter */
    }
    out->formato = arena_printf(a, sheets > 1 ? "%s, hoja %zu «%s» de %zu" : "%s, hoja %zu «%s»",
                                c.kind, c.nth + 1, c.name, sheets);
    out->aviso = warning(a, &c);
    return HOJA_BIEN;
}

/* An old workbook, or a new one behind a password: both are compound files. */
static enum hoja_falla compound(const char *data, size_t n) {
    static const char secret[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    static const char word[] = "W\0o\0r\0d\0D\0o\0c", slides[] = "P\0o\0w\0e\0r\0P\0o\0i\0n\0t";
    bool other = memmem(data, n, word, sizeof word - 1) != NULL ||
                 memmem(data, n, slides, sizeof slides - 1) != NULL;
    return memmem(data, n, secret, sizeof secret - 1) != NULL ? HOJA_CLAVE
           : other                                            ? HOJA_DOCUMENTO
                                                              : HOJA_XLS;
}

enum hoja_falla hoja_leer(struct arena *a, const char *data, size_t n, struct hoja *out) {
    *out = (struct hoja){.formato = ""};
    if (n > HOJA_ARCHIVO_MAX) {
        return HOJA_GRANDE;
    }
    if (n >= 4 && memcmp(data, "\xD0\xCF\x11\xE0", 4) == 0) {
        return compound(data, n);
    }
    if (n >= 4 && (memcmp(data, "PK\x03\x04", 4) == 0 || memcmp(data, "PK\x05\x06", 4) == 0)) {
        return read_book(a, data, n, out);
    }
    return hoja_leer_csv(a, data, n, out);
}
