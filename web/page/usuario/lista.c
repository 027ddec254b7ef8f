/* The accounts: search, filters, newest first. */
#include <string.h>

#include "busqueda/busqueda.h"
#include "catalogo/catalogo.h"
#include "gen/q_usuario.h"
#include "http/url.h"
#include "page/pages.h"

enum { PAGE_ROWS = 50 };
enum { Q, ROL, ESTADO, ANTES };

static const struct option states[] = {{"", "Todas"},
                                       {"ACTIVO", "Activa"},
                                       {"INVITADO", "Invitada, sin contraseña aún"},
                                       {"SUSPENDIDO", "Suspendida"},
                                       {NULL, NULL}};

static const struct field fields[] = {
    [Q] = {.name = "q",
           .label = "Nombre o documento",
           .kind = F_TEXT,
           .query = true,
           .max = 80,
           .autocomplete = "off"},
    [ROL] = {.name = "rol", .label = "Rol", .kind = F_SELECT, .query = true},
    [ESTADO] =
        {.name = "estado", .label = "Cuenta", .kind = F_SELECT, .query = true, .options = states},
    [ANTES] = {.name = "antes", .label = "Página", .kind = F_ID, .query = true},
};
const struct form usuario_lista_form = FORM(fields);

/* One word that holds a digit is a document; else words of the name. */
static struct q_usuario_lista_in read_filters(struct request *rq) {
    struct busqueda typed = busqueda_read(rq->arena, form_text(rq, Q));
    bool document = typed.palabra[1] == NULL && strpbrk(typed.texto, "0123456789") != NULL;
    return (struct q_usuario_lista_in){.palabra1 = document ? NULL : typed.palabra[0],
                                       .palabra2 = typed.palabra[1],
                                       .palabra3 = typed.palabra[2],
                                       .documento = document ? typed.texto : NULL,
                                       .rol = form_text(rq, ROL),
                                       .estado = form_text(rq, ESTADO),
                                       .antes_de = form_number_opt(rq, ANTES),
                                       .limite = PAGE_ROWS + 1};
}

static const char *filters_query(struct request *rq) {
    struct buf b = buf_new(rq->arena, REQUEST_QUERY_MAX);
    for (size_t i = Q; i < ANTES; i++) {
        const char *text = form_text(rq, i);
        if (text != NULL) {
            buf_printf(&b, "%s=%s&", fields[i].name, url_encode(rq->arena, text));
        }
    }
    return b.p;
}

enum http_status usuario_lista_get(struct request *rq, struct response *rs) {
    struct q_usuario_lista_in in = read_filters(rq);
    struct q_usuario_lista_row *rows = NULL;
    size_t n = 0;
    enum err e = catalogo_roles(rq, ROL, "Todos los roles", true);
    if (e == ERR_OK) {
        e = q_usuario_lista(rq->db, &in, &rows, &n);
    }
    if (e != ERR_OK) {
        return response_error(rq, e);
    }
    bool more = n > PAGE_ROWS;
    size_t shown = more ? PAGE_ROWS : n;
    const char *query = filters_query(rq);
    form_check_options(rq); /* an unknown role finds nobody, and says so */
    struct view *v = response_page(rq, rs, "usuario/lista", "Usuarios");
    view_rows(v, T_FILAS, rows, shown, &q_usuario_lista_table);
    view_section(v, T_PUEDE_CREAR, rq->session.rol == ROL_ADMIN);
    view_section(v, T_SOBRAN_PALABRAS, busqueda_read(rq->arena, form_text(rq, Q)).sobran);
    response_pages(rq, v, ANTES, arena_printf(rq->arena, "/usuario/lista?%s", query),
                   more ? &rows[shown - 1].id : NULL);
    return HTTP_OK;
}
