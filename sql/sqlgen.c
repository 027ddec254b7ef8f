/* sqlgen OUTDIR QUERYDIR: typed C functions from the headers of QUERYDIR/<section>/<name>.sql.
 *
 * Reads text only and never talks to a database: whether a declaration is true is checked when a
 * worker connects and by tests/sql. Writes q_<section>.h, q_<section>.c and q_all.c, and only those
 * whose content changed, so that nothing else is compiled again. */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "sqlgen.h"

enum { MAX_QUERIES = 4096, MAX_OUTPUT = 8 * 1024 * 1024 };

static const char *const shape_c[] = {"", "DB_ONE", "DB_OPT", "DB_MANY", "DB_EXEC", "DB_ROWS"};

static struct query *query[MAX_QUERIES];
static const char *folder[MAX_QUERIES]; /* the sections, an empty one too */
static size_t n_query, n_folder;
static struct arena *mem;
static int errors;

/* --- writing --- */

static void emit_struct(struct buf *b, const char *id, const char *kind, const struct list *list) {
    if (!list->n) {
        return;
    }
    buf_printf(b, "struct q_%s_%s {\n", id, kind);
    for (size_t i = 0; i < list->n; i++) {
        const struct item *it = &list->item[i];
        buf_printf(b, "    %s%s;\n", it->nullable ? it->type->null_c : it->type->c, it->name);
    }
    buf_str(b, "};\n");
}

static void emit_table(struct buf *b, const char *id, const char *kind, const struct list *list) {
    for (size_t i = 0; i < list->n; i++) {
        const struct item *it = &list->item[i];
        buf_printf(b, "    {\"%s\", %s, %s, offsetof(struct q_%s_%s, %s)},\n", it->name,
                   it->type->db, it->nullable ? "true" : "false", id, kind, it->name);
    }
    buf_str(b, "};\n");
}

static void emit_prototype(struct buf *b, const struct query *q) {
    buf_printf(b, "enum err q_%s(struct db *db", q->id);
    if (q->in.n) {
        buf_printf(b, ", const struct q_%s_in *in", q->id);
    }
    if (q->shape == MANY) {
        buf_printf(b, ", struct q_%s_row **rows, size_t *n)", q->id);
    } else if (q->shape == ONE || q->shape == OPT) {
        buf_printf(b, ", struct q_%s_row *row%s)", q->id, q->shape == OPT ? ", bool *found" : "");
    } else {
        buf_str(b, q->shape == ROWS ? ", size_t *n)" : ")");
    }
}

static void emit_about(struct buf *b, const struct query *q) {
    buf_str(b, "\n/* ");
    for (const char *s = q->about.p; *s; s++) {
        if (*s == '\n') {
            buf_str(b, "\n * ");
        } else if (*s == '/' && s > q->about.p && (s[-1] == '*')) {
            buf_str(b, " /"); /* nothing may close the comment */
        } else {
            buf_char(b, *s);
        }
    }
    buf_str(b, " */\n");
}

static void emit_declaration(struct buf *b, const struct query *q) {
    emit_about(b, q);
    emit_struct(b, q->id, "in", &q->in);
    emit_struct(b, q->id, "row", &q->out);
    if (q->out.n) {
        buf_printf(b, "extern const struct db_table q_%s_table;\n", q->id);
    }
    buf_printf(b, "extern const struct db_stmt q_%s_stmt;\n", q->id);
    emit_prototype(b, q);
    buf_str(b, "\n    __attribute__((warn_unused_result));\n");
}

/* The SQL as string literals, a line each. "??" would start a trigraph. */
static void emit_sql(struct buf *b, const char *sql) {
    buf_str(b, "           \"");
    for (const char *s = sql; *s; s++) {
        if (*s == '\n') {
            buf_str(b, "\\n\"\n           \"");
        } else if (*s == '"' || *s == '\\' || (*s == '?' && s > sql && s[-1] == '?')) {
            buf_printf(b, "\\%c", *s);
        } else if ((unsigned char)*s < ' ') {
            buf_str(b, *s == '\t' ? "\\t" : " ");
        } else {
            buf_char(b, *s);
        }
    }
    buf_str(b, "\",\n");
}

static void emit_statement(struct buf *b, const struct query *q) {
    buf_printf(b, "const struct db_stmt q_%s_stmt = {\n    .name = \"%s\",\n    .sql =\n", q->id,
               q->id);
    emit_sql(b, q->sql.p);
    if (q->in.n) {
        buf_printf(b, "    .in = q_%s_args,\n    .n_in = %zu,\n", q->id, q->in.n);
    }
    if (q->out.n) {
        buf_printf(b, "    .out = {q_%s_cols, %zu, sizeof(struct q_%s_row)},\n", q->id, q->out.n,
                   q->id);
    }
    buf_printf(b, "    .shape = %s,\n};\n\n", shape_c[q->shape]);
}

