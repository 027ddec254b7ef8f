#include "page/seguimiento/filtro.h"

#include "busqueda/busqueda.h"
#include "catalogo/catalogo.h"
#include "core/str.h"
#include "gen/tpl.h"
#include "http/url.h"

const struct option cartera_luces[] = {
    {"", "Todas"}, {"ROJO", "Rojo"}, {"AMBAR", "Ámbar"}, {"VERDE", "Verde"}, {NULL, NULL}};

enum err cartera_options(struct request *rq) {
    struct q_seguimiento_gestores_row *rows = NULL;
    size_t n = 0;
    enum err e = catalogo_regiones(rq, CARTERA_REGION);
    if (e == ERR_OK) {
        e = q_seguimiento_gestores(rq->db, &rows, &n);
    }
    if (e != ERR_OK) {
        return e;
    }
    struct option *options = arena_calloc(rq->arena, n + 3, sizeof options[0]);
    options[0] = (struct option){"", "Todos"};
    options[1] = (struct option){"SIN", "Sin gestor"};
    for (size_t i = 0; i < n; i++) {
        options[i + 2] = (struct option){rows[i].id, rows[i].nombre};
    }
    form_options(rq, CARTERA_GESTOR, options);
    return ERR_OK;
}

struct q_seguimiento_cartera_in cartera_read(struct request *rq) {
    struct busqueda typed = busqueda_read(rq->arena, form_text(rq, CARTERA_Q));
    return (struct q_seguimiento_cartera_in){
        .entidad_id = form_number_opt(rq, CARTERA_ENTIDAD),
        .palabra1 = typed.palabra[0],
        .palabra2 = typed.palabra[1],
        .palabra3 = typed.palabra[2],
        .nivel = form_text(rq, CARTERA_NIVEL),
        .region = form_text(rq, CARTERA_REGION),
        .luz = form_text(rq, CARTERA_LUZ),
        .gestor = form_text(rq, CARTERA_GESTOR),
    };
}

const char *cartera_query(struct request *rq) {
    struct buf b = buf_new(rq->arena, REQUEST_QUERY_MAX);
    for (size_t i = 0; i < CARTERA_N; i++) {
        const struct form_value *value = &rq->form->v[i];
        if (value->present && *value->raw != '\0' && value->error == NULL) {
            buf_printf(&b, "%s=%s&", rq->form->form->fields[i].name,
                       url_encode(rq->arena, value->raw));
        }
    }
    return b.p;
}

void cartera_hidden(struct request *rq, struct view *v) {
    for (size_t i = 0; i < CARTERA_N; i++) {
        if (rq->form->v[i].present && *rq->form->v[i].raw != '\0') {
            struct view *hidden = view_add(v, T_FILTROS);
            view_str(hidden, T_NOMBRE, rq->form->form->fields[i].name);
            view_str(hidden, T_VALOR, rq->form->v[i].raw);
        }
    }
}
