#include "tarea/pedido.h"

#include <string.h>

#include "core/utf8.h"
#include "http/form.h"
#include "tarea/evidencia.h"

enum { SAID_MAX = 500, FILES_MAX = 10 };

#define FILE_FIELD PEDIDO_PREFIX "f-"

const char *pedido_campo(struct request *rq, char clase, int64_t id) {
    return arena_printf(rq->arena, PEDIDO_PREFIX "%c-%lld", clase, (long long)id);
}

const char *pedido_escrito(struct request *rq, char clase, int64_t id) {
    return rq->redisplay ? params_get(&rq->body, pedido_campo(rq, clase, id)) : NULL;
}

/* "12.3" as 12 and its rest "3", nothing else: a line of the request is made of it. */
static bool split(struct request *rq, const char *item, size_t n, int64_t *id, const char **rest) {
    const char *one = arena_strndup(rq->arena, item, n), *dot = strchr(one, '.');
    *rest = dot != NULL ? dot + 1 : "";
    size_t digits = strspn(*rest, "0123456789");
    return digits > 0 && (*rest)[digits] == '\0' &&
           str_int64(arena_strndup(rq->arena, one, (size_t)(dot - one)), 1, INT64_MAX, id);
}

/* The boxes one by one; the date of a row is asked for when `el` is none of its own. */
static bool add_all(struct request *rq, struct buf *b, size_t campo, char clase,
                    const struct date *el) {
    const char *list = form_text(rq, campo);
    while (list != NULL && *list != '\0') {
        size_t n = strcspn(list, ",");
        const char *version = "";
        struct date day = {0};
        int64_t id = 0;
        if (!split(rq, list, n, &id, &version)) {
            return false;
        }
        const char *typed = params_get(&rq->body, pedido_campo(rq, clase, id));
        if (el == NULL && (typed == NULL || !date_parse(typed, &day))) {
            return false;
        }
        buf_printf(b, "%c|%lld|%s|%s|\n", clase, (long long)id, version,
                   date_iso(rq->arena, el != NULL ? *el : day));
        list += n + (list[n] == ',' ? 1 : 0);
    }
    return true;
}

bool pedido_fechadas(struct request *rq, struct buf *b, size_t campo, char clase) {
    return add_all(rq, b, campo, clase, NULL);
}

void pedido_marcas(struct request *rq, struct buf *b, size_t campo, char clase, struct date el) {
    (void)add_all(rq, b, campo, clase, &el); /* the form layer has checked the boxes */
}

bool pedido_dicho(struct request *rq, struct buf *b, char clase, const char *id_version,
                  const char *texto) {
    const char *version = "", *said = texto != NULL ? texto : "";
    int64_t id = 0;
    if (!split(rq, id_version, strlen(id_version), &id, &version) ||
        utf8_has_control(said, false) || utf8_length(said) > SAID_MAX) {
        return false;
    }
    buf_printf(b, "%c|%lld|%s||%s\n", clase, (long long)id, version,
               utf8_clean(rq->arena, said, false));
    return true;
}

/* One file as a line; what is wrong with it, or NULL. */
static const char *add_file(struct request *rq, struct buf *b, const struct upload *u) {
    const char *version = "", *item = u->name + strlen(FILE_FIELD);
    struct evidencia file;
    struct date day = {0};
    int64_t id = 0;
    if (!split(rq, item, strlen(item), &id, &version)) {
        return "Recargue la página y vuelva a elegir";
    }
    const char *typed = params_get(&rq->body, pedido_campo(rq, 't', id));
    if (typed != NULL && !date_parse(typed, &day)) {
        return "Revise la fecha de la tarea de";
    }
    if (u->n == 0 || u->n > ARCHIVO_BYTES_MAX) {
        return u->n == 0 ? "Está vacío" : "Pesa más de 5 MB";
    }
    if (evidencia_guardar(rq, u, &file) != ERR_OK) {
        return "No se pudo guardar";
    }
    if (file.tipo == NULL) {
        return "No es un PDF ni una foto JPG, PNG o WebP";
    }
    buf_printf(b, "f|%lld|%s|%s|%s %s %d %s\n", (long long)id, version,
               day.year != 0 ? date_iso(rq->arena, day) : "", file.sha256, file.tipo,
               (int)file.bytes, file.nombre);
    return NULL;
}

enum http_status pedido_archivos(struct request *rq, struct buf *b) {
    if (rq->files.n > FILES_MAX) {
        return form_error_all(rq, "Eligió más de diez archivos. No se guardó nada; elija hasta "
                                  "diez, guarde, y después los demás.");
    }
    for (size_t i = 0; i < rq->files.n; i++) {
        const struct upload *u = &rq->files.v[i];
        const char *bad = str_starts(u->name, FILE_FIELD) ? add_file(rq, b, u) : NULL;
        if (bad != NULL) {
            return form_error_all(
                rq,
                arena_printf(rq->arena, "%s: «%s». No se guardó nada; elija los archivos otra vez.",
                             bad, archivo_nombre(rq->arena, u->filename)));
        }
    }
    return HTTP_OK;
}

enum http_status pedido_hecho(struct request *rq, size_t campo, int32_t hechas, int32_t fallidas,
                              const char *detalle) {
    if (fallidas > 0) {
        return form_error_all(rq,
                              arena_printf(rq->arena, "No se guardó nada. %s.%s", detalle,
                                           rq->files.n > 0 ? " Elija los archivos otra vez." : ""));
    }
    return hechas > 0 ? HTTP_OK : form_error(rq, campo, PEDIDO_BAD);
}
