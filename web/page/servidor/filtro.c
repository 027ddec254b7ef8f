#include "page/servidor/filtro.h"

#include "busqueda/busqueda.h"
#include "core/str.h"
#include "http/form.h"
#include "http/url.h"

static const int64_t *scope_entity(struct request *rq) {
    return rq->session.entidad_id != 0 ? &rq->session.entidad_id
                                       : form_number_opt(rq, FILTRO_ENTIDAD);
}

struct q_servidor_lista_in filtro_read(struct request *rq) {
    struct busqueda typed = busqueda_read(rq->arena, form_text(rq, FILTRO_Q));
    const char *period = form_text(rq, FILTRO_VIGENCIA);
    return (struct q_servidor_lista_in){
        .entidad_id = scope_entity(rq),
        .palabra1 = typed.palabra[0],
        .palabra2 = typed.palabra[1],
        .palabra3 = typed.palabra[2],
        .organo_id = form_number_opt(rq, FILTRO_UNIDAD),
        .etapa = form_text(rq, FILTRO_ETAPA),
        .estado = form_text(rq, FILTRO_ESTADO),
        .desde = form_date(rq, FILTRO_DESDE),
        .hasta = form_date(rq, FILTRO_HASTA),
        .vigencia = period != NULL ? period : "VIGENTES",
        .sin_jefe = form_checked(rq, FILTRO_SIN_JEFE),
        .despues_de = form_number_opt(rq, FILTRO_DESPUES),
        .hoy = date_today(),
        .edicion_id = form_number_opt(rq, FILTRO_EDICION),
        .situacion = form_text(rq, FILTRO_SITUACION),
        .nivel = form_text(rq, FILTRO_NIVEL),
        .region = form_text(rq, FILTRO_REGION),
        .regimen = form_text(rq, FILTRO_REGIMEN),
        .sexo = form_text(rq, FILTRO_SEXO),
    };
}

enum err filtro_count(struct request *rq, const struct q_servidor_lista_in *in, int32_t limit,
                      int64_t *total) {
    struct q_servidor_cuenta_row row = {0};
    enum err e = q_servidor_cuenta(rq->db,
                                   &(struct q_servidor_cuenta_in){.entidad_id = in->entidad_id,
                                                                  .palabra1 = in->palabra1,
                                                                  .palabra2 = in->palabra2,
                                                                  .palabra3 = in->palabra3,
                                                                  .organo_id = in->organo_id,
                                                                  .etapa = in->etapa,
                                                                  .estado = in->estado,
                                                                  .desde = in->desde,
                                                                  .hasta = in->hasta,
                                                                  .vigencia = in->vigencia,
                                                                  .sin_jefe = in->sin_jefe,
                                                                  .hoy = in->hoy,
                                                                  .limite = limit,
                                                                  .edicion_id = in->edicion_id,
                                                                  .situacion = in->situacion,
                                                                  .nivel = in->nivel,
                                                                  .region = in->region,
                                                                  .regimen = in->regimen,
                                                                  .sexo = in->sexo},
                                   &row);
    *total = row.total;
    return e;
}

const char *filtro_query(struct request *rq, enum filtro skip) {
    struct buf b = buf_new(rq->arena, REQUEST_QUERY_MAX);
    for (size_t i = 0; i < FILTRO_VISTA; i++) {
        const struct form_value *value = &rq->form->v[i];
        if (i != (size_t)skip && value->present && *value->raw != '\0' && value->error == NULL) {
            buf_printf(&b, "%s%s=%s", b.n > 0 ? "&" : "", rq->form->form->fields[i].name,
                       url_encode(rq->arena, value->raw));
        }
    }
    return b.p;
}

bool filtro_cut(struct request *rq) {
    return busqueda_read(rq->arena, form_text(rq, FILTRO_Q)).sobran;
}

bool filtro_de_cifra(const struct q_servidor_lista_in *in) {
    bool overdue = str_eq(in->estado, "VENCIDA") && str_eq(in->vigencia, "VIGENTES") &&
                   in->palabra1 == NULL && in->organo_id == NULL && date_none(in->desde) &&
                   date_none(in->hasta) && !in->sin_jefe;
    return overdue || in->edicion_id != NULL || in->situacion != NULL || in->nivel != NULL ||
           in->region != NULL || in->regimen != NULL || in->sexo != NULL;
}

bool filtro_active(const struct request *rq) {
    for (size_t i = FILTRO_UNIDAD; i <= FILTRO_SEXO; i++) {
        const char *text = form_text(rq, i);
        if (text != NULL && !(i == FILTRO_VIGENCIA && str_eq(text, "VIGENTES"))) {
            return true;
        }
    }
    return false;
}
