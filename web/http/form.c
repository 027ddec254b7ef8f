/* Reads forms by their table of fields. */
#include "http/form.h"

#include <string.h>

#include "core/log.h"
#include "core/str.h"
#include "core/utf8.h"
#include "http/response.h"

enum { TEXT_MAX_DEFAULT = 200 };

size_t form_max(const struct field *f) {
    return f->max != 0 ? f->max : TEXT_MAX_DEFAULT;
}

static const char *default_missing(struct request *rq, const struct field *f) {
    if (f->kind == F_FILE && f->missing == NULL) {
        return arena_printf(rq->arena, "%s: elija un archivo.", f->label);
    }
    bool choice = f->kind == F_SELECT || f->kind == F_RADIO || f->kind == F_CHECKS ||
                  f->kind == F_ID || f->kind == F_IDS;
    if (f->missing != NULL) {
        return f->missing;
    }
    if (f->kind == F_CHECK) {
        return "Marque la casilla para continuar.";
    }
    return arena_printf(rq->arena, "%s: %s.", f->label,
                        choice ? "elija una opción" : "complete este dato");
}

static const char *bad(const struct field *f, const char *otherwise) {
    return f->bad != NULL ? f->bad : otherwise;
}

/* Enough to refuse what cannot be an address; whether it exists only a mail can tell. */
static bool is_email(const char *s) {
    const char *at = strchr(s, '@');
    if (at == NULL || at == s || strchr(at + 1, '@') != NULL || strpbrk(s, " ,;<>\"()\\") != NULL) {
        return false;
    }
    const char *dot = strrchr(at, '.');
    return dot != NULL && dot > at + 1 && strlen(dot) >= 3 && strstr(s, "..") == NULL;
}

/* Mobiles have nine digits and begin with 9; spaces and dashes are forgiven. */
static const char *phone_digits(struct arena *a, const char *s) {
    char *out = arena_alloc(a, strlen(s) + 1);
    size_t n = 0;
    for (; *s != '\0'; s++) {
        if (*s >= '0' && *s <= '9') {
            out[n++] = *s;
        } else if (*s != ' ' && *s != '-') {
            return NULL;
        }
    }
    return n >= 6 && n <= 9 ? out : NULL;
}

/* Documents are typed with dots, spaces and lower case; the type decides what is valid. */
static const char *document_text(struct arena *a, const char *s) {
    char *out = arena_alloc(a, strlen(s) + 1);
    size_t n = 0;
    for (; *s != '\0'; s++) {
        char c = *s >= 'a' && *s <= 'z' ? (char)(*s - 32) : *s;
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            out[n++] = c;
        } else if (c != ' ' && c != '.' && c != '-') {
            return NULL;
        }
    }
    return out;
}

static bool in_options(const struct option *o, const char *value) {
    for (; o != NULL && o->value != NULL; o++) {
        if (str_eq(o->value, value)) {
            return true;
        }
    }
    return false;
}

static const char *choice_message(struct request *rq, const struct field *f) {
    return bad(f, arena_printf(rq->arena, "%s: elija una opción de la lista.", f->label));
}

static const char *parse_text(struct request *rq, const struct field *f, struct form_value *v) {
    size_t n = utf8_length(v->text);
    if (n > form_max(f)) {
        return arena_printf(rq->arena, "%s: escriba %zu caracteres como máximo (ahora tiene %zu).",
                            f->label, form_max(f), n);
    }
    if (n < f->min) {
        return bad(f,
                   arena_printf(rq->arena, "%s: escriba %zu caracteres o más.", f->label, f->min));
    }
    return NULL;
}

static const char *parse_number(struct request *rq, const struct field *f, struct form_value *v) {
    bool bounded = f->low != 0 || f->high != 0;
    int64_t low = f->kind == F_ID ? 1 : bounded ? f->low : INT64_MIN;
    int64_t high = bounded && f->kind == F_INT ? f->high : INT64_MAX;
    if (str_int64(v->text, low, high, &v->number)) {
        return NULL;
    }
    if (f->kind == F_ID) {
        return choice_message(rq, f);
    }
    return bad(f, bounded ? arena_printf(rq->arena, "%s: escriba un número entre %lld y %lld.",
                                         f->label, (long long)low, (long long)high)
                          : arena_printf(rq->arena, "%s: escriba un número.", f->label));
}

static const char *parse_choice(struct request *rq, const struct field *f, struct form_value *v) {
    if (f->options != NULL ? in_options(f->options, v->text) : strlen(v->text) <= 100) {
        return NULL;
    }
    return choice_message(rq, f);
}

/* Whether each value of "15,03" is among the options. */
static bool all_in_options(const struct option *options, const char *list) {
    size_t wanted = 1, found = 0;
    for (const char *p = list; *p != '\0'; p++) {
        wanted += *p == ',' ? 1 : 0;
    }
    for (const struct option *o = options; o->value != NULL; o++) {
        found += str_listed(list, o->value) ? 1 : 0;
    }
    return found == wanted;
}

