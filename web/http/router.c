/* The straight line of a request: match, transaction, session, guard, form, handler, commit, view.
 * It knows no page by name but the sign-in and the change of password. */
#include "http/router.h"

#include <string.h>

#include "core/log.h"
#include "core/str.h"
#include "core/utf8.h"
#include "gen/q_sesion.h"
#include "http/frame.h"
#include "http/guard.h"
#include "http/token.h"
#include "http/url.h"

enum { ATTEMPTS = 3, SEGMENT_MAX = 100, REOPEN_WITHIN_MS = 1000 };

/* --- matching --- */

/* One segment of a pattern against one of the path: "{id}", "{token}" or the same word. */
static bool match_capture(struct request *rq, size_t n, const char *pattern, size_t pattern_n,
                          const char *value) {
    if (n >= REQUEST_CAPTURES_MAX) {
        return false;
    }
    rq->capture[n].text = value;
    if (pattern_n == 4 && strncmp(pattern, "{id}", 4) == 0) {
        return *value != '0' && str_int64(value, 1, INT64_MAX, &rq->capture[n].number);
    }
    return token_well_formed(value);
}

static bool match_path(struct request *rq, const char *pattern, const char *path) {
    size_t captures = 0;
    for (;;) {
        size_t pn = strcspn(pattern, "/"), n = strcspn(path, "/");
        if (*pattern == '{') {
            if (n == 0 || n > SEGMENT_MAX ||
                !match_capture(rq, captures, pattern, pn, arena_strndup(rq->arena, path, n))) {
                return false;
            }
            captures++;
        } else if (pn != n || strncmp(pattern, path, n) != 0) {
            return false;
        }
        pattern += pn;
        path += n;
        if (*pattern == '\0' || *path == '\0') {
            return *pattern == *path;
        }
        pattern++;
        path++;
    }
}

static const struct route *find(struct request *rq, enum method method, const char *path) {
    for (size_t i = 0; i < routes_n; i++) {
        if (routes[i].method == method && match_path(rq, routes[i].path, path)) {
            return &routes[i];
        }
    }
    return NULL;
}

/* The row for this path; else the status that says why there is none. */
static enum http_status match(struct request *rq, struct response *rs) {
    enum method method = rq->method == METHOD_HEAD ? METHOD_GET : rq->method;
    rq->route = find(rq, method, rq->path);
    if (rq->route != NULL) {
        return HTTP_OK;
    }
    bool get = find(rq, METHOD_GET, rq->path) != NULL;
    bool post = find(rq, METHOD_POST, rq->path) != NULL;
    if (get || post) {
        response_header(rs, "Allow", get && post ? "GET, HEAD, POST" : get ? "GET, HEAD" : "POST");
        return HTTP_METHOD_NOT_ALLOWED;
    }
    size_t n = strlen(rq->path);
    if (n > 1 && rq->path[n - 1] == '/' && method == METHOD_GET) {
        const char *canonical = arena_strndup(rq->arena, rq->path, n - 1);
        if (find(rq, METHOD_GET, canonical) != NULL) {
            response_redirect(rs, "%s%s%s", canonical, *rq->query_string != '\0' ? "?" : "",
                              rq->query_string);
            return HTTP_PERMANENT;
        }
    }
    return HTTP_NOT_FOUND;
}

bool route_exists(struct request *rq, const char *path) {
    const char *end = path + strcspn(path, "?#");
    const char *clean = arena_strndup(rq->arena, path, (size_t)(end - path));
    struct request probe = *rq;
    return find(&probe, METHOD_GET, clean) != NULL;
}

const struct form *route_form(const struct request *rq) {
    struct request probe = *rq;
    const struct route *route = find(&probe, METHOD_POST, rq->path);
    return route != NULL ? route->form : NULL;
}

/* --- one transaction --- */

static enum err try_open(struct request *rq, enum tx_mode mode) {
    enum err e = db_begin(rq->db, mode);
    return e != ERR_OK ? e : session_open(rq);
}

/* A connection that died while it was idle shows at its first use, when nothing has been asked yet:
 * once more is safe then. Not after a long wait: the person should hear of it. */
static enum err open_transaction(struct request *rq, enum tx_mode mode) {
    int64_t start = time_ms();
    enum err e = try_open(rq, mode);
    if (e == ERR_BUSY && !db_connected(rq->db) && time_ms() - start < REOPEN_WITHIN_MS) {
        db_rollback(rq->db);
        e = try_open(rq, mode);
    }
    return e;
}

/* A form that an expired session interrupted comes back as it was typed. */
static enum err restore_form(struct request *rq, struct response *rs) {
    const char *token = params_get(&rq->query, "guardado");
    if (rq->route->form->n == 0 || token == NULL || !rq->session.active) {
        return ERR_OK;
    }
    struct q_sesion_formulario_row row;
    bool found = false;
    int64_t id = 0;
    if (!str_int64(token, 1, INT64_MAX, &id)) {
        return ERR_OK;
    }
    enum err e = q_sesion_formulario(
        rq->db, &(struct q_sesion_formulario_in){.id = id, .ruta = rq->path}, &row, &found);
    if (e != ERR_OK || !found) {
        return e;
    }
    if (url_params(rq->arena, row.cuerpo, strlen(row.cuerpo), &rq->body)) {
        rq->method = METHOD_POST;
        form_parse(rq, rq->route->form);
        rq->method = METHOD_GET;
        rq->kept_form = id;
        rs->notice = "restaurado";
    }
    return ERR_OK;
}

