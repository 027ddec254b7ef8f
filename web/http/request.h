/* One request, read whole, bounded, checked as UTF-8 and copied into the arena. */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/time.h"
#include "db/db.h"
#include "http/session.h"

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

struct param {
    const char *name, *value;
};

enum {
    REQUEST_PARAMS_MAX = 200,
    REQUEST_CAPTURES_MAX = 3,
    REQUEST_PATH_MAX = 512,
    REQUEST_QUERY_MAX = 4096,
    REQUEST_BODY_MAX = 64 * 1024
};

struct params {
    struct param *v;
    size_t n;
};

/* A file of a multipart form; its bytes are what the client sent and are trusted for nothing. */
struct upload {
    const char *name; /* of the field */
    const char
        *filename;    /* as the client calls it, "" when none was chosen: to show, never a path */
    const char *type; /* as the client says */
    const char *data; /* in the request's body, not NUL-terminated */
    size_t n;
};

struct uploads {
    struct upload *v;
    size_t n;
};

struct route;
struct form_data;

struct request {
    struct arena *arena;
    struct db *db;
    const struct route *route;
    const char *base_url; /* public address of the portal, for links that leave it */
    const char *number;   /* the request number that the person may quote: 12 characters */
    enum method method;
    const char *path; /* decoded by nginx, normalised */
    const char *query_string;
    struct params query, body, cookies;
    struct uploads files; /* only for routes whose form has a body_max */
    const char *address;  /* of the client */
    const char *origin, *fetch_site, *host, *user_agent;
    /* Captures of the path, in order: {id} an int64 > 0, {token} text. */
    struct {
        int64_t number;
        const char *text;
    } capture[REQUEST_CAPTURES_MAX];
    struct session session; /* zero when nobody is signed in */
    struct form_data *form; /* of the route's form; NULL on error pages */
    bool redisplay;         /* a POST that was refused: its GET handler runs to show it again */
    const char *body_raw;   /* as it came, NULL when multipart: kept when a session expires */
    size_t body_n;
    int64_t kept_form; /* the one shown again here: each form carries its id until sent; or 0 */
    struct {
        const char *tabla;
        int64_t id, persona_id;
    } look; /* see request_note_look() */
};

#define COOKIE_SESSION "__Host-portal" /* who is signed in */
#define COOKIE_VISIT "__Host-visita"   /* backs the form token before anybody signs in */
#define COOKIE_NOTICE "__Host-aviso"   /* a message for the next page, shown once */

/* The first value of a parameter; NULL when absent. Pages read through their form instead. */
const char *params_get(const struct params *ps, const char *name);
/* True when it comes more than once. */
bool params_repeated(const struct params *ps, const char *name);
/* The nth capture as an id. */
int64_t request_id(const struct request *rq, size_t nth);
/* The nth capture as text. */
const char *request_text(const struct request *rq, size_t nth);

/* Who looked at what: written in its own small transaction after the page's read, before the
 * answer; no line, no page. `tabla` and `id` name the record, `persona_id` the person (0: none). */
void request_note_look(struct request *rq, const char *tabla, int64_t id, int64_t persona_id);

#endif
