#include "page/plan/guardado.h"

#include "core/str.h"
#include "page/plan/linea.h"

static void set_number(struct request *rq, size_t field, int64_t n) {
    form_set(rq, field, arena_printf(rq->arena, "%lld", (long long)n));
}

static void set_choice(struct request *rq, size_t field, const int64_t *n) {
    if (n != NULL) {
        set_number(rq, field, *n);
    }
}

enum err guardado_load(struct request *rq, bool servir, struct q_plan_linea_row *row) {
    enum err e = q_plan_linea(
        rq->db, &(struct q_plan_linea_in){.id = request_id(rq, 0), .servir = servir}, row);
    if (e == ERR_OK) {
        e = linea_opciones(rq, servir);
    }
    if (e != ERR_OK) {
        return e;
    }
    set_number(rq, LIN_DIAS, row->dias);
    set_choice(rq, LIN_MATERIAL, row->material_id);
    set_choice(rq, LIN_UNIDAD, row->unidad_id);
    form_set(rq, LIN_TITULO, row->titulo);
    form_set(rq, LIN_ETAPA, row->etapa);
    form_set(rq, LIN_QUIEN, row->quien);
    form_set(rq, LIN_CUANDO, row->cuando);
    form_set(rq, LIN_HORAS, row->horas);
    form_set(rq, LIN_EVIDENCIA, row->evidencia ? "1" : NULL);
    form_set(rq, LIN_OPCIONAL, row->opcional ? "1" : NULL);
    form_set(rq, LIN_DESCRIPCION, row->descripcion);
    form_set(rq, LIN_REGIMEN, row->regimen);
    form_set(rq, LIN_GRUPO, row->grupo);
    form_set(rq, LIN_PRIMER, row->primer_ingreso ? "1" : NULL);
    /* After a clash the next try is about what is seen now. */
    rq->form->v[LIN_VERSION].raw = arena_printf(rq->arena, "%d", (int)row->version);
    return ERR_OK;
}

/* What an outcome of saving is to the form. */
static enum http_status refuse(struct request *rq, const char *outcome) {
    if (str_eq(outcome, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(outcome, "repetida")) {
        return form_error(rq, LIN_TITULO, "Esa etapa ya tiene una actividad con ese nombre.");
    }
    return form_error_all(rq, str_eq(outcome, "conflicto")
                                  ? "Otra persona cambió esta actividad mientras usted escribía. "
                                    "Revise lo suyo y guarde otra vez."
                                  : "Hay demasiadas actividades: quite alguna antes de agregar.");
}

static enum http_status save(struct request *rq, bool servir, int64_t de_id, const int64_t *id) {
    struct q_plan_linea_guardar_row row;
    enum err e = linea_opciones(rq, servir);
    if (e == ERR_OK && !form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    if (e == ERR_OK) {
        e = q_plan_linea_guardar(
            rq->db,
            &(struct q_plan_linea_guardar_in){.servir = servir,
                                              .de_id = de_id,
                                              .id = id,
                                              .version = (int32_t)form_number(rq, LIN_VERSION),
                                              .etapa = form_text(rq, LIN_ETAPA),
                                              .titulo = form_text(rq, LIN_TITULO),
                                              .descripcion = form_text(rq, LIN_DESCRIPCION),
                                              .quien = form_text(rq, LIN_QUIEN),
                                              .dias = (int32_t)form_number(rq, LIN_DIAS),
                                              .cuando = form_text(rq, LIN_CUANDO),
                                              .horas = form_text(rq, LIN_HORAS),
                                              .evidencia = form_checked(rq, LIN_EVIDENCIA),
                                              .obligatoria = !form_checked(rq, LIN_OPCIONAL),
                                              .material_id = form_number_opt(rq, LIN_MATERIAL),
                                              .regimen = form_text(rq, LIN_REGIMEN),
                                              .grupo = form_text(rq, LIN_GRUPO),
                                              .unidad_id = form_number_opt(rq, LIN_UNIDAD),
                                              .primer_ingreso = form_checked(rq, LIN_PRIMER)},
            &row);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    bool done = str_eq(row.resultado, "ok") || (id == NULL && str_eq(row.resultado, "ya_estaba"));
    return done ? HTTP_OK : refuse(rq, row.resultado);
}

enum http_status guardado_add(struct request *rq, bool servir, int64_t de_id) {
    return save(rq, servir, de_id, NULL);
}

enum http_status guardado_change(struct request *rq, bool servir, int64_t *de_id) {
    int64_t id = request_id(rq, 0);
    struct q_plan_linea_row old;
    enum err e = q_plan_linea(rq->db, &(struct q_plan_linea_in){.id = id, .servir = servir}, &old);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    *de_id = old.de_id;
    return save(rq, servir, old.de_id, &id);
}
