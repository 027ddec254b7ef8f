/* One account: its person, its roles in force and past, and what may be done with it. */
#include "gen/q_usuario.h"
#include "page/pages.h"

/* The roles come with those in force first. */
static size_t count_current(const struct q_usuario_ficha_roles_row *rows, size_t n) {
    size_t current = 0;
    while (current < n && rows[current].vigente) {
        current++;
    }
    return current;
}

enum http_status usuario_ficha_get(struct request *rq, struct response *rs) {
    int64_t id = request_id(rq, 0);
    struct q_usuario_ficha_row account;
    struct q_usuario_ficha_roles_row *roles = NULL;
    size_t n = 0;
    enum err e = q_usuario_ficha(rq->db, &(struct q_usuario_ficha_in){.id = id}, &account);
    if (e == ERR_OK) {
        e = q_usuario_ficha_roles(rq->db, &(struct q_usuario_ficha_roles_in){.usuario_id = id},
                                  &roles, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    request_note_look(rq, "usuario", id, account.persona_id);
    bool admin = rq->session.rol == ROL_ADMIN;
    size_t current = count_current(roles, n);
    struct view *v = response_page(rq, rs, "usuario/ficha",
                                   arena_printf(rq->arena, "Cuenta de %s", account.nombre));
    view_row(v, &account, &q_usuario_ficha_table);
    view_int(v, T_USUARIO_ID, id);
    view_rows(v, T_VIGENTES, roles, current, &q_usuario_ficha_roles_table);
    view_rows(v, T_PASADOS, roles != NULL ? roles + current : roles, n - current,
              &q_usuario_ficha_roles_table);
    view_section(v, T_PUEDE_ADMINISTRAR, admin);
    view_section(v, T_PUEDE_RETIRAR, admin && !account.propio);
    return HTTP_OK;
}
