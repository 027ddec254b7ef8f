/* What Moodle's answers mean, checked for their shape: another one is no answer. */
#ifndef MOODLE_RESPUESTA_H
#define MOODLE_RESPUESTA_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/str.h"

/* core_webservice_get_site_info: NULL when the service offers all of `functions` (NULL at its end),
 * else the first it lacks. False when it is no such answer. */
bool respuesta_sitio(const json_t *json, const char *const *functions, const char **missing);
struct inscritos {
    size_t pagina;        /* users of the last page */
    size_t todos;         /* of all pages */
    size_t con_documento; /* whose user name or ID number the service's account may see */
};
/* core_enrol_get_enrolled_users: adds who takes part (not who only teaches) as objects of a JSON
 * list, counts on in *seen. */
bool respuesta_inscritos(struct arena *a, const json_t *json, struct buf *list,
                         struct inscritos *seen);
/* core_completion_get_course_completion_status: adds ,"fin":"…" with the second it was finished. */
bool respuesta_finalizacion(const json_t *json, struct buf *b);
/* gradereport_user_get_grade_items of one user: adds the mark of the course and its maximum. */
bool respuesta_nota(const json_t *json, int64_t moodle_id, struct buf *b);

#endif
