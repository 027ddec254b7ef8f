/* The evidence of a stage: what there is, and one more file or photo. */
#include "archivo/archivo.h"
#include "gen/q_etapa.h"
#include "page/pages.h"

enum { BODY_MAX = ARCHIVO_BYTES_MAX + 64 * 1024 };
enum { ARCHIVO };

static const struct field fields[] = {
    [ARCHIVO] = {.name = "archivo",
                 .label = "Archivo o foto",
                 .kind = F_FILE,
                 .required = true,
                 .max = ARCHIVO_BYTES_MAX,
                 .accept = ARCHIVO_ACCEPT,
                 .hint = "PDF o foto (JPG, PNG, WebP) de hasta 5 MB.",
                 .missing = "Elija un archivo o tome una foto."},
};
const struct form etapa_evidencia_form = FORM_UPLOAD(fields, BODY_MAX);

enum http_status etapa_evidencia_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_etapa_marcar_row row;
    struct q_etapa_evidencia_row *files = NULL;
    struct q_etapa_evidencia_cabe_row may;
    size_t n = 0;
    enum err e =
        q_etapa_marcar(rq->db, &(struct q_etapa_marcar_in){.id = id, .hoy = date_today()}, &row);
    if (e == ERR_OK) {
        e = q_etapa_evidencia(rq->db, &(struct q_etapa_evidencia_in){.id = id}, &files, &n);
    }
    if (e == ERR_OK) {
        e = q_etapa_evidencia_cabe(rq->db, &(struct q_etapa_evidencia_cabe_in){.id = id}, &may);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "etapa", row.id, row.persona_id);
    struct view *v = response_page(rq, rs, "etapa/evidencia",
                                   arena_printf(rq->arena, "Evidencias de %s", row.nombre));
    view_row(v, &row, &q_etapa_marcar_table);
    view_rows(v, T_ARCHIVOS, files, n, &q_etapa_evidencia_table);
    view_section(v, T_CABE, may.cabe);
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    return form_error(rq, ARCHIVO,
                      str_eq(outcome, "demasiadas")
                          ? "Esta etapa ya tiene diez archivos, el máximo."
                          : "A esta etapa usted ya no puede agregarle archivos.");
}

enum http_status etapa_evidencia_post(struct request *rq, struct response *rs) {
    const struct upload *file = form_file(rq, ARCHIVO);
    const char *type = archivo_tipo(file->data, file->n);
    struct q_etapa_evidencia_guardar_row row;
    char sha[ARCHIVO_SHA_MAX];
    if (type == NULL) {
        return form_error(rq, ARCHIVO, "Elija un PDF o una foto JPG, PNG o WebP.");
    }
    enum err e = archivo_guardar(rq->arena, file->data, file->n, sha);
    if (e == ERR_OK) {
        e = q_etapa_evidencia_guardar(rq->db,
                                      &(struct q_etapa_evidencia_guardar_in){
                                          .id = request_id(rq, 0),
                                          .sha256 = sha,
                                          .tipo = type,
                                          .bytes = (int32_t)file->n,
                                          .nombre = archivo_nombre(rq->arena, file->filename)},
                                      &row);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "ya_estaba")) {
        return refuse(rq, row.resultado);
    }
    response_notice(rs, "evidencia_guardada");
    return response_redirect(rs, "/etapa/%lld/evidencia", (long long)request_id(rq, 0));
}
