/* The reading half of sqlgen: the header of a query file, and enough of the SQL to check the
 * arguments and to leave the comments out. */
#include "sqlgen.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const shape_word[] = {"", ":one", ":opt", ":many", ":exec", ":rows"};
static const struct type types[] = {
    {"int8", "DB_INT8", "int64_t ", "const int64_t *"},
    {"int4", "DB_INT4", "int32_t ", "const int32_t *"},
    {"bool", "DB_BOOL", "bool ", "const bool *"},
    {"float8", "DB_FLOAT8", "double ", "const double *"},
    {"text", "DB_TEXT", "const char *", "const char *"},
    {"date", "DB_DATE", "struct date ", "struct date "},
    {"timestamptz", "DB_INSTANT", "struct instant ", "struct instant "},
};

static const char *const c_words[] = {
    "auto",   "bool",     "break",  "case",   "char",     "const",    "continue", "default",
    "do",     "double",   "else",   "enum",   "extern",   "float",    "for",      "goto",
    "if",     "inline",   "int",    "long",   "register", "restrict", "return",   "short",
    "signed", "sizeof",   "static", "struct", "switch",   "typedef",  "union",    "unsigned",
    "void",   "volatile", "while",  "false",  "true"};

static int errors;

static void fail(const char *file, int line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

static void fail(const char *file, int line, const char *fmt, ...) {
    va_list ap;

    errors++;
    (void)fprintf(stderr, "%s:%d: ", file, line);
    va_start(ap, fmt);
    (void)vfprintf(stderr, fmt, ap);
    va_end(ap);
    (void)fputc('\n', stderr);
}

/* --- reading a header --- */

static bool word_ok(const char *s, const char *allowed) {
    return *s && strspn(s, allowed) == strlen(s);
}

static bool name_ok(const char *s) {
    return islower((unsigned char)*s) && word_ok(s, "abcdefghijklmnopqrstuvwxyz0123456789_") &&
           strlen(s) < 64;
}

static bool c_word(const char *s) {
    for (size_t i = 0; i < sizeof c_words / sizeof *c_words; i++) {
        if (strcmp(s, c_words[i]) == 0) {
            return true;
        }
    }
    return false;
}

static const struct type *type_find(const char *word) {
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (strcmp(word, types[i].word) == 0) {
            return &types[i];
        }
    }
    return NULL;
}

static char *trim(char *s) {
    s += strspn(s, " \t\r");
    for (size_t n = strlen(s); n > 0 && strchr(" \t\r", s[n - 1]); n--) {
        s[n - 1] = '\0';
    }
    return s;
}

/* "name type" or "name type?" */
static void read_item(const struct query *q, int line, struct list *list, char *text) {
    size_t n = strcspn(text, " \t");
    char *word = trim(text + n + (text[n] ? 1 : 0));
    size_t w = strlen(word);
    bool nullable = w > 0 && word[w - 1] == '?';

    text[n] = '\0';
    if (nullable) {
        word[w - 1] = '\0';
    }
    if (!name_ok(text)) {
        fail(q->file, line, "bad name '%s'", text);
    } else if (c_word(text)) {
        fail(q->file, line, "'%s' is a word of C", text);
    } else if (!type_find(word)) {
        fail(q->file, line, "unknown type '%s'", word);
    } else if (list->n == MAX_ITEMS) {
        fail(q->file, line, "more than %d names", MAX_ITEMS);
    } else {
        for (size_t i = 0; i < list->n; i++) {
            if (strcmp(list->item[i].name, text) == 0) {
                fail(q->file, line, "'%s' appears twice", text);
            }
        }
        list->item[list->n++] = (struct item){text, type_find(word), nullable};
    }
}

static void read_list(const struct query *q, int line, struct list *list, char *text) {
    for (char *next = NULL; text; text = next) {
        next = strchr(text, ',');
        if (next) {
            *next++ = '\0';
        }
        text = trim(text);
        if (*text) {
            read_item(q, line, list, text);
        }
    }
}

