/* Any bytes as a notice of non-delivery: what is taken from them can be stored and logged. */
#include "fuzz.h"
#include "mail/dsn.h"

static void check_printable(const char *s) {
    for (; s != NULL && *s != '\0'; s++) {
        REQUIRE((unsigned char)*s >= 0x20 && (unsigned char)*s <= 0x7E);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct dsn dsn;
    if (!dsn_read(fuzz_arena(), (const char *)data, size, &dsn)) {
        return 0;
    }
    REQUIRE(dsn.status != NULL && (dsn.status[0] == '4' || dsn.status[0] == '5'));
    REQUIRE(dsn.code != NULL || dsn.message_id != NULL);
    check_printable(dsn.detail);
    check_printable(dsn.message_id);
    return 0;
}
