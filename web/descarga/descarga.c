#include "descarga/descarga.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "core/log.h"
#include "core/str.h"

#define MARK "\xEF\xBB\xBF" /* makes spreadsheets read UTF-8 */

enum { BATCH_MAX = 48 * 1024 * 1024, CELLS_MAX = 64, BUFFER = 64 * 1024 };

const struct option descarga_formatos[] = {
    {"xlsx", "Excel (XLSX), para abrir y leer"}, {"csv", "CSV, para otro sistema"}, {NULL, NULL}};

struct descarga {
    struct arena *arena;
    struct db *db;
    int fd;
    FILE *csv; /* or the three below */
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *text, *title;
    lxw_row_t row;
    size_t numbers; /* the first column of them */
};

static const char *folder(void) {
    const char *dir = getenv("TMPDIR");
    return str_empty(dir) ? "/tmp" : dir;
}

static void close_fd(void *p) {
    (void)close(*(int *)p);
}

/* A request that ends half-way leaves neither a stream nor the file that the library keeps. */
static void drop(void *p) {
    struct descarga *d = p;
    if (d->csv != NULL) {
        (void)fclose(d->csv);
    }
    if (d->book != NULL) {
        lxw_workbook_free(d->book);
    }
}

static void begin_book(struct descarga *d) {
    lxw_workbook_options options = {.constant_memory = LXW_TRUE,
                                    .tmpdir = arena_strdup(d->arena, folder())};
    d->book = workbook_new_opt(arena_printf(d->arena, "/proc/self/fd/%d", d->fd), &options);
    if (d->book == NULL) {
        log_fatal("msg=\"no memory for a workbook\"");
    }
    d->sheet = workbook_add_worksheet(d->book, "Datos");
    d->text = workbook_add_format(d->book);
    format_set_num_format(d->text, "@");
    d->title = workbook_add_format(d->book);
    format_set_bold(d->title);
    worksheet_set_column(d->sheet, 0, CELLS_MAX - 1, 18, d->text);
    worksheet_freeze_panes(d->sheet, 1, 0);
}

struct descarga *descarga_nueva(struct request *rq, const char *format) {
    struct descarga *d = arena_alloc(rq->arena, sizeof *d);
    d->arena = rq->arena;
    d->db = rq->db;
    d->numbers = CELLS_MAX;
    d->fd = open(folder(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (d->fd < 0) {
        log_fatal("msg=\"no temporary file\" folder=%s errno=%d", folder(), errno);
    }
    arena_defer(rq->arena, close_fd, &d->fd);
    arena_defer(rq->arena, drop, d);
    if (!str_eq(format, "csv")) {
        begin_book(d);
        return d;
    }
    d->csv = fdopen(dup(d->fd), "w");
    if (d->csv == NULL) {
        log_fatal("msg=\"no memory for a file\"");
    }
    (void)setvbuf(d->csv, NULL, _IOFBF, BUFFER);
    fputs(MARK, d->csv);
    return d;
}

static void csv_cell(FILE *out, const char *cell) {
    bool formula = *cell != '\0' && strchr("-=+@\t\r\n", *cell) != NULL;
    size_t n = strlen(cell);
    bool quote = formula || *cell == '0' || *cell == ' ' || (n > 0 && cell[n - 1] == ' ') ||
                 strpbrk(cell, "\",;\r\n\t") != NULL;
    if (!quote) {
        fputs(cell, out);
        return;
    }
    fputs(formula ? "\"'" : "\"", out);
    for (const char *p = cell; *p != '\0'; p++) {
        if (*p == '"') {
            fputc('"', out);
        }
        fputc(*p, out);
    }
    fputc('"', out);
}

void descarga_numeros(struct descarga *d, size_t column) {
    d->numbers = column;
}

static void book_cell(struct descarga *d, size_t column, const char *cell) {
    if (d->row > 0 && column >= d->numbers) {
        worksheet_write_number(d->sheet, d->row, (lxw_col_t)column, strtod(cell, NULL), NULL);
        return;
    }
    worksheet_write_string(d->sheet, d->row, (lxw_col_t)column, cell,
                           d->row == 0 ? d->title : d->text);
}

void descarga_fila(struct descarga *d, const char *const *cells, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const char *cell = cells[i] != NULL ? cells[i] : "";
        if (d->csv != NULL) {
            csv_cell(d->csv, cell);
            fputs(i + 1 < n ? "," : "\r\n", d->csv);
        } else if (*cell != '\0') {
            book_cell(d, i, cell);
        }
    }
    d->row++;
}

void descarga_filas(struct descarga *d, const void *rows, size_t n, const struct db_table *table) {
    const char *cells[CELLS_MAX];
    for (size_t i = 0; i < n; i++) {
        const char *row = (const char *)rows + i * table->row_size;
        size_t k = 0;
        for (size_t c = 0; c < table->n && k < CELLS_MAX; c++) {
            if (table->cols[c].type == DB_TEXT) {
                memcpy(&cells[k++], row + table->cols[c].offset, sizeof cells[0]);
            }
        }
        descarga_fila(d, cells, k);
    }
}

static bool end_file(struct descarga *d) {
    if (d->csv != NULL) {
        bool ok = ferror(d->csv) == 0;
        ok = fclose(d->csv) == 0 && ok;
        d->csv = NULL;
        return ok;
    }
    lxw_error made = workbook_close(d->book);
    d->book = NULL;
    return made == LXW_NO_ERROR;
}

enum err descarga_fin(struct descarga *d, struct response *rs, const char *name) {
    struct stat st;
    bool csv = d->csv != NULL;
    /* The library packs the whole workbook now: a slow machine takes a minute for 150,000 rows. */
    enum err e = csv ? ERR_OK : db_hold(d->db);
    if (e != ERR_OK) {
        return e;
    }
    if (!end_file(d) || fstat(d->fd, &st) != 0 || st.st_size <= 0) {
        log_line(LOG_ERROR, "msg=\"file to hand out not written\" errno=%d", errno);
        return ERR_INTERNAL;
    }
    rs->body_fd = &d->fd;
    rs->body_n = (size_t)st.st_size;
    (void)response_file(rs,
                        arena_printf(d->arena, "%s-%s.%s", name, date_iso(d->arena, date_today()),
                                     csv ? "csv" : "xlsx"),
                        csv ? "text/csv; charset=utf-8"
                            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    return ERR_OK;
}

enum http_status descarga_csv(struct request *rq, struct response *rs, const char *name,
                              const char *lines) {
    rs->body = arena_printf(rq->arena, MARK "%s", lines);
    rs->body_n = strlen(rs->body);
    return response_file(rs, name, "text/csv; charset=utf-8");
}

static void free_arena(void *p) {
    arena_free(p);
}

enum err descarga_lotes(struct request *rq, struct descarga *d, descarga_lote_fn *fn, void *state,
                        size_t full) {
    struct arena *batch = arena_new(BATCH_MAX), *home = db_arena(rq->db, batch);
    enum err e = ERR_OK;
    /* Not freed here: what the database refused is still told from it. */
    arena_defer(rq->arena, free_arena, batch);
    for (size_t n = full; e == ERR_OK && n == full;) {
        e = fn(rq, d, state, &n);
        if (e == ERR_OK) {
            arena_reset(batch);
        }
    }
    (void)db_arena(rq->db, home);
    return e;
}
