/* What the two halves of sqlgen share: a query file as read. */
#ifndef SQLGEN_H
#define SQLGEN_H

#include "core/arena.h"
#include "core/str.h"

enum { MAX_ITEMS = 64, MAX_FILE = 256 * 1024 };

enum shape { NONE, ONE, OPT, MANY, EXEC, ROWS };

/* `null_c` is the C type when the value may be null. */
struct type {
    const char *word, *db, *c, *null_c;
};

struct list {
    struct item {
        const char *name;
        const struct type *type;
        bool nullable;
    } item[MAX_ITEMS];
    size_t n;
};

/* One file. `text` is changed while it is read; everything lives in `mem`. */
struct query {
    struct arena *mem;
    const char *file, *section, *id; /* id: "servidor_lista" */
    struct buf about, sql;
    enum shape shape;
    int shape_line, used_line[MAX_ITEMS + 1]; /* where $n is first used, 0 never */
    bool limit;
    struct list in, out;
};

/* Reads a file's text into q, whose mem, file, section and id are set. Tells each mistake on stderr
 * as file:line: message and returns their number. */
int sqlgen_read(struct query *q, char *text);

#endif
