#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"
#include "core/str.h"

extern char **environ;

static const char *const names[] = {
#define SETTING(field, env, type, value, help) env,
#include "config.def"
#undef SETTING
    "PORTAL_HOY", /* the day, in tests: read by core/time.c */
    "PORTAL_ADMIN_DOCUMENTO", "PORTAL_ADMIN_NOMBRE", "PORTAL_ADMIN_CLAVE", /* cuentas.c */
};

static bool known(const char *entry) {
    size_t n = strcspn(entry, "=");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strlen(names[i]) == n && strncmp(names[i], entry, n) == 0) {
            return true;
        }
    }
    return false;
}

static bool read_text(const char *env, const char *value, config_text *out) {
    const char *given = getenv(env);
    *out = !str_empty(given) ? given : value;
    if (**out == '\0') {
        log_line(LOG_ERROR, "msg=\"setting missing\" name=%s", env);
        return false;
    }
    return true;
}

static bool read_number(const char *env, const char *value, config_number *out) {
    const char *given = getenv(env);
    if (!str_int64(!str_empty(given) ? given : value, 1, 1000000, out)) {
        log_line(LOG_ERROR, "msg=\"setting is not a number from 1 to 1000000\" name=%s", env);
        return false;
    }
    return true;
}

static bool read_flag(const char *env, const char *value, config_flag *out) {
    const char *given = getenv(env);
    const char *v = !str_empty(given) ? given : value;
    *out = str_eq(v, "1");
    if (!*out && !str_eq(v, "0")) {
        log_line(LOG_ERROR, "msg=\"setting is not 0 or 1\" name=%s", env);
        return false;
    }
    return true;
}

bool config_read(struct config *out) {
    bool ok = true;
    for (char **e = environ; *e != NULL; e++) {
        if (str_starts(*e, "PORTAL_") && !known(*e)) {
            log_line(LOG_ERROR, "msg=\"unknown setting\" name=%.*s", (int)strcspn(*e, "="), *e);
            ok = false;
        }
    }
#define SETTING(field, env, type, value, help) ok = read_##type(env, value, &out->field) && ok;
#include "config.def"
#undef SETTING
    return ok;
}

void config_print(void) {
#define SETTING(field, env, type, value, help) printf("%-24s %-10s %s\n", env, value, help);
#include "config.def"
#undef SETTING
}
