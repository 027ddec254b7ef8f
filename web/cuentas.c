#include "cuentas.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clave/clave.h"
#include "core/log.h"
#include "core/str.h"
#include "gen/q_comando.h"

/* Four groups of four: 76 bits, no look-alike letters, easy to copy from a terminal. */
static char *new_password(struct arena *a) {
    static const char alphabet[] = "abcdefghjkmnpqrstuvwxyz23456789";
    char *out = arena_alloc(a, 20);
    for (size_t i = 0; i < 19; i++) {
        out[i] = i % 5 == 4 ? '-' : alphabet[randombytes_uniform(sizeof alphabet - 1)];
    }
    return out;
}

static const char *setting(const char *name, const char *otherwise) {
    const char *value = getenv(name);
    return str_empty(value) ? otherwise : value;
}

static bool is_dni(const char *s) {
    return strlen(s) == 8 && strspn(s, "0123456789") == 8;
}

enum err cuentas_administrador(struct arena *a, struct db *db) {
    const char *document = setting("PORTAL_ADMIN_DOCUMENTO", "00000001");
    const char *name = setting("PORTAL_ADMIN_NOMBRE", "Administración, Inicial");
    const char *given = setting("PORTAL_ADMIN_CLAVE", NULL);
    const char *password = given != NULL ? given : new_password(a);
    const char *comma = strchr(name, ',');
    const char *problem = clave_problem(a, password, document, NULL);
    struct q_comando_administrador_row r;
    if (!is_dni(document) || problem != NULL) {
        log_line(LOG_ERROR, "msg=\"administrador: %s\"",
                 problem != NULL ? problem : "PORTAL_ADMIN_DOCUMENTO debe tener 8 cifras");
        return ERR_INVALID;
    }
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        e = q_comando_administrador(
            db,
            &(struct q_comando_administrador_in){
                .numero = document,
                .nombres = comma != NULL ? arena_strndup(a, name, (size_t)(comma - name)) : name,
                .apellido = comma != NULL ? comma + 1 + strspn(comma + 1, " ") : "Inicial",
                .clave_hash = clave_hash(a, password),
                .debe_cambiar = given == NULL},
            &r);
    }
    e = e == ERR_OK ? db_commit(db) : e;
    if (e == ERR_OK && str_eq(r.resultado, "creado")) {
        printf("Documento (DNI)\t%s\nContraseña\t%s\n", document,
               given == NULL ? password : "la que usted dio");
    } else if (e == ERR_OK) {
        printf("La cuenta %s ya existe: no cambió.\n", document);
    }
    return e;
}

enum err cuentas_demo(struct arena *a, struct db *db) {
    const char *password = new_password(a);
    struct q_comando_demo_row *rows = NULL;
    size_t n = 0;
    enum err e = db_begin(db, TX_WRITE);
    if (e == ERR_OK) {
        e = q_comando_demo(db, &(struct q_comando_demo_in){.clave_hash = clave_hash(a, password)},
                           &rows, &n);
    }
    e = e == ERR_OK ? db_commit(db) : e;
    for (size_t i = 0; e == ERR_OK && i < n; i++) {
        printf("%s\t%s\t%s\t%s\t%s\n", rows[i].rol, rows[i].documento, password, rows[i].nombre,
               rows[i].entidad);
    }
    return e;
}
