#include "command.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clave/clave.h"
#include "config.h"
#include "core/log.h"
#include "core/str.h"
#include "cuentas.h"
#include "gen/q_fondo.h"
#include "http/router.h"
#include "mail/dsn.h"

static int print_routes(void) {
    for (size_t i = 0; i < routes_n; i++) {
        const struct route *r = &routes[i];
        printf("%s\t%s\t%s\t%d\t%s\t%zu\n", r->method == METHOD_POST ? "POST" : "GET", r->path,
               r->name, r->roles,
               r->mode == TX_WRITE  ? "write"
               : r->mode == TX_READ ? "read"
                                    : "none",
               r->form->body_max);
    }
    return EXIT_SUCCESS;
}

/* The password comes on standard input, so that no list of processes shows it. */
static int print_hash(void) {
    char line[CLAVE_MAX * 4 + 2];
    if (sodium_init() < 0 || fgets(line, sizeof line, stdin) == NULL) {
        return EXIT_FAILURE;
    }
    line[strcspn(line, "\n")] = '\0';
    struct arena *a = arena_new((size_t)1 << 20);
    const char *problem = clave_problem(a, line, NULL, NULL);
    if (problem != NULL) {
        fprintf(stderr, "%s\n", problem);
    } else {
        puts(clave_hash(a, line));
    }
    sodium_memzero(line, sizeof line);
    arena_free(a);
    return problem != NULL ? EXIT_FAILURE : EXIT_SUCCESS;
}

static int print_help(void) {
    puts("portal                serve FastCGI on the socket at standard input\n"
         "portal --check        read the settings, load the templates, prepare every statement\n"
         "portal --routes       print method, path, handler, role mask, transaction of each URL,\n"
         "                      and the largest body of a form with files (0: no files)\n"
         "portal --settings     print the settings with their defaults\n"
         "portal --hash         read a password on standard input, print what is stored of it\n"
         "portal --crear-admin  make the first administrator (as the owner of the database)\n"
         "portal --demo-cuentas make an account of each role on the synthetic people (likewise)\n"
         "portal --rebote       read a notice of non-delivery on standard input (as portal_fondo)");
    return EXIT_SUCCESS;
}

static int print_settings(void) {
    config_print();
    return EXIT_SUCCESS;
}

bool command_plain(const char *name, int *code) {
    static const struct {
        const char *name;
        int (*run)(void);
    } commands[] = {{"--routes", print_routes},
                    {"--settings", print_settings},
                    {"--hash", print_hash},
                    {"--help", print_help}};
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (str_eq(name, commands[i].name)) {
            *code = commands[i].run();
            return true;
        }
    }
    return false;
}

/* What an MTA's pipe understands. */
enum { EX_LATER = 75 };

static enum err note_bounce(struct db *db, const struct dsn *dsn, const char **outcome) {
    struct q_fondo_rebotar_row row = {0};
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        const struct q_fondo_rebotar_in in = {.retorno = dsn->code,
                                              .message_id = dsn->message_id,
                                              .estado = dsn->status,
                                              .detalle = dsn->detail};
        e = q_fondo_rebotar(db, &in, &row);
    }
    if (e == ERR_OK) {
        e = db_commit(db);
    }
    *outcome = row.resultado;
    return e;
}

/* What is no bounce of ours is taken and forgotten: sent back, it would bounce in turn. */
static int read_bounce(struct arena *a, struct db *db) {
    char *text = arena_alloc(a, DSN_MAX);
    size_t n = fread(text, 1, DSN_MAX, stdin);
    struct dsn dsn;
    const char *outcome = "no es un rebote";
    if (dsn_read(a, text, n, &dsn) && note_bounce(db, &dsn, &outcome) != ERR_OK) {
        return EX_LATER;
    }
    log_line(LOG_INFO, "msg=\"bounce read\" outcome=\"%s\" status=%s", outcome,
             dsn.status != NULL ? dsn.status : "none");
    return EXIT_SUCCESS;
}

int command_database(const char *name, struct arena *a, struct db *db) {
    enum err e = ERR_INVALID;
    if (str_eq(name, "--rebote")) {
        return read_bounce(a, db);
    }
    if (str_eq(name, "--check")) {
        e = ERR_OK; /* it connected, and every statement was prepared */
    } else if (str_eq(name, "--crear-admin")) {
        e = cuentas_administrador(a, db);
    } else if (str_eq(name, "--demo-cuentas")) {
        e = cuentas_demo(a, db);
    } else {
        fprintf(stderr, "portal --help\n");
    }
    return e == ERR_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
