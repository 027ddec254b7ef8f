/* Blocks in a list, the newest first. The first block is kept across resets, so a usual request
 * never calls malloc. Knows nothing of requests. */
#include "core/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"

#if defined(__has_feature) /* how clang says what gcc says with a macro */
#if __has_feature(address_sanitizer) && !defined(__SANITIZE_ADDRESS__)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

enum { BLOCK_SIZE = 256 * 1024, ALIGN = 16 };

struct block {
    struct block *next;
    size_t size, used;
    _Alignas(ALIGN) char data[];
};

struct deferred {
    struct deferred *next;
    void (*fn)(void *);
    void *ptr;
};

struct arena {
    struct block *head;
    struct deferred *deferred;
    size_t cap, held, used;
};

static struct block *block_new(size_t size) {
    struct block *b = malloc(sizeof *b + size);
    if (b == NULL) {
        log_fatal("msg=\"out of memory\" bytes=%zu", size);
    }
    b->next = NULL;
    b->size = size;
    b->used = 0;
    ASAN_POISON_MEMORY_REGION(b->data, size);
    return b;
}

static void block_free(struct block *b) {
    ASAN_UNPOISON_MEMORY_REGION(b->data, b->size);
    free(b);
}

struct arena *arena_new(size_t cap) {
    struct arena *a = calloc(1, sizeof *a);
    if (a == NULL) {
        log_fatal("msg=\"out of memory\"");
    }
    a->cap = cap;
    a->held = cap < BLOCK_SIZE ? cap : BLOCK_SIZE;
    a->head = block_new(a->held);
    return a;
}

void arena_reset(struct arena *a) {
    while (a->deferred != NULL) {
        struct deferred d = *a->deferred;
        a->deferred = d.next;
        d.fn(d.ptr);
    }
    while (a->head->next != NULL) {
        struct block *b = a->head;
        a->head = b->next;
        block_free(b);
    }
    a->head->used = 0;
    a->held = a->head->size;
    a->used = 0;
    ASAN_POISON_MEMORY_REGION(a->head->data, a->head->size);
}

void arena_free(struct arena *a) {
    if (a == NULL) {
        return;
    }
    arena_reset(a);
    block_free(a->head);
    free(a);
}

size_t arena_used(const struct arena *a) {
    return a->used;
}

/* A block with room for `size`, at the head of the list: the first block stays the last one. */
static struct block *block_with_room(struct arena *a, size_t size) {
    if (a->head->size - a->head->used >= size) {
        return a->head;
    }
    size_t want = size > BLOCK_SIZE ? size : BLOCK_SIZE, left = a->cap - a->held;
    if (size > left) {
        log_fatal("msg=\"arena cap passed\" cap=%zu asked=%zu", a->cap, size);
    }
    want = want < left ? want : left; /* the last one may be smaller */
    struct block *b = block_new(want);
    b->next = a->head;
    a->head = b;
    a->held += want;
    return b;
}

void *arena_alloc(struct arena *a, size_t size) {
    if (size > a->cap) {
        log_fatal("msg=\"arena cap passed\" cap=%zu asked=%zu", a->cap, size);
    }
    size_t rounded = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (rounded == 0) {
        rounded = ALIGN;
    }
    struct block *b = block_with_room(a, rounded);
    char *p = b->data + b->used;
    b->used += rounded;
    a->used += rounded;
    ASAN_UNPOISON_MEMORY_REGION(p, size == 0 ? 1 : size);
    memset(p, 0, size);
    return p;
}

void *arena_calloc(struct arena *a, size_t n, size_t size) {
    size_t bytes = 0;
    if (__builtin_mul_overflow(n, size, &bytes)) {
        log_fatal("msg=\"size overflow\" n=%zu size=%zu", n, size);
    }
    return arena_alloc(a, bytes);
}

char *arena_strndup(struct arena *a, const char *s, size_t n) {
    if (s == NULL) {
        return NULL;
    }
    char *copy = arena_alloc(a, n + 1);
    memcpy(copy, s, n);
    return copy;
}

char *arena_strdup(struct arena *a, const char *s) {
    return s == NULL ? NULL : arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap) {
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    if (n < 0) {
        log_fatal("msg=\"bad format\"");
    }
    char *out = arena_alloc(a, (size_t)n + 1);
    vsnprintf(out, (size_t)n + 1, fmt, again);
    va_end(again);
    return out;
}

char *arena_printf(struct arena *a, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    char *out = arena_vprintf(a, fmt, ap);
    va_end(ap);
    return out;
}

void arena_defer(struct arena *a, void (*fn)(void *), void *ptr) {
    struct deferred *d = arena_alloc(a, sizeof *d);
    d->fn = fn;
    d->ptr = ptr;
    d->next = a->deferred;
    a->deferred = d;
}
