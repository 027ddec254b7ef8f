#include "page/servidor/edicion.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "gen/tpl.h"

static const struct jefe_campos jefe_fields = {.texto = ED_JEFE, .eleccion = ED_JEFE_ID};

/* --- jefe --- */

static enum err find_jefe(struct request *rq, const struct jefe_campos *f,
                          struct q_servidor_jefe_row **rows, size_t *n) {
    return q_servidor_jefe(
        rq->db,
        &(struct q_servidor_jefe_in){.entidad_id = rq->session.entidad_id,
                                     .texto = utf8_buscable(rq->arena, form_text(rq, f->texto)),
                                     .menos_vinculo = f->vinculo_id != 0 ? &f->vinculo_id : NULL,
                                     .hoy = date_today()},
        rows, n);
}

/* The one row that the choice, or the text alone, points to; NULL when it is still open. */
static const struct q_servidor_jefe_row *chosen(const struct q_servidor_jefe_row *rows, size_t n,
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
    struct q_servidor_jefe_row *rows = NULL;
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
    const struct q_servidor_jefe_row *row = chosen(rows, n, picked ? id : 0);
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
    struct q_servidor_jefe_row *rows = NULL;
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
