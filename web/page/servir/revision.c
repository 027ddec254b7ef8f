/* The queue of SERVIR: finished stages, odd ones first; many are validated in one step. */
#include <stdlib.h>

#include "busqueda/busqueda.h"
#include "catalogo/catalogo.h"
#include "catalogo/entidad.h"
#include "gen/q_servir.h"
#include "http/url.h"
#include "page/pages.h"

enum { PAGE_ROWS = 50 };
enum { MARCA, CONFIRMO, ETAPA, Q, ENTIDAD, NIVEL, REGION, RARAS, LLEGO, DESPUES };

static const struct option oddities[] = {{"", "Todas"},
                                         {"1", "Con algo que mirar"},
                                         {"FECHAS", "Fechas fuera de orden"},
                                         {"RAPIDA", "Demasiado rápidas"},
                                         {"PLAZO", "Fuera de plazo"},
                                         {"REPETIDA", "Con la misma evidencia"},
                                         {"SIN_EVIDENCIA", "Sin la evidencia pedida"},
                                         {"TAREAS", "Con tareas sin hacer"},
                                         {"HORAS", "Con menos horas"},
                                         {"CONFORMIDAD", "Sin conformidad"},
                                         {"0", "Sin nada extraño"},
                                         {NULL, NULL}};
/* Days as revision_cola() takes them: within, or longer ago. */
static const struct option arrivals[] = {{"", "Todas"},
                                         {"1", "Desde ayer"},
                                         {"7", "En los últimos 7 días"},
                                         {"-15", "Hace más de 15 días"},
                                         {"-30", "Hace más de 30 días"},
                                         {"-60", "Hace más de 60 días"},
                                         {NULL, NULL}};

static const struct field fields[] = {
    [MARCA] = {.name = "marca",
               .label = "Etapas",
               .kind = F_IDS,
               .required = true,
               .missing = "Marque por lo menos una etapa.",
               .bad = "No reconocemos lo que marcó. Recargue la página y vuelva a marcar."},
    [CONFIRMO] = {.name = "confirmo",
                  .label = "Revisé las etapas marcadas. Al validarlas ya no se modifican.",
                  .kind = F_CHECK,
                  .required = true,
                  .missing = "Confirme que revisó las etapas marcadas."},
    [ETAPA] = {.name = "etapa",
               .label = "Etapa",
               .kind = F_SELECT,
               .query = true,
               .options = catalogo_etapas},
    [Q] = {.name = "q",
           .label = "Entidad",
           .kind = F_TEXT,
           .query = true,
           .max = 80,
           .autocomplete = "off"},
    [ENTIDAD] = {.name = "entidad", .label = "Una entidad", .kind = F_ID, .query = true},
    [NIVEL] = {.name = "nivel",
               .label = "Nivel de gobierno",
               .kind = F_SELECT,
               .query = true,
               .options = entidad_niveles},
    [REGION] = {.name = "region", .label = "Región", .kind = F_SELECT, .query = true},
    [RARAS] =
        {.name = "raras", .label = "Mostrar", .kind = F_SELECT, .query = true, .options = oddities},
    [LLEGO] = {.name = "llego",
               .label = "Llegó a la revisión",
               .kind = F_SELECT,
               .query = true,
               .options = arrivals},
    [DESPUES] = {.name = "despues", .label = "Página", .kind = F_ID, .query = true},
};
const struct form servir_revision_form = FORM(fields);

static enum err load_queue(struct request *rq, struct q_servir_revision_row **rows, size_t *n) {
    struct busqueda typed = busqueda_read(rq->arena, form_text(rq, Q));
    const char *days = form_text(rq, LLEGO);
    int32_t llego = days == NULL ? 0 : (int32_t)strtol(days, NULL, 10);
    return q_servir_revision(
        rq->db,
        &(struct q_servir_revision_in){.entidad_id = form_number_opt(rq, ENTIDAD),
                                       .palabra1 = typed.palabra[0],
                                       .palabra2 = typed.palabra[1],
                                       .palabra3 = typed.palabra[2],
                                       .nivel = form_text(rq, NIVEL),
                                       .region = form_text(rq, REGION),
                                       .etapa = form_text(rq, ETAPA),
                                       .raras = form_text(rq, RARAS),
                                       .llego = days == NULL ? NULL : &llego,
                                       .hoy = date_today(),
                                       .despues_de = form_number_opt(rq, DESPUES),
                                       .enviado = rq->form->submitted,
                                       .marcadas = form_text(rq, MARCA),
                                       .limite = PAGE_ROWS + 1},
        rows, n);
}

static const char *address(struct request *rq) {
    struct buf b = buf_new(rq->arena, REQUEST_QUERY_MAX);
    for (size_t i = ETAPA; i < DESPUES; i++) {
        const struct form_value *value = &rq->form->v[i];
        if (*value->raw != '\0' && value->error == NULL) {
            buf_printf(&b, "%c%s=%s", b.n == 0 ? '?' : '&', fields[i].name,
                       url_encode(rq->arena, value->raw));
        }
    }
    return arena_printf(rq->arena, "/servir/revision%s", b.p);
}

