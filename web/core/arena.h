/* Memory that lives as long as one request.
 *
 * Every allocation is zeroed, aligned for any type and freed by arena_reset() at once. An arena has
 * a hard cap: passing it, or running out of memory, logs and exits, and the supervisor starts a new
 * worker. Whatever a client can size must therefore be bounded before it is allocated here.
 */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new arena that will never hold more than `cap` bytes. Exits when there is no memory. */
struct arena *arena_new(size_t cap);
/* Runs the deferred functions, then gives everything back. NULL is allowed. */
void arena_free(struct arena *a);
/* Runs the deferred functions, last first, and forgets every allocation; keeps the first block. */
void arena_reset(struct arena *a);
/* Bytes handed out since the last reset. */
size_t arena_used(const struct arena *a);

/* `size` zeroed bytes; never NULL. */
void *arena_alloc(struct arena *a, size_t size) __attribute__((returns_nonnull, malloc));
/* `n` zeroed elements of `size` bytes; exits on overflow. */
void *arena_calloc(struct arena *a, size_t n, size_t size) __attribute__((returns_nonnull));
/* Copies; NULL gives NULL. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
/* printf into the arena; never NULL. */
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));
/* Calls fn(ptr) at the reset: for resources of other libraries (PQclear, curl handles). */
void arena_defer(struct arena *a, void (*fn)(void *), void *ptr);

#endif
