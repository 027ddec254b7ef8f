#include "page/entidad/organo.h"

#include "core/str.h"
#include "gen/q_entidad.h"
#include "gen/tpl.h"
#include "page/entidad/tipo.h"

static const char *digits(struct request *rq, int64_t n) {
    return arena_printf(rq->arena, "%lld", (long long)n);
}

enum err organo_load(struct request *rq, int64_t entidad_id, const char **values) {
    struct q_entidad_unidad_row unit;
    bool found = false;
    if (form_number_opt(rq, ORG_UNIDAD) == NULL) {
        values[ORG_NIVEL] = "3";
        return ERR_OK;
    }
    enum err e = q_entidad_unidad(
        rq->db,
        &(struct q_entidad_unidad_in){.entidad_id = entidad_id, .id = form_number(rq, ORG_UNIDAD)},
        &unit, &found);
    if (e != ERR_OK || !found) {
        return e != ERR_OK ? e : ERR_NOT_FOUND;
    }
    values[ORG_VERSION] = digits(rq, unit.version);
    values[ORG_NOMBRE] = unit.nombre;
    values[ORG_SIGLA] = unit.sigla;
    values[ORG_TIPO] = unit.tipo;
    values[ORG_NIVEL] = digits(rq, unit.nivel);
    values[ORG_PADRE] = unit.padre_id != NULL ? digits(rq, *unit.padre_id) : NULL;
    values[ORG_PREDETERMINADO] = unit.predeterminado ? "1" : NULL;
    values[ORG_HASTA] = date_none(unit.hasta) ? NULL : date_short(rq->arena, unit.hasta);
    return ERR_OK;
}

/* What was typed, in the form of a stored value. An ended unit is never the proposed one. */
static const char *typed(struct request *rq, size_t field) {
    bool ended = !date_none(form_date(rq, ORG_HASTA));
    switch (field) {
    case ORG_HASTA: return ended ? date_short(rq->arena, form_date(rq, ORG_HASTA)) : NULL;
    case ORG_PREDETERMINADO: return form_checked(rq, ORG_PREDETERMINADO) && !ended ? "1" : NULL;
    default: return form_text(rq, field);
    }
}

static bool differs(struct request *rq, size_t field, const char *value) {
    const char *text = typed(rq, field);
    return !str_eq(text != NULL ? text : "", value != NULL ? value : "");
}

bool organo_moved_on(const struct request *rq, const char *const *values) {
    return values[ORG_VERSION] != NULL &&
           !str_eq(rq->form->v[ORG_VERSION].raw, values[ORG_VERSION]);
}

bool organo_same(struct request *rq, const char *const *values) {
    size_t i = ORG_NOMBRE;
    while (i < ORG_CAMPOS && !differs(rq, i, values[i])) {
        i++;
    }
    return i == ORG_CAMPOS;
}

static const char *words_of(struct request *rq, size_t field, const char *value) {
    const struct option *list =
        field == ORG_PADRE ? rq->form->v[ORG_PADRE].options : rq->form->form->fields[field].options;
    if (field == ORG_PREDETERMINADO) {
        return value != NULL ? "Sí" : "No";
    }
    return value == NULL ? "vacío" : list != NULL ? tipo_nombre(list, value) : value;
}

void organo_show_conflict(struct request *rq, struct view *v, const char *const *values) {
    for (size_t i = ORG_NOMBRE; i < ORG_CAMPOS; i++) {
        if (differs(rq, i, values[i])) {
            struct view *row = view_add(v, T_CONFLICTO);
            view_str(row, T_DATO, rq->form->form->fields[i].label);
            view_str(row, T_GUARDADO, words_of(rq, i, values[i]));
        }
    }
    rq->form->v[ORG_VERSION].raw = values[ORG_VERSION];
}