/* A kept form that comes back is let go in the transaction that takes it. */
static enum err release_form(struct request *rq) {
    const char *kept = params_get(&rq->body, "guardado");
    if (!rq->session.active || kept == NULL || !str_int64(kept, 1, INT64_MAX, &rq->kept_form)) {
        return ERR_OK;
    }
    return q_sesion_soltar_formulario(rq->db,
                                      &(struct q_sesion_soltar_formulario_in){.id = rq->kept_form});
}

/* Everything between the session and the handler's answer. */
static enum http_status handle(struct request *rq, struct response *rs) {
    enum http_status s = guard_check(rq, rs);
    if (s != HTTP_OK) {
        return s;
    }
    bool post = rq->method == METHOD_POST;
    enum err e = post ? release_form(rq) : ERR_OK;
    if (e == ERR_OK && !form_parse(rq, rq->route->form) && post) {
        return HTTP_UNPROCESSABLE;
    }
    if (e == ERR_OK && rq->method == METHOD_GET) {
        e = restore_form(rq, rs);
    }
    return e != ERR_OK ? response_error(rq, e) : rq->route->handler(rq, rs);
}

/* A look at a person's file, and the sign of life of the session: one small write. */
static enum err after_read(struct request *rq) {
    if (rq->look.tabla == NULL && !(rq->session.active && rq->session.touch)) {
        return ERR_OK;
    }
    enum err e = db_begin(rq->db, TX_WRITE);
    if (e == ERR_OK) {
        e = session_touch(rq);
    }
    return e == ERR_OK ? db_commit(rq->db) : e;
}

/* A public page needs no database; it shows who is signed in when that is to be had. */
static void serve_public(struct request *rq, struct response *rs) {
    bool opened =
        params_get(&rq->cookies, COOKIE_SESSION) != NULL && open_transaction(rq, TX_READ) == ERR_OK;
    rs->status = handle(rq, rs);
    if (!opened || db_commit(rq->db) != ERR_OK) {
        db_rollback(rq->db);
    }
}

/* Whatever the handler had begun is dropped: the error page is the whole answer. */
static enum err refuse(struct request *rq, struct response *rs, enum err e) {
    db_rollback(rq->db);
    response_clear(rs);
    rs->status = response_error(rq, e);
    return e;
}

/* The handler said no: its transaction is undone, unless the refusal itself must be remembered (a
 * failed sign-in counts). */
static enum err finish_refused(struct request *rq, struct response *rs) {
    enum http_status status = rs->status;
    enum err e = ERR_OK;
    if (rs->keep) {
        e = db_commit(rq->db);
    } else if (str_starts(db_fault(rq->db)->sqlstate, "40")) {
        e = ERR_AGAIN;
    }
    if (e != ERR_OK) {
        return refuse(rq, rs, e);
    }
    db_rollback(rq->db);
    response_clear(rs);
    rs->status = status;
    return ERR_OK;
}

/* One try. ERR_AGAIN asks for another. */
static enum err serve_once(struct request *rq, struct response *rs) {
    if (rq->route->mode == TX_NONE) {
        serve_public(rq, rs);
        return ERR_OK;
    }
    enum err e = open_transaction(rq, rq->route->mode);
    if (e != ERR_OK) {
        return refuse(rq, rs, e);
    }
    rs->status = handle(rq, rs);
    if (rs->status >= HTTP_BAD_REQUEST) {
        return finish_refused(rq, rs);
    }
    e = db_commit(rq->db);
    if (e == ERR_OK && rq->method != METHOD_POST) {
        e = after_read(rq);
    }
    return e == ERR_OK ? ERR_OK : refuse(rq, rs, e);
}

/* A refused form is shown again by the GET handler of its path, with what was typed. */
static void redisplay(struct request *rq, struct response *rs) {
    const struct route *post = rq->route;
    enum http_status refused = rs->status;
    const struct route *get = find(rq, METHOD_GET, rq->path);
    if (get == NULL || rq->form == NULL) {
        rs->status = HTTP_BAD_REQUEST;
        return;
    }
    response_clear(rs);
    rq->route = get;
    rq->redisplay = true;
    enum err e = open_transaction(rq, TX_READ);
    enum http_status s = e == ERR_OK ? get->handler(rq, rs) : response_error(rq, e);
    db_rollback(rq->db);
    if (e == ERR_OK && s == HTTP_OK) {
        e = after_read(rq); /* what it shows again is looked at again */
    }
    rq->route = post;
    if (e != ERR_OK) {
        refuse(rq, rs, e);
    } else if (s == HTTP_OK) {
        rs->status = refused;
    } else {
        response_clear(rs);
        rs->status = s;
    }
}

static void serve_route(struct request *rq, struct response *rs) {
    enum err e = ERR_AGAIN;
    for (int i = 0; i < ATTEMPTS && e == ERR_AGAIN; i++) {
        response_clear(rs);
        e = serve_once(rq, rs);
    }
    bool wait = rs->status == HTTP_TOO_MANY && rq->form != NULL && rq->form->error != NULL;
    if (rs->status == HTTP_UNPROCESSABLE || wait) {
        redisplay(rq, rs);
    }
}

void router_serve(struct request *rq, struct response *rs) {
    rs->status = match(rq, rs);
    if (rs->status == HTTP_OK) {
        serve_route(rq, rs);
    }
    frame_finish(rq, rs);
}
