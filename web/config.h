/* Settings, read once from the environment. The table is config.def. */
#ifndef CONFIG_H
#define CONFIG_H

#include <stdbool.h>
#include <stdint.h>

typedef const char *config_text;
typedef int64_t config_number;
typedef bool config_flag;

struct config {
#define SETTING(field, env, type, value, help) config_##type field;
#include "config.def"
#undef SETTING
};

/* Reads PORTAL_*. False, with one line logged for each fault, when a required one is missing, a
 * value is malformed, or a PORTAL_ name is unknown. Strings belong to the environment. */
bool config_read(struct config *out) __attribute__((warn_unused_result));
/* Prints the table: name, default, help. */
void config_print(void);

#endif
