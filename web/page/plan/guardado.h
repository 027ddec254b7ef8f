/* One task of a plan, or of SERVIR's template, read into the form of linea.h and saved from it. */
#ifndef PAGE_PLAN_GUARDADO_H
#define PAGE_PLAN_GUARDADO_H

#include <stdbool.h>
#include <stdint.h>

#include "core/err.h"
#include "gen/q_plan.h"
#include "http/request.h"
#include "http/response.h"

/* The task of the path as first values of its form, with the choices. `servir` as above. */
enum err guardado_load(struct request *rq, bool servir, struct q_plan_linea_row *row)
    __attribute__((warn_unused_result));
/* What was typed, as a new task of a draft: a template when `servir`, else a plan. HTTP_OK, or the
 * refusal to return. The same one twice is one. */
enum http_status guardado_add(struct request *rq, bool servir, int64_t de_id);
/* What was typed, into the task of the path; `de_id`: the plan or template that it is of. */
enum http_status guardado_change(struct request *rq, bool servir, int64_t *de_id);

#endif
