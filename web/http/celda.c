#include "http/celda.h"

#include <string.h>

#include "core/utf8.h"

static const char *read_cell(struct request *rq, const struct celdas *como, const struct param *p,
                             struct celda *out) {
    const char *id = p->name + strlen(como->prefijo), *dash = strchr(id, '-');
    if (dash == NULL ||
        !str_int64(arena_strndup(rq->arena, id, (size_t)(dash - id)), 1, INT64_MAX, &out->fila)) {
        return "Una de las celdas no es de esta página. Ábrala otra vez.";
    }
    if (params_repeated(&rq->body, p->name)) {
        return "Una celda llegó repetida; escríbala una vez.";
    }
    if (utf8_has_control(p->value, false)) {
        return "Quite los caracteres invisibles de lo que escribió.";
    }
    if (utf8_length(p->value) > como->max) {
        return arena_printf(rq->arena, "Escriba %zu caracteres como máximo en cada celda.",
                            como->max);
    }
    out->columna = dash + 1;
    out->texto = utf8_clean(rq->arena, p->value, false);
    return NULL;
}

const char *celdas_json(struct request *rq, const struct celdas *como, struct buf *b) {
    buf_char(b, '[');
    for (size_t i = 0; i < rq->body.n; i++) {
        const struct param *p = &rq->body.v[i];
        if (!str_starts(p->name, como->prefijo)) {
            continue;
        }
        struct celda c;
        const char *wrong = read_cell(rq, como, p, &c);
        size_t before = b->n;
        if (before > 1) {
            buf_char(b, ',');
        }
        size_t comma = b->n;
        wrong = wrong == NULL ? como->una(rq, &c, b) : wrong;
        if (wrong != NULL) {
            return wrong;
        }
        b->n = b->n == comma ? before : b->n; /* it added nothing */
    }
    if (b->n == 1) {
        return "No hay nada que guardar.";
    }
    buf_char(b, ']');
    return NULL;
}
