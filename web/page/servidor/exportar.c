/* Hands out what a list of servidores shows as a file, for a purpose that stays on record. */
#include "descarga/descarga.h"
#include "gen/q_servidor.h"
#include "page/pages.h"
#include "page/servidor/filtro.h"

enum { PROPOSITO = FILTRO_VISTA + 1, FORMATO, MAX_ROWS = 200000, BATCH = 1000 };

/* The filters come from the list's address and go on as hidden fields: the same names, read by the
 * same filtro_read(). */
static const struct field fields[] = {
    [FILTRO_Q] =
        {.name = "q", .label = "Nombre o documento", .kind = F_HIDDEN, .query = true, .max = 80},
    [FILTRO_UNIDAD] = {.name = "unidad", .label = "Unidad", .kind = F_ID, .query = true},
    [FILTRO_ENTIDAD] = {.name = "entidad", .label = "Entidad", .kind = F_ID, .query = true},
    [FILTRO_ETAPA] =
        {.name = "etapa", .label = "Etapa", .kind = F_HIDDEN, .query = true, .max = 20},
    [FILTRO_ESTADO] =
        {.name = "estado", .label = "Estado", .kind = F_HIDDEN, .query = true, .max = 20},
    [FILTRO_DESDE] = {.name = "desde", .label = "Ingreso desde", .kind = F_DATE, .query = true},
    [FILTRO_HASTA] = {.name = "hasta", .label = "Ingreso hasta", .kind = F_DATE, .query = true},
    [FILTRO_VIGENCIA] =
        {.name = "vigencia", .label = "Vínculo", .kind = F_HIDDEN, .query = true, .max = 20},
    [FILTRO_SIN_JEFE] = {.name = "sin_jefe", .label = "Sin jefe", .kind = F_CHECK, .query = true},
    [FILTRO_EDICION] = {.name = "edicion", .label = "Edición", .kind = F_ID, .query = true},
    [FILTRO_SITUACION] =
        {.name = "situacion", .label = "Avance", .kind = F_HIDDEN, .query = true, .max = 20},
    [FILTRO_NIVEL] =
        {.name = "nivel", .label = "Nivel", .kind = F_HIDDEN, .query = true, .max = 20},
    [FILTRO_REGION] =
        {.name = "region", .label = "Región", .kind = F_HIDDEN, .query = true, .max = 20},
    [FILTRO_REGIMEN] =
        {.name = "regimen", .label = "Régimen", .kind = F_HIDDEN, .query = true, .max = 20},
    [FILTRO_SEXO] = {.name = "sexo", .label = "Sexo", .kind = F_HIDDEN, .query = true, .max = 20},
    [FILTRO_DESPUES] = {.name = "despues", .label = "Página", .kind = F_HIDDEN, .max = 20},
    [FILTRO_VISTA] = {.name = "vista", .label = "Vista", .kind = F_HIDDEN, .max = 10},
    [PROPOSITO] = DESCARGA_PROPOSITO("informe mensual de inducción para la gerencia"),
    [FORMATO] = DESCARGA_FORMATO,
};
const struct form servidor_exportar_form = FORM(fields);

enum http_status servidor_exportar_get(struct request *rq, struct response *rs) {
    struct q_servidor_lista_in in = filtro_read(rq);
    int64_t total = 0;
    enum err e = filtro_count(rq, &in, MAX_ROWS + 1, &total);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, FORMATO, "xlsx");
    struct view *v = response_page(rq, rs, "servidor/exportar", "Descargar la lista");
    for (size_t i = 0; i < FILTRO_DESPUES; i++) {
        if (rq->form->v[i].present && *rq->form->v[i].raw != '\0') {
            struct view *hidden = view_add(v, T_FILTROS);
            view_str(hidden, T_NOMBRE, fields[i].name);
            view_str(hidden, T_VALOR, rq->form->v[i].raw);
        }
    }
    view_str(v, T_CONSULTA, filtro_query(rq, (enum filtro)PROPOSITO));
    view_section(v, T_MUCHOS, total > MAX_ROWS);
    view_section(v, T_SOBRAN_PALABRAS, filtro_cut(rq));
    view_section(v, T_VARIOS, total > 1 && total <= MAX_ROWS);
    view_section(v, T_UNO, total == 1);
    view_section(v, T_NINGUNO, total == 0);
    view_section(v, T_SE_PUEDE, total >= 1 && total <= MAX_ROWS);
    view_miles(v, T_TOTAL, total);
    return HTTP_OK;
}

