/* Moodle's web service over REST: calls with a token, answers in JSON. Speaks to the one host that
 * the settings name, follows no redirect, bounds every answer in time and size. */
#ifndef MOODLE_REST_H
#define MOODLE_REST_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/str.h"

enum { MOODLE_LLAMADAS_MAX = 4 }; /* at a time */

/* The settings; url "none" for no Moodle. The address of a site, https:// or, on this very machine,
 * http://. */
struct moodle {
    const char *url, *token;
};

struct llamada {
    const char *funcion;
    const char *parametros; /* encoded: "courseid=2&userid=7"; "" for none */
    size_t maximo;          /* bytes of an answer */
    /* The answer. ERR_BUSY: not now, or not as Moodle answers; ERR_INVALID: it will not work as it
     * is set up; ERR_NOT_FOUND: Moodle tells nothing about this one. */
    enum err resultado;
    json_t *json;    /* of ERR_OK; goes with the arena */
    const char *why; /* else, a sentence for whoever looks after it */
};

/* True when there is a Moodle and its address may be used. */
bool moodle_hay(const struct moodle *m);
/* For pages, which do not call it: whether the background worker can. */
void moodle_start(const struct moodle *m);
bool moodle_listo(void);
/* The outcome of a call from the text that came back with status 200. */
void moodle_leer(struct arena *a, struct llamada *call, const struct buf *body);
/* Makes up to MOODLE_LLAMADAS_MAX calls at a time; each has its own outcome. */
void moodle_llamar(struct arena *a, const struct moodle *m, struct llamada *calls, size_t n);

#endif