static void emit_function(struct buf *b, const struct query *q) {
    const char *in = q->in.n ? "in" : "NULL";

    emit_prototype(b, q);
    buf_str(b, "\n{\n");
    switch (q->shape) {
    case MANY:
        buf_printf(b,
                   "    void *all = NULL;\n    enum err e = db_query(db, &q_%s_stmt, %s, &all, n);"
                   "\n    *rows = all;\n    return e;\n",
                   q->id, in);
        break;
    case ONE:
        buf_printf(b, "    return db_query(db, &q_%s_stmt, %s, row, NULL);\n", q->id, in);
        break;
    case OPT:
        buf_printf(b,
                   "    size_t n = 0;\n    enum err e = db_query(db, &q_%s_stmt, %s, row, &n);\n"
                   "    *found = n == 1;\n    return e;\n",
                   q->id, in);
        break;
    case ROWS:
        buf_printf(b, "    return db_query(db, &q_%s_stmt, %s, NULL, n);\n", q->id, in);
        break;
    case EXEC:
    case NONE:
        buf_printf(b, "    return db_query(db, &q_%s_stmt, %s, NULL, NULL);\n", q->id, in);
        break;
    }
    buf_str(b, "}\n");
}

static void emit_definition(struct buf *b, const struct query *q) {
    buf_char(b, '\n');
    if (q->in.n) {
        buf_printf(b, "static const struct db_col q_%s_args[%zu] = {\n", q->id, q->in.n);
        emit_table(b, q->id, "in", &q->in);
        buf_char(b, '\n');
    }
    if (q->out.n) {
        buf_printf(b, "static const struct db_col q_%s_cols[%zu] = {\n", q->id, q->out.n);
        emit_table(b, q->id, "row", &q->out);
        buf_printf(
            b, "const struct db_table q_%s_table = {q_%s_cols, %zu, sizeof(struct q_%s_row)};\n\n",
            q->id, q->id, q->out.n, q->id);
    }
    emit_statement(b, q);
    emit_function(b, q);
}

/* --- files --- */

static int complain(const char *path, const char *what) {
    (void)fprintf(stderr, "%s: %s\n", path, what);
    errors++;
    return -1;
}

/* NULL when it cannot be read, is larger than `max` or holds NUL. */
static char *read_file(const char *path, size_t max) {
    struct stat st;
    FILE *f = fopen(path, "rb");
    bool fine = f && fstat(fileno(f), &st) == 0 && st.st_size >= 0 && (size_t)st.st_size <= max;
    size_t size = fine ? (size_t)st.st_size : 0;
    char *text = arena_alloc(mem, size + 1);

    fine = fine && fread(text, 1, size, f) == size && strlen(text) == size;
    if (f) {
        (void)fclose(f);
    }
    return fine ? text : NULL;
}

static void write_file(const char *dir, const char *name, const struct buf *b) {
    const char *path = arena_printf(mem, "%s/%s", dir, name);
    struct stat st;

    if (b->truncated) {
        (void)complain(path, "too large");
        return;
    }
    if (stat(path, &st) == 0 && st.st_size == (off_t)b->n) {
        const char *old = read_file(path, b->n);
        if (old && strcmp(old, b->p) == 0) {
            return;
        }
    }
    FILE *f = fopen(path, "wb");
    bool fine = f && fwrite(b->p, 1, b->n, f) == b->n;
    if ((f && fclose(f) != 0) || !fine) {
        (void)complain(path, strerror(errno));
    }
}

static void write_section(const char *dir, const char *section) {
    struct buf h = buf_new(mem, MAX_OUTPUT), c = buf_new(mem, MAX_OUTPUT);
    char *upper = arena_strdup(mem, section);

    for (char *s = upper; *s; s++) {
        *s = (char)toupper((unsigned char)*s);
    }
    buf_printf(&h, "/* Written by sqlgen from the queries of %s: do not edit. */\n", section);
    buf_printf(&h, "#ifndef Q_%s_H\n#define Q_%s_H\n\n#include <stdbool.h>\n", upper, upper);
    buf_str(&h, "#include <stddef.h>\n#include <stdint.h>\n\n#include \"core/err.h\"\n"
                "#include \"core/time.h\"\n#include \"db/db.h\"\n");
    buf_printf(&c, "/* Written by sqlgen from the queries of %s: do not edit. */\n", section);
    buf_printf(&c, "#include \"q_%s.h\"\n\n", section);
    buf_str(&c, "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n");
    for (size_t i = 0; i < n_query; i++) {
        if (strcmp(query[i]->section, section) == 0) {
            emit_declaration(&h, query[i]);
            emit_definition(&c, query[i]);
        }
    }
    buf_str(&h, "\n#endif\n");
    write_file(dir, arena_printf(mem, "q_%s.h", section), &h);
    write_file(dir, arena_printf(mem, "q_%s.c", section), &c);
}

