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
    bool choice = f->kind == F_SELECT || f->kind == F_RADIO || f->kind == F_ID;
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

/* The file of a field; a browser sends an empty one without a name when none was chosen. */
static const char *parse_file(struct request *rq, const struct field *f, struct form_value *v) {
    size_t found = 0;
    for (size_t i = 0; i < rq->files.n; i++) {
        const struct upload *u = &rq->files.v[i];
        if (str_eq(u->name, f->name) && (u->n > 0 || *u->filename != '\0')) {
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
        const char *raw = post || f->query ? params_get(from, f->name) : NULL;
        v->present = raw != NULL;
        v->raw = raw != NULL ? raw : "";
        if (f->kind == F_FILE) {
            v->error = post ? parse_file(rq, f, v) : NULL;
        } else if (params_repeated(from, f->name)) {
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
        if (v->options != NULL && v->text != NULL && !in_options(v->options, v->text)) {
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