/* The evidence of each stage follows in the same order as the stages. */
static enum err show_rows(struct request *rq, struct view *v, struct q_servir_revision_row *rows,
                          size_t n) {
    struct buf ids = buf_new(rq->arena, REQUEST_QUERY_MAX);
    struct q_servir_revision_evidencias_row *files = NULL;
    size_t n_files = 0, at = 0;
    for (size_t i = 0; i < n; i++) {
        buf_printf(&ids, "%s%lld", i > 0 ? "," : "", (long long)rows[i].id);
    }
    enum err e = q_servir_revision_evidencias(
        rq->db, &(struct q_servir_revision_evidencias_in){.ids = ids.p}, &files, &n_files);
    for (size_t i = 0; i < n && e == ERR_OK; i++) {
        size_t first = at;
        while (at < n_files && files[at].etapa_id == rows[i].id) {
            at++;
        }
        struct view *line = view_add(v, T_FILAS);
        view_row(line, &rows[i], &q_servir_revision_table);
        view_rows(line, T_ARCHIVOS, files + first, at - first, &q_servir_revision_evidencias_table);
        view_int(line, T_CUANTOS, (int64_t)(at - first));
    }
    return e;
}

/* What this person decided a moment ago is taken back from here. */
static enum err show_last(struct request *rq, struct view *v) {
    struct q_servir_revision_deshacer_row *row = arena_calloc(rq->arena, 1, sizeof *row);
    bool found = false;
    enum err e = q_servir_revision_deshacer(rq->db, row, &found);
    if (e == ERR_OK && found) {
        view_row(v, row, &q_servir_revision_deshacer_table);
    }
    return e;
}

static enum err show(struct request *rq, struct view *v, struct q_servir_revision_row *rows,
                     size_t n) {
    bool more = n > PAGE_ROWS;
    view_section(v, T_HAY_FILAS, n > 0);
    view_section(v, T_NO_FILAS, n == 0);
    view_section(v, T_PUEDE_DECIDIR, (rq->session.rol & (ROL_ADMIN | ROL_REVISOR)) != 0);
    view_section(v, T_CON_FILTROS,
                 form_text(rq, NIVEL) != NULL || form_text(rq, REGION) != NULL ||
                     form_text(rq, LLEGO) != NULL);
    view_section(v, T_UNA_ENTIDAD, form_number_opt(rq, ENTIDAD) != NULL);
    for (size_t i = ETAPA; i <= DESPUES; i++) {
        if (*rq->form->v[i].raw != '\0' && rq->form->v[i].error == NULL) {
            struct view *hidden = view_add(v, T_FILTROS);
            view_str(hidden, T_NOMBRE, fields[i].name);
            view_str(hidden, T_VALOR, rq->form->v[i].raw);
        }
    }
    response_pages(rq, v, DESPUES, address(rq), more ? &rows[PAGE_ROWS - 1].id : NULL);
    return show_rows(rq, v, rows, more ? PAGE_ROWS : n);
}

enum http_status servir_revision_get(struct request *rq, struct response *rs) {
    struct q_servir_revision_row *rows = NULL;
    struct q_servir_revision_total_row total;
    size_t n = 0;
    enum err e = catalogo_regiones(rq, REGION);
    if (e == ERR_OK) {
        e = load_queue(rq, &rows, &n);
    }
    if (e == ERR_OK) {
        e = q_servir_revision_total(
            rq->db, &(struct q_servir_revision_total_in){.hoy = date_today()}, &total);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "servir/revision", "Revisión de etapas");
    view_miles(v, T_TOTAL, total.total > 1000 ? 1000 : total.total);
    view_section(v, T_MUCHAS, total.total > 1000);
    view_miles(v, T_RARAS, total.raras > 1000 ? 1000 : total.raras);
    view_section(v, T_MUCHAS_RARAS, total.raras > 1000);
    view_miles(v, T_NUEVAS, total.nuevas > 1000 ? 1000 : total.nuevas);
    view_section(v, T_MUCHAS_NUEVAS, total.nuevas > 1000);
    e = show(rq, v, rows, n);
    if (e == ERR_OK) {
        e = show_last(rq, v);
    }
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

enum http_status servir_revision_post(struct request *rq, struct response *rs) {
    struct q_servir_revision_validar_row row;
    enum err e = q_servir_revision_validar(
        rq->db, &(struct q_servir_revision_validar_in){.etapas = form_text(rq, MARCA)}, &row);
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (row.fallidas > 0) {
        return form_error_all(rq, arena_printf(rq->arena, "No se validó nada. %s.", row.detalle));
    }
    response_notice(rs, row.ajenas > 0 ? "etapas_ya_validadas" : "etapas_validadas");
    return response_redirect(rs, "%s", address(rq));
}
