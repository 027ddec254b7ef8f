/* A spreadsheet of newcomers: a file or what was copied from it, staged and judged in one go; a
 * long one by the background worker. The next page shows what would happen, or asks what the
 * columns are; nothing is registered here. */
#include <sodium.h>
#include <string.h>

#include "core/utf8.h"
#include "gen/q_planilla.h"
#include "hoja/columna.h"
#include "page/pages.h"
#include "page/planilla/carga.h"

enum { ARCHIVO, TEXTO };
enum { TEXT_MAX = 1000000 };

static const struct field fields[] = {
    [ARCHIVO] = {.name = "archivo",
                 .label = "Archivo",
                 .kind = F_FILE,
                 .max = HOJA_ARCHIVO_MAX,
                 .hint = "De Excel (.xlsx), LibreOffice (.ods), Google o CSV, hasta 12 MB."},
    [TEXTO] = {.name = "texto",
               .label = "O pegue aquí las celdas",
               .kind = F_TEXTAREA,
               .max = TEXT_MAX,
               .hint = "Cópielas de su hoja de cálculo, con la fila de títulos."},
};
const struct form planilla_subir_form = FORM_UPLOAD(fields, HOJA_ARCHIVO_MAX + 2 * TEXT_MAX);

enum http_status planilla_subir_get(struct request *rq, struct response *rs) {
    struct q_planilla_subir_recientes_row *recent = NULL;
    struct q_planilla_subir_columnas_row *columns = NULL;
    size_t n = 0, n_columns = 0;
    enum err e = q_planilla_subir_recientes(rq->db, &recent, &n);
    if (e == ERR_OK) {
        e = q_planilla_subir_columnas(rq->db, &columns, &n_columns);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "planilla/subir", "Subir una planilla");
    view_rows(v, T_PLANILLAS, recent, n, &q_planilla_subir_recientes_table);
    view_rows(v, T_COLUMNAS, columns, n_columns, &q_planilla_subir_columnas_table);
    return HTTP_OK;
}

/* What was sent: the file, else the text. */
struct sent {
    const char *data, *name;
    size_t n, field;
};

static struct sent sent_of(struct request *rq) {
    const struct upload *file = form_file(rq, ARCHIVO);
    if (file != NULL) {
        const char *name = utf8_clean(rq->arena, file->filename, false);
        return (struct sent){.data = file->data,
                             .n = file->n,
                             .name = *name != '\0' && utf8_length(name) <= 200 ? name : "archivo",
                             .field = ARCHIVO};
    }
    const char *text = rq->form->v[TEXTO].raw;
    return (struct sent){.data = text, .n = strlen(text), .name = "Celdas pegadas", .field = TEXTO};
}

/* Which titles are missing, and which were not understood. */
static enum http_status refuse_titles(struct request *rq, size_t field, const struct columnas *c) {
    return form_error(
        rq, field,
        arena_printf(rq->arena,
                     "No encontramos los títulos de las columnas: hacen falta al menos «Documento» "
                     "y «Nombres».%s%s%s Compare su primera fila con la plantilla.",
                     c->ignoradas != NULL ? " No reconocimos: " : "",
                     c->ignoradas != NULL ? c->ignoradas : "", c->ignoradas != NULL ? "." : ""));
}

static enum err open_planilla(struct request *rq, const struct sent *s, const struct hoja *h,
                              const struct columnas *c, struct q_planilla_subir_row *row) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)s->data, s->n);
    return q_planilla_subir(
        rq->db,
        &(struct q_planilla_subir_in){.nombre = s->name,
                                      .sha256 = str_hex(rq->arena, hash, sizeof hash),
                                      .formato = h->formato,
                                      .ignoradas = c->ignoradas,
                                      .aviso = h->aviso},
        row);
}

/* Stages the rows, some at a time so that no exchange is long, and judges them. */
static enum err load(struct request *rq, int64_t id, const struct hoja *h, const struct columnas *c,
                     int64_t *rows) {
    struct q_planilla_subir_cargar_in in = {.planilla_id = id,
                                            .columnas = columnas_json(rq->arena, c)};
    struct buf lote = buf_new(rq->arena, COLUMNAS_LOTE_BYTES);
    size_t from = c->titulos + 1;
    enum err e = ERR_OK;
    while (e == ERR_OK && (in.filas = columnas_lote(&lote, h, c, &from, CARGA_LOTE)) != NULL) {
        struct q_planilla_subir_cargar_row row = {0};
        e = q_planilla_subir_cargar(rq->db, &in, &row);
        *rows += row.filas;
    }
    return e == ERR_OK ? q_planilla_subir_revisar(
                             rq->db, &(struct q_planilla_subir_revisar_in){.planilla_id = id})
                       : e;
}

