/* A new random sample of stages: what it is drawn from, how many, by which seed. */
#include "catalogo/catalogo.h"
#include "catalogo/entidad.h"
#include "gen/q_muestra.h"
#include "http/token.h"
#include "page/pages.h"

enum { SEED_CHARS = 16, SEED_MAX = 64, SAMPLE_MAX = 500 };
enum { NOMBRE, ESTADO, DESDE, HASTA, ETAPA, NIVEL, REGION, TAMANO, UNIDAD, SEMILLA };

static const struct option states[] = {
    {"VALIDADA", "Validadas"}, {"CULMINADA", "Culminadas, por revisar"}, {NULL, NULL}};
static const struct option units[] = {{"N", "etapas"}, {"P", "por ciento"}, {NULL, NULL}};

static const char *check_seed(struct request *rq, const char *text) {
    (void)rq;
    size_t n = 0;
    for (const char *p = text; *p != '\0'; p++, n++) {
        bool letter = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z');
        if (!letter && !(*p >= '0' && *p <= '9') && *p != '-') {
            return "Use solo letras sin tilde, números y guiones.";
        }
    }
    return n < 4 ? "Use 4 caracteres o más." : NULL;
}

static const struct field fields[] = {
    [NOMBRE] = {.name = "nombre",
                .label = "Nombre de la muestra",
                .kind = F_TEXT,
                .required = true,
                .min = 3,
                .max = 120,
                .hint = "Por ejemplo: verificación del segundo trimestre."},
    [ESTADO] = {.name = "estado",
                .label = "Qué etapas",
                .kind = F_SELECT,
                .required = true,
                .options = states},
    [DESDE] = {.name = "desde", .label = "Culminaron desde", .kind = F_DATE, .required = true},
    [HASTA] = {.name = "hasta", .label = "Hasta", .kind = F_DATE, .required = true},
    [ETAPA] = {.name = "etapa", .label = "Etapa", .kind = F_SELECT, .options = catalogo_etapas},
    [NIVEL] = {.name = "nivel",
               .label = "Nivel de gobierno",
               .kind = F_SELECT,
               .options = entidad_niveles},
    [REGION] = {.name = "region", .label = "Región", .kind = F_SELECT},
    [TAMANO] = {.name = "tamano",
                .label = "Cuántas",
                .kind = F_INT,
                .required = true,
                .low = 1,
                .high = SAMPLE_MAX,
                .width = "w5",
                .hint = "Hasta 500 etapas."},
    [UNIDAD] =
        {.name = "unidad", .label = "En", .kind = F_SELECT, .required = true, .options = units},
    [SEMILLA] = {.name = "semilla",
                 .label = "Semilla",
                 .kind = F_TEXT,
                 .required = true,
                 .max = SEED_MAX,
                 .width = "w20",
                 .autocomplete = "off",
                 .hint = "Esta se generó al azar. Puede escribir otra, por ejemplo la que dio un "
                         "auditor.",
                 .check = check_seed},
};
const struct form muestra_nueva_form = FORM(fields);

/* In the form before it is drawn, so that a form sent twice is one sample. */
static const char *fresh_seed(struct request *rq) {
    char *seed = token_new(rq->arena);
    for (size_t i = 0; i < SEED_CHARS; i++) {
        seed[i] = seed[i] == '_' ? '-' : seed[i];
    }
    seed[SEED_CHARS] = '\0';
    return seed;
}

enum http_status muestra_nueva_get(struct request *rq, struct response *rs) {
    enum err e = catalogo_regiones(rq, REGION);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct date today = date_today();
    form_set(rq, SEMILLA, fresh_seed(rq));
    form_set(rq, TAMANO, "50");
    form_set(rq, HASTA, date_short(rq->arena, today));
    form_set(rq, DESDE, date_short(rq->arena, date_add_days(today, -90)));
    response_page(rq, rs, "muestra/nueva", "Sortear una muestra");
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *outcome) {
    if (str_eq(outcome, "vacia")) {
        return form_error_all(rq, "Ninguna etapa coincide: amplíe las fechas o quite un filtro.");
    }
    if (str_eq(outcome, "grande")) {
        return form_error(rq, TAMANO, "Salen más de 500 etapas: pida menos.");
    }
    return HTTP_FORBIDDEN;
}

static enum err draw(struct request *rq, struct q_muestra_nueva_row *row) {
    return q_muestra_nueva(
        rq->db,
        &(struct q_muestra_nueva_in){.nombre = form_text(rq, NOMBRE),
                                     .estado = form_text(rq, ESTADO),
                                     .desde = form_date(rq, DESDE),
                                     .hasta = form_date(rq, HASTA),
                                     .etapa = form_text(rq, ETAPA),
                                     .nivel = form_text(rq, NIVEL),
                                     .region = form_text(rq, REGION),
                                     .semilla = form_text(rq, SEMILLA),
                                     .n = (int32_t)form_number(rq, TAMANO),
                                     .por_ciento = str_eq(form_text(rq, UNIDAD), "P")},
        row);
}

enum http_status muestra_nueva_post(struct request *rq, struct response *rs) {
    struct q_muestra_nueva_row row;
    enum err e = catalogo_regiones(rq, REGION);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (!form_check_options(rq)) {
        return HTTP_UNPROCESSABLE;
    }
    if (date_cmp(form_date(rq, HASTA), form_date(rq, DESDE)) < 0) {
        return form_error(rq, HASTA, "Escriba una fecha igual o posterior a la primera.");
    }
    if (str_eq(form_text(rq, UNIDAD), "P") && form_number(rq, TAMANO) > 100) {
        return form_error(rq, TAMANO, "Escriba de 1 a 100 por ciento.");
    }
    e = draw(rq, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    bool again = str_eq(row.resultado, "ya_estaba");
    if (!again && !str_eq(row.resultado, "ok")) {
        return refuse(rq, row.resultado);
    }
    response_notice(rs, again ? "muestra_ya_estaba" : "muestra_sorteada");
    return response_redirect(rs, "/muestra/%lld/ficha", (long long)*row.id);
}
