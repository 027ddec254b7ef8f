/* The arena: what it gives is aligned and zeroed, its cap ends the process, its resources are let
 * go last first, and what was given back cannot be read unnoticed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/arena.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#endif

enum { MIB = 1024 * 1024, EXIT_FATAL = 70 };

static char order[16];

static void note(void *p) {
    size_t n = strlen(order);
    assert_in_range(n, 0, sizeof order - 2);
    order[n] = *(const char *)p;
}

static void test_aligned_and_zeroed(void **state) {
    (void)state;
    struct arena *a = arena_new(MIB);
    for (int round = 0; round < 3; round++) {
        for (size_t n = 0; n < 300; n++) {
            unsigned char *p = arena_alloc(a, n);
            assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < n; i++) {
                assert_int_equal(p[i], 0);
            }
            memset(p, 0xAA, n);
        }
        arena_reset(a);
        assert_int_equal(arena_used(a), 0);
    }
    arena_free(a);
}

static void test_pieces_do_not_overlap(void **state) {
    (void)state;
    struct arena *a = arena_new((size_t)8 * MIB);
    unsigned char *p[200];
    for (size_t i = 0; i < 200; i++) {
        p[i] = arena_alloc(a, 5000 + i); /* over several blocks */
        memset(p[i], (int)i, 5000 + i);
    }
    for (size_t i = 0; i < 200; i++) {
        assert_int_equal(p[i][0], i);
        assert_int_equal(p[i][4999 + i], i);
    }
    arena_free(a);
}

static void test_text(void **state) {
    (void)state;
    struct arena *a = arena_new(MIB);
    assert_null(arena_strdup(a, NULL));
    assert_null(arena_strndup(a, NULL, 5));
    assert_string_equal(arena_strdup(a, ""), "");
    assert_string_equal(arena_strndup(a, "abcdef", 3), "abc");
    assert_string_equal(arena_printf(a, "%d-%s", 7, "x"), "7-x");
    char *large = arena_printf(a, "%0*d", 300000, 1); /* larger than a block */
    assert_int_equal(strlen(large), 300000);
    arena_free(a);
    arena_free(NULL);
}

static void test_deferred_last_first_once(void **state) {
    (void)state;
    struct arena *a = arena_new(MIB);
    memset(order, 0, sizeof order);
    static char x[] = "1", y[] = "2", z[] = "3";
    arena_defer(a, note, x);
    arena_defer(a, note, y);
    arena_defer(a, note, z);
    arena_reset(a);
    assert_string_equal(order, "321");
    arena_reset(a);
    assert_string_equal(order, "321");
    arena_defer(a, note, x);
    arena_free(a);
    assert_string_equal(order, "3211");
}

/* --- what ends the process --- */

/* Still reached when the process ends, so that no leak is reported. */
static struct arena *volatile doomed;

static struct arena *doomed_new(size_t cap) {
    doomed = arena_new(cap);
    return doomed;
}

static void fill_past_cap(void) {
    struct arena *a = doomed_new(MIB);
    for (int i = 0; i < 100; i++) {
        arena_alloc(a, 64 * 1024);
    }
}
static void one_too_large(void) {
    arena_alloc(doomed_new(MIB), MIB + 1);
}
static void size_max(void) {
    arena_alloc(doomed_new(MIB), SIZE_MAX);
}
static void small_cap(void) { /* smaller than the arena's usual block */
    struct arena *a = doomed_new(64 * 1024);
    for (int i = 0; i < 20; i++) {
        arena_alloc(a, 8 * 1024);
    }
}
static void product_overflows(void) {
    arena_calloc(doomed_new(MIB), SIZE_MAX / 2, 3);
}
static void no_memory_at_all(void) {
    arena_alloc(doomed_new(SIZE_MAX), SIZE_MAX / 4);
}

static int exit_code_of(void (*fn)(void)) {
    pid_t pid = fork();
    if (pid == 0) {
        if (close(STDERR_FILENO) == 0) {
            fn();
        }
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void test_cap_ends_the_process(void **state) {
    (void)state;
    assert_int_equal(exit_code_of(fill_past_cap), EXIT_FATAL);
    assert_int_equal(exit_code_of(one_too_large), EXIT_FATAL);
    assert_int_equal(exit_code_of(size_max), EXIT_FATAL);
    assert_int_equal(exit_code_of(small_cap), EXIT_FATAL);
    assert_int_equal(exit_code_of(product_overflows), EXIT_FATAL);
#if !defined(__SANITIZE_ADDRESS__) /* ASan itself ends a process that asks for so much */
    assert_int_equal(exit_code_of(no_memory_at_all), EXIT_FATAL);
#else
    (void)no_memory_at_all;
#endif
}

static void test_the_whole_cap_can_be_used(void **state) {
    (void)state;
    struct arena *a = arena_new((size_t)300 * 1024);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 37; i++) {
            arena_alloc(a, 8 * 1024);
        }
        arena_reset(a);
    }
    arena_free(a);
}

static void test_poison(void **state) {
    (void)state;
#if defined(__SANITIZE_ADDRESS__)
    struct arena *a = arena_new(MIB);
    char *p = arena_alloc(a, 5);
    assert_false(__asan_address_is_poisoned(p));
    assert_false(__asan_address_is_poisoned(p + 4));
    assert_true(__asan_address_is_poisoned(p + 5));
    arena_reset(a);
    assert_true(__asan_address_is_poisoned(p));
    arena_free(a);
#else
    skip();
#endif
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_aligned_and_zeroed),
        cmocka_unit_test(test_pieces_do_not_overlap),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_deferred_last_first_once),
        cmocka_unit_test(test_cap_ends_the_process),
        cmocka_unit_test(test_the_whole_cap_can_be_used),
        cmocka_unit_test(test_poison),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
