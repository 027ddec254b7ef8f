#include "page/plan/linea.h"

#include <ctype.h>

#include "catalogo/catalogo.h"
#include "core/str.h"
#include "gen/q_plan.h"
#include "gen/tpl.h"

static const struct option who[] = {{"ORH", "La ORH"},
                                    {"JEFE", "El jefe inmediato"},
                                    {"SERVIDOR", "El servidor que ingresa"},
                                    {"TUTOR", "El tutor que lo acompaña"},
                                    {NULL, NULL}};
static const struct option when[] = {{"HABIL_DESPUES", "días hábiles después de ingresar"},
                                     {"HABIL_ANTES", "días hábiles antes de ingresar"},
                                     {"CALENDARIO_DESPUES", "días calendario después de ingresar"},
                                     {"CALENDARIO_ANTES", "días calendario antes de ingresar"},
                                     {NULL, NULL}};
/* The template begins with the first, an entity with the second. */

/* "2", "1.5" or "1,5", from half an hour to 400. */
static const char *check_hours(struct request *rq, const char *text) {
    size_t whole = 0;
    (void)rq;
    while (isdigit((unsigned char)text[whole]) != 0) {
        whole++;
    }
    const char *rest = text + whole;
    bool plain = *rest == '\0';
    bool tenth =
        (*rest == '.' || *rest == ',') && isdigit((unsigned char)rest[1]) != 0 && rest[2] == '\0';
    int64_t n = 0;
    bool sized = whole >= 1 && whole <= 3 && (plain || tenth);
    for (size_t i = 0; sized && i < whole; i++) {
        n = n * 10 + (text[i] - '0');
    }
    bool zero = n == 0 && (plain || rest[1] == '0');
    return sized && !zero && (n < 400 || (n == 400 && (plain || rest[1] == '0')))
               ? NULL
               : "Horas: escriba un número, por ejemplo 2 o 1.5; 400 como máximo.";
}

const struct field linea_campos[LIN_CAMPOS] = {
    [LIN_VERSION] = {.name = "version", .label = "Versión", .kind = F_ID},
    [LIN_TITULO] = {.name = "titulo",
                    .label = "Qué se hace",
                    .kind = F_TEXT,
                    .required = true,
                    .min = 3,
                    .max = 150,
                    .width = "w100",
                    .hint = "Por ejemplo: Recorrido por la sede y presentación del equipo.",
                    .missing = "Escriba qué se hace.",
                    .autocomplete = "off"},
    [LIN_ETAPA] = {.name = "etapa", .label = "Etapa", .kind = F_SELECT, .required = true},
    [LIN_QUIEN] = {.name = "quien",
                   .label = "Quién lo hace",
                   .kind = F_SELECT,
                   .required = true,
                   .options = who},
    [LIN_DIAS] = {.name = "dias",
                  .label = "Cuándo: número de días",
                  .kind = F_INT,
                  .required = true,
                  .high = 365,
                  .width = "w5",
                  .hint = "0: el día que ingresa.",
                  .missing = "Escriba cuántos días; 0 es el día que ingresa."},
    [LIN_CUANDO] = {.name = "cuando",
                    .label = "Contados en",
                    .kind = F_SELECT,
                    .required = true,
                    .options = when},
    [LIN_HORAS] = {.name = "horas",
                   .label = "Horas",
                   .kind = F_TEXT,
                   .max = 5,
                   .width = "w5",
                   .inputmode = "decimal",
                   .check = check_hours,
                   .autocomplete = "off"},
    [LIN_EVIDENCIA] = {.name = "evidencia",
                       .label = "Pide evidencia (archivo o foto)",
                       .kind = F_CHECK},
    [LIN_OPCIONAL] = {.name = "opcional", .label = "Es opcional", .kind = F_CHECK},
    [LIN_DESCRIPCION] = {.name = "descripcion",
                         .label = "Indicaciones",
                         .kind = F_TEXTAREA,
                         .max = 1000},
    [LIN_MATERIAL] = {.name = "material", .label = "Material", .kind = F_ID},
    [LIN_REGIMEN] = {.name = "regimen",
                     .label = "Solo para estos regímenes",
                     .hint = "Ninguno marcado: para todos.",
                     .kind = F_CHECKS},
    [LIN_GRUPO] = {.name = "grupo",
                   .label = "Solo para estos grupos",
                   .hint = "Ninguno marcado: para todos.",
                   .kind = F_CHECKS},
    [LIN_UNIDAD] = {.name = "unidad", .label = "Solo para la unidad", .kind = F_ID},
    [LIN_PRIMER] = {.name = "primer_ingreso",
                    .label = "Solo para quienes ingresan al Estado por primera vez",
                    .kind = F_CHECK},
};

/* The choices of one list among all the rows, after one for `none`, if any. */
static const struct option *pick(struct request *rq, const struct q_plan_opciones_row *rows,
                                 size_t n, const char *list, const char *none) {
    struct option *options = arena_calloc(rq->arena, n + 2, sizeof options[0]);
    size_t used = 0;
    if (none != NULL) {
        options[used++] = (struct option){"", none};
    }
    for (size_t i = 0; i < n; i++) {
        if (str_eq(rows[i].lista, list)) {
            options[used++] = (struct option){rows[i].codigo, rows[i].nombre};
        }
    }
    return options;
}

enum err linea_opciones(struct request *rq, bool servir) {
    struct q_plan_opciones_row *rows = NULL;
    size_t n = 0;
    enum err e = q_plan_opciones(
        rq->db, &(struct q_plan_opciones_in){.entidad_id = rq->session.entidad_id}, &rows, &n);
    form_options(rq, LIN_ETAPA, catalogo_etapas + (servir ? 1 : 2));
    form_options(rq, LIN_REGIMEN, pick(rq, rows, n, "REGIMEN", NULL));
    form_options(rq, LIN_GRUPO, pick(rq, rows, n, "GRUPO", NULL));
    form_options(rq, LIN_UNIDAD, pick(rq, rows, n, "UNIDAD", "Todas"));
    form_options(rq, LIN_MATERIAL, pick(rq, rows, n, "MATERIAL", "Ninguno"));
    return e;
}

void linea_nueva(struct request *rq) {
    form_set(rq, LIN_ETAPA, "ENTIDAD");
    form_set(rq, LIN_QUIEN, "ORH");
    form_set(rq, LIN_DIAS, "3");
    form_set(rq, LIN_CUANDO, "HABIL_DESPUES");
}

enum err linea_lista(struct request *rq, struct view *v, int64_t plan_id, int64_t plantilla_id) {
    struct q_plan_lineas_row *rows = NULL;
    size_t n = 0, at = 0;
    enum err e = q_plan_lineas(
        rq->db,
        &(struct q_plan_lineas_in){.plan_id = plan_id != 0 ? &plan_id : NULL,
                                   .plantilla_id = plantilla_id != 0 ? &plantilla_id : NULL},
        &rows, &n);
    struct view *list = view_include(v, T_LINEAS_LISTA, "part/plan_lineas");
    view_section(list, T_SIN_LINEAS, n == 0);
    while (e == ERR_OK && at < n) {
        size_t first = at;
        while (at < n && str_eq(rows[at].etapa, rows[first].etapa)) {
            at++;
        }
        struct view *stage = view_add(list, T_ETAPAS);
        view_str(stage, T_ETAPA_NOMBRE, rows[first].etapa_nombre);
        view_rows(stage, T_LINEAS, &rows[first], at - first, &q_plan_lineas_table);
    }
    return e;
}
