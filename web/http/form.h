/* A form is one table of fields: parsing, messages, HTML limits, re-rendering and the mapping of
 * database constraints all come from it.
 *
 *     static const struct field fields[] = {
 *         [CORREO] = {.name = "correo", .label = "Correo", .kind = F_EMAIL, .max = 254}};
 *     const struct form servidor_datos_form = FORM(fields);
 * The page's template places each field with {{>CAMPO_CORREO}}: its name, upper case. */
#ifndef HTTP_FORM_H
#define HTTP_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/time.h"
#include "http/request.h"
#include "http/response.h"
#include "view/view.h"

enum field_kind {
    F_TEXT,
    F_TEXTAREA,
    F_EMAIL,
    F_PASSWORD,
    F_DATE,
    F_INT,
    F_PHONE,
    F_DOCUMENT, /* one-line inputs */
    F_SELECT,
    F_RADIO,  /* one of `options`, or of those given with form_options() */
    F_CHECK,  /* one box: "1" or absent */
    F_CHECKS, /* a box for each of `options`; their text is "15,03" */
    F_HIDDEN,
    F_ID,  /* a select or hidden whose value is an int64 > 0 */
    F_IDS, /* boxes "id.version" of one name, drawn by the page; their text is "12.3,15.1" */
    F_FILE /* `max` in bytes; its form needs a body_max and enctype="multipart/form-data" */
};

struct option {
    const char *value, *label;
};

struct field {
    const char *name; /* as in the HTML and in the URL */
    const char *label, *hint;
    enum field_kind kind;
    bool required;
    bool query;        /* a GET may carry it in its URL (filters, first values) */
    size_t min, max;   /* code points of a text; max is mandatory for F_TEXT, F_TEXTAREA */
    int64_t low, high; /* of F_INT; both 0 means no bound */
    const char *autocomplete, *inputmode;
    const char *accept;           /* of an F_FILE: the types that its chooser offers */
    const char *width;            /* class of the input: "w5" "w10" "w20" "w100" (characters) */
    const struct option *options; /* NULL-terminated by value; NULL: the handler gives them */
    const char *missing; /* message when required and empty; default "Escriba …" by kind */
    const char *bad;     /* message when malformed; default by kind */
    /* A further check of the clean text; returns NULL or a message. */
    const char *(*check)(struct request *rq, const char *text);
    const char *constraint, *constraint_msg; /* of the database that speaks of this field */
};

struct form {
    const struct field *fields;
    size_t n;
    size_t body_max;    /* bytes of a body with files, nginx's too; 0: REQUEST_BODY_MAX */
    const char *prefix; /* names that begin so are the handler's: rq->body, rq->files */
    bool fleeting;      /* anonymous: not kept for who has to sign in again */
};
#define FORM(table) FORM_UPLOAD(table, 0)
#define FORM_UPLOAD(table, bytes)                                                                  \
    { .fields = (table), .n = sizeof(table) / sizeof((table)[0]), .body_max = (bytes) }

struct form_value {
    bool present;                 /* the request carried it */
    const char *raw;              /* as typed (cleaned of nothing), "" when absent */
    const char *text;             /* cleaned: NFC, folded; NULL when empty */
    int64_t number;               /* F_INT, F_ID */
    struct date date;             /* F_DATE */
    bool checked;                 /* F_CHECK */
    const struct upload *file;    /* F_FILE; NULL when none was chosen */
    const char *error;            /* NULL when fine */
    const struct option *options; /* given at run time */
};

struct form_data {
    const struct form *form;
    struct form_value *v;
    const char *error; /* of the whole form, NULL when none */
    bool submitted;
};

/* Reads the body (POST) or query (GET: fields marked .query) into rq->form; true when fine. */
bool form_parse(struct request *rq, const struct form *form);

size_t form_max(const struct field *f); /* code points of its text */
/* Values, by the page's own enum. Text is NULL when empty. */
const char *form_text(const struct request *rq, size_t field);
int64_t form_number(const struct request *rq, size_t field);
const int64_t *form_number_opt(const struct request *rq, size_t field); /* NULL when empty */
struct date form_date(const struct request *rq, size_t field);
bool form_checked(const struct request *rq, size_t field);
const struct upload *form_file(const struct request *rq, size_t field); /* NULL: none chosen */
bool form_ok(const struct request *rq);
/* The first value to show in a form that nobody has sent yet. */
void form_set(struct request *rq, size_t field, const char *value);
/* The choices of a field, NULL-terminated by value. */
void form_options(struct request *rq, size_t field, const struct option *options);
/* True when every choice is among those given; a message where not. After form_options(), POST. */
bool form_check_options(struct request *rq);
/* A message at a field or the form. Returns 422, for `return form_error(…)`: the router rolls back
 * and shows the form again through the GET handler of its path. */
enum http_status form_error(struct request *rq, size_t field, const char *message);
enum http_status form_error_all(struct request *rq, const char *message);
/* A failed query: a named constraint becomes its field's message (422), else 409/503/500. */
enum http_status form_db_error(struct request *rq, enum err e);

/* In form_view.c: the fields and the error summary, into the view of a page; frame.c calls it. */
void view_form(struct view *v, struct request *rq);

#endif
