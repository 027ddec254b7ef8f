/* A personal link: made, worded as a mail, and shown once to whoever hands it over. Only its hash
 * goes to the database; the queries that store it are the page's. */
#ifndef INVITACION_INVITACION_H
#define INVITACION_INVITACION_H

#include "core/err.h"
#include "core/time.h"
#include "http/request.h"
#include "http/response.h"

struct invitacion {
    const char *url;             /* whole address; never stored */
    const char *hash;            /* what the database keeps */
    const char *asunto, *cuerpo; /* of the mail */
    struct instant vence;
};

/* Who is invited to what. `nombre` may be NULL (their name is not known here), `entidad` too; a
 * NULL `rol` means: to the roles they have. */
struct invitacion_para {
    const char *nombre, *rol, *entidad;
    bool recuperacion; /* they have a password and lost it: a shorter link and another mail */
};

/* A new link and its mail. Reads one setting; writes nothing. */
enum err invitacion_new(struct request *rq, const struct invitacion_para *para,
                        struct invitacion *out) __attribute__((warn_unused_result));
/* The page that shows the link, this once, and leads back to `volver` (a path of ours). `correo`:
 * where the mail goes, NULL when there is none. Returns 200, the answer to the POST itself. */
enum http_status invitacion_show(struct request *rq, struct response *rs,
                                 const struct invitacion *it, const char *correo,
                                 const char *volver);
/* The same page when no link was needed: the person has an account and keeps their password. */
enum http_status invitacion_show_known(struct request *rq, struct response *rs, const char *volver);

#endif