/* Puts the rows aside, with the columns that `c` names. */
static enum err put_aside(struct request *rq, int64_t id, const struct hoja *h,
                          const struct columnas *c, size_t from) {
    struct q_planilla_subir_apartar_in in = {.planilla_id = id};
    struct buf lote = buf_new(rq->arena, COLUMNAS_LOTE_BYTES);
    enum err e = ERR_OK;
    while (e == ERR_OK && (in.filas = columnas_lote(&lote, h, c, &from, CARGA_LOTE)) != NULL) {
        struct q_planilla_subir_apartar_row row = {0};
        in.orden++;
        e = q_planilla_subir_apartar(rq->db, &in, &row);
    }
    return e;
}

/* Titles that say too little: somebody has to tell what the columns are, unless the entity did so
 * for the same titles before. */
static enum http_status ask(struct request *rq, struct response *rs, int64_t id,
                            const struct hoja *h, const struct columnas *all) {
    const char *titles = columnas_clave(rq->arena, all);
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)titles, strlen(titles));
    const char *key = str_hex(rq->arena, hash, sizeof hash);
    struct q_planilla_subir_recordada_row before;
    bool found = false;
    enum err e = put_aside(rq, id, h, all, all->titulos);
    if (e == ERR_OK) {
        e = q_planilla_subir_titular(rq->db,
                                     &(struct q_planilla_subir_titular_in){
                                         .planilla_id = id,
                                         .titulos = columnas_titulos_json(rq->arena, all),
                                         .fila_titulos = (int32_t)h->fila[all->titulos].numero,
                                         .clave = key,
                                         .columnas = columnas_json(rq->arena, all)});
    }
    if (e == ERR_OK) {
        e = q_planilla_subir_recordada(
            rq->db, &(struct q_planilla_subir_recordada_in){.clave = key}, &before, &found);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    return found
               ? carga_leer(rq, rs, &(struct carga){.planilla_id = id, .columnas = before.columnas})
               : response_redirect(rs, "/planilla/%lld/columnas", (long long)id);
}

/* The same bytes again: what they would do today. */
static enum http_status show_again(struct request *rq, struct response *rs, int64_t id,
                                   bool large) {
    enum err e = large ? ERR_OK
                       : q_planilla_subir_revisar(
                             rq->db, &(struct q_planilla_subir_revisar_in){.planilla_id = id});
    response_notice(rs, "planilla_repetida");
    return e == ERR_OK ? response_redirect(rs, "/planilla/%lld/vista", (long long)id)
                       : form_db_error(rq, e);
}

static enum http_status take(struct request *rq, struct response *rs, const struct sent *s,
                             const struct hoja *h) {
    struct columnas found, *c = &found, all;
    bool known = columnas_hallar(rq->arena, h, c);
    bool asks = (c->duda || (!columnas_bastan(c) && (c->n == 0 || c->ignoradas != NULL))) &&
                columnas_todas(h, c, &all);
    bool large = h->n - c->titulos > CARGA_AHORA + 1;
    if (!known && !asks) {
        return refuse_titles(rq, s->field, c);
    }
    struct q_planilla_subir_row row;
    int64_t rows = 0;
    enum err e = open_planilla(rq, s, h, c, &row);
    if (e != ERR_OK || row.planilla_id == NULL) {
        return e != ERR_OK ? form_db_error(rq, e) : HTTP_FORBIDDEN;
    }
    if (str_eq(row.resultado, "repetida")) {
        return show_again(rq, rs, *row.planilla_id, large);
    }
    if (asks) {
        return ask(rq, rs, *row.planilla_id, h, &all);
    }
    if (large) {
        e = put_aside(rq, *row.planilla_id, h, c, c->titulos + 1);
        return e != ERR_OK ? form_db_error(rq, e)
                           : carga_leer(rq, rs,
                                        &(struct carga){.planilla_id = *row.planilla_id,
                                                        .columnas = columnas_json(rq->arena, c)});
    }
    e = load(rq, *row.planilla_id, h, c, &rows);
    if (e == ERR_OK && rows == 0) {
        return form_error(rq, s->field, hoja_mensaje(HOJA_VACIA));
    }
    return e == ERR_OK ? response_redirect(rs, "/planilla/%lld/vista", (long long)*row.planilla_id)
                       : form_db_error(rq, e);
}

enum http_status planilla_subir_post(struct request *rq, struct response *rs) {
    struct sent s = sent_of(rq);
    struct hoja h;
    if (s.n == 0) {
        return form_error(rq, ARCHIVO, "Elija un archivo, o pegue las celdas.");
    }
    enum hoja_falla why = hoja_leer(rq->arena, s.data, s.n, &h);
    if (why != HOJA_BIEN) {
        return form_error(rq, s.field, hoja_mensaje(why));
    }
    return take(rq, rs, &s, &h);
}
