/* A form with every kind of field: a value that is given out keeps what the table promises. */
#include "core/str.h"
#include "core/utf8.h"
#include "fuzz.h"
#include "http/form.h"
#include "http/url.h"

enum { A, B, C, D, E, F, G, H, I, J, K, L, M, N };

static const struct option choices[] = {{"A", "Uno"}, {"B", "Dos"}, {NULL, NULL}};
static const struct field fields[] = {
    [A] = {.name = "a", .label = "A", .kind = F_TEXT, .query = true, .min = 2, .max = 9},
    [B] = {.name = "b", .label = "B", .kind = F_TEXTAREA, .required = true, .max = 40},
    [C] = {.name = "c", .label = "C", .kind = F_EMAIL, .query = true, .max = 30},
    [D] = {.name = "d", .label = "D", .kind = F_PASSWORD, .max = 128},
    [E] = {.name = "e", .label = "E", .kind = F_DATE, .query = true},
    [F] = {.name = "f", .label = "F", .kind = F_INT, .query = true, .low = -5, .high = 100},
    [G] = {.name = "g", .label = "G", .kind = F_INT},
    [H] = {.name = "h", .label = "H", .kind = F_PHONE, .query = true},
    [I] = {.name = "i", .label = "I", .kind = F_DOCUMENT, .query = true},
    [J] = {.name = "j", .label = "J", .kind = F_SELECT, .options = choices},
    [K] = {.name = "k", .label = "K", .kind = F_RADIO, .query = true, .options = choices},
    [L] = {.name = "l", .label = "L", .kind = F_CHECK, .query = true},
    [M] = {.name = "m", .label = "M", .kind = F_HIDDEN, .max = 10},
    [N] = {.name = "n", .label = "N", .kind = F_ID, .query = true},
};
static const struct form form = FORM(fields);

static void check(const struct request *rq) {
    bool ok = true;
    for (size_t i = 0; i < form.n; i++) {
        const char *text = form_text(rq, i);
        ok = ok && rq->form->v[i].error == NULL;
        REQUIRE(rq->form->v[i].error == NULL || text == NULL);
        REQUIRE(text == NULL || !utf8_has_control(text, fields[i].kind == F_TEXTAREA));
        REQUIRE(text == NULL || fields[i].max == 0 || utf8_length(text) <= fields[i].max);
        REQUIRE(text != NULL || (form_number(rq, i) == 0 && date_none(form_date(rq, i))));
    }
    REQUIRE(ok == form_ok(rq));
    REQUIRE(form_number_opt(rq, N) == NULL || form_number(rq, N) > 0);
    REQUIRE(form_number(rq, F) >= -5 && form_number(rq, F) <= 100);
    REQUIRE(form_text(rq, E) == NULL || !date_none(form_date(rq, E)));
    REQUIRE(form_text(rq, J) == NULL || strlen(form_text(rq, J)) == 1);
    REQUIRE(form_text(rq, C) == NULL || strpbrk(form_text(rq, C), " <>\r\n") == NULL);
    REQUIRE(!form_checked(rq, L) || str_eq(form_text(rq, L), "1"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = fuzz_arena();
    static const enum method methods[] = {METHOD_POST, METHOD_GET};
    for (size_t i = 0; i < 2; i++) {
        struct request rq = {.arena = a, .method = methods[i]};
        if (!url_params(a, (const char *)data, size, &rq.body)) {
            return 0;
        }
        rq.query = rq.body;
        bool ok = form_parse(&rq, &form);
        REQUIRE(ok == form_ok(&rq));
        check(&rq);
    }
    return 0;
}
