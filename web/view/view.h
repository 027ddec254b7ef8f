/* Pages from templates: the only door to ctemplate.
 *
 * A view is the data of one template file. Names are the upper-case names of the template's
 * variables and sections, given by the T_ constants of gen/tpl.h, so that a name no template has
 * does not compile. ctemplate escapes every value for its place (each template opens with the
 * AUTOESCAPE pragma); those below "mail/" are plain text, not escaped. A name is looked up from the
 * inside out: row, section, include, page. Strings, names included, are not copied: they must live
 * as long as the request.
 * Of whatever is set under X, the sections HAY_X and NO_X come for free: HAY_X shows when a value
 * is not null or "", a section is on, a list has rows, a boolean is true; NO_X when not.
 */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#include "core/arena.h"
#include "core/err.h"
#include "core/table.h"
#include "core/time.h"

struct view;

/* Loads every template below `dir` once. ERR_INTERNAL when one does not parse (logged by name). */
enum err view_start(const char *dir) __attribute__((warn_unused_result));

/* In tests: a variable that a template asks for and nobody set makes view_expand() fail. */
void view_set_strict(bool on);

/* Data for template `name` ("servidor/ficha", without ".tpl"). */
struct view *view_new(struct arena *a, const char *name);

void view_str(struct view *v, const char *name, const char *value); /* NULL shows as "" */
void view_int(struct view *v, const char *name, int64_t value);     /* plain digits: ids, pages */
void view_miles(struct view *v, const char *name, int64_t value);   /* 1,234 */
void view_date(struct view *v, const char *name, struct date d);    /* 12/10/2022 */
void view_instant(struct view *v, const char *name, struct instant t);
/* Shows section NAME once when `on`; a section never mentioned stays hidden. Off hides it even when
 * the data around it shows a section of that name. */
void view_section(struct view *v, const char *name, bool on);
/* A new child of section NAME: shown once per call. */
struct view *view_add(struct view *v, const char *name);
/* Includes template `file` at {{>NAME}}, with the child's data; it sees the parent's names too. */
struct view *view_include(struct view *v, const char *name, const char *file);

/* Binds rows of a query to section NAME: once per row. Inside it each column is a variable of its
 * upper-case name. Text as it is; numbers as plain digits (use {{N:x-miles}} to group); dates
 * 12/10/2022 ({{D:x-largo}}: 12 de octubre de 2022; {{D:x-iso}}); moments 12/10/2022 14:05; a
 * true boolean shows section COLUMN; HAY_COLUMN and NO_COLUMN as above. No rows: NO_NAME shows. */
void view_rows(struct view *v, const char *name, const void *rows, size_t n,
               const struct db_table *table);
/* The same for one row, its columns directly in this view. The row is copied: it may stand on the
 * handler's stack. */
void view_row(struct view *v, const void *row, const struct db_table *table);

/* Expands into the arena. *out is NUL-terminated, *n its bytes. ERR_INTERNAL, logged, when a
 * template is missing, includes itself or, in strict mode, a name was never set. */
enum err view_expand(struct view *v, const char **out, size_t *n)
    __attribute__((warn_unused_result));

#ifdef __cplusplus
}
#endif

#endif
