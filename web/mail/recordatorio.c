#include "mail/recordatorio.h"

#include "core/log.h"
#include "core/str.h"
#include "gen/tpl.h"
#include "http/token.h"
#include "mail/outbox.h"
#include "view/view.h"

/* Each batch finds all reasons anew: small ones stay well under the deadline of a statement. */
enum { BATCH = 1000, BATCHES_MAX = 1000 };

/* Ends the transaction of a step by its outcome. */
static enum err end(struct db *db, enum err e) {
    if (e == ERR_OK) {
        e = db_commit(db);
    }
    if (e != ERR_OK && db_in_transaction(db)) {
        db_rollback(db);
    }
    return e;
}

static enum err plan_batch(struct db *db, int64_t *mailboxes) {
    struct q_fondo_recordatorio_planificar_row row = {0};
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        const struct q_fondo_recordatorio_planificar_in in = {.max = BATCH};
        e = q_fondo_recordatorio_planificar(db, &in, &row);
    }
    *mailboxes = row.filas;
    return end(db, e);
}

enum err recordatorio_plan(struct db *db) {
    int64_t total = 0, mailboxes = BATCH;
    enum err e = ERR_OK;
    for (int i = 0; i < BATCHES_MAX && e == ERR_OK && mailboxes == BATCH; i++) {
        e = plan_batch(db, &mailboxes);
        total += e == ERR_OK ? mailboxes : 0;
    }
    log_line(LOG_INFO, "msg=\"reminders planned\" mails=%lld outcome=%s", (long long)total,
             err_name(e));
    return e;
}

/* What is still to be said to a mailbox. */
struct message {
    struct q_fondo_recordatorio_preparar_row to;
    struct q_fondo_recordatorio_lineas_row *lines;
    size_t n;
};

static enum err prepare(struct db *db, int64_t correo_id, const char *token_hash,
                        struct message *m) {
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        const struct q_fondo_recordatorio_preparar_in in = {.correo_id = correo_id,
                                                            .token_hash = token_hash};
        e = q_fondo_recordatorio_preparar(db, &in, &m->to);
    }
    if (e == ERR_OK && str_eq(m->to.resultado, "enviar")) {
        const struct q_fondo_recordatorio_lineas_in in = {.correo_id = correo_id};
        e = q_fondo_recordatorio_lineas(db, &in, &m->lines, &m->n);
    }
    return end(db, e);
}

static enum err word(struct arena *a, const struct message *m, const char *base_url,
                     const char *stop, const char **text) {
    struct view *v = view_new(a, "mail/recordatorio");
    int64_t people = m->to.personas != NULL ? *m->to.personas : 0;
    int64_t more = m->n > 0 ? m->lines[0].total - (int64_t)m->n : 0;
    bool orh = m->to.hay_orh != NULL && *m->to.hay_orh;
    size_t n = 0;
    view_section(v, T_UNA, people == 1);
    view_str(v, T_NOMBRE, m->to.nombre);
    view_miles(v, T_PERSONAS, people);
    view_rows(v, T_LINEAS, m->lines, m->n, &q_fondo_recordatorio_lineas_table);
    view_section(v, T_HAY_MAS, more > 0);
    view_miles(v, T_MAS, more);
    view_str(v, T_PORTAL, arena_printf(a, "%s%s", base_url, orh ? "/orh/inicio" : "/mi/inicio"));
    view_section(v, T_SIN_CUENTA, m->to.sin_cuenta != NULL && *m->to.sin_cuenta);
    view_section(v, T_CON_ENLACE, m->to.con_enlace != NULL && *m->to.con_enlace);
    view_section(v, T_DE_ORH, orh);
    view_section(v, T_DE_OTROS, m->to.hay_otros != NULL && *m->to.hay_otros);
    view_str(v, T_BAJA, stop);
    return view_expand(v, text, &n);
}

enum err recordatorio_send(struct db *db, struct arena *a, const struct recordatorio_via *via,
                           int64_t cola_id, const char **why) {
    struct q_fondo_correo_row row = {0};
    struct message m = {0};
    const char *token = token_new(a), *text = NULL;
    enum err e = outbox_read(db, cola_id, &row, why);
    if (e != ERR_OK || !str_eq(row.estado, "PENDIENTE")) {
        return e;
    }
    e = prepare(db, row.correo_id, token_hash(a, token), &m);
    if (e != ERR_OK || !str_eq(m.to.resultado, "enviar")) {
        *why = "the reminder could not be decided";
        return e;
    }
    const char *stop = arena_printf(a, "%s/recordatorio/baja/%s", via->base_url, token);
    e = word(a, &m, via->base_url, stop, &text);
    if (e != ERR_OK) {
        *why = "the reminder could not be worded";
        return e;
    }
    const struct mail mail = {.id = row.message_id,
                              .to = row.destinatario,
                              .subject = row.asunto,
                              .text = text,
                              .bounces = outbox_return(a, via->server, row.retorno),
                              .unsubscribe = stop};
    return smtp_send(a, via->server, &mail, why);
}
