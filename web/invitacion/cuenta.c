#include "invitacion/cuenta.h"

#include "catalogo/catalogo.h"
#include "core/str.h"
#include "gen/q_invitacion.h"
#include "invitacion/invitacion.h"

enum err invitar_options(struct request *rq) {
    return catalogo_documentos(rq, INV_TIPO);
}

static const char *typed_name(struct request *rq) {
    const char *names = form_text(rq, INV_NOMBRES), *first = form_text(rq, INV_PATERNO);
    if (names == NULL) {
        return NULL;
    }
    return first != NULL ? arena_printf(rq->arena, "%s %s", names, first) : names;
}

static enum http_status refuse_at(struct request *rq, int field, const char *message) {
    return field >= 0 ? form_error(rq, (size_t)field, message) : form_error_all(rq, message);
}

/* What the database answered, when it gave no account. */
static enum http_status refuse(struct request *rq, const struct invitar *how,
                               const char *resultado) {
    if (str_eq(resultado, "documento_invalido")) {
        return form_error(rq, INV_DOCUMENTO, "Revise el número: no corresponde a ese documento.");
    }
    if (str_eq(resultado, "faltan_nombres")) {
        return form_error(rq, INV_NOMBRES,
                          "El portal no conoce a esta persona: escriba sus nombres y un apellido.");
    }
    if (str_eq(resultado, "ya_asignado")) {
        return form_error_all(rq, "Esa persona ya tiene ese rol. Si perdió su enlace, genere uno "
                                  "nuevo desde su cuenta.");
    }
    if (str_eq(resultado, "fecha_invalida")) {
        return refuse_at(rq, how->campo_hasta, "La fecha ya pasó: escriba hoy o un día posterior.");
    }
    if (str_eq(resultado, "sustitucion_larga")) {
        return refuse_at(rq, how->campo_hasta, "Una sustitución dura un año como máximo.");
    }
    if (str_eq(resultado, "cuenta_ajena")) {
        return form_error_all(rq, "La cuenta de esa persona la creó la ORH de otra entidad. Pida "
                                  "a SERVIR que le dé este rol: recibirá un enlace nuevo.");
    }
    if (str_eq(resultado, "es_sustituto")) {
        return form_error_all(rq, "Usted sustituye a la jefatura: no puede nombrar a otro "
                                  "sustituto. Pídalo a la jefatura o a SERVIR.");
    }
    if (str_eq(resultado, "ambito_invalido")) {
        return refuse_at(rq, how->campo_ambito, "Indique la entidad o la región de este rol.");
    }
    return HTTP_FORBIDDEN;
}

static enum err give(struct request *rq, const struct invitar *how, const struct invitacion *link,
                     struct q_invitacion_cuenta_row *out) {
    return q_invitacion_cuenta(
        rq->db,
        &(struct q_invitacion_cuenta_in){.tipo_documento = form_text(rq, INV_TIPO),
                                         .numero = form_text(rq, INV_DOCUMENTO),
                                         .nombres = form_text(rq, INV_NOMBRES),
                                         .apellido_paterno = form_text(rq, INV_PATERNO),
                                         .apellido_materno = form_text(rq, INV_MATERNO),
                                         .correo = form_text(rq, INV_CORREO),
                                         .rol = how->rol,
                                         .entidad_id = how->entidad_id,
                                         .regiones = how->regiones,
                                         .entidades = how->entidades,
                                         .hasta = how->hasta,
                                         .motivo = how->motivo,
                                         .sustituye_a = how->sustituye_a,
                                         .token_hash = link->hash,
                                         .asunto = link->asunto,
                                         .cuerpo = link->cuerpo},
        out);
}

enum http_status invitar_post(struct request *rq, struct response *rs, const struct invitar *how) {
    struct invitacion link;
    struct q_invitacion_cuenta_row given;
    struct q_invitacion_correo_row account;
    bool found = false;
    enum err e = invitacion_new(rq,
                                &(struct invitacion_para){.nombre = typed_name(rq),
                                                          .rol = how->rol_nombre,
                                                          .entidad = how->entidad},
                                &link);
    if (e == ERR_OK) {
        e = give(rq, how, &link, &given);
    }
    if (e != ERR_OK) {
        return form_db_error(rq, e);
    }
    if (str_eq(given.resultado, "ya_tiene_cuenta")) {
        return invitacion_show_known(rq, rs, how->volver);
    }
    if (!str_eq(given.resultado, "ok") || given.usuario_id == NULL) {
        return refuse(rq, how, given.resultado);
    }
    e = q_invitacion_correo(rq->db, &(struct q_invitacion_correo_in){.id = *given.usuario_id},
                            &account, &found);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    return invitacion_show(rq, rs, &link, found ? account.correo : NULL, how->volver);
}