static void read_shape(struct query *q, int line, const char *word) {
    for (size_t i = ONE; i < sizeof shape_word / sizeof *shape_word; i++) {
        if (strcmp(word, shape_word[i]) == 0) {
            q->shape = (enum shape)i;
        }
    }
    q->shape_line = line;
    if (q->shape == NONE) {
        fail(q->file, line, "unknown kind '%s'", word);
    }
}

/* One "--" line; false: the header is over. `open` is the list that continuation lines add to. */
static bool read_line(struct query *q, int line, char *body, struct list **open) {
    bool deep = strncmp(body, "  ", 2) == 0;
    char *text = trim(body);

    if (*text == ':') {
        if (q->shape_line) {
            fail(q->file, line, "a second kind '%s'", text);
        }
        read_shape(q, line, text);
    } else if (!q->shape_line) {
        buf_printf(&q->about, "%s%s", q->about.n ? "\n" : "", text);
    } else if (str_starts(text, "in:") || str_starts(text, "out:")) {
        *open = *text == 'i' ? &q->in : &q->out;
        read_list(q, line, *open, strchr(text, ':') + 1);
    } else if (*open && deep) {
        read_list(q, line, *open, text);
    } else {
        return false;
    }
    return true;
}

/* Returns where the SQL starts, and its line. Header lines are cut out of `text` in place. */
static char *read_header(struct query *q, char *text, int *line) {
    struct list *open = NULL;

    for (*line = 1; str_starts(text, "--"); ++*line) {
        char *end = text + strcspn(text, "\n");
        char *body = arena_strndup(q->mem, text + 2, (size_t)(end - text - 2));
        if (!read_line(q, *line, body, &open)) {
            break;
        }
        text = *end ? end + 1 : end;
    }
    return text;
}

/* --- reading the statement --- */

struct scan {
    struct query *q;
    const char *s;
    int line, ended; /* ended: the line of the final semicolon */
    bool started;
};

/* Copies n characters as they are: what is inside quotes. */
static void copy(struct scan *c, size_t n) {
    for (size_t i = 0; i < n; i++) {
        c->line += c->s[i] == '\n';
    }
    buf_add(&c->q->sql, c->s, n);
    c->s += n;
}

/* The length of a quoted piece. Doubled quotes read as two pieces, which comes to the same. */
static size_t quoted(const struct scan *c, const char *s, bool backslash) {
    size_t n = 1;

    while (s[n] && s[n] != *s) {
        n += backslash && s[n] == '\\' && s[n + 1] ? 2 : 1;
    }
    if (!s[n]) {
        fail(c->q->file, c->line, "a quote is not closed");
        return n;
    }
    return n + 1;
}

/* $1, or $tag$ … $tag$ */
static void scan_dollar(struct scan *c) {
    if (isdigit((unsigned char)c->s[1])) {
        long n = strtol(c->s + 1, NULL, 10);
        if (n < 1 || n > (long)c->q->in.n) {
            fail(c->q->file, c->line, "$%ld has no argument", n);
        } else if (!c->q->used_line[n]) {
            c->q->used_line[n] = c->line;
        }
        copy(c, 1 + strspn(c->s + 1, "0123456789"));
        return;
    }
    const char *end = strchr(c->s + 1, '$');
    const char *tag = end ? arena_strndup(c->q->mem, c->s, (size_t)(end - c->s) + 1) : NULL;
    const char *close = tag ? strstr(end + 1, tag) : NULL;
    if (!close) {
        fail(c->q->file, c->line, "a dollar quote is not closed");
        copy(c, strlen(c->s));
        return;
    }
    copy(c, (size_t)(close - c->s) + strlen(tag));
}

/* What PostgreSQL ignores: "-- …" and nested comments. */
static void scan_comment(struct scan *c) {
    int depth = 0;

    if (*c->s == '-') {
        c->s += strcspn(c->s, "\n");
        return;
    }
    do {
        int step = strncmp(c->s, "/*", 2) == 0 ? 1 : strncmp(c->s, "*/", 2) == 0 ? -1 : 0;
        depth += step;
        c->line += *c->s == '\n';
        c->s += step ? 2 : 1;
    } while (depth > 0 && *c->s);
    buf_char(&c->q->sql, ' ');
}