static const char *const titles[] = {"Tipo de documento",
                                     "Documento",
                                     "Apellido paterno",
                                     "Apellido materno",
                                     "Nombres",
                                     "Sexo",
                                     "Fecha de nacimiento",
                                     "Correo",
                                     "Celular",
                                     "Entidad",
                                     "Unidad",
                                     "Puesto",
                                     "Código de régimen",
                                     "Régimen",
                                     "Grupo",
                                     "Tipo de contrato",
                                     "Condición",
                                     "Modalidad",
                                     "De confianza",
                                     "Primer ingreso al Estado",
                                     "Documento de sustento",
                                     "Jefe inmediato",
                                     "Ingreso",
                                     "Inicio en el puesto",
                                     "Fin del vínculo",
                                     "Motivo del fin",
                                     "Edición",
                                     "Registro fuera de plazo",
                                     "A. Al Estado",
                                     "A. Al Estado: fecha límite",
                                     "A. Al Estado: fecha de fin",
                                     "B. A la entidad",
                                     "B. A la entidad: fecha límite",
                                     "B. A la entidad: fecha de fin",
                                     "C. Al puesto",
                                     "C. Al puesto: fecha límite",
                                     "C. Al puesto: fecha de fin"};

/* What is written so far. */
struct progress {
    struct q_servidor_lista_in in;
    int64_t last, rows;
};

static enum err write_batch(struct request *rq, struct descarga *d, void *state, size_t *n) {
    struct progress *p = state;
    struct q_servidor_exportar_row *rows = NULL;
    enum err e = q_servidor_exportar(
        rq->db,
        &(struct q_servidor_exportar_in){.entidad_id = p->in.entidad_id,
                                         .palabra1 = p->in.palabra1,
                                         .palabra2 = p->in.palabra2,
                                         .palabra3 = p->in.palabra3,
                                         .organo_id = p->in.organo_id,
                                         .etapa = p->in.etapa,
                                         .estado = p->in.estado,
                                         .desde = p->in.desde,
                                         .hasta = p->in.hasta,
                                         .vigencia = p->in.vigencia,
                                         .sin_jefe = p->in.sin_jefe,
                                         .despues_de = p->rows > 0 ? &p->last : NULL,
                                         .limite = BATCH,
                                         .hoy = p->in.hoy,
                                         .edicion_id = p->in.edicion_id,
                                         .situacion = p->in.situacion,
                                         .nivel = p->in.nivel,
                                         .region = p->in.region,
                                         .regimen_codigo = p->in.regimen,
                                         .sexo_codigo = p->in.sexo},
        &rows, n);
    if (e != ERR_OK || *n == 0) {
        return e;
    }
    descarga_filas(d, rows, *n, &q_servidor_exportar_table);
    p->last = rows[*n - 1].id;
    p->rows += (int64_t)*n;
    return p->rows > MAX_ROWS ? ERR_TOO_LARGE : ERR_OK;
}

enum http_status servidor_exportar_post(struct request *rq, struct response *rs) {
    struct progress done = {.in = filtro_read(rq)};
    struct q_servidor_exportar_anotar_row note;
    struct descarga *file = descarga_nueva(rq, form_text(rq, FORMATO));
    descarga_fila(file, titles, sizeof titles / sizeof titles[0]);
    enum err e = descarga_lotes(rq, file, write_batch, &done, BATCH);
    if (e == ERR_TOO_LARGE) {
        return form_error_all(rq,
                              "Son demasiadas personas para un solo archivo. Vuelva a la lista y "
                              "use los filtros, por ejemplo la unidad o la fecha de ingreso.");
    }
    if (e == ERR_OK && done.rows == 0) {
        return form_error_all(rq, "Ninguna persona coincide con esos filtros.");
    }
    if (e == ERR_OK) {
        e = q_servidor_exportar_anotar(rq->db,
                                       &(struct q_servidor_exportar_anotar_in){
                                           .proposito = form_text(rq, PROPOSITO),
                                           .filtros = filtro_query(rq, (enum filtro)PROPOSITO),
                                           .filas = (int32_t)done.rows},
                                       &note);
    }
    if (e == ERR_OK) {
        e = descarga_fin(file, rs, "servidores");
    }
    return e == ERR_OK ? HTTP_OK : form_db_error(rq, e);
}
