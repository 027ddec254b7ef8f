/* Any bytes as what Moodle answers; the first says to which question. What goes on to the database
 * is JSON, and why an answer was refused is clean text. */
#include "core/utf8.h"
#include "fuzz.h"
#include "moodle/respuesta.h"
#include "moodle/rest.h"

enum { ROOM = 1 << 20 };

static void require_json(struct buf *b, const char *end) {
    json_error_t error;
    buf_str(b, end);
    REQUIRE(!b->truncated && utf8_valid(b->p, b->n));
    json_t *root = json_loadb(b->p, b->n, 0, &error);
    REQUIRE(root != NULL);
    json_decref(root);
}

static void enrolled(struct arena *a, const json_t *json) {
    struct buf list = buf_new(a, ROOM);
    struct inscritos seen = {0};
    buf_char(&list, '[');
    if (respuesta_inscritos(a, json, &list, &seen)) {
        REQUIRE(seen.pagina == seen.todos && seen.con_documento <= seen.todos);
        require_json(&list, "]");
    }
}

static void of_person(struct arena *a, const json_t *json, bool mark) {
    struct buf b = buf_new(a, ROOM);
    buf_str(&b, "{\"id\":2");
    if (mark ? respuesta_nota(json, 2, &b) : respuesta_finalizacion(json, &b)) {
        require_json(&b, "}");
    }
}

static void read_answer(struct arena *a, uint8_t which, const json_t *json) {
    static const char *const functions[] = {"core_enrol_get_enrolled_users", NULL};
    const char *missing = NULL;
    switch (which % 4) {
    case 0: (void)respuesta_sitio(json, functions, &missing); break;
    case 1: enrolled(a, json); break;
    case 2: of_person(a, json, false); break;
    default: of_person(a, json, true); break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0 || size > ROOM / 8) {
        return 0;
    }
    struct arena *a = fuzz_arena();
    struct buf body = buf_new(a, size);
    struct llamada call = {.funcion = "f", .parametros = "", .maximo = size};
    buf_add(&body, (const char *)data + 1, size - 1);
    moodle_leer(a, &call, &body);
    if (call.resultado == ERR_OK) {
        REQUIRE(call.json != NULL);
        read_answer(a, data[0], call.json);
    } else {
        REQUIRE(call.why != NULL && utf8_valid(call.why, strlen(call.why)) &&
                !utf8_has_control(call.why, false));
    }
    return 0;
}
