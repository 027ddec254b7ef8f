/* A notice of non-delivery (RFC 3464) that an MTA hands back: which mail, and what is wrong.
 * Reads text that anybody may have sent; knows nothing of the outbox. */
#ifndef MAIL_DSN_H
#define MAIL_DSN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

enum { DSN_MAX = 512 * 1024 }; /* of a message; the report comes before the mail it returns */

struct dsn {
    const char *code;       /* of the return path "rebotes+CODE@host"; NULL when it names none */
    const char *message_id; /* of the mail that did not arrive, without < >; NULL */
    const char *status;     /* "5.1.1" */
    const char *detail;     /* what the server said, printable; "" */
};

/* True when `text` says that a mail failed for good or was given up. A delay, a success and any
 * other mail are false. */
bool dsn_read(struct arena *a, const char *text, size_t n, struct dsn *out);

#endif
