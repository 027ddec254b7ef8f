#include "mail/outbox.h"

#include <string.h>

#include "core/str.h"

enum err outbox_read(struct db *db, int64_t cola_id, struct q_fondo_correo_row *row,
                     const char **why) {
    bool found = false;
    enum err e = db_begin(db, TX_READ);
    if (e == ERR_OK) {
        e = q_fondo_correo(db, &(struct q_fondo_correo_in){.cola_id = cola_id}, row, &found);
    }
    if (e == ERR_OK) {
        e = db_commit(db);
    }
    if (e != ERR_OK && db_in_transaction(db)) {
        db_rollback(db);
    }
    if (e == ERR_OK && !found) {
        e = ERR_NOT_FOUND;
    }
    *why = e == ERR_OK          ? ""
           : e == ERR_NOT_FOUND ? "the job has no mail"
                                : "the mail could not be read";
    return e;
}

const char *outbox_return(struct arena *a, const struct smtp *server, const char *code) {
    const char *at = server->bounces != NULL ? strrchr(server->bounces, '@') : NULL;
    if (at == NULL) {
        return NULL;
    }
    return arena_printf(a, "%.*s+%s%s", (int)(at - server->bounces), server->bounces, code, at);
}

enum err outbox_send(struct db *db, struct arena *a, const struct smtp *server, int64_t cola_id,
                     const char **why) {
    struct q_fondo_correo_row row = {0};
    enum err e = outbox_read(db, cola_id, &row, why);
    if (e != ERR_OK || !str_eq(row.estado, "PENDIENTE")) {
        return e;
    }
    const struct mail mail = {.id = row.message_id,
                              .to = row.destinatario,
                              .subject = row.asunto,
                              .text = row.cuerpo,
                              .bounces = outbox_return(a, server, row.retorno)};
    return smtp_send(a, server, &mail, why);
}
