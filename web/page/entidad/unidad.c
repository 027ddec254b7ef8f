/* One unit of an entity: added, changed, or ended on a date. */
#include "gen/q_entidad.h"
#include "page/pages.h"

enum { UNIDAD, VERSION, NOMBRE, SIGLA, TIPO, NIVEL, PADRE, PREDETERMINADO, HASTA };

static const struct option kinds[] = {{"", "Elija una opción"},
                                      {"ALTA_DIRECCION", "Alta dirección"},
                                      {"LINEA", "Línea"},
                                      {"ASESORAMIENTO", "Asesoramiento"},
                                      {"APOYO", "Apoyo"},
                                      {"CONTROL", "Control"},
                                      {"DEFENSA", "Defensa jurídica"},
                                      {"DESCONCENTRADO", "Desconcentrado"},
                                      {"CONSULTIVO", "Consultivo"},
                                      {NULL, NULL}};
static const struct option levels[] = {{"1", "Primero: alta dirección"},
                                       {"2", "Segundo: órgano"},
                                       {"3", "Tercero: unidad orgánica"},
                                       {NULL, NULL}};

static const struct field fields[] = {
    [UNIDAD] = {.name = "unidad", .label = "Unidad", .kind = F_ID, .query = true},
    [VERSION] = {.name = "version", .label = "Versión", .kind = F_HIDDEN, .max = 10},
    [NOMBRE] = {.name = "nombre",
                .label = "Nombre",
                .kind = F_TEXT,
                .required = true,
                .min = 2,
                .max = 200,
                .width = "w100",
                .constraint = "organo_nombre_key",
                .constraint_msg = "Ya hay una unidad vigente con ese nombre en la entidad."},
    [SIGLA] = {.name = "sigla", .label = "Sigla", .kind = F_TEXT, .max = 30},
    [TIPO] = {.name = "tipo",
              .label = "Tipo de órgano",
              .kind = F_SELECT,
              .required = true,
              .options = kinds},
    [NIVEL] = {.name = "nivel",
               .label = "Nivel organizacional",
               .kind = F_SELECT,
               .required = true,
               .options = levels},
    [PADRE] = {.name = "padre",
               .label = "Depende de",
               .kind = F_ID,
               .constraint = "organo_padre_id_check",
               .constraint_msg = "Una unidad no depende de sí misma: elija otra."},
    [PREDETERMINADO] = {.name = "predeterminado",
                        .label = "Proponerla al registrar a una persona",
                        .kind = F_CHECK,
                        .constraint = "organo_es_predeterminado_key",
                        .constraint_msg =
                            "Otra unidad ya es la propuesta: quítele antes esa marca."},
    [HASTA] = {.name = "hasta",
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
        if (rows[i].vigente && rows[i].id != form_number(rq, UNIDAD)) {
            options[used++] = (struct option){
                arena_printf(rq->arena, "%lld", (long long)rows[i].id), rows[i].nombre};
        }
    }
    form_options(rq, PADRE, options);
    return ERR_OK;
}

static void set_number(struct request *rq, size_t field, int64_t n) {
    form_set(rq, field, arena_printf(rq->arena, "%lld", (long long)n));
}

/* What the unit holds now, as first values. */
static enum err load_unit(struct request *rq, int64_t entidad_id, bool *known) {
    struct q_entidad_unidad_row unit;
    *known = form_number_opt(rq, UNIDAD) != NULL;
    if (!*known) {
        form_set(rq, NIVEL, "3");
        return ERR_OK;
    }
    bool found = false;
    enum err e = q_entidad_unidad(
        rq->db,
        &(struct q_entidad_unidad_in){.entidad_id = entidad_id, .id = form_number(rq, UNIDAD)},
        &unit, &found);
    if (e != ERR_OK || !found) {
        return e != ERR_OK ? e : ERR_NOT_FOUND;
    }
    set_number(rq, VERSION, unit.version);
    form_set(rq, NOMBRE, unit.nombre);
    form_set(rq, SIGLA, unit.sigla);
    form_set(rq, TIPO, unit.tipo);
    set_number(rq, NIVEL, unit.nivel);
    if (unit.padre_id != NULL) {
        set_number(rq, PADRE, *unit.padre_id);
    }
    form_set(rq, PREDETERMINADO, unit.predeterminado ? "1" : NULL);
    form_set(rq, HASTA, date_none(unit.hasta) ? NULL : date_short(rq->arena, unit.hasta));
    return ERR_OK;
}

enum http_status entidad_unidad_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_entidad_ficha_row entity;
    bool known = false;
    enum err e = q_entidad_ficha(rq->db, &(struct q_entidad_ficha_in){.id = id}, &entity);
    if (e == ERR_OK) {
        e = load_unit(rq, id, &known);
    }
    if (e == ERR_OK) {
        e = load_parents(rq, id);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "entidad/unidad",
                                   known ? "Cambiar una unidad" : "Agregar una unidad");
    view_section(v, T_CONOCIDA, known);
    view_int(v, T_ENTIDAD_ID, id);
    view_str(v, T_ENTIDAD, entity.nombre);
    return HTTP_OK;
}

static enum err save(struct request *rq, int64_t entidad_id, size_t *n) {
    int64_t version = 0;
    bool known = form_number_opt(rq, UNIDAD) != NULL;
    int32_t level = (int32_t)(form_text(rq, NIVEL)[0] - '0');
    if (!known) {
        return q_entidad_unidad_crear(
            rq->db,
            &(struct q_entidad_unidad_crear_in){.entidad_id = entidad_id,
                                                .nombre = form_text(rq, NOMBRE),
                                                .sigla = form_text(rq, SIGLA),
                                                .tipo = form_text(rq, TIPO),
                                                .nivel = level,
                                                .padre_id = form_number_opt(rq, PADRE),
                                                .predeterminado = form_checked(rq, PREDETERMINADO),
                                                .hasta = form_date(rq, HASTA)},
            n);
    }
    if (!str_int64(form_text(rq, VERSION) != NULL ? form_text(rq, VERSION) : "", 0, INT32_MAX,
                   &version)) {
        return ERR_CONFLICT;
    }
    enum err e = q_entidad_unidad_guardar(
        rq->db,
        &(struct q_entidad_unidad_guardar_in){.entidad_id = entidad_id,
                                              .id = form_number(rq, UNIDAD),
                                              .version = (int32_t)version,
                                              .nombre = form_text(rq, NOMBRE),
                                              .sigla = form_text(rq, SIGLA),
                                              .tipo = form_text(rq, TIPO),
                                              .nivel = level,
                                              .padre_id = form_number_opt(rq, PADRE),
                                              .predeterminado = form_checked(rq, PREDETERMINADO),
                                              .hasta = form_date(rq, HASTA)},
        n);
    return e == ERR_OK && *n == 0 ? ERR_CONFLICT : e;
}

enum http_status entidad_unidad_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_entidad_ficha_row entity;
    size_t n = 0;
    enum err e = q_entidad_ficha(rq->db, &(struct q_entidad_ficha_in){.id = id}, &entity);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    e = save(rq, id, &n);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (n == 0) {
        return HTTP_NOT_FOUND;
    }
    response_notice(rs, "guardado");
    return response_redirect(rs, "/entidad/%lld/ficha", (long long)id);
}
