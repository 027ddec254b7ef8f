/* Shows a form: each field by the template of its kind, the summary of what is wrong. */
#include <string.h>

#include "core/str.h"
#include "gen/tpl.h"
#include "http/form.h"

static const char *template_of(enum field_kind kind, bool has_options) {
    switch (kind) {
    case F_TEXT:
    case F_EMAIL:
    case F_INT:
    case F_PHONE:
    case F_DOCUMENT:
    case F_DATE: return "form/text";
    case F_PASSWORD: return "form/password";
    case F_TEXTAREA: return "form/textarea";
    case F_SELECT: return "form/select";
    case F_RADIO: return "form/radio";
    case F_CHECKS: return "form/checks";
    case F_CHECK: return "form/check";
    case F_ID: return has_options ? "form/select" : "form/hidden";
    case F_IDS:
    case F_HIDDEN: return "form/hidden";
    case F_FILE: return "form/file";
    }
    return "form/text";
}

static const char *input_type(enum field_kind kind) {
    return kind == F_EMAIL ? "email" : kind == F_PHONE ? "tel" : "text";
}

static const char *input_mode(const struct field *f) {
    if (f->inputmode != NULL) {
        return f->inputmode;
    }
    return f->kind == F_INT || f->kind == F_DATE ? "numeric" : f->kind == F_PHONE ? "tel" : NULL;
}

/* A text and, when there is one, the section that shows it. */
static void put(struct view *v, const char *section, const char *name, const char *value) {
    view_section(v, section, value != NULL);
    view_str(v, name, value);
}

static void view_options(struct view *v, const struct form_value *value, bool many) {
    for (const struct option *o = value->options; o != NULL && o->value != NULL; o++) {
        struct view *option = view_add(v, T_OPTION);
        view_str(option, T_VALUE, o->value);
        view_str(option, T_LABEL, o->label);
        view_section(option, T_SELECTED,
                     many ? str_listed(value->raw, o->value) : str_eq(o->value, value->raw));
    }
}

/* Whether a field may be left without an answer; a choice whose blank says something ("Todas"), or
 * that shows an answer already, has nothing to leave out. */
static bool may_be_left(const struct field *f, const struct form_value *value) {
    const struct option *first = value->options;
    if (first == NULL || f->required) {
        return !f->required;
    }
    bool says = str_eq(first->value, "") && !str_starts(first->label, "Elija");
    return !says && (value->raw == NULL || *value->raw == '\0');
}

static void view_field(struct view *page, struct request *rq, size_t i) {
    const struct field *f = &rq->form->form->fields[i];
    const struct form_value *value = &rq->form->v[i];
    const char *place = arena_printf(rq->arena, "CAMPO_%s", f->name);
    for (char *p = (char *)(uintptr_t)place; *p != '\0'; p++) {
        *p = *p >= 'a' && *p <= 'z' ? (char)(*p - 32) : *p;
    }
    struct view *v = view_include(page, place, template_of(f->kind, value->options != NULL));
    bool text =
        f->kind == F_TEXT || f->kind == F_TEXTAREA || f->kind == F_EMAIL || f->kind == F_PASSWORD;
    view_str(v, T_ID, arena_printf(rq->arena, "f-%s", f->name));
    view_str(v, T_NAME, f->name);
    view_str(v, T_LABEL, f->label);
    view_str(v, T_VALUE, f->kind == F_PASSWORD ? "" : value->raw);
    view_str(v, T_TYPE, input_type(f->kind));
    view_str(v, T_WIDTH, f->width != NULL ? f->width : f->kind == F_DATE ? "w10" : "w20");
    put(v, T_HAY_HINT, T_HINT, f->hint);
    put(v, T_HAY_INPUTMODE, T_INPUTMODE, input_mode(f));
    put(v, T_HAY_AUTOCOMPLETE, T_AUTOCOMPLETE, f->autocomplete);
    put(v, T_HAY_ACCEPT, T_ACCEPT, f->accept);
    put(v, T_ERROR, T_ERROR_TEXT, value->error);
    view_section(v, T_HAY_MAX, text);
    view_int(v, T_MAX, (int64_t)form_max(f));
    view_section(v, T_REQUIRED, f->required);
    view_section(v, T_OPCIONAL, may_be_left(f, value));
    view_section(v, T_CHECKED, f->kind == F_CHECK && str_eq(value->raw, "1"));
    view_options(v, value, f->kind == F_CHECKS);
}

static void view_summary(struct view *page, const struct request *rq) {
    struct view *summary = NULL;
    for (size_t i = 0; i < rq->form->form->n; i++) {
        const char *error = rq->form->v[i].error;
        if (error == NULL) {
            continue;
        }
        if (summary == NULL) {
            summary = view_include(page, T_RESUMEN, "form/resumen");
        }
        struct view *row = view_add(summary, T_ERRORES);
        view_str(row, T_ENLACE, arena_printf(rq->arena, "#f-%s", rq->form->form->fields[i].name));
        view_str(row, T_TEXTO, error);
    }
    if (rq->form->error != NULL) {
        if (summary == NULL) {
            summary = view_include(page, T_RESUMEN, "form/resumen");
        }
        view_str(view_add(summary, T_ERROR_GENERAL), T_TEXTO, rq->form->error);
    }
}

void view_form(struct view *v, struct request *rq) {
    for (size_t i = 0; i < rq->form->form->n; i++) {
        view_field(v, rq, i);
    }
    view_summary(v, rq);
}
