/* One unit of an entity: added, changed, or ended on a date. */
#include "gen/q_entidad.h"
#include "page/entidad/organo.h"
#include "page/entidad/tipo.h"
#include "page/pages.h"

static const char taken[] = "Ya hay una unidad vigente con ese nombre en la entidad.";

static const struct field fields[] = {
    [ORG_UNIDAD] = {.name = "unidad", .label = "Unidad", .kind = F_ID, .query = true},
    [ORG_VERSION] = {.name = "version", .label = "Versión", .kind = F_HIDDEN, .max = 10},
    [ORG_NOMBRE] = {.name = "nombre",
                    .label = "Nombre",
                    .kind = F_TEXT,
                    .required = true,
                    .min = 2,
                    .max = 200,
                    .width = "w100",
                    .constraint = "organo_nombre_key",
                    .constraint_msg = taken},
    [ORG_SIGLA] = {.name = "sigla", .label = "Sigla", .kind = F_TEXT, .max = 30},
    [ORG_TIPO] = {.name = "tipo",
                  .label = "Tipo de órgano",
                  .kind = F_SELECT,
                  .required = true,
                  .options = organo_tipos},
    [ORG_NIVEL] = {.name = "nivel",
                   .label = "Nivel organizacional",
                   .kind = F_SELECT,
                   .required = true,
                   .options = organo_niveles},
    [ORG_PADRE] = {.name = "padre",
                   .label = "Depende de",
                   .kind = F_ID,
                   .constraint = "organo_padre_id_check",
                   .constraint_msg = "Una unidad no depende de sí misma ni de una que depende "
                                     "de ella: elija otra."},
    [ORG_PREDETERMINADO] = {.name = "predeterminado",
                            .label = "Proponerla al registrar a una persona",
                            .kind = F_CHECK,
                            .constraint = "organo_es_predeterminado_key",
                            .constraint_msg =
                                "Otra unidad ya es la propuesta: quítele antes esa marca."},
    [ORG_HASTA] = {.name = "hasta",
                   .label = "Dejó de existir el",
                   .kind = F_DATE,
                   .hint = "Solo si la unidad terminó. Sus servidores conservan su historia.",
                   .constraint = "organo_vigente_range",
                   .constraint_msg = "La fecha de término es anterior al inicio de la unidad."},
};
const struct form entidad_unidad_form = FORM(fields);

/* The units that it may depend on. */
static enum err load_parents(struct request *rq, int64_t entidad_id) {
    struct q_entidad_ficha_unidades_row *rows = NULL;
    size_t n = 0, used = 1;
    enum err e = q_entidad_ficha_unidades(
        rq->db, &(struct q_entidad_ficha_unidades_in){.entidad_id = entidad_id}, &rows, &n);
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    options[0] = (struct option){"", "De ninguna"};
    for (size_t i = 0; i < n; i++) {
        if (rows[i].vigente && rows[i].id != form_number(rq, ORG_UNIDAD)) {
            options[used++] = (struct option){
                arena_printf(rq->arena, "%lld", (long long)rows[i].id), rows[i].nombre};
        }
    }
    form_options(rq, ORG_PADRE, options);
    return ERR_OK;
}

enum http_status entidad_unidad_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_entidad_ficha_row entity;
    const char *values[ORG_CAMPOS] = {NULL};
    bool known = form_number_opt(rq, ORG_UNIDAD) != NULL;
    enum err e = q_entidad_ficha(rq->db, &(struct q_entidad_ficha_in){.id = id}, &entity);
    if (e == ERR_OK) {
        e = organo_load(rq, id, values);
    }
    if (e == ERR_OK) {
        e = load_parents(rq, id);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    for (size_t i = ORG_VERSION; i < ORG_CAMPOS; i++) {
        form_set(rq, i, values[i]);
    }
    struct view *v = response_page(rq, rs, "entidad/unidad",
                                   known ? "Cambiar una unidad" : "Agregar una unidad");
    view_section(v, T_CONOCIDA, known);
    view_int(v, T_ENTIDAD_ID, id);
    view_str(v, T_ENTIDAD, entity.nombre);
    if (rq->redisplay && organo_moved_on(rq, values)) {
        organo_show_conflict(rq, v, values);
    }
    return HTTP_OK;
}

