/* One edition: targets, places, budget, rules and universe, each with what its source says. The
 * administrator sets who has the place that the source left open. */
#include "gen/q_servir.h"
#include "page/pages.h"

enum { LUGAR, ENTIDAD };

static const struct field fields[] = {
    [LUGAR] = {.name = "lugar", .label = "Lugar", .kind = F_ID, .required = true},
    [ENTIDAD] = {.name = "entidad",
                 .label = "Entidad",
                 .kind = F_ID,
                 .hint = "«Por definir» deja el lugar abierto.",
                 .constraint = "edicion_entidad_entidad_id_key",
                 .constraint_msg = "Esa entidad ya tiene un lugar en la edición: elija otra."},
};
const struct form servir_edicion_form = FORM(fields);

static const char *id_text(struct request *rq, int64_t id) {
    return arena_printf(rq->arena, "%lld", (long long)id);
}

/* The places that may be set and the entities that may take them, as choices. */
static enum err offer_places(struct request *rq, struct view *v, int64_t id,
                             const struct q_servir_edicion_lugares_row *places, size_t n) {
    struct q_servir_edicion_candidatas_row *rows = NULL;
    size_t n_rows = 0, used = 0;
    enum err e = q_servir_edicion_candidatas(
        rq->db, &(struct q_servir_edicion_candidatas_in){.edicion_id = id}, &rows, &n_rows);
    struct option *open = arena_calloc(rq->arena, n + 1, sizeof open[0]);
    struct option *options = arena_calloc(rq->arena, n_rows + 2, sizeof options[0]);
    options[0] = (struct option){"", "Por definir"};
    for (size_t i = 0; i < n_rows; i++) {
        options[i + 1] = (struct option){id_text(rq, rows[i].id), rows[i].nombre};
    }
    for (size_t i = 0; i < n; i++) {
        if (places[i].editable) {
            open[used++] = (struct option){
                id_text(rq, places[i].id),
                arena_printf(rq->arena, "%d. %s", places[i].orden,
                             places[i].entidad != NULL ? places[i].entidad : "Por definir")};
        }
    }
    form_options(rq, LUGAR, open);
    form_options(rq, ENTIDAD, options);
    view_section(v, T_PUEDE_DEFINIR, rq->session.rol == ROL_ADMIN && used > 0);
    return e;
}

static enum err show_places(struct request *rq, struct view *v, int64_t id) {
    struct q_servir_edicion_lugares_row *rows = NULL;
    size_t n = 0;
    enum err e = q_servir_edicion_lugares(
        rq->db, &(struct q_servir_edicion_lugares_in){.edicion_id = id}, &rows, &n);
    view_rows(v, T_LUGARES, rows, n, &q_servir_edicion_lugares_table);
    return e == ERR_OK ? offer_places(rq, v, id, rows, n) : e;
}

static enum err show_targets(struct request *rq, struct view *v, int64_t id) {
    struct q_servir_edicion_metas_row *targets = NULL;
    struct q_servir_edicion_presupuesto_row *lines = NULL;
    size_t n = 0, n_lines = 0;
    enum err e = q_servir_edicion_metas(
        rq->db, &(struct q_servir_edicion_metas_in){.edicion_id = id}, &targets, &n);
    if (e == ERR_OK) {
        e = q_servir_edicion_presupuesto(
            rq->db, &(struct q_servir_edicion_presupuesto_in){.edicion_id = id}, &lines, &n_lines);
    }
    view_rows(v, T_METAS, targets, n, &q_servir_edicion_metas_table);
    view_rows(v, T_LINEAS, lines, n_lines, &q_servir_edicion_presupuesto_table);
    return e;
}

static enum err show_counts(struct request *rq, struct view *v, int64_t id) {
    struct q_servir_edicion_estados_row *states = NULL;
    struct q_servir_edicion_universo_row *regions = NULL;
    size_t n = 0, n_regions = 0;
    enum err e = q_servir_edicion_estados(
        rq->db, &(struct q_servir_edicion_estados_in){.edicion_id = id}, &states, &n);
    if (e == ERR_OK) {
        e = q_servir_edicion_universo(
            rq->db, &(struct q_servir_edicion_universo_in){.edicion_id = id}, &regions, &n_regions);
    }
    view_rows(v, T_ESTADOS, states, n, &q_servir_edicion_estados_table);
    view_rows(v, T_REGIONES, regions, n_regions, &q_servir_edicion_universo_table);
    return e;
}

/* One section a rule, with its stages inside: the rows come one a stage. */
static enum err show_rules(struct request *rq, struct view *v, int64_t id) {
    struct q_servir_edicion_reglas_row *rows = NULL;
    size_t n = 0, at = 0;
    enum err e = q_servir_edicion_reglas(
        rq->db, &(struct q_servir_edicion_reglas_in){.edicion_id = id}, &rows, &n);
    view_section(v, T_SIN_REGLA, n == 0);
    while (at < n) {
        size_t first = at;
        while (at < n && str_eq(rows[at].codigo, rows[first].codigo)) {
            at++;
        }
        struct view *rule = view_add(v, T_REGLAS);
        view_row(rule, &rows[first], &q_servir_edicion_reglas_table);
        view_rows(rule, T_PLAZOS, &rows[first], rows[first].etapa != NULL ? at - first : 0,
                  &q_servir_edicion_reglas_table);
    }
    return e;
}

enum http_status servir_edicion_get(struct request *rq, struct response *rs) {
    static enum err (*const parts[])(struct request *, struct view *, int64_t) = {
        show_targets, show_counts, show_places, show_rules};
    int64_t id = request_id(rq, 0);
    struct q_servir_edicion_row edition;
    enum err e = q_servir_edicion(rq->db, &(struct q_servir_edicion_in){.id = id}, &edition);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "servir/edicion", edition.nombre);
    view_row(v, &edition, &q_servir_edicion_table);
    view_section(v, T_FALTAN_LUGARES, edition.abiertos > 0);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && e == ERR_OK; i++) {
        e = parts[i](rq, v, id);
    }
    return e != ERR_OK ? response_error(rq, e) : HTTP_OK;
}

enum http_status servir_edicion_post(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    size_t n = 0;
    enum err e = q_servir_edicion_definir(
        rq->db,
        &(struct q_servir_edicion_definir_in){.edicion_id = id,
                                              .lugar_id = form_number(rq, LUGAR),
                                              .entidad_id = form_number_opt(rq, ENTIDAD)},
        &n);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (n == 0) {
        return HTTP_NOT_FOUND;
    }
    response_notice(rs, form_number_opt(rq, ENTIDAD) != NULL ? "lugar_definido" : "lugar_libre");
    return response_redirect(rs, "/servir/%lld/edicion#lugares", (long long)id);
}
