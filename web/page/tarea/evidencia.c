/* The evidence of one task: what there is, and one more file or photo: then it is done. */
#include "archivo/archivo.h"
#include "gen/q_tarea.h"
#include "page/pages.h"

enum { BODY_MAX = ARCHIVO_BYTES_MAX + 64 * 1024 };
enum { VERSION, ARCHIVO, FECHA };

static const struct field fields[] = {
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_ID, .required = true},
    [ARCHIVO] = {.name = "archivo",
                 .label = "Archivo o foto",
                 .kind = F_FILE,
                 .required = true,
                 .max = ARCHIVO_BYTES_MAX,
                 .accept = ARCHIVO_ACCEPT,
                 .hint = "PDF o foto (JPG, PNG, WebP) de hasta 5 MB.",
                 .missing = "Elija un archivo o tome una foto."},
    [FECHA] = {.name = "fecha",
               .label = "Fecha en que se hizo",
               .kind = F_DATE,
               .hint = "Por ejemplo 12/10/2026. La tarea queda hecha ese día.",
               .autocomplete = "off"},
};
const struct form tarea_evidencia_form = FORM_UPLOAD(fields, BODY_MAX);

enum http_status tarea_evidencia_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_tarea_marcar_row row;
    struct q_tarea_evidencia_row *files = NULL;
    size_t n = 0;
    enum err e = q_tarea_marcar(rq->db, &(struct q_tarea_marcar_in){.id = id}, &row);
    if (e == ERR_OK) {
        e = q_tarea_evidencia(rq->db, &(struct q_tarea_evidencia_in){.id = id}, &files, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "actividad", row.id, row.persona_id);
    form_set(rq, FECHA, date_short(rq->arena, date_today()));
    struct view *v = response_page(rq, rs, "tarea/evidencia",
                                   arena_printf(rq->arena, "Evidencias de %s", row.nombre));
    view_row(v, &row, &q_tarea_marcar_table);
    view_rows(v, T_LISTA_ARCHIVOS, files, n, &q_tarea_evidencia_table);
    view_section(v, T_PIDE_FECHA, rq->redisplay || (row.pendiente && row.puede));
    rq->form->v[VERSION].raw = arena_printf(rq->arena, "%d", (int)row.version);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome, const char *message) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "demasiadas")) {
        return form_error(rq, ARCHIVO, "Esta tarea ya tiene diez archivos, el máximo.");
    }
    if (str_eq(outcome, "cerrada")) {
        return form_error(rq, ARCHIVO, "A esta tarea usted ya no puede agregarle archivos.");
    }
    if (str_starts(outcome, "fecha_")) {
        return form_error(rq, FECHA, arena_printf(rq->arena, "Revise: %s.", message));
    }
    return form_error_all(rq, arena_printf(rq->arena, "No se guardó: %s.", message));
}

enum http_status tarea_evidencia_post(struct request *rq, struct response *rs) {
    const struct upload *file = form_file(rq, ARCHIVO);
    const char *type = archivo_tipo(file->data, file->n);
    struct q_tarea_evidencia_guardar_row row;
    char sha[ARCHIVO_SHA_MAX];
    if (type == NULL) {
        return form_error(rq, ARCHIVO, "Elija un PDF o una foto JPG, PNG o WebP.");
    }
    enum err e = archivo_guardar(rq->arena, file->data, file->n, sha);
    if (e == ERR_OK) {
        e = q_tarea_evidencia_guardar(rq->db,
                                      &(struct q_tarea_evidencia_guardar_in){
                                          .id = request_id(rq, 0),
                                          .version = (int32_t)form_number(rq, VERSION),
                                          .sha256 = sha,
                                          .tipo = type,
                                          .bytes = (int32_t)file->n,
                                          .nombre = archivo_nombre(rq->arena, file->filename),
                                          .fecha = form_date(rq, FECHA)},
                                      &row);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "ya_estaba")) {
        return refuse(rq, row.resultado, row.mensaje);
    }
    response_notice(rs, "evidencia_guardada");
    return response_redirect(rs, "/tarea/%lld/evidencia", (long long)request_id(rq, 0));
}
