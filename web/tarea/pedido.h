/* A page of tasks: boxes "id.version", each with a date field of its own, sent to the database as
 * one text that it takes apart (tareas_pedidas). */
#ifndef TAREA_PEDIDO_H
#define TAREA_PEDIDO_H

#include "core/str.h"
#include "core/time.h"
#include "http/request.h"
#include "http/response.h"

/* Fields that a page of tasks names by row: the date is d-CLASS-ID, what is said is d-k-ID. A form
 * that has them says so with .prefix = PEDIDO_PREFIX. */
#define PEDIDO_PREFIX "d-"
/* For `.bad` of a field of boxes. */
#define PEDIDO_BAD "No reconocemos lo que marcó. Recargue la página y vuelva a marcar."

/* The name of the field of a row. */
const char *pedido_campo(struct request *rq, char clase, int64_t id);
/* What was typed there, NULL when the form was not sent. */
const char *pedido_escrito(struct request *rq, char clase, int64_t id);
/* Adds the boxes ticked in `campo` (a field of kind F_IDS) as lines of this class, each with the
 * date of its own field. False when a date is missing or is none. */
bool pedido_fechadas(struct request *rq, struct buf *b, size_t campo, char clase);
/* The same with one date for all; a date of year 0 is none. */
void pedido_marcas(struct request *rq, struct buf *b, size_t campo, char clase, struct date el);
/* Adds one line that says something. False when it is too long or has invisible characters. */
bool pedido_dicho(struct request *rq, struct buf *b, char clase, const char *id_version,
                  const char *texto);
/* What the database did with many: HTTP_OK, or a refusal that says what stopped them all, or at
 * `campo` that none of them was known. */
enum http_status pedido_hecho(struct request *rq, size_t campo, int32_t hechas, int32_t fallidas,
                              const char *detalle);
/* Adds the files sent, one a task: their fields are d-f-ID.VERSION, their days those of the tasks.
 * HTTP_OK, or a refusal that names the file. */
enum http_status pedido_archivos(struct request *rq, struct buf *b);

#endif
