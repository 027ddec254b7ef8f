/* What the program does besides serving: for the operator's terminal and the deploy scripts. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdbool.h>

#include "core/arena.h"
#include "db/db.h"

/* Runs the command called `name` when it is one that needs neither settings nor database
 * (--routes, --settings, --hash, --help). True when it was; *code is then the exit code. */
bool command_plain(const char *name, int *code);
/* Runs one that works on the database (--check, --crear-admin, --demo-cuentas, --rebote); returns
 * the exit code: 75 when --rebote is to be tried again. */
int command_database(const char *name, struct arena *a, struct db *db);

#endif
