/* The jobs that send one mail of the outbox. */
#ifndef MAIL_OUTBOX_H
#define MAIL_OUTBOX_H

#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "db/db.h"
#include "gen/q_fondo.h"
#include "mail/smtp.h"

/* Sends the mail of job `cola_id` unless it was sent already; marks nothing: ending the job marks
 * its mail too. ERR_INVALID and ERR_NOT_FOUND are for good; *why then, as with ERR_BUSY, is a line
 * for the outbox, which may name the address: not for the log. */
enum err outbox_send(struct db *db, struct arena *a, const struct smtp *server, int64_t cola_id,
                     const char **why) __attribute__((warn_unused_result));

/* The steps of that, for a mail that is worded when it goes out. Reads the mail of a job. */
enum err outbox_read(struct db *db, int64_t cola_id, struct q_fondo_correo_row *row,
                     const char **why) __attribute__((warn_unused_result));
/* The return path of a mail: "rebotes+CODE@host"; NULL when bounces are not received. */
const char *outbox_return(struct arena *a, const struct smtp *server, const char *code);

#endif