static int32_t level_of(const struct request *rq) {
    return (int32_t)(form_text(rq, ORG_NIVEL)[0] - '0');
}

static enum http_status done(struct response *rs, int64_t entidad_id) {
    response_notice(rs, "guardado");
    return response_redirect(rs, "/entidad/%lld/ficha", (long long)entidad_id);
}

/* A name in use: by the first of two clicks, or by another unit. */
static enum http_status taken_name(struct request *rq, struct response *rs, int64_t entidad_id) {
    struct q_entidad_unidad_igual_row found;
    enum err e = q_entidad_unidad_igual(
        rq->db,
        &(struct q_entidad_unidad_igual_in){.entidad_id = entidad_id,
                                            .nombre = form_text(rq, ORG_NOMBRE),
                                            .sigla = form_text(rq, ORG_SIGLA),
                                            .tipo = form_text(rq, ORG_TIPO),
                                            .nivel = level_of(rq),
                                            .padre_id = form_number_opt(rq, ORG_PADRE),
                                            .predeterminado = form_checked(rq, ORG_PREDETERMINADO)},
        &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return found.igual ? done(rs, entidad_id) : form_error(rq, ORG_NOMBRE, taken);
}

static enum http_status create(struct request *rq, struct response *rs, int64_t entidad_id) {
    size_t n = 0;
    enum err e = q_entidad_unidad_crear(
        rq->db,
        &(struct q_entidad_unidad_crear_in){.entidad_id = entidad_id,
                                            .nombre = form_text(rq, ORG_NOMBRE),
                                            .sigla = form_text(rq, ORG_SIGLA),
                                            .tipo = form_text(rq, ORG_TIPO),
                                            .nivel = level_of(rq),
                                            .padre_id = form_number_opt(rq, ORG_PADRE),
                                            .predeterminado = form_checked(rq, ORG_PREDETERMINADO),
                                            .hasta = form_date(rq, ORG_HASTA)},
        &n);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    return n > 0 ? done(rs, entidad_id) : taken_name(rq, rs, entidad_id);
}

/* Saved by somebody else first; or by the first of two clicks. */
static enum http_status overtaken(struct request *rq, struct response *rs, int64_t entidad_id) {
    const char *values[ORG_CAMPOS] = {NULL};
    enum err e = organo_load(rq, entidad_id, values);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return organo_same(rq, values)
               ? done(rs, entidad_id)
               : form_error_all(rq, "Otra persona guardó cambios mientras usted escribía. Revise "
                                    "abajo lo que hay guardado; si lo suyo es correcto, guarde "
                                    "otra vez.");
}

static enum http_status change(struct request *rq, struct response *rs, int64_t entidad_id) {
    int64_t version = -1; /* of no unit */
    size_t n = 0;
    (void)str_int64(rq->form->v[ORG_VERSION].raw, 0, INT32_MAX, &version);
    enum err e =
        q_entidad_unidad_guardar(rq->db,
                                 &(struct q_entidad_unidad_guardar_in){
                                     .entidad_id = entidad_id,
                                     .id = form_number(rq, ORG_UNIDAD),
                                     .version = (int32_t)version,
                                     .nombre = form_text(rq, ORG_NOMBRE),
                                     .sigla = form_text(rq, ORG_SIGLA),
                                     .tipo = form_text(rq, ORG_TIPO),
                                     .nivel = level_of(rq),
                                     .padre_id = form_number_opt(rq, ORG_PADRE),
                                     .predeterminado = form_checked(rq, ORG_PREDETERMINADO),
                                     .hasta = form_date(rq, ORG_HASTA)},
                                 &n);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    return n > 0 ? done(rs, entidad_id) : overtaken(rq, rs, entidad_id);
}

enum http_status entidad_unidad_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_entidad_ficha_row entity;
    enum err e = q_entidad_ficha(rq->db, &(struct q_entidad_ficha_in){.id = id}, &entity);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return form_number_opt(rq, ORG_UNIDAD) != NULL ? change(rq, rs, id) : create(rq, rs, id);
}
