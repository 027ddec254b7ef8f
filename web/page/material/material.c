#include "page/material/material.h"

#include "catalogo/catalogo.h"
#include "core/str.h"
#include "gen/q_material.h"

static const char *check_url(struct request *rq, const char *text) {
    (void)rq;
    const char *host = str_starts(text, "https://")  ? text + 8
                       : str_starts(text, "http://") ? text + 7
                                                     : "";
    bool plain = *host != '\0' && *host != '/';
    for (const char *p = text; plain && *p != '\0'; p++) {
        plain = *p != ' ' && *p != '\t';
    }
    return plain ? NULL : "Enlace: escriba la dirección completa, que empieza con https://";
}

const struct field material_campos[MAT_CAMPOS] = {
    [MAT_VERSION] = {.name = "version", .label = "Versión", .kind = F_ID},
    [MAT_TITULO] = {.name = "titulo",
                    .label = "Nombre del material",
                    .kind = F_TEXT,
                    .required = true,
                    .min = 3,
                    .max = 150,
                    .width = "w100",
                    .missing = "Escriba el nombre del material.",
                    .autocomplete = "off",
                    .constraint = "material_titulo_key",
                    .constraint_msg = "Ya hay un material vigente con ese nombre."},
    [MAT_DESCRIPCION] = {.name = "descripcion",
                         .label = "Descripción",
                         .kind = F_TEXTAREA,
                         .max = 1000},
    [MAT_URL] = {.name = "enlace",
                 .label = "Enlace",
                 .kind = F_TEXT,
                 .max = 500,
                 .width = "w100",
                 .hint = "De un video o una página. Escríbalo, o suba un archivo.",
                 .check = check_url,
                 .autocomplete = "off"},
    [MAT_ARCHIVO] = {.name = "archivo",
                     .label = "Archivo",
                     .kind = F_FILE,
                     .max = ARCHIVO_BYTES_MAX,
                     .hint = "PDF, imagen, o documento de Word, Excel, PowerPoint u OpenDocument "
                             "de hasta 5 MB."},
    [MAT_ORH] = {.name = "para_orh", .label = "Para las ORH", .kind = F_CHECK},
    [MAT_JEFE] = {.name = "para_jefe", .label = "Para los jefes", .kind = F_CHECK},
    [MAT_SERVIDOR] = {.name = "para_servidor", .label = "Para los servidores", .kind = F_CHECK},
    [MAT_ETAPA] = {.name = "etapa", .label = "Etapa", .kind = F_SELECT, .options = catalogo_etapas},
    [MAT_RETIRADO] = {.name = "retirado",
                      .label = "Retirarlo: deja de mostrarse a todos",
                      .kind = F_CHECK},
};

static enum http_status refuse(struct request *rq, const char *outcome) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "repetido")) {
        return form_error(rq, MAT_TITULO, material_campos[MAT_TITULO].constraint_msg);
    }
    if (str_eq(outcome, "falta_contenido")) {
        return form_error(rq, MAT_URL, "Escriba el enlace o elija un archivo.");
    }
    return form_error_all(rq, str_eq(outcome, "conflicto")
                                  ? "Otra persona cambió este material mientras usted escribía. "
                                    "Revise lo suyo y guarde otra vez."
                                  : "Hay demasiados materiales: retire alguno antes de agregar.");
}

/* The file of the form, kept; a message at its field when it is none that we take. */
static enum http_status keep_file(struct request *rq, struct q_material_guardar_in *in) {
    const struct upload *file = form_file(rq, MAT_ARCHIVO);
    if (file == NULL) {
        return HTTP_OK;
    }
    if (in->url != NULL) {
        return form_error(rq, MAT_URL, "Elija un archivo o escriba un enlace, no los dos.");
    }
    in->mime = archivo_tipo_material(file->data, file->n);
    if (in->mime == NULL) {
        return form_error(rq, MAT_ARCHIVO,
                          "Elija un PDF, una imagen o un documento de Word, Excel, PowerPoint u "
                          "OpenDocument.");
    }
    char *sha = arena_alloc(rq->arena, ARCHIVO_SHA_MAX);
    int32_t *bytes = arena_alloc(rq->arena, sizeof *bytes);
    enum err e = archivo_guardar(rq->arena, file->data, file->n, sha);
    *bytes = (int32_t)file->n;
    in->sha256 = sha;
    in->bytes = bytes;
    in->nombre = archivo_nombre(rq->arena, file->filename);
    return e == ERR_OK ? HTTP_OK : form_db_error(rq, e);
}

enum http_status material_guardar(struct request *rq, struct response *rs, const int64_t *id) {
    struct q_material_guardar_row row;
    struct q_material_guardar_in in = {.id = id,
                                       .version = (int32_t)form_number(rq, MAT_VERSION),
                                       .titulo = form_text(rq, MAT_TITULO),
                                       .descripcion = form_text(rq, MAT_DESCRIPCION),
                                       .url = form_text(rq, MAT_URL),
                                       .para_orh = form_checked(rq, MAT_ORH),
                                       .para_jefe = form_checked(rq, MAT_JEFE),
                                       .para_servidor = form_checked(rq, MAT_SERVIDOR),
                                       .etapa = form_text(rq, MAT_ETAPA),
                                       .retirado = form_checked(rq, MAT_RETIRADO)};
    if (!in.para_orh && !in.para_jefe && !in.para_servidor) {
        return form_error(rq, MAT_ORH, "Marque por lo menos para quiénes es.");
    }
    enum http_status s = keep_file(rq, &in);
    if (s != HTTP_OK) {
        return s;
    }
    enum err e = q_material_guardar(rq->db, &in, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(row.resultado, "ok") && !str_eq(row.resultado, "ya_estaba")) {
        return refuse(rq, row.resultado);
    }
    response_notice(rs, "guardado");
    return response_redirect(rs, "/material/lista");
}
