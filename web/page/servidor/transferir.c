/* Proposes that a person moves to another entity: find the entity, give the date, send. The other
 * ORH answers in orh/transferencias. */
#include "core/utf8.h"
#include "gen/q_servidor.h"
#include "page/pages.h"

enum { Q, DESTINO, FECHA, MOTIVO };
enum { SHOWN = 20 };

static const struct field fields[] = {
    [Q] = {.name = "q",
           .label = "Entidad de destino",
           .kind = F_TEXT,
           .query = true,
           .max = 100,
           .hint = "Escriba parte del nombre, la sigla o el RUC.",
           .autocomplete = "off"},
    [DESTINO] = {.name = "destino",
                 .label = "¿A qué entidad pasa?",
                 .kind = F_ID,
                 .required = true},
    [FECHA] = {.name = "fecha",
               .label = "Primer día en la otra entidad",
               .kind = F_DATE,
               .required = true,
               .hint = "Por ejemplo 12/10/2026.",
               .missing = "Escriba el primer día en la otra entidad.",
               .autocomplete = "off"},
    [MOTIVO] = {.name = "motivo",
                .label = "Mensaje para la otra ORH",
                .width = "w100",
                .kind = F_TEXT,
                .max = 300,
                .hint = "Por ejemplo: destaque, designación, número de resolución.",
                .autocomplete = "off"},
};
const struct form servidor_transferir_form = FORM(fields);

static const char *option_label(struct request *rq,
                                const struct q_servidor_transferir_destinos_row *r) {
    return arena_printf(rq->arena, "%s%s%s%s%s%s", r->nombre, r->sigla != NULL ? " (" : "",
                        r->sigla != NULL ? r->sigla : "", r->sigla != NULL ? ")" : "",
                        r->lugar != NULL ? ", " : "", r->lugar != NULL ? r->lugar : "");
}

/* The entities that fit what was typed, as choices; the only one is already chosen. */
static enum err load_choices(struct request *rq, struct view *v) {
    const char *typed = form_text(rq, Q);
    const char *words = typed != NULL ? utf8_buscable(rq->arena, typed) : "";
    struct q_servidor_transferir_destinos_row *rows = NULL;
    size_t n = 0;
    enum err e = ERR_OK;
    if (*words != '\0') {
        e = q_servidor_transferir_destinos(
            rq->db,
            &(struct q_servidor_transferir_destinos_in){
                .texto = words, .menos_entidad = rq->session.entidad_id, .hoy = date_today()},
            &rows, &n);
    }
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    size_t k = 0;
    if (n != 1) {
        options[k++] = (struct option){"", "Elija una entidad"};
    }
    for (size_t i = 0; e == ERR_OK && i < n && i < SHOWN; i++) {
        options[k++] = (struct option){arena_printf(rq->arena, "%lld", (long long)rows[i].id),
                                       option_label(rq, &rows[i])};
    }
    form_options(rq, DESTINO, options);
    view_section(v, T_HALLADAS, n > 0);
    view_section(v, T_NINGUNA, typed != NULL && n == 0);
    view_section(v, T_DEMASIADAS, n > SHOWN);
    view_str(v, T_BUSCADO, typed);
    return e;
}

enum http_status servidor_transferir_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_servidor_ficha_row ficha;
    enum err e = q_servidor_ficha(rq->db, &(struct q_servidor_ficha_in){.id = id}, &ficha);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", id, ficha.persona_id);
    struct view *v = response_page(rq, rs, "servidor/transferir",
                                   arena_printf(rq->arena, "Transferir a %s", ficha.nombre));
    view_row(v, &ficha, &q_servidor_ficha_table);
    view_section(v, T_SE_PUEDE, !ficha.cesado && ficha.transferencia_id == NULL);
    e = load_choices(rq, v);
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status servidor_transferir_post(struct request *rq, struct response *rs) {
    struct q_servidor_transferir_proponer_row done;
    enum err e = q_servidor_transferir_proponer(
        rq->db,
        &(struct q_servidor_transferir_proponer_in){.id = request_id(rq, 0),
                                                    .destino = form_number(rq, DESTINO),
                                                    .fecha = form_date(rq, FECHA),
                                                    .motivo = form_text(rq, MOTIVO)},
        &done);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(done.resultado, "no_encontrado")) {
        return HTTP_NOT_FOUND;
    }
    if (str_eq(done.resultado, "fecha_invalida")) {
        return form_error(rq, FECHA,
                          "Revise la fecha: va desde el día siguiente al inicio del "
                          "periodo actual del vínculo hasta 90 días desde hoy.");
    }
    if (str_eq(done.resultado, "destino_invalido")) {
        return form_error(rq, DESTINO, "Elija una entidad de la lista, distinta de la suya.");
    }
    if (str_eq(done.resultado, "cesado")) {
        return form_error_all(rq, "El vínculo ya terminó: no se puede transferir.");
    }
    /* A second click finds the first one's proposal. */
    response_notice(rs, str_eq(done.resultado, "ok") ? "transferencia_propuesta"
                                                     : "transferencia_ya_propuesta");
    return response_redirect(rs, "/servidor/%lld/ficha", (long long)request_id(rq, 0));
}
