#include "moodle/respuesta.h"

#include <string.h>

#include "core/utf8.h"
#include "hoja/columna.h"

enum { TEXT_MAX = 300 };
/* Moodle keeps marks with five decimals. */
#define MARK_MIN 0.00001

/* A number, or NULL and absent as 0; false when it is something else. */
static bool whole(const json_t *object, const char *key, int64_t *out) {
    const json_t *v = json_object_get(object, key);
    *out = json_is_integer(v) ? json_integer_value(v) : 0;
    return v == NULL || json_is_null(v) || json_is_integer(v);
}

/* Text, or NULL and absent as ""; false when it is something else. */
static bool text(struct arena *a, const json_t *object, const char *key, const char **out) {
    const json_t *v = json_object_get(object, key);
    const char *s = json_is_string(v) ? utf8_clean(a, json_string_value(v), false) : "";
    size_t n = strnlen(s, TEXT_MAX + 1);
    if (n > TEXT_MAX) {
        for (n = TEXT_MAX; n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80;) {
            n--;
        }
    }
    *out = arena_strndup(a, s, n);
    return v == NULL || json_is_null(v) || json_is_string(v);
}

bool respuesta_sitio(const json_t *json, const char *const *functions, const char **missing) {
    const json_t *list = json_object_get(json, "functions");
    *missing = NULL;
    if (!json_is_string(json_object_get(json, "siteurl")) || !json_is_array(list)) {
        return false;
    }
    for (; *functions != NULL && *missing == NULL; functions++) {
        const json_t *f;
        size_t i;
        *missing = *functions;
        json_array_foreach(list, i, f) {
            const char *name = json_string_value(json_object_get(f, "name"));
            *missing = name != NULL && str_eq(name, *functions) ? NULL : *missing;
        }
    }
    return true;
}

/* Moodle's own names of roles that do not take a course; a site may have others. */
static bool takes_part(const json_t *user) {
    static const char *const others[] = {"manager", "coursecreator", "editingteacher", "teacher",
                                         "guest"};
    const json_t *roles = json_object_get(user, "roles"), *role;
    size_t i, other = 0;
    json_array_foreach(roles, i, role) {
        const char *name = json_string_value(json_object_get(role, "shortname"));
        for (size_t j = 0; name != NULL && j < sizeof others / sizeof others[0]; j++) {
            other += str_eq(name, others[j]) ? 1 : 0;
        }
    }
    return json_array_size(roles) == 0 || other < json_array_size(roles);
}

static bool add_user(struct arena *a, const json_t *user, struct buf *list) {
    static const char *const keys[] = {"username", "idnumber", "email", "fullname"};
    static const char *const names[] = {"usuario", "idnumber", "correo", "nombre"};
    int64_t seen = 0;
    if (!json_is_integer(json_object_get(user, "id")) || !whole(user, "lastcourseaccess", &seen)) {
        return false;
    }
    buf_printf(list, "%s{\"id\":%lld", list->n > 1 ? "," : "",
               (long long)json_integer_value(json_object_get(user, "id")));
    if (json_object_get(user, "lastcourseaccess") != NULL) {
        buf_printf(list, ",\"acceso\":%lld", (long long)seen);
    }
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const char *value;
        if (!text(a, user, keys[i], &value)) {
            return false;
        }
        buf_printf(list, ",\"%s\":", names[i]);
        columnas_texto(list, value);
    }
    buf_char(list, '}');
    return true;
}

bool respuesta_inscritos(struct arena *a, const json_t *json, struct buf *list,
                         struct inscritos *seen) {
    const json_t *user;
    size_t i;
    seen->pagina = json_array_size(json);
    if (!json_is_array(json)) {
        return false;
    }
    json_array_foreach(json, i, user) {
        if (!json_is_object(user) || (takes_part(user) && !add_user(a, user, list))) {
            return false;
        }
        seen->con_documento +=
            json_object_get(user, "idnumber") != NULL || json_object_get(user, "username") != NULL;
    }
    seen->todos += seen->pagina;
    return !list->truncated;
}

bool respuesta_finalizacion(const json_t *json, struct buf *b) {
    const json_t *status = json_object_get(json, "completionstatus"), *row;
    const json_t *done = json_object_get(status, "completed");
    const json_t *rows = json_object_get(status, "completions");
    int64_t last = 0;
    size_t i;
    if (!(json_is_boolean(done) || json_is_integer(done)) || !json_is_array(rows)) {
        return false;
    }
    json_array_foreach(rows, i, row) {
        int64_t at = 0;
        if (!whole(row, "timecompleted", &at)) {
            return false;
        }
        last = at > last ? at : last;
    }
    bool yes = json_is_true(done) || json_integer_value(done) == 1;
    if (yes && last > 0) {
        buf_printf(b, ",\"fin\":\"%lld\"", (long long)last);
    } else {
        buf_printf(b, ",\"fin\":\"%s\"", yes ? "COMPLETED" : "");
    }
    return true;
}

static const json_t *course_item(const json_t *items) {
    const json_t *item;
    size_t i;
    json_array_foreach(items, i, item) {
        const char *type = json_string_value(json_object_get(item, "itemtype"));
        if (type != NULL && str_eq(type, "course")) {
            return item;
        }
    }
    return NULL;
}

/* graderaw is null for who has no mark or a hidden one; grademax may be absent (a report without
 * its range) and is 0 where nothing counts towards the total: then the course's own setting holds.
 * gradeformatted is for people: an icon, a dash, "Error". */
static bool add_mark(const json_t *item, struct buf *b) {
    const json_t *raw = json_object_get(item, "graderaw");
    const json_t *max = json_object_get(item, "grademax");
    int64_t when = 0;
    if (!(raw == NULL || json_is_null(raw) || json_is_number(raw)) ||
        !(max == NULL || json_is_null(max) || json_is_number(max)) ||
        !whole(item, "gradedategraded", &when)) {
        return false;
    }
    if (json_number_value(max) >= MARK_MIN) {
        buf_printf(b, ",\"maximo\":%.5f", json_number_value(max));
    }
    if (json_is_number(raw)) {
        buf_printf(b, ",\"nota\":\"%.5f\"", json_number_value(raw));
    } else {
        buf_str(b, ",\"nota\":\"\"");
    }
    if (when > 0) {
        buf_printf(b, ",\"fecha\":\"%lld\"", (long long)when);
    }
    return true;
}

bool respuesta_nota(const json_t *json, int64_t moodle_id, struct buf *b) {
    const json_t *grades = json_object_get(json, "usergrades");
    const json_t *user = json_array_get(grades, 0);
    const json_t *items = json_object_get(user, "gradeitems");
    if (!json_is_array(grades) || json_array_size(grades) != 1 || !json_is_array(items) ||
        json_integer_value(json_object_get(user, "userid")) != moodle_id) {
        return false;
    }
    const json_t *item = course_item(items);
    return item == NULL || add_mark(item, b);
}
