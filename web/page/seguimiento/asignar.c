/* SERVIR entrusts entities to a gestor: those ticked, or all that the filters find. */
#include "page/pages.h"
#include "page/seguimiento/filtro.h"

enum { PAGE_ROWS = 100 };
enum { MARCA = CARTERA_N, TODAS, DESTINO, MOTIVO };

static const struct field fields[] = {
    CARTERA_FIELDS,
    [MARCA] = {.name = "marca",
               .label = "Entidades",
               .kind = F_IDS,
               .bad = "No reconocemos lo que marcó. Recargue la página y vuelva a marcar."},
    [TODAS] = {.name = "todas",
               .label =
                   "Todas las entidades que coinciden con los filtros, también las que no caben "
                   "en esta página",
               .kind = F_CHECK},
    [DESTINO] = {.name = "destino",
                 .label = "Gestor que las acompañará",
                 .kind = F_ID,
                 .required = true,
                 .missing = "Elija al gestor que las acompañará."},
    [MOTIVO] = {.name = "motivo",
                .label = "Motivo",
                .width = "w100",
                .kind = F_TEXT,
                .max = 300,
                .hint = "Queda en la historia de cada entidad.",
                .autocomplete = "off"},
};
const struct form seguimiento_asignar_form = FORM(fields);

/* The gestores of the filter, without "all" and "none". */
static void load_targets(struct request *rq) {
    const struct option *known = rq->form->v[CARTERA_GESTOR].options;
    size_t n = 0;
    while (known[n].value != NULL) {
        n++;
    }
    struct option *targets = arena_calloc(rq->arena, n, sizeof targets[0]);
    targets[0] = (struct option){"", "Elija un gestor"};
    for (size_t i = 2; i < n; i++) {
        targets[i - 1] = known[i];
    }
    form_options(rq, DESTINO, targets);
}

enum http_status seguimiento_asignar_get(struct request *rq, struct response *rs) {
    struct q_seguimiento_cartera_in in = cartera_read(rq);
    struct q_seguimiento_cartera_row *rows = NULL;
    size_t n = 0;
    in.limite = PAGE_ROWS;
    enum err e = cartera_options(rq);
    if (e == ERR_OK) {
        e = q_seguimiento_cartera(rq->db, &in, &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    load_targets(rq);
    size_t shown = n == 0 || rows[0].id == NULL ? 0 : n;
    struct view *v = response_page(rq, rs, "seguimiento/asignar", "Asignar entidades a un gestor");
    view_rows(v, T_FILAS, rows, shown, &q_seguimiento_cartera_table);
    view_miles(v, T_TOTAL, n > 0 ? rows[0].total : 0);
    view_section(v, T_UNO, n > 0 && rows[0].total == 1);
    view_section(v, T_VARIOS, n == 0 || rows[0].total != 1);
    view_section(v, T_MUCHOS, n > 0 && rows[0].total > PAGE_ROWS);
    view_section(v, T_MARCADA, shown == 1);
    view_section(v, T_HAY_FILTROS, shown == 1 || *cartera_query(rq) != '\0');
    cartera_hidden(rq, v);
    return HTTP_OK;
}

static enum err assign(struct request *rq, struct q_seguimiento_asignar_row *row) {
    struct q_seguimiento_cartera_in in = cartera_read(rq);
    return q_seguimiento_asignar(
        rq->db,
        &(struct q_seguimiento_asignar_in){.entidad_id = in.entidad_id,
                                           .palabra1 = in.palabra1,
                                           .palabra2 = in.palabra2,
                                           .palabra3 = in.palabra3,
                                           .nivel = in.nivel,
                                           .region = in.region,
                                           .luz = in.luz,
                                           .gestor = in.gestor,
                                           .todas = form_checked(rq, TODAS),
                                           .marcadas = form_text(rq, MARCA),
                                           .destino = form_number(rq, DESTINO),
                                           .motivo = form_text(rq, MOTIVO)},
        row);
}

enum http_status seguimiento_asignar_post(struct request *rq, struct response *rs) {
    struct q_seguimiento_asignar_row row;
    if (!form_checked(rq, TODAS) && form_text(rq, MARCA) == NULL) {
        return form_error(rq, MARCA, "Marque por lo menos una entidad, o elija todas.");
    }
    enum err e = assign(rq, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(row.resultado, "gestor_invalido")) {
        return form_error(rq, DESTINO, "Esa cuenta ya no tiene el rol de gestor. Elija otra.");
    }
    if (str_eq(row.resultado, "entidad_invalida")) {
        return form_error(rq, MARCA, "Una de esas entidades ya no existe. Recargue la página.");
    }
    response_notice(rs, str_eq(row.resultado, "ok") ? "cartera_asignada" : "cartera_igual");
    return response_redirect(rs, "/seguimiento/cartera?gestor=%lld",
                             (long long)form_number(rq, DESTINO));
}
