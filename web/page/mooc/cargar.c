/* Results of a course from a file, as Moodle's reports come or from a list: staged and judged in
 * one go. The next page shows what would happen; nothing enters here. */
#include <sodium.h>
#include <string.h>

#include "core/utf8.h"
#include "gen/q_mooc.h"
#include "moodle/exporte.h"
#include "page/pages.h"

enum { CURSO, ARCHIVO, FECHA };
enum { FILE_MAX = 3 * 1024 * 1024, BATCH = 1000 };

static const struct field fields[] = {
    [CURSO] = {.name = "curso",
               .label = "Curso",
               .kind = F_ID,
               .required = true,
               .query = true,
               .missing = "Elija el curso."},
    [ARCHIVO] = {.name = "archivo",
                 .label = "Archivo",
                 .kind = F_FILE,
                 .max = FILE_MAX,
                 .hint = "El informe de finalización o las calificaciones, como los descarga de "
                         "Moodle, o una lista con documento y nota. Hasta 3 MB."},
    [FECHA] = {.name = "fecha",
               .label = "Fecha de los resultados",
               .kind = F_DATE,
               .hint = "Solo se usa en las filas que no traen la suya. Si la deja vacía, es hoy.",
               .autocomplete = "off"},
};
const struct form mooc_cargar_form = FORM_UPLOAD(fields, FILE_MAX + 64 * 1024);

static enum err offer_courses(struct request *rq, size_t *n) {
    struct q_mooc_cargar_cursos_row *rows = NULL;
    enum err e = q_mooc_cargar_cursos(rq->db, &rows, n);
    struct option *options = arena_calloc(rq->arena, *n + 2, sizeof options[0]);
    size_t used = 0;
    if (*n != 1) {
        options[used++] = (struct option){"", "Elija el curso"};
    }
    for (size_t i = 0; i < *n; i++) {
        options[used++] =
            (struct option){arena_printf(rq->arena, "%lld", (long long)rows[i].id), rows[i].nombre};
    }
    form_options(rq, CURSO, options);
    return e;
}

enum http_status mooc_cargar_get(struct request *rq, struct response *rs) {
    size_t n = 0;
    enum err e = offer_courses(rq, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "mooc/cargar", "Cargar resultados");
    view_section(v, T_HAY_CURSOS, n > 0);
    view_section(v, T_NO_CURSOS, n == 0);
    return HTTP_OK;
}

static enum http_status refuse_titles(struct request *rq, const struct exporte *x) {
    return form_error(
        rq, ARCHIVO,
        arena_printf(rq->arena,
                     "No encontramos los títulos: hace falta una columna que diga de quién es cada "
                     "fila (número de ID, usuario o documento) y una con la nota o con la "
                     "finalización del curso.%s%s%s",
                     x->c.ignoradas != NULL ? " No reconocimos: " : "",
                     x->c.ignoradas != NULL ? x->c.ignoradas : "",
                     x->c.ignoradas != NULL ? "." : ""));
}

static enum err open_load(struct request *rq, const struct hoja *h, const struct exporte *x,
                          struct q_mooc_cargar_row *row) {
    const struct upload *file = form_file(rq, ARCHIVO);
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)file->data, file->n);
    const char *name = utf8_clean(rq->arena, file->filename, false);
    bool good = *name != '\0' && utf8_length(name) <= 200 && !utf8_has_control(name, false);
    return q_mooc_cargar(rq->db,
                         &(struct q_mooc_cargar_in){
                             .curso_id = form_number(rq, CURSO),
                             .nombre = good ? name : "archivo",
                             .sha256 = str_hex(rq->arena, hash, sizeof hash),
                             .formato = arena_printf(rq->arena, "%s, %s", x->tipo, h->formato),
                             .ignoradas = x->c.ignoradas,
                             .fecha = form_date(rq, FECHA)},
                         row);
}

/* Stages the rows, some at a time so that no exchange is long. */
static enum err load(struct request *rq, int64_t id, const struct hoja *h,
                     const struct exporte *x) {
    struct q_mooc_cargar_filas_in in = {.carga_id = id};
    size_t from = x->c.titulos + 1;
    enum err e = ERR_OK;
    while (e == ERR_OK && (in.filas = exporte_lote(rq->arena, h, x, &from, BATCH)) != NULL) {
        struct q_mooc_cargar_filas_row row = {0};
        e = q_mooc_cargar_filas(rq->db, &in, &row);
    }
    return e;
}

enum http_status mooc_cargar_post(struct request *rq, struct response *rs) {
    const struct upload *file = form_file(rq, ARCHIVO);
    struct hoja h;
    struct exporte x;
    struct q_mooc_cargar_row row;
    if (file == NULL) {
        return form_error(rq, ARCHIVO, "Elija el archivo con los resultados.");
    }
    enum hoja_falla why = hoja_leer(rq->arena, file->data, file->n, &h);
    if (why != HOJA_BIEN) {
        return form_error(rq, ARCHIVO, hoja_mensaje(why));
    }
    if (!exporte_reconocer(rq->arena, &h, &x)) {
        return refuse_titles(rq, &x);
    }
    enum err e = open_load(rq, &h, &x, &row);
    if (e == ERR_OK && row.carga_id == NULL) {
        return form_error(rq, CURSO, "Elija un curso de la lista.");
    }
    bool again = e == ERR_OK && str_eq(row.resultado, "repetida");
    if (e == ERR_OK && !again) {
        e = load(rq, *row.carga_id, &h, &x);
    }
    if (e == ERR_OK) {
        e = q_mooc_cargar_revisar(rq->db,
                                  &(struct q_mooc_cargar_revisar_in){.carga_id = *row.carga_id});
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (again) {
        response_notice(rs, "mooc_repetida");
    }
    return response_redirect(rs, "/mooc/%lld/vista", (long long)*row.carga_id);
}
