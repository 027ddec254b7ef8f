#include "cifra/cifra.h"

#include "core/str.h"
#include "gen/q_cifras.h"

const struct option cifra_situaciones[] = {{"", "Todas"},
                                           {"REGISTRADO", "Registrados"},
                                           {"EN_CURSO", "En curso"},
                                           {"VENCIDO", "En curso con algo vencido"},
                                           {"COMPLETADO", "Completados"},
                                           {"VALIDADO", "Validados"},
                                           {"RETIRADO", "Retirados"},
                                           {NULL, NULL}};

const struct option cifra_sexos[] = {{"", "Todos"},
                                     {"MUJER", "Mujer"},
                                     {"HOMBRE", "Hombre"},
                                     {"SIN_DATO", "Sin dato"},
                                     {NULL, NULL}};

/* The choices of one list among the rows, between the two ends that have words. */
static const struct option *pick(struct request *rq, const struct q_cifras_opciones_row *rows,
                                 size_t n, const char *list, struct option ends[2]) {
    struct option *out = arena_calloc(rq->arena, n + 3, sizeof out[0]);
    size_t k = 0;
    if (ends[0].label != NULL) {
        out[k++] = ends[0];
    }
    for (size_t i = 0; i < n; i++) {
        if (str_eq(rows[i].lista, list)) {
            out[k++] = (struct option){rows[i].codigo, rows[i].nombre};
        }
    }
    if (ends[1].label != NULL) {
        out[k] = ends[1];
    }
    return out;
}

enum err cifra_opciones(struct request *rq, const struct cifra_campos *fields, bool todas,
                        int64_t *vigente) {
    struct option all = {"", "Todas"}, none = {NULL, NULL},
                  unknown = {"SIN_DATO", "Sin región (alcance nacional)"};
    struct q_cifras_opciones_row *rows = NULL;
    size_t n = 0;
    enum err e = q_cifras_opciones(rq->db, &rows, &n);
    *vigente = 0;
    if (e != ERR_OK) {
        return e;
    }
    const struct option *editions =
        pick(rq, rows, n, "EDICION", (struct option[]){todas ? all : none, none});
    const struct option *newest = &editions[todas ? 1 : 0];
    if (newest->value != NULL && !str_int64(newest->value, 1, INT64_MAX, vigente)) {
        *vigente = 0;
    }
    form_options(rq, fields->edicion, editions);
    form_options(rq, fields->region, pick(rq, rows, n, "REGION", (struct option[]){all, unknown}));
    form_options(rq, fields->regimen,
                 pick(rq, rows, n, "REGIMEN", (struct option[]){{"", "Todos"}, none}));
    return ERR_OK;
}
