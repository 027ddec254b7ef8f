#include "page/servidor/edicion.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "gen/tpl.h"

static const struct jefe_campos jefe_fields = {.texto = ED_JEFE, .eleccion = ED_JEFE_ID};

/* --- the form --- */

void edicion_values(struct request *rq, const struct q_servidor_edicion_row *r,
                    const char **values) {
    values[ED_VERSION] = arena_printf(rq->arena, "%d-%d", (int)r->version, (int)r->version_persona);
    values[ED_PUESTO] = r->puesto;
    values[ED_UNIDAD] = r->organo_id;
    values[ED_UNIDAD_NUEVA] = NULL;
    values[ED_JEFE] = r->jefe;
    values[ED_JEFE_ID] = NULL;
    values[ED_REGIMEN] = r->regimen;
    values[ED_GRUPO] = r->grupo;
    values[ED_CONTRATO] = r->tipo_contrato;
    values[ED_CONDICION] = r->condicion;
    values[ED_MODALIDAD] = r->modalidad;
    values[ED_SUSTENTO] = r->sustento;
    values[ED_CONFIANZA] = r->es_confianza ? "1" : NULL;
}

enum err edicion_load(struct request *rq, int64_t id, struct q_servidor_edicion_row *r) {
    static const struct catalogo_campo lists[] = {{ED_REGIMEN, CAT_REGIMEN},
                                                  {ED_GRUPO, CAT_GRUPO},
                                                  {ED_CONTRATO, CAT_TIPO_CONTRATO},
                                                  {ED_CONDICION, CAT_CONDICION},
                                                  {ED_UNIDAD, CAT_UNIDAD}};
    enum err e = q_servidor_edicion(rq->db, &(struct q_servidor_edicion_in){.id = id}, r);
    return e == ERR_OK ? catalogo_options(rq, lists, sizeof lists / sizeof lists[0], id) : e;
}

/* What a stored value reads like: the words of a choice, "Sí" of a box. */
static const char *words_of(struct request *rq, size_t field, const char *value) {
    if (rq->form->form->fields[field].kind == F_CHECK) {
        return value != NULL ? "Sí" : "No";
    }
    for (const struct option *o = rq->form->v[field].options; o != NULL && o->value != NULL; o++) {
        if (value != NULL && str_eq(o->value, value)) {
            return o->label;
        }
    }
    return value != NULL ? value : "vacío";
}

/* Empty and absent are the same; spaces were folded when the value was stored. */
static bool differs(struct request *rq, size_t field, const char *value) {
    const char *typed = rq->form->v[field].raw;
    const char *clean = utf8_clean(rq->arena, typed, false);
    struct date d;
    if (!rq->form->v[field].present && rq->form->form->fields[field].kind != F_CHECK) {
        return false; /* not asked in this form */
    }
    if (rq->form->form->fields[field].kind == F_DATE && date_parse(clean, &d)) {
        clean = date_short(rq->arena, d);
    }
    return !str_eq(clean, value != NULL ? value : "");
}

bool edicion_moved_on(const struct request *rq, const char *const *values) {
    return !str_eq(rq->form->v[ED_VERSION].raw, values[ED_VERSION]);
}

bool edicion_same(struct request *rq, const char *const *values, size_t n) {
    for (size_t i = ED_VERSION + 1; i < n; i++) {
        if (i != ED_JEFE_ID && differs(rq, i, values[i])) {
            return false;
        }
    }
    return true;
}

enum err edicion_show(struct request *rq, struct view *v, const struct q_servidor_edicion_row *r,
                      const char *const *values, size_t n) {
    bool moved_on = rq->redisplay && edicion_moved_on(rq, values);
    for (size_t i = 0; i < n; i++) {
        form_set(rq, i, values[i]);
    }
    bool any = false;
    for (size_t i = ED_VERSION + 1; moved_on && i < n; i++) {
        if (i != ED_JEFE_ID && differs(rq, i, values[i])) {
            struct view *row = view_add(v, T_CONFLICTO);
            any = true;
            view_str(row, T_DATO, rq->form->form->fields[i].label);
            view_str(row, T_GUARDADO, words_of(rq, i, values[i]));
        }
    }
    view_section(v, T_HAY_CONFLICTO, any);
    if (moved_on) {
        rq->form->v[ED_VERSION].raw = values[ED_VERSION];
    }
    struct jefe_campos f = jefe_fields;
    f.vinculo_id = r->id;
    return jefe_show(rq, v, &f);
}

enum http_status edicion_refuse(struct request *rq, const char *outcome, size_t fecha) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "fecha_invalida")) {
        return form_error(rq, fecha, "Esa fecha no concuerda con las demás fechas del vínculo.");
    }
    if (str_eq(outcome, "sin_cambio")) {
        return form_error_all(rq, "No cambió ningún dato. Escriba lo que corresponde y guarde.");
    }
    if (str_eq(outcome, "cesado")) {
        return form_error_all(rq, "El vínculo ya terminó: no se pueden registrar más cambios.");
    }
    if (str_eq(outcome, "ya_aqui")) {
        return form_error(rq, fecha, "Con esa fecha se cruzaría con otro vínculo de la persona.");
    }
    if (str_eq(outcome, "conflicto")) {
        return form_error_all(rq,
                              "Otra persona guardó cambios mientras usted escribía. Revise abajo "
                              "lo que hay guardado; si lo suyo es correcto, guarde otra vez.");
    }
    return form_error_all(rq,
                          "Una opción elegida ya no existe. Elija otra vez la unidad, el jefe y "
                          "las listas.");
}
