/* What the ways into an account share: sign-in, personal link, change of role or password. */
#ifndef PAGE_CUENTA_ENTRADA_H
#define PAGE_CUENTA_ENTRADA_H

#include "clave/clave.h"
#include "http/form.h"
#include "http/request.h"
#include "http/response.h"

struct q_cuenta_clave_row;

/* The two fields of a new password, which entrada_check_new() judges together. */
/* clang-format off */
#define ENTRADA_NUEVA_FIELD                                                                        \
    {.name = "nueva", .label = "Contraseña nueva", .kind = F_PASSWORD, .required = true,           \
     .max = CLAVE_MAX, .autocomplete = "new-password",                                             \
     .hint = "12 caracteres o más. Tres o cuatro palabras juntas son fáciles de recordar.",        \
     .missing = "Escriba la contraseña nueva."}
#define ENTRADA_REPITE_FIELD                                                                       \
    {.name = "repite", .label = "Repita la contraseña nueva", .kind = F_PASSWORD,                  \
     .required = true, .max = CLAVE_MAX, .autocomplete = "new-password",                           \
     .missing = "Escriba otra vez la contraseña nueva."}
/* One's own password, for entrada_prove(). */
#define ENTRADA_ACTUAL_FIELD                                                                       \
    {.name = "actual", .label = "Contraseña actual", .kind = F_PASSWORD, .required = true,         \
     .max = CLAVE_MAX, .autocomplete = "current-password",                                         \
     .missing = "Escriba su contraseña actual."}
/* clang-format on */

/* A path of ours that a person may be sent to after signing in, or NULL. */
const char *entrada_back(struct request *rq, const char *path);
/* Closes the session that this browser had, if any: before somebody else enters. */
enum err entrada_close(struct request *rq) __attribute__((warn_unused_result));
/* Opens a new session for an account whose owner has just proved who they are, under a new token.
 * Then 303: to the change of password when it is due, to `back`,
 * or home when that is NULL. ERR_FORBIDDEN: the account has no role in force. */
enum err entrada_open(struct request *rq, struct response *rs, int64_t usuario_id, const char *back)
    __attribute__((warn_unused_result));
/* Gives the session of this request another role, or its own one again, under a new token. *rol is
 * the role. ERR_NOT_FOUND: it is not a role of this account. */
enum err entrada_renew(struct request *rq, struct response *rs, int64_t asignacion_id,
                       enum rol *rol) __attribute__((warn_unused_result));
/* Too many failures: the form again, with how long to wait. */
enum http_status entrada_wait(struct request *rq, struct response *rs, int seconds);
/* The password in field `actual` must be the one of this session's account: 200, and who that is;
 * else 422 or 429. Whoever finds an open session must not guess it: misses count. */
enum http_status entrada_prove(struct request *rq, struct response *rs, size_t actual,
                               struct q_cuenta_clave_row *own);
/* Says so at the fields when a new password and its repetition may not be used: 422; else 200. */
enum http_status entrada_check_new(struct request *rq, size_t nueva, size_t repite,
                                   const char *document, const char *name);

#endif
