#include "mail/outbox.h"

#include "core/str.h"
#include "gen/q_fondo.h"

static enum err read_mail(struct db *db, int64_t cola_id, struct q_fondo_correo_row *row) {
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
    return e == ERR_OK && !found ? ERR_NOT_FOUND : e;
}

enum err outbox_send(struct db *db, struct arena *a, const struct smtp *server, int64_t cola_id,
                     const char **why) {
    struct q_fondo_correo_row row = {0};
    enum err e = read_mail(db, cola_id, &row);
    if (e != ERR_OK) {
        *why = e == ERR_NOT_FOUND ? "the job has no mail" : "the mail could not be read";
        return e;
    }
    if (!str_eq(row.estado, "PENDIENTE")) {
        return ERR_OK;
    }
    const struct mail mail = {
        .id = row.message_id, .to = row.destinatario, .subject = row.asunto, .text = row.cuerpo};
    return smtp_send(a, server, &mail, why);
}
