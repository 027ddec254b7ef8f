#include "jefe/jefe.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "gen/q_jefe.h"
#include "gen/tpl.h"

static enum err find_jefe(struct request *rq, const struct jefe_campos *f,
                          struct q_jefe_buscar_row **rows, size_t *n) {
    return q_jefe_buscar(
        rq->db,
        &(struct q_jefe_buscar_in){.entidad_id = rq->session.entidad_id,
                                   .texto = utf8_buscable(rq->arena, form_text(rq, f->texto)),
                                   .menos_vinculo = f->vinculo_id != 0 ? &f->vinculo_id : NULL,
                                   .hoy = date_today()},
        rows, n);
}

/* The one row that the choice, or the text alone, points to; NULL when it is still open. */
static const struct q_jefe_buscar_row *chosen(const struct q_jefe_buscar_row *rows, size_t n,
                                              int64_t choice) {
    for (size_t i = 0; i < n; i++) {
        if (rows[i].id == choice) {
            return &rows[i];
        }
    }
    return n > 0 && rows[0].exacto && (n == 1 || !rows[1].exacto) ? &rows[0] : NULL;
}

static bool only_digits(const char *s) {
    return s[strspn(s, "0123456789 .-")] == '\0';
}

enum http_status jefe_read(struct request *rq, const struct jefe_campos *f,
                           const struct jefe *actual, struct jefe *out) {
    const char *text = form_text(rq, f->texto), *choice = form_text(rq, f->eleccion);
    struct q_jefe_buscar_row *rows = NULL;
    size_t n = 0;
    int64_t id = 0;
    *out = (struct jefe){NULL, text};
    if (text == NULL || str_eq(choice, "0")) {
        return HTTP_OK;
    }
    if (str_eq(text, actual->nombre)) {
        *out = *actual;
        return HTTP_OK;
    }
    enum err e = find_jefe(rq, f, &rows, &n);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    bool picked = choice != NULL && str_int64(choice, 1, INT64_MAX, &id);
    const struct q_jefe_buscar_row *row = chosen(rows, n, picked ? id : 0);
    if (row != NULL) {
        *out = (struct jefe){&row->id, row->nombre};
        return HTTP_OK;
    }
    if (n > 0) {
        return form_error(rq, f->eleccion, "Elija quién es el jefe inmediato.");
    }
    return only_digits(text)
               ? form_error(rq, f->texto,
                            "Nadie de su entidad tiene ese documento. Escriba el nombre del jefe.")
               : HTTP_OK;
}

enum err jefe_show(struct request *rq, struct view *v, const struct jefe_campos *f) {
    const struct form_value *choice = &rq->form->v[f->eleccion];
    struct q_jefe_buscar_row *rows = NULL;
    size_t n = 0;
    bool ask = rq->redisplay && form_text(rq, f->texto) != NULL &&
               (choice->error != NULL || *choice->raw != '\0');
    enum err e = ask ? find_jefe(rq, f, &rows, &n) : ERR_OK;
    struct option *options = arena_calloc(rq->arena, n + 3, sizeof options[0]);
    size_t k = 0;
    options[k++] = (struct option){"", "Elija una opción"};
    for (size_t i = 0; i < n; i++) {
        options[k++] =
            (struct option){arena_printf(rq->arena, "%lld", (long long)rows[i].id),
                            arena_printf(rq->arena, "%s (%s)", rows[i].nombre, rows[i].puesto)};
    }
    options[k] = (struct option){"0", "Otra persona: dejar el nombre como lo escribí"};
    form_options(rq, f->eleccion, options);
    view_section(v, T_ELEGIR_JEFE, n > 0);
    return e;
}