static void scan_word(struct scan *c) {
    static const char *const first[] = {"select", "insert", "update", "delete", "with", "merge"};
    size_t n = 1;

    while (isalnum((unsigned char)c->s[n]) || c->s[n] == '_') {
        n++;
    }
    if (n == 1 && (*c->s == 'E' || *c->s == 'e') && c->s[1] == '\'') {
        copy(c, 1 + quoted(c, c->s + 1, true));
        return;
    }
    c->q->limit = c->q->limit || (n == 5 && strncasecmp(c->s, "limit", n) == 0);
    bool known = c->started;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        known = known || (strlen(first[i]) == n && strncasecmp(c->s, first[i], n) == 0);
    }
    if (!known) {
        fail(c->q->file, c->line, "a query starts with SELECT, INSERT, UPDATE, DELETE or WITH");
    }
    c->started = true;
    copy(c, n);
}

static void scan_space(struct scan *c) {
    struct buf *b = &c->q->sql;

    if (*c->s == '\n') {
        while (b->n > 0 && strchr(" \t\r", b->p[b->n - 1])) {
            b->p[--b->n] = '\0';
        }
    }
    if (*c->s == '\n' && (b->n == 0 || b->p[b->n - 1] == '\n')) {
        c->line++;
        c->s++;
    } else {
        copy(c, 1);
    }
}

static void scan_step(struct scan *c) {
    if (isspace((unsigned char)*c->s)) {
        scan_space(c);
        return;
    }
    if (strncmp(c->s, "--", 2) == 0 || strncmp(c->s, "/*", 2) == 0) {
        scan_comment(c);
        return;
    }
    if (c->ended) {
        fail(c->q->file, c->line, "more than one statement");
        c->s += strlen(c->s);
    } else if (*c->s == ';') {
        c->ended = c->line;
        c->s++;
    } else if (*c->s == '\'' || *c->s == '"') {
        copy(c, quoted(c, c->s, false));
    } else if (*c->s == '$') {
        scan_dollar(c);
    } else if (isalpha((unsigned char)*c->s) || *c->s == '_') {
        scan_word(c);
    } else {
        copy(c, 1 + strspn(c->s + 1, "0123456789_"));
    }
}

static void check_query(const struct query *q, int sql_line, bool started) {
    bool rows = q->shape == ONE || q->shape == OPT || q->shape == MANY;

    if (!q->about.n) {
        fail(q->file, 1, "the first line must say what the query is for");
    }
    if (!q->shape_line) {
        fail(q->file, sql_line, "no kind: -- :many, :one, :opt, :exec or :rows");
        return;
    }
    if (!started) {
        fail(q->file, sql_line, "no statement");
    }
    if (rows && !q->out.n) {
        fail(q->file, q->shape_line, "%s without '-- out:'", shape_word[q->shape]);
    }
    if (!rows && q->out.n) {
        fail(q->file, q->shape_line, "%s with '-- out:'", shape_word[q->shape]);
    }
    if (q->shape == MANY && !q->limit) {
        fail(q->file, q->shape_line, ":many without LIMIT");
    }
    for (size_t i = 0; i < q->in.n; i++) {
        if (!q->used_line[i + 1]) {
            fail(q->file, sql_line, "argument '%s' ($%zu) is not used", q->in.item[i].name, i + 1);
        }
    }
}

int sqlgen_read(struct query *q, char *text) {
    struct scan c = {.q = q};

    errors = 0;
    q->about = buf_new(q->mem, MAX_FILE);
    q->sql = buf_new(q->mem, MAX_FILE);
    c.s = read_header(q, text, &c.line);
    int sql_line = c.line;
    while (*c.s) {
        scan_step(&c);
    }
    while (q->sql.n > 0 && isspace((unsigned char)q->sql.p[q->sql.n - 1])) {
        q->sql.p[--q->sql.n] = '\0';
    }
    check_query(q, sql_line, c.started);
    return errors;
}
