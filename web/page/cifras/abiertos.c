/* The open data of an edition: SERVIR's layout of twenty columns, without anybody's identity. */
#include "cifra/cifra.h"
#include "descarga/descarga.h"
#include "gen/q_cifras.h"
#include "page/pages.h"

enum { BATCH = 1000 };
enum { EDICION, FORMATO, REGION, REGIMEN };

static const struct field fields[] = {
    [EDICION] = {.name = "edicion",
                 .label = "Edición",
                 .kind = F_ID,
                 .required = true,
                 .query = true,
                 .missing = "Elija una edición."},
    [FORMATO] = {.name = "formato",
                 .label = "Formato",
                 .kind = F_RADIO,
                 .options = descarga_formatos},
    /* Not shown: the choices come together. */
    [REGION] = {.name = "region", .label = "Región", .kind = F_HIDDEN, .max = 10},
    [REGIMEN] = {.name = "regimen", .label = "Régimen", .kind = F_HIDDEN, .max = 10},
};
const struct form cifras_abiertos_form = FORM(fields);

static const char *const titles[] = {"NRO",
                                     "DEPARTAMENTO",
                                     "PROVINCIA",
                                     "DISTRITO",
                                     "ANO_CAPACITACION",
                                     "AREA",
                                     "TIPO_DOCUMENTO",
                                     "NRO_DOCUMENTO",
                                     "BENEFICIARIO",
                                     "SEXO",
                                     "NIVEL_GOBIERNO",
                                     "ESTADO_CAPACITACION",
                                     "TRABAJA_ENTIDAD_PUBLICA",
                                     "TIPO_CAPACITACION",
                                     "NOMBRE_CAPACITACION",
                                     "HORAS_ACADEMICAS",
                                     "FECHA_INICIO",
                                     "FECHA_TERMINO",
                                     "MODALIDAD",
                                     "TIPO_CONVOCATORIA"};

enum http_status cifras_abiertos_get(struct request *rq, struct response *rs) {
    static const struct cifra_campos lists = {EDICION, REGION, REGIMEN};
    int64_t newest = 0;
    enum err e = cifra_opciones(rq, &lists, false, &newest);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, EDICION, arena_printf(rq->arena, "%lld", (long long)newest));
    form_set(rq, FORMATO, "csv");
    (void)response_page(rq, rs, "cifras/abiertos", "Datos abiertos");
    return HTTP_OK;
}

/* What is written so far. */
struct progress {
    int64_t edition, last, rows;
};

static enum err write_batch(struct request *rq, struct descarga *d, void *state, size_t *n) {
    struct progress *p = state;
    struct q_cifras_abiertos_row *rows = NULL;
    enum err e = q_cifras_abiertos(
        rq->db,
        &(struct q_cifras_abiertos_in){.edicion_id = p->edition,
                                       .despues_de = p->rows > 0 ? &p->last : NULL,
                                       .hechas = p->rows,
                                       .limite = BATCH},
        &rows, n);
    if (e == ERR_OK && *n > 0) {
        descarga_filas(d, rows, *n, &q_cifras_abiertos_table);
        p->last = rows[*n - 1].id;
        p->rows += (int64_t)*n;
    }
    return e;
}

enum http_status cifras_abiertos_post(struct request *rq, struct response *rs) {
    struct progress done = {.edition = form_number(rq, EDICION)};
    struct q_cifras_abiertos_anotar_row note;
    struct descarga *file = descarga_nueva(rq, form_text(rq, FORMATO));
    descarga_fila(file, titles, sizeof titles / sizeof titles[0]);
    enum err e = descarga_lotes(rq, file, write_batch, &done, BATCH);
    if (e == ERR_OK && done.rows == 0) {
        return form_error(rq, EDICION,
                          "Nadie terminó la etapa al Estado en esa edición. Elija otra.");
    }
    if (e == ERR_OK) {
        const char *which = arena_printf(rq->arena, "edicion=%lld", (long long)done.edition);
        e = q_cifras_abiertos_anotar(
            rq->db,
            &(struct q_cifras_abiertos_anotar_in){.filtros = which, .filas = (int32_t)done.rows},
            &note);
    }
    if (e == ERR_OK) {
        e = descarga_fin(file, rs, "capacitados");
    }
    return e == ERR_OK ? HTTP_OK : form_db_error(rq, e);
}
