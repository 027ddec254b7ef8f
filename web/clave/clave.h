/* Passwords: argon2id, with its parameters inside the stored text. */
#ifndef CLAVE_CLAVE_H
#define CLAVE_CLAVE_H

#include <stdbool.h>

#include "core/arena.h"

enum { CLAVE_MIN = 12, CLAVE_MAX = 128 };

/* The text to store. About 25 ms and 19 MiB; exits when there is no memory for it. */
char *clave_hash(struct arena *a, const char *clave);
/* True when `clave` is the one behind `hash`. With hash NULL it takes the same time and is false,
 * so that an unknown account answers like a known one. */
bool clave_matches(const char *clave, const char *hash);
/* NULL when the password may be used; else the message. `document` and `name` must not be in it. */
const char *clave_problem(struct arena *a, const char *clave, const char *document,
                          const char *name);

#endif
