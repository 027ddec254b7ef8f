#include "hoja/salida.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "core/log.h"
#include "core/str.h"

enum { ROWS_WITH_LIST = 50000, FILE_MAX = 32 * 1024 * 1024 };

struct salida {
    struct arena *arena;
    lxw_workbook *book;
    lxw_worksheet *sheet, *first;
    lxw_format *text, *title;
    lxw_row_t row;
    int fd;
};

struct salida *salida_nueva(struct arena *a) {
    struct salida *s = arena_alloc(a, sizeof *s);
    s->arena = a;
    /* The library writes to a path: this one is memory. */
    s->fd = memfd_create("salida", MFD_CLOEXEC);
    if (s->fd < 0) {
        log_fatal("msg=\"no memory for a workbook\"");
    }
    s->book = workbook_new(arena_printf(a, "/proc/self/fd/%d", s->fd));
    if (s->book == NULL) {
        log_fatal("msg=\"no memory for a workbook\"");
    }
    s->text = workbook_add_format(s->book);
    format_set_num_format(s->text, "@");
    s->title = workbook_add_format(s->book);
    format_set_num_format(s->title, "@");
    format_set_bold(s->title);
    format_set_bg_color(s->title, 0xDDE6F0);
    format_set_text_wrap(s->title);
    return s;
}

void salida_hoja(struct salida *s, const char *name, const int *anchos, size_t n) {
    s->sheet = workbook_add_worksheet(s->book, name);
    s->first = s->first == NULL ? s->sheet : s->first;
    s->row = 0;
    for (size_t i = 0; i < n; i++) {
        worksheet_set_column(s->sheet, (lxw_col_t)i, (lxw_col_t)i, anchos[i], s->text);
    }
}

static void put_row(struct salida *s, const char *const *cells, size_t n, lxw_format *format) {
    for (size_t i = 0; i < n; i++) {
        if (!str_empty(cells[i])) {
            worksheet_write_string(s->sheet, s->row, (lxw_col_t)i, cells[i], format);
        }
    }
    s->row++;
}

void salida_titulos(struct salida *s, const char *const *titulos, const char *const *notas,
                    size_t n) {
    for (size_t i = 0; i < n && notas != NULL; i++) {
        if (!str_empty(notas[i])) {
            worksheet_write_comment(s->sheet, s->row, (lxw_col_t)i, notas[i]);
        }
    }
    put_row(s, titulos, n, s->title);
    worksheet_freeze_panes(s->sheet, s->row, 0);
}

void salida_fila(struct salida *s, const char *const *celdas, size_t n) {
    put_row(s, celdas, n, s->text);
}

void salida_lista(struct salida *s, size_t columna, const char *hoja, size_t de, size_t n) {
    char *column = arena_alloc(s->arena, 8);
    lxw_col_to_name(column, (lxw_col_t)de, LXW_TRUE);
    lxw_data_validation list = {
        .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
        .value_formula = arena_printf(s->arena, "=%s!%s$2:%s$%zu", hoja, column, column, n + 1),
        .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
        .error_title = arena_strdup(s->arena, "No está en la lista"),
        .error_message =
            arena_strdup(s->arena, "Elija un valor de la lista; otro quizá no se reconozca."),
    };
    worksheet_data_validation_range(s->first, 1, (lxw_col_t)columna, ROWS_WITH_LIST,
                                    (lxw_col_t)columna, &list);
}

enum err salida_fin(struct salida *s, const char **bytes, size_t *n) {
    struct stat st = {.st_size = 0};
    lxw_error made = workbook_close(s->book);
    bool there =
        made == LXW_NO_ERROR && fstat(s->fd, &st) == 0 && st.st_size > 0 && st.st_size <= FILE_MAX;
    char *copy = arena_alloc(s->arena, there ? (size_t)st.st_size : 1);
    there = there && pread(s->fd, copy, (size_t)st.st_size, 0) == st.st_size;
    close(s->fd);
    if (!there) {
        log_line(LOG_ERROR, "msg=\"workbook not written\" why=\"%s\"", lxw_strerror(made));
        return ERR_INTERNAL;
    }
    *bytes = copy;
    *n = (size_t)st.st_size;
    return ERR_OK;
}
