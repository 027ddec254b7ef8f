#include "hoja/paquete.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

#include "core/str.h"

enum { CHUNK = 32 * 1024, RATIO_FROM = 4 * 1024 * 1024, TAIL = 66000 };

/* --- the archive --- */

static void close_archive(void *zip) {
    zip_discard(zip);
}

static void close_entry(void *file) {
    zip_fclose(file);
}

static void free_parser(void *parser) {
    XML_ParserFree(parser);
}

static size_t number(const char *p, size_t bytes) {
    size_t n = 0;
    while (bytes-- > 0) {
        n = n << 8 | (unsigned char)p[bytes];
    }
    return n;
}

/* How many entries the end of the archive announces: so many are read into memory when it is
 * opened. What has no room there is in the end of a ZIP64. */
static size_t entries(const char *data, size_t n) {
    size_t from = n > TAIL ? n - TAIL : 0;
    bool large = false;
    for (size_t i = n; i-- > from;) {
        if (!large && n - i >= 22 && memcmp(data + i, "PK\x05\x06", 4) == 0) {
            large = number(data + i + 10, 2) == 0xFFFF;
            if (!large) {
                return number(data + i + 10, 2);
            }
        } else if (large && n - i >= 40 && memcmp(data + i, "PK\x06\x06", 4) == 0) {
            return number(data + i + 32, 4);
        }
    }
    return large ? 0xFFFF : 0;
}

enum hoja_falla paquete_abrir(struct arena *a, const char *data, size_t n, struct paquete *out) {
    *out = (struct paquete){.arena = a};
    size_t announced = entries(data, n);
    if (announced == 0 || announced > PAQUETE_ENTRADAS_MAX) {
        return announced == 0 ? HOJA_DANADA : HOJA_BOMBA;
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(data, n, 0, &error);
    if (source == NULL) {
        return HOJA_DANADA;
    }
    out->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (out->zip == NULL) {
        zip_source_free(source);
        return HOJA_DANADA;
    }
    arena_defer(a, close_archive, out->zip);
    return zip_get_num_entries(out->zip, 0) > PAQUETE_ENTRADAS_MAX ? HOJA_BOMBA : HOJA_BIEN;
}

/* Some programs of Windows write "xl\\workbook.xml". */
static zip_int64_t locate(const struct paquete *p, const char *name) {
    zip_int64_t at = zip_name_locate(p->zip, name, ZIP_FL_NOCASE);
    if (at >= 0 || strchr(name, '/') == NULL) {
        return at;
    }
    char *other = arena_strdup(p->arena, name);
    for (char *slash = other; (slash = strchr(slash, '/')) != NULL;) {
        *slash = '\\';
    }
    return zip_name_locate(p->zip, other, ZIP_FL_NOCASE);
}

bool paquete_tiene(const struct paquete *p, const char *name) {
    return locate(p, name) >= 0;
}

/* Opens an entry; *packed is its size in the archive. */
static enum hoja_falla open_entry(struct paquete *p, const char *name, zip_file_t **file,
                                  size_t *packed) {
    zip_int64_t at = locate(p, name);
    zip_stat_t st;
    if (at < 0 || zip_stat_index(p->zip, (zip_uint64_t)at, 0, &st) != 0) {
        return HOJA_DANADA;
    }
    if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && st.encryption_method != ZIP_EM_NONE) {
        return HOJA_CLAVE;
    }
    *packed = (st.valid & ZIP_STAT_COMP_SIZE) != 0 ? (size_t)st.comp_size : 0;
    *file = zip_fopen_index(p->zip, (zip_uint64_t)at, 0);
    return *file != NULL ? HOJA_BIEN : HOJA_DANADA;
}

const char *paquete_inicio(struct paquete *p, const char *name, size_t max) {
    zip_file_t *file = NULL;
    size_t packed = 0;
    if (open_entry(p, name, &file, &packed) != HOJA_BIEN) {
        return "";
    }
    char *text = arena_alloc(p->arena, max + 1);
    zip_int64_t n = zip_fread(file, text, max);
    zip_fclose(file);
    for (zip_int64_t i = 0; i < n; i++) {
        text[i] = text[i] == '\0' ? ' ' : text[i]; /* UTF-16 is searched for what it says, too */
    }
    text[n > 0 ? n : 0] = '\0';
    return text;
}