static const char *parse_choices(struct request *rq, const struct field *f, struct form_value *v) {
    bool fine = f->options != NULL ? all_in_options(f->options, v->text) : strlen(v->text) <= 400;
    return fine ? NULL : choice_message(rq, f);
}

/* "12.3": an id and the version of the row that was on the screen. */
static bool is_versioned_id(const char *s, size_t n) {
    const char *dot = memchr(s, '.', n);
    size_t left = dot != NULL ? (size_t)(dot - s) : 0, right = dot != NULL ? n - left - 1 : 0;
    return left >= 1 && left <= 18 && right >= 1 && right <= 9 && strspn(s, "0123456789") == left &&
           strspn(dot + 1, "0123456789") == right;
}

static const char *parse_ids(struct request *rq, const struct field *f, struct form_value *v) {
    v->number = 0;
    for (const char *p = v->text; *p != '\0'; p += *p == ',' ? 1 : 0) {
        size_t n = strcspn(p, ",");
        if (!is_versioned_id(p, n)) {
            return choice_message(rq, f);
        }
        v->number++;
        p += n;
    }
    return v->number <= REQUEST_IDS_MAX ? NULL
                                        : arena_printf(rq->arena, "%s: marque %d como máximo.",
                                                       f->label, (int)REQUEST_IDS_MAX);
}

/* All the values of a name, with commas between. */
static const char *joined(struct arena *a, const struct params *ps, const char *name) {
    size_t n = 1;
    for (size_t i = 0; i < ps->n; i++) {
        n += str_eq(ps->v[i].name, name) ? strlen(ps->v[i].value) + 1 : 0;
    }
    char *out = arena_calloc(a, n, 1), *at = out;
    for (size_t i = 0; i < ps->n; i++) {
        if (str_eq(ps->v[i].name, name) && *ps->v[i].value != '\0') {
            size_t len = strlen(ps->v[i].value);
            if (at != out) {
                *at++ = ',';
            }
            memcpy(at, ps->v[i].value, len);
            at += len;
        }
    }
    return n > 1 ? out : NULL;
}

/* The typed value of a clean, non-empty text; NULL or the message. */
static const char *parse_kind(struct request *rq, const struct field *f, struct form_value *v) {
    switch (f->kind) {
    case F_TEXT:
    case F_TEXTAREA:
    case F_HIDDEN:
    case F_PASSWORD: return parse_text(rq, f, v);
    case F_EMAIL:
        if (!is_email(v->text)) {
            return bad(f, "Escriba el correo completo, por ejemplo nombre@entidad.gob.pe.");
        }
        return parse_text(rq, f, v);
    case F_PHONE:
        v->text = phone_digits(rq->arena, v->text);
        return v->text != NULL
                   ? NULL
                   : bad(f, "Escriba el número con sus dígitos, por ejemplo 987654321.");
    case F_DOCUMENT:
        v->text = document_text(rq->arena, v->text);
        return v->text != NULL && *v->text != '\0' && strlen(v->text) <= 15
                   ? NULL
                   : bad(f, "Escriba el número del documento, solo cifras y letras.");
    case F_DATE:
        return date_parse(v->text, &v->date)
                   ? NULL
                   : bad(f, arena_printf(rq->arena, "%s: escriba la fecha como 12/10/2026.",
                                         f->label));
    case F_INT:
    case F_ID: return parse_number(rq, f, v);
    case F_SELECT:
    case F_RADIO: return parse_choice(rq, f, v);
    case F_FILE: return NULL; /* has no text: form_parse() takes it from the files */
    case F_CHECK: v->checked = true; return str_eq(v->text, "1") ? NULL : "Marque la casilla.";
    case F_CHECKS: return parse_choices(rq, f, v);
    case F_IDS: return parse_ids(rq, f, v);
    }
    return NULL;
}

static const char *parse_field(struct request *rq, const struct field *f, struct form_value *v) {
    if (utf8_has_control(v->raw, f->kind == F_TEXTAREA)) {
        v->raw = "";
        return arena_printf(rq->arena, "%s: quite los caracteres invisibles y vuelva a escribir.",
                            f->label);
    }
    v->text = f->kind == F_PASSWORD ? v->raw : utf8_clean(rq->arena, v->raw, f->kind == F_TEXTAREA);
    if (*v->text == '\0') {
        v->text = NULL;
        return f->required ? default_missing(rq, f) : NULL;
    }
    const char *error = parse_kind(rq, f, v);
    if (error == NULL && f->check != NULL) {
        error = f->check(rq, v->text);
    }
    if (error != NULL) { /* a GET goes on with its other filters: nothing wrong may be left */
        v->text = NULL;
        v->number = 0;
        v->date = (struct date){0};
        v->checked = false;
    }
    return error;
}

