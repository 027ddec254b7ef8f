/* Accounts that the installer makes, over a connection that owns the database. */
#ifndef CUENTAS_H
#define CUENTAS_H

#include "core/arena.h"
#include "core/err.h"
#include "db/db.h"

/* Makes the first administrator from PORTAL_ADMIN_DOCUMENTO, _NOMBRE ("names, surname") and _CLAVE;
 * without a password it makes one, which must be changed at the first sign-in. Prints document and
 * password on standard output, this once. An account that exists is left as it is. */
enum err cuentas_administrador(struct arena *a, struct db *db) __attribute__((warn_unused_result));

/* Makes an account of each role on the synthetic people and prints, by tabs: role, document,
 * password, name, entity. Again, it makes a new password. */
enum err cuentas_demo(struct arena *a, struct db *db) __attribute__((warn_unused_result));

#endif
