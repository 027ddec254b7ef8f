/* A new entity; then its ORH head is invited. */
#include "catalogo/entidad.h"
#include "gen/q_entidad.h"
#include "page/pages.h"

enum { RUC, NOMBRE, SIGLA, TIPO, NIVEL, UBIGEO };

static const struct field fields[] = {
    [RUC] = {.name = "ruc",
             .label = "RUC",
             .kind = F_DOCUMENT,
             .width = "w10",
             .hint = "11 cifras. Déjelo vacío si no lo tiene a la vista.",
             .autocomplete = "off",
             .constraint = "entidad_ruc_key",
             .constraint_msg = "Ya hay una entidad con ese RUC."},
    [NOMBRE] = {.name = "nombre",
                .label = "Nombre oficial",
                .kind = F_TEXT,
                .required = true,
                .min = 3,
                .max = 250,
                .width = "w100",
                .autocomplete = "off"},
    [SIGLA] = {.name = "sigla",
               .label = "Sigla",
               .kind = F_TEXT,
               .min = 2,
               .max = 30,
               .autocomplete = "off"},
    [TIPO] = {.name = "tipo",
              .label = "Tipo",
              .kind = F_SELECT,
              .required = true,
              .options = entidad_tipos},
    [NIVEL] = {.name = "nivel",
               .label = "Nivel de gobierno",
               .kind = F_SELECT,
               .required = true,
               .options = entidad_niveles},
    [UBIGEO] = {.name = "ubigeo",
                .label = "Ubigeo INEI",
                .kind = F_TEXT,
                .max = 6,
                .width = "w10",
                .inputmode = "numeric",
                .autocomplete = "off",
                .hint = "2 cifras de la región, 4 de la provincia o 6 del distrito.",
                .constraint = "entidad_ubigeo_fkey",
                .constraint_msg = "Ese ubigeo no existe: revise el código del INEI."},
};
const struct form entidad_nueva_form = FORM(fields);

/* The shared lists, their first choice worded for a form. */
static const struct option *ask(struct request *rq, const struct option *list) {
    size_t n = 0;
    while (list[n].value != NULL) {
        n++;
    }
    struct option *out = arena_calloc(rq->arena, n + 1, sizeof out[0]);
    for (size_t i = 0; i < n; i++) {
        out[i] = list[i];
    }
    out[0].label = "Elija una opción";
    return out;
}

enum http_status entidad_nueva_get(struct request *rq, struct response *rs) {
    form_options(rq, TIPO, ask(rq, entidad_tipos));
    form_options(rq, NIVEL, ask(rq, entidad_niveles));
    response_page(rq, rs, "entidad/nueva", "Agregar una entidad");
    return HTTP_OK;
}

static enum http_status refuse(struct request *rq, const char *resultado) {
    if (str_eq(resultado, "ruc_invalido")) {
        return form_error(rq, RUC, "Revise el RUC: su última cifra no corresponde a las demás.");
    }
    if (str_eq(resultado, "ruc_repetido")) {
        return form_error(rq, RUC, "Ya hay una entidad con ese RUC: búsquela en la lista.");
    }
    if (str_eq(resultado, "clave_repetida")) {
        return form_error(rq, form_text(rq, SIGLA) != NULL ? SIGLA : NOMBRE,
                          "Ya hay una entidad que se llama así: búsquela en la lista.");
    }
    return HTTP_FORBIDDEN;
}

enum http_status entidad_nueva_post(struct request *rq, struct response *rs) {
    struct q_entidad_nueva_row r;
    enum err e = q_entidad_nueva(rq->db,
                                 &(struct q_entidad_nueva_in){.ruc = form_text(rq, RUC),
                                                              .nombre = form_text(rq, NOMBRE),
                                                              .sigla = form_text(rq, SIGLA),
                                                              .tipo = form_text(rq, TIPO),
                                                              .nivel = form_text(rq, NIVEL),
                                                              .ubigeo = form_text(rq, UBIGEO)},
                                 &r);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (!str_eq(r.resultado, "ok") || r.entidad_id == NULL) {
        return refuse(rq, r.resultado);
    }
    response_notice(rs, "entidad_creada");
    return response_redirect(rs, "/entidad/%lld/orh", (long long)*r.entidad_id);
}
