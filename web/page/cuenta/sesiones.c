/* "Mi cuenta": who one is to the portal, and where one's sessions are open. */
#include "gen/q_cuenta.h"
#include "page/pages.h"

enum { SESION_ID, CUALES };

static const struct option which[] = {{"otras", "Las demás"}, {"todas", "Todas"}, {NULL, NULL}};

static const struct field fields[] = {
    [SESION_ID] = {.name = "sesion_id", .label = "Sesión", .kind = F_ID},
    [CUALES] = {.name = "cuales", .label = "Sesiones", .kind = F_SELECT, .options = which},
};
const struct form cuenta_sesiones_form = FORM(fields);

static enum err show_roles(struct request *rq, struct view *v) {
    struct q_cuenta_roles_row *rows = NULL;
    size_t n = 0;
    enum err e = q_cuenta_roles(rq->db, &rows, &n);
    if (e == ERR_OK) {
        view_rows(v, T_ROLES, rows, n, &q_cuenta_roles_table);
        view_section(v, T_HAY_VARIOS, n > 1);
    }
    return e;
}

static enum err show_open(struct request *rq, struct view *v) {
    struct q_cuenta_sesiones_row *rows = NULL;
    size_t n = 0;
    enum err e = q_cuenta_sesiones(rq->db, &rows, &n);
    if (e == ERR_OK) {
        view_rows(v, T_SESIONES, rows, n, &q_cuenta_sesiones_table);
        view_section(v, T_HAY_OTRAS, n > 1);
    }
    return e;
}

enum http_status cuenta_sesiones_get(struct request *rq, struct response *rs) {
    struct q_cuenta_datos_row me;
    enum err e = q_cuenta_datos(rq->db, &me);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    struct view *v = response_page(rq, rs, "cuenta/sesiones", "Mi cuenta");
    view_row(v, &me, &q_cuenta_datos_table);
    e = show_roles(rq, v);
    if (e == ERR_OK) {
        e = show_open(rq, v);
    }
    return e == ERR_OK ? HTTP_OK : response_error(rq, e);
}

/* This browser's own session is over too: its cookie goes. */
static enum http_status leave(struct response *rs, const char *notice) {
    response_cookie(rs, COOKIE_SESSION, NULL, 0);
    response_notice(rs, notice);
    return response_redirect(rs, "/");
}

static enum http_status close_many(struct request *rq, struct response *rs, bool all) {
    struct q_cuenta_sesiones_cerrar_row closed;
    enum err e = q_cuenta_sesiones_cerrar(
        rq->db, &(struct q_cuenta_sesiones_cerrar_in){.menos_esta = !all}, &closed);
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (all) {
        return leave(rs, "sesiones_cerradas");
    }
    response_notice(rs, "otras_cerradas");
    return response_redirect(rs, "/cuenta/sesiones");
}

static enum http_status close_one(struct request *rq, struct response *rs, int64_t id) {
    struct q_cuenta_sesion_actual_row current;
    struct q_cuenta_salir_row closed;
    enum err e = q_cuenta_sesion_actual(rq->db, &current);
    if (e == ERR_OK) {
        e = q_cuenta_salir(rq->db, &(struct q_cuenta_salir_in){.sesion_id = id}, &closed);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    if (current.id == id) {
        return leave(rs, "sesion_cerrada");
    }
    /* Closed by a first click, or not of this account: the list shows what is open. */
    response_notice(rs, str_eq(closed.resultado, "ok") ? "otra_cerrada" : "ya_cerrada");
    return response_redirect(rs, "/cuenta/sesiones");
}

enum http_status cuenta_sesiones_post(struct request *rq, struct response *rs) {
    const char *many = form_text(rq, CUALES);
    const int64_t *one = form_number_opt(rq, SESION_ID);
    if (many != NULL) {
        return close_many(rq, rs, str_eq(many, "todas"));
    }
    if (one == NULL) {
        return form_error_all(rq, "Elija la sesión que quiere cerrar.");
    }
    return close_one(rq, rs, *one);
}
