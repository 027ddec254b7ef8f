/* Hands out what a list of servidores shows as a CSV file, for a purpose that stays on record. */
#include <string.h>

#include "gen/q_servidor.h"
#include "page/pages.h"
#include "page/servidor/filtro.h"

enum { PROPOSITO = FILTRO_VISTA + 1, MAX_ROWS = 10000, MAX_BYTES = 8 * 1024 * 1024 };

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
    [PROPOSITO] = {.name = "proposito",
                   .label = "¿Para qué usará estos datos?",
                   .kind = F_TEXTAREA,
                   .required = true,
                   .min = 10,
                   .max = 300,
                   .hint = "Por ejemplo: informe mensual de inducción para la gerencia.",
                   .missing = "Escriba para qué usará estos datos.",
                   .bad = "Explique un poco más para qué usará estos datos (10 caracteres o más)."},
};
const struct form servidor_exportar_form = FORM(fields);

enum http_status servidor_exportar_get(struct request *rq, struct response *rs) {
    struct q_servidor_lista_in in = filtro_read(rq);
    int64_t total = 0;
    enum err e = filtro_count(rq, &in, MAX_ROWS + 1, &total);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
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

static enum err lines(struct request *rq, const struct q_servidor_lista_in *in,
                      struct q_servidor_exportar_row *out) {
    return q_servidor_exportar(rq->db,
                               &(struct q_servidor_exportar_in){.entidad_id = in->entidad_id,
                                                                .palabra1 = in->palabra1,
                                                                .palabra2 = in->palabra2,
                                                                .palabra3 = in->palabra3,
                                                                .organo_id = in->organo_id,
                                                                .etapa = in->etapa,
                                                                .estado = in->estado,
                                                                .desde = in->desde,
                                                                .hasta = in->hasta,
                                                                .vigencia = in->vigencia,
                                                                .sin_jefe = in->sin_jefe,
                                                                .limite = MAX_ROWS + 1,
                                                                .hoy = in->hoy},
                               out);
}

enum http_status servidor_exportar_post(struct request *rq, struct response *rs) {
    struct q_servidor_lista_in in = filtro_read(rq);
    struct q_servidor_exportar_row file;
    struct q_servidor_exportar_anotar_row note;
    enum err e = lines(rq, &in, &file);
    size_t n = e == ERR_OK ? strlen(file.lineas) : 0;
    if (e == ERR_OK && (file.filas > MAX_ROWS || n > MAX_BYTES)) {
        return form_error_all(rq,
                              "Son demasiadas personas para un solo archivo. Vuelva a la lista y "
                              "use los filtros, por ejemplo la unidad o la fecha de ingreso.");
    }
    if (e == ERR_OK && file.filas == 0) {
        return form_error_all(rq, "Ninguna persona coincide con esos filtros.");
    }
    if (e == ERR_OK) {
        e = q_servidor_exportar_anotar(rq->db,
                                       &(struct q_servidor_exportar_anotar_in){
                                           .proposito = form_text(rq, PROPOSITO),
                                           .filtros = filtro_query(rq, (enum filtro)PROPOSITO),
                                           .filas = (int32_t)file.filas},
                                       &note);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    /* The mark that makes spreadsheets read UTF-8. */
    rs->body = arena_printf(rq->arena, "\xEF\xBB\xBF%s", file.lineas);
    rs->body_n = n + 3;
    return response_file(rs,
                         arena_printf(rq->arena, "servidores-%s.csv", date_iso(rq->arena, in.hoy)),
                         "text/csv; charset=utf-8");
}
