/* Text from outside becomes text of ours here: valid UTF-8, no controls, NFC, spaces folded. */
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

/* True when the n bytes are valid UTF-8 and hold no NUL. */
bool utf8_valid(const char *s, size_t n);
/* Code points of a valid string. */
size_t utf8_length(const char *s);
/* True when s holds a control character other than the allowed ones (tab, CR, LF when
 * `multiline`), or a character that changes the direction of text. */
bool utf8_has_control(const char *s, bool multiline);
/* NFC; outer white space removed and inner runs folded to one space (line breaks are kept, as LF,
 * when `multiline`). The result lives in the arena. */
char *utf8_clean(struct arena *a, const char *s, bool multiline);
/* What the search columns hold: upper case, no accents (Ñ folds to N), letters, digits and single
 * spaces only. Twin of the SQL function portal_buscable(). */
char *utf8_buscable(struct arena *a, const char *s);

#endif
