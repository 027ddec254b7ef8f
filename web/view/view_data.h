/* What a view holds, for the files of this folder alone. It lives in the arena of the request, so
 * nothing here has a constructor or a destructor. */
#ifndef VIEW_VIEW_DATA_H
#define VIEW_VIEW_DATA_H

#include <cstddef>
#include <cstring>

/* C++ warns of a function named like a struct, which C's headers may have. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#include "view/view.h"
#pragma GCC diagnostic pop

struct text {
    const char *p;
    size_t n;
};

struct columns { /* a column table under the names that templates use */
    const struct db_col *col;
    struct text *name;
    size_t n;
};

struct bound { /* one row of a query */
    const char *row;
    const struct columns *cols;
    struct bound *next;
};

struct part { /* a child, shown once, or n > 0 rows, each shown once */
    const struct view *child;
    const char *rows;
    size_t n, row_size;
    const struct columns *cols;
    struct part *next;
};

enum kind { VALUE, SECTION, INCLUDE };

struct item {
    struct text name;
    enum kind kind;
    struct text value;         /* VALUE */
    bool on;                   /* SECTION */
    struct part *first, *last; /* SECTION, INCLUDE; none: shown once with the data around it */
    struct item *next;
};

enum { BUCKETS = 16 };

struct view {
    struct arena *arena;
    const char *file; /* template of a page or an include; NULL for a child of a section */
    struct item *bucket[BUCKETS];
    struct bound *rows;
};

inline struct text text_of(const char *s) {
    return {s == nullptr ? "" : s, s == nullptr ? 0 : strlen(s)};
}

inline bool same(struct text a, struct text b) {
    return a.n == b.n && memcmp(a.p, b.p, a.n) == 0;
}

inline size_t bucket_of(struct text name) {
    if (name.n == 0) {
        return 0;
    }
    return (name.n + static_cast<unsigned char>(name.p[0]) * 3u +
            static_cast<unsigned char>(name.p[name.n - 1]) * 5u) %
           BUCKETS;
}

inline struct item *item_find(const struct view *v, struct text name, enum kind kind) {
    struct item *it = v->bucket[bucket_of(name)];
    while (it != nullptr && (it->kind != kind || !same(it->name, name))) {
        it = it->next;
    }
    return it;
}

#endif