static void write_all(const char *dir) {
    struct buf b = buf_new(mem, MAX_OUTPUT);

    buf_str(&b, "/* Written by sqlgen: every statement, prepared at connect. Do not edit. */\n");
    buf_str(&b, "#include \"db/db.h\"\n\n");
    for (size_t i = 0; i < n_query; i++) {
        buf_printf(&b, "extern const struct db_stmt q_%s_stmt;\n", query[i]->id);
    }
    buf_str(&b, "\nconst struct db_stmt *const db_statements[] = {\n");
    for (size_t i = 0; i < n_query; i++) {
        buf_printf(&b, "    &q_%s_stmt,\n", query[i]->id);
    }
    buf_str(&b, "    NULL,\n};\n");
    write_file(dir, "q_all.c", &b);
    for (size_t i = 0; i < n_folder; i++) {
        write_section(dir, folder[i]);
    }
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The visible names of a folder, sorted; false when it is not one. */
static bool names(const char *dir, const char ***list, size_t *n) {
    DIR *d = opendir(dir);

    *n = 0;
    *list = arena_calloc(mem, MAX_QUERIES, sizeof **list);
    for (struct dirent *e = d ? readdir(d) : NULL; e; e = readdir(d)) {
        if (e->d_name[0] != '.' && *n < MAX_QUERIES) {
            (*list)[(*n)++] = arena_strdup(mem, e->d_name);
        }
    }
    qsort(*list, *n, sizeof **list, by_text);
    return d && closedir(d) == 0;
}

static bool plain(const char *s, size_t n) {
    return n > 0 && strspn(s, "abcdefghijklmnopqrstuvwxyz_") >= n && *s != '_';
}

/* The length of "name" in "name.sql", 0 for any other file. */
static size_t stem(const char *name) {
    size_t n = strlen(name);

    return n > 4 && strcmp(name + n - 4, ".sql") == 0 ? n - 4 : 0;
}

static void add_query(const char *path, const char *section, const char *name) {
    struct query *q = arena_alloc(mem, sizeof *q);
    char *text = read_file(path, MAX_FILE);

    if (!plain(section, strlen(section)) || !plain(name, strlen(name))) {
        (void)complain(path, "a name is of a-z and _ only");
        return;
    }
    *q = (struct query){.mem = mem, .file = path, .section = section};
    q->id = arena_printf(mem, "%s_%s", section, name);
    for (size_t i = 0; i < n_query; i++) {
        if (strcmp(query[i]->id, q->id) == 0) {
            (void)complain(path, arena_printf(mem, "the same name as %s", query[i]->file));
            return;
        }
    }
    if (!text || n_query == MAX_QUERIES || strlen(q->id) > 60) {
        (void)complain(path, "cannot be read, holds NUL, or is too large");
        return;
    }
    query[n_query++] = q;
    errors += sqlgen_read(q, text);
}

static void read_section(const char *dir, const char *section) {
    const char *path = arena_printf(mem, "%s/%s", dir, section);
    const char **file;
    size_t n;

    if (names(path, &file, &n)) {
        folder[n_folder++] = section;
    } else if (stem(section)) {
        (void)complain(path, "a query lives in the folder of its section");
    }
    for (size_t i = 0; i < n; i++) {
        if (stem(file[i])) {
            add_query(arena_printf(mem, "%s/%s", path, file[i]), section,
                      arena_strndup(mem, file[i], stem(file[i])));
        }
    }
}

int main(int argc, char **argv) {
    const char **section;
    size_t n;

    if (argc != 3) {
        (void)fprintf(stderr, "usage: sqlgen OUTDIR QUERYDIR\n");
        return 2;
    }
    mem = arena_new((size_t)1024 * 1024 * 1024);
    if (!names(argv[2], &section, &n)) {
        (void)complain(argv[2], "not a folder");
    }
    if (mkdir(argv[1], 0777) != 0 && errno != EEXIST) {
        (void)complain(argv[1], strerror(errno));
    }
    for (size_t i = 0; i < n; i++) {
        read_section(argv[2], section[i]);
    }
    if (!errors) {
        write_all(argv[1]);
    }
    arena_free(mem);
    return errors ? 1 : 0;
}
