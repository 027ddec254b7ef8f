/* One mail to one person, by SMTP. Knows nothing of the outbox it comes from. */
#ifndef MAIL_SMTP_H
#define MAIL_SMTP_H

#include "core/arena.h"
#include "core/err.h"

struct smtp {
    const char *url; /* smtp://host:port or smtps://; TLS is required when user is given */
    const char *from;
    const char *bounces;         /* where bounces go, NULL: to `from` */
    const char *user, *password; /* NULL: no sign-in */
};

struct mail {
    const char
        *id; /* unique and stable: becomes the Message-ID, so that a repeat is the same mail */
    const char *to, *subject, *text;
    const char *bounces;     /* return path of this mail; NULL: the sender's address */
    const char *unsubscribe; /* a page that stops such mails; NULL: none */
};

/* Sends within 30 s. ERR_BUSY when it may work later, ERR_INVALID when the server refused it for
 * good; *why is then a line for the log and the outbox. It begins with "RCPT failed: 5" when it was
 * the address that was refused for good: the database knows a bounce by that. */
enum err smtp_send(struct arena *a, const struct smtp *server, const struct mail *mail,
                   const char **why) __attribute__((warn_unused_result));

#endif
