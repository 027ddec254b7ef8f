/* Secrets that travel in cookies and links: random, never stored; the database keeps a hash. */
#ifndef HTTP_TOKEN_H
#define HTTP_TOKEN_H

#include <stdbool.h>

#include "core/arena.h"

enum { TOKEN_CHARS = 43 }; /* 32 bytes in base64url without padding */

/* A new random token of TOKEN_CHARS characters. */
char *token_new(struct arena *a);
/* True when s has the form of a token. */
bool token_well_formed(const char *s);
/* What the database stores: 64 hexadecimal characters of BLAKE2b-256. */
char *token_hash(struct arena *a, const char *token);
/* The form token that belongs to a cookie's token, masked anew at each call so that compressed
 * pages do not leak it. */
char *token_csrf(struct arena *a, const char *token);
/* Constant-time check of a form token against the cookie's token. */
bool token_csrf_ok(const char *token, const char *csrf);

#endif
