/* Reminders: planned once a day, worded and decided again when each goes out. */
#ifndef MAIL_RECORDATORIO_H
#define MAIL_RECORDATORIO_H

#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "db/db.h"
#include "mail/smtp.h"

/* Plans today's, some mailboxes a transaction. */
enum err recordatorio_plan(struct db *db) __attribute__((warn_unused_result));
/* By which server, and the public address of the portal. */
struct recordatorio_via {
    const struct smtp *server;
    const char *base_url;
};

/* Sends the reminder of job `cola_id`, or nothing when nothing of it holds any more; as
 * outbox_send(). */
enum err recordatorio_send(struct db *db, struct arena *a, const struct recordatorio_via *via,
                           int64_t cola_id, const char **why) __attribute__((warn_unused_result));

#endif
