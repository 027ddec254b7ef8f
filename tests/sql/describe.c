/* TAP: every statement of sqlgen is prepared on the database of PORTAL_DB (just migrated) and its
 * columns are compared with what its header declares. */
#include <stdio.h>
#include <stdlib.h>

#include "db/check.h"

static bool describe(PGconn *conn, const struct db_stmt *s, char *why, size_t cap) {
    Oid types[CHECK_MAX_ARGS] = {0};

    check_types(s, types);
    PGresult *r = PQprepare(conn, s->name, s->sql, (int)s->n_in, types);
    bool fine = PQresultStatus(r) == PGRES_COMMAND_OK;
    if (fine) {
        PQclear(r);
        r = PQdescribePrepared(conn, s->name);
        fine = PQresultStatus(r) == PGRES_COMMAND_OK;
    }
    if (fine) {
        fine = check_columns(s, r, why, cap);
    } else {
        (void)snprintf(why, cap, "%s", PQresultErrorMessage(r));
    }
    PQclear(r);
    return fine;
}

int main(void) {
    const char *conninfo = getenv("PORTAL_DB");
    PGconn *conn = PQconnectdb(conninfo ? conninfo : "");
    int n = 0, failed = 0;

    if (PQstatus(conn) != CONNECTION_OK) {
        (void)printf("Bail out! %s", PQerrorMessage(conn));
        PQfinish(conn);
        return 1;
    }
    for (const struct db_stmt *const *s = db_statements; *s; s++) {
        char why[1024] = "";
        bool fine = describe(conn, *s, why, sizeof why);
        failed += !fine;
        (void)printf("%s %d - %s\n", fine ? "ok" : "not ok", ++n, (*s)->name);
        for (char *p = why, *end; *p; p = end) { /* each line of the reason is a comment */
            end = p;
            while (*end && *end != '\n') {
                end++;
            }
            (void)printf("#   %.*s\n", (int)(end - p), p);
            end += *end == '\n';
        }
    }
    (void)printf("1..%d\n", n);
    PQfinish(conn);
    return failed ? 1 : 0;
}