static struct form_data *form_new(struct request *rq, const struct form *form) {
    struct form_data *d = arena_alloc(rq->arena, sizeof *d);
    d->form = form;
    d->v = arena_calloc(rq->arena, form->n, sizeof d->v[0]);
    for (size_t i = 0; i < form->n; i++) {
        d->v[i].raw = "";
        d->v[i].options = form->fields[i].options;
    }
    return d;
}

/* The file of a field. */
static const char *parse_file(struct request *rq, const struct field *f, struct form_value *v) {
    size_t found = 0;
    for (size_t i = 0; i < rq->files.n; i++) {
        const struct upload *u = &rq->files.v[i];
        if (str_eq(u->name, f->name)) {
            v->file = u;
            found++;
        }
    }
    if (found > 1) {
        v->file = NULL;
        return arena_printf(rq->arena, "%s: elija un solo archivo.", f->label);
    }
    if (v->file == NULL) {
        return f->required ? default_missing(rq, f) : NULL;
    }
    const char *error = NULL;
    if (v->file->n == 0) {
        error = arena_printf(rq->arena, "%s: el archivo está vacío; elija otro.", f->label);
    } else if (v->file->n > f->max) {
        error = arena_printf(rq->arena, "%s: el archivo pesa demasiado; el máximo es %zu MB.",
                             f->label, f->max >> 20);
    }
    v->file = error == NULL ? v->file : NULL;
    return error;
}

bool form_parse(struct request *rq, const struct form *form) {
    bool post = rq->method == METHOD_POST;
    const struct params *from = post ? &rq->body : &rq->query;
    rq->form = form_new(rq, form);
    rq->form->submitted = post;
    for (size_t i = 0; i < form->n; i++) {
        const struct field *f = &form->fields[i];
        struct form_value *v = &rq->form->v[i];
        bool many = f->kind == F_IDS || f->kind == F_CHECKS;
        const char *raw = !post && !f->query ? NULL
                          : many             ? joined(rq->arena, from, f->name)
                                             : params_get(from, f->name);
        v->present = raw != NULL;
        v->raw = raw != NULL ? raw : "";
        if (f->kind == F_FILE) {
            v->error = post ? parse_file(rq, f, v) : NULL;
        } else if (!many && params_repeated(from, f->name)) {
            v->error =
                arena_printf(rq->arena, "%s: el dato llegó repetido; escríbalo una vez.", f->label);
        } else if (post || (raw != NULL && *raw != '\0')) {
            v->error = parse_field(rq, f, v);
        }
    }
    return form_ok(rq);
}

bool form_ok(const struct request *rq) {
    if (rq->form->error != NULL) {
        return false;
    }
    for (size_t i = 0; i < rq->form->form->n; i++) {
        if (rq->form->v[i].error != NULL) {
            return false;
        }
    }
    return true;
}

const char *form_text(const struct request *rq, size_t field) {
    return rq->form->v[field].text;
}

int64_t form_number(const struct request *rq, size_t field) {
    return rq->form->v[field].number;
}

const int64_t *form_number_opt(const struct request *rq, size_t field) {
    const struct form_value *v = &rq->form->v[field];
    return v->text != NULL ? &v->number : NULL;
}

struct date form_date(const struct request *rq, size_t field) {
    return rq->form->v[field].date;
}

bool form_checked(const struct request *rq, size_t field) {
    return rq->form->v[field].checked;
}

const struct upload *form_file(const struct request *rq, size_t field) {
    return rq->form->v[field].file;
}

void form_set(struct request *rq, size_t field, const char *value) {
    struct form_value *v = &rq->form->v[field];
    if (!rq->form->submitted && !v->present && value != NULL) {
        v->raw = value;
    }
}

void form_options(struct request *rq, size_t field, const struct option *options) {
    rq->form->v[field].options = options;
}

bool form_check_options(struct request *rq) {
    for (size_t i = 0; i < rq->form->form->n; i++) {
        const struct field *f = &rq->form->form->fields[i];
        struct form_value *v = &rq->form->v[i];
        bool fine = v->options == NULL || v->text == NULL ||
                    (f->kind == F_CHECKS ? all_in_options : in_options)(v->options, v->text);
        if (!fine) {
            v->error = choice_message(rq, f);
        }
    }
    return form_ok(rq);
}

enum http_status form_error(struct request *rq, size_t field, const char *message) {
    rq->form->v[field].error = message;
    return HTTP_UNPROCESSABLE;
}

enum http_status form_error_all(struct request *rq, const char *message) {
    rq->form->error = message;
    return HTTP_UNPROCESSABLE;
}

enum http_status form_db_error(struct request *rq, enum err e) {
    const struct db_fault *fault = db_fault(rq->db);
    if (e == ERR_INVALID && rq->form != NULL && !str_empty(fault->constraint)) {
        for (size_t i = 0; i < rq->form->form->n; i++) {
            const struct field *f = &rq->form->form->fields[i];
            if (f->constraint != NULL && str_eq(f->constraint, fault->constraint)) {
                return form_error(rq, i, f->constraint_msg);
            }
        }
    }
    return response_error(rq, e);
}
