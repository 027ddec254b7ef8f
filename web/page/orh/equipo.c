/* The team of an ORH: its head names analysts, and a substitute until a date. */
#include "gen/q_orh.h"
#include "invitacion/cuenta.h"
#include "page/pages.h"

enum { QUE = INV_N, HASTA, MOTIVO };

static const struct option duties[] = {{"ORH_ANALISTA", "Analista de la ORH"},
                                       {"ORH_JEFE", "Me sustituye hasta una fecha"},
                                       {NULL, NULL}};

static const struct field fields[] = {
    INVITAR_FIELDS,
    [QUE] = {.name = "que",
             .label = "Qué hará",
             .kind = F_RADIO,
             .required = true,
             .options = duties,
             .missing = "Elija si será analista o le sustituirá."},
    [HASTA] = {.name = "hasta",
               .label = "Hasta",
               .kind = F_DATE,
               .hint = "Obligatoria si le sustituye. Para un analista, vacía: sin término."},
    [MOTIVO] = {.name = "motivo",
                .label = "Motivo o documento",
                .kind = F_TEXT,
                .max = 300,
                .width = "w100"},
};
const struct form orh_equipo_form = FORM(fields);

enum http_status orh_equipo_get(struct request *rq, struct response *rs) {
    struct q_orh_equipo_row *team = NULL;
    size_t n = 0;
    enum err e = q_orh_equipo(rq->db, &team, &n);
    if (e == ERR_OK) {
        e = invitar_options(rq);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    form_set(rq, QUE, "ORH_ANALISTA");
    struct view *v = response_page(rq, rs, "orh/equipo", "Equipo de la ORH");
    view_rows(v, T_EQUIPO, team, n, &q_orh_equipo_table);
    return HTTP_OK;
}

enum http_status orh_equipo_post(struct request *rq, struct response *rs) {
    bool stands_in = str_eq(form_text(rq, QUE), "ORH_JEFE");
    struct date until = form_date(rq, HASTA);
    if (stands_in && date_none(until)) {
        return form_error(rq, HASTA, "Escriba hasta qué día le sustituye.");
    }
    if (!date_none(until) && date_cmp(until, date_today()) < 0) {
        return form_error(rq, HASTA, "La fecha ya pasó: escriba hoy o un día posterior.");
    }
    return invitar_post(
        rq, rs,
        &(struct invitar){.rol = form_text(rq, QUE),
                          .rol_nombre =
                              stands_in ? "Jefatura de ORH (sustitución)" : "Analista de ORH",
                          .entidad_id = &rq->session.entidad_id,
                          .entidad = rq->session.entidad,
                          .hasta = until,
                          .motivo = form_text(rq, MOTIVO),
                          .sustituye_a = stands_in ? &rq->session.asignacion_id : NULL,
                          .campo_ambito = -1,
                          .campo_hasta = HASTA,
                          .volver = "/orh/equipo"});
}