/* --- XML --- */

const char *xml_nombre(const char *qualified) {
    const char *colon = strrchr(qualified, ':');
    return colon != NULL ? colon + 1 : qualified;
}

const char *xml_atributo(const char **atts, const char *name) {
    for (size_t i = 0; atts[i] != NULL; i += 2) {
        if (str_eq(xml_nombre(atts[i]), name)) {
            return atts[i + 1];
        }
    }
    return NULL;
}

size_t xml_numero(const char **atts, const char *name, size_t otherwise) {
    const char *text = xml_atributo(atts, name);
    int64_t n = 0;
    return text != NULL && str_int64(text, 0, INT32_MAX, &n) ? (size_t)n : otherwise;
}

static void stop(struct xml *x) {
    XML_StopParser(x->parser, XML_FALSE);
}

static void on_start(void *data, const char *name, const char **atts) {
    struct xml *x = data;
    x->visto = x->leidos;
    if (++x->hondo > XML_HONDO_MAX) {
        x->falla = HOJA_DANADA;
    } else {
        x->abre(x, xml_nombre(name), atts);
    }
    if (x->falla != HOJA_BIEN) {
        stop(x);
    }
}

static void on_end(void *data, const char *name) {
    struct xml *x = data;
    x->visto = x->leidos;
    x->hondo--;
    x->cierra(x, xml_nombre(name));
    if (x->falla != HOJA_BIEN) {
        stop(x);
    }
}

static void on_text(void *data, const char *s, int n) {
    struct xml *x = data;
    x->visto = x->leidos;
    if (x->texto != NULL && n > 0) {
        x->texto(x, s, (size_t)n);
    }
}

/* Entities begin here: none is ever read. */
static void on_doctype(void *data, const char *name, const char *system, const char *public,
                       int internal) {
    struct xml *x = data;
    (void)name, (void)system, (void)public, (void)internal;
    x->falla = HOJA_ENTIDADES;
    stop(x);
}

static enum hoja_falla count(struct paquete *p, struct xml *x, size_t n, size_t packed) {
    x->leidos += n;
    p->leidos += n;
    if (x->leidos > RATIO_FROM && x->leidos / PAQUETE_RATIO_MAX > packed) {
        return HOJA_BOMBA;
    }
    p->agotado = p->leidos > PAQUETE_BYTES_MAX;
    if (p->agotado) {
        return HOJA_GRANDE;
    }
    return x->leidos - x->visto > XML_MARCA_MAX ? HOJA_DANADA : HOJA_BIEN;
}

static enum hoja_falla feed(struct paquete *p, struct xml *x, zip_file_t *file, size_t packed) {
    char *chunk = arena_alloc(p->arena, CHUNK);
    zip_int64_t n = CHUNK;
    while (n > 0) {
        n = zip_fread(file, chunk, CHUNK);
        enum hoja_falla why = n < 0 ? HOJA_DANADA : count(p, x, (size_t)n, packed);
        if (why != HOJA_BIEN) {
            return why;
        }
        if (XML_Parse(x->parser, chunk, (int)n, n == 0) != XML_STATUS_OK) {
            return x->falla != HOJA_BIEN ? x->falla : HOJA_DANADA;
        }
    }
    return HOJA_BIEN;
}

enum hoja_falla xml_leer(struct paquete *p, const char *name, struct xml *x) {
    zip_file_t *file = NULL;
    size_t packed = 0;
    enum hoja_falla why = open_entry(p, name, &file, &packed);
    if (why != HOJA_BIEN) {
        return why;
    }
    arena_defer(p->arena, close_entry, file);
    XML_Parser parser = XML_ParserCreate(NULL);
    if (parser == NULL) {
        return HOJA_GRANDE;
    }
    arena_defer(p->arena, free_parser, parser);
    x->parser = parser;
    XML_SetUserData(parser, x);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    return feed(p, x, file, packed);
}
