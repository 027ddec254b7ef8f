/* The personal link of the jefe of a servidor: made, shown once, ended. */
#include "gen/q_servidor.h"
#include "http/token.h"
#include "page/pages.h"
#include "view/view.h"

enum { ACCION, CORREO };

#define SUBJECT "Personas a su cargo: inducción específica al puesto"

static const struct option actions[] = {{"GENERAR", "Generar"}, {"ANULAR", "Anular"}, {NULL, NULL}};

static const struct field fields[] = {
    [ACCION] = {.name = "accion",
                .label = "Acción",
                .kind = F_SELECT,
                .required = true,
                .options = actions},
    [CORREO] = {.name = "correo",
                .label = "Correo del jefe",
                .kind = F_EMAIL,
                .max = 254,
                .hint = "Si lo escribe, allí llega también el enlace.",
                .autocomplete = "off"},
};
const struct form servidor_jefe_form = FORM(fields);

struct previo {
    struct q_servidor_ficha_row ficha;
    struct q_servidor_jefe_row jefe;
};

static enum err load(struct request *rq, struct previo *p) {
    bool found = false;
    enum err e =
        q_servidor_ficha(rq->db, &(struct q_servidor_ficha_in){.id = request_id(rq, 0)}, &p->ficha);
    if (e == ERR_OK) {
        e = q_servidor_jefe(rq->db, &(struct q_servidor_jefe_in){.vinculo_id = p->ficha.id},
                            &p->jefe, &found);
    }
    return e == ERR_OK && !found ? ERR_NOT_FOUND : e;
}

static struct view *page(struct request *rq, struct response *rs, const struct previo *p) {
    struct view *v = response_page(rq, rs, "servidor/jefe", "Enlace personal del jefe");
    bool can = p->jefe.jefe != NULL && p->jefe.personas > 0;
    view_row(v, &p->jefe, &q_servidor_jefe_table);
    view_int(v, T_ID, p->ficha.id);
    view_str(v, T_NOMBRE, p->ficha.nombre);
    view_section(v, T_VARIAS_PERSONAS, p->jefe.personas > 1);
    view_section(v, T_SIN_JEFE, p->jefe.jefe == NULL);
    view_section(v, T_NADA_ABIERTO, p->jefe.jefe != NULL && p->jefe.personas == 0);
    view_section(v, T_PUEDE, can);
    return v;
}

enum http_status servidor_jefe_get(struct request *rq, struct response *rs) {
    struct previo p;
    enum err e = load(rq, &p);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "vinculo", p.ficha.id, p.ficha.persona_id);
    form_set(rq, CORREO, p.jefe.correo);
    view_section(page(rq, rs, &p), T_FORMULARIO, true);
    return HTTP_OK;
}

static enum err write_mail(struct request *rq, const struct previo *p, const char *url,
                           const char **body) {
    struct view *v = view_new(rq->arena, "mail/jefe");
    size_t n = 0;
    view_str(v, T_NOMBRE, p->jefe.jefe);
    view_str(v, T_INVITANTE, rq->session.nombre);
    view_str(v, T_ENTIDAD, p->ficha.entidad);
    view_str(v, T_ENLACE, url);
    view_date(v, T_VENCE, p->jefe.vence);
    return view_expand(v, body, &n);
}

static enum http_status create(struct request *rq, struct response *rs, const struct previo *p) {
    const char *token = token_new(rq->arena), *body = NULL;
    const char *url = arena_printf(rq->arena, "%s/jefe/%s", rq->base_url, token);
    struct q_servidor_jefe_crear_row made;
    enum err e = write_mail(rq, p, url, &body);
    if (e == ERR_OK) {
        e = q_servidor_jefe_crear(
            rq->db,
            &(struct q_servidor_jefe_crear_in){.vinculo_id = p->ficha.id,
                                               .token_hash = token_hash(rq->arena, token),
                                               .correo = form_text(rq, CORREO),
                                               .asunto = SUBJECT,
                                               .cuerpo = body},
            &made);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(made.resultado, "limite")) {
        return form_error(
            rq, CORREO,
            "Hoy ya envió por correo todos los enlaces que se permiten en un día. Deje "
            "el correo vacío y entregue el enlace usted, o inténtelo mañana.");
    }
    if (!str_eq(made.resultado, "ok")) {
        return str_eq(made.resultado, "no_encontrado")
                   ? HTTP_NOT_FOUND
                   : form_error_all(rq,
                                    "No hay ninguna etapa específica que ese jefe deba marcar.");
    }
    struct view *v = page(rq, rs, p);
    view_str(v, T_ENLACE, url);
    view_str(v, T_ENVIADO, form_text(rq, CORREO));
    return HTTP_OK;
}

enum http_status servidor_jefe_post(struct request *rq, struct response *rs) {
    struct previo p;
    struct q_servidor_jefe_anular_row row;
    enum err e = load(rq, &p);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (str_eq(form_text(rq, ACCION), "GENERAR")) {
        return p.jefe.jefe != NULL ? create(rq, rs, &p)
                                   : form_error_all(rq, "Primero indique al jefe inmediato.");
    }
    e = q_servidor_jefe_anular(rq->db,
                               &(struct q_servidor_jefe_anular_in){.vinculo_id = p.ficha.id}, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    response_notice(rs, "enlace_jefe_anulado");
    return response_redirect(rs, "/servidor/%lld/jefe", (long long)p.ficha.id);
}
