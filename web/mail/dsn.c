#include "mail/dsn.h"

#include <ctype.h>
#include <sodium.h>
#include <string.h>
#include <strings.h>

#include "core/str.h"

enum { DETAIL_MAX = 300, PARTS_MAX = 40 };

/* A stretch of text with its own header and body. */
struct part {
    const char *head, *body;
};

static bool starts(const char *s, const char *prefix) {
    return strncasecmp(s, prefix, strlen(prefix)) == 0;
}

/* NUL and CR are dropped, so that lines end in LF and the text ends where it says. */
static char *clean(struct arena *a, const char *text, size_t n) {
    char *out = arena_alloc(a, n + 1);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] != '\0' && text[i] != '\r') {
            out[kept++] = text[i];
        }
    }
    return out;
}

/* The header ends at the first empty line. */
static struct part split_head(struct arena *a, const char *text) {
    const char *end = *text == '\n' ? text : strstr(text, "\n\n");
    if (end == NULL) {
        return (struct part){text, ""};
    }
    return (struct part){arena_strndup(a, text, (size_t)(end - text)),
                         end + (*text == '\n' ? 1 : 2)};
}

/* The value of a header field, its folded lines joined; NULL when there is none. */
static const char *field(struct arena *a, const char *head, const char *name) {
    const char *line = head;
    while (line != NULL && !(starts(line, name) && line[strlen(name)] == ':')) {
        line = strchr(line, '\n');
        line = line != NULL ? line + 1 : NULL;
    }
    if (line == NULL) {
        return NULL;
    }
    const char *end = line += strlen(name) + 1;
    while (*end != '\0' && !(*end == '\n' && end[1] != ' ' && end[1] != '\t')) {
        end++;
    }
    while (line < end && isspace((unsigned char)*line)) {
        line++;
    }
    char *value = arena_strndup(a, line, (size_t)(end - line));
    for (char *p = value; *p != '\0'; p++) {
        *p = isspace((unsigned char)*p) ? ' ' : *p;
    }
    return value;
}

/* A parameter of a Content-Type, quoted or not. */
static const char *parameter(struct arena *a, const char *value, const char *name) {
    const char *at = value != NULL ? strcasestr(value, name) : NULL;
    if (at == NULL || at[strlen(name)] != '=') {
        return NULL;
    }
    at += strlen(name) + 1;
    bool quoted = *at == '"';
    at += quoted ? 1 : 0;
    return arena_strndup(a, at, strcspn(at, quoted ? "\"" : "; "));
}

static char *decode_base64(struct arena *a, const char *body) {
    size_t n = strlen(body), got = 0;
    char *out = arena_alloc(a, n + 1);
    if (sodium_base642bin((unsigned char *)out, n, body, n, " \n\t", &got, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0) {
        got = 0;
    }
    return clean(a, out, got);
}

static int hex(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static char *decode_quoted(struct arena *a, const char *body) {
    char *out = arena_alloc(a, strlen(body) + 1), *to = out;
    for (const char *p = body; *p != '\0'; p++) {
        if (*p == '=' && p[1] == '\n') {
            p++;
        } else if (*p == '=' && hex(p[1]) >= 0 && hex(p[2]) >= 0) {
            *to++ = (char)(hex(p[1]) * 16 + hex(p[2]));
            p += 2;
        } else {
            *to++ = *p;
        }
    }
    return clean(a, out, (size_t)(to - out));
}

static const char *decoded(struct arena *a, const struct part *part) {
    const char *how = field(a, part->head, "Content-Transfer-Encoding");
    if (how != NULL && starts(how, "base64")) {
        return decode_base64(a, part->body);
    }
    return how != NULL && starts(how, "quoted-printable") ? decode_quoted(a, part->body)
                                                          : part->body;
}

static const char *printable(struct arena *a, const char *s) {
    char *out = arena_strndup(a, s, strnlen(s, DETAIL_MAX));
    for (char *p = out; *p != '\0'; p++) {
        *p = (unsigned char)*p < 0x20 || (unsigned char)*p > 0x7E ? '?' : *p;
    }
    return out;
}

/* One recipient of a report: true when its mail failed. */
static bool read_recipient(struct arena *a, const char *group, struct dsn *out) {
    const char *action = field(a, group, "Action"), *status = field(a, group, "Status");
    const char *said = field(a, group, "Diagnostic-Code");
    if (action == NULL || !starts(action, "failed") || status == NULL ||
        !(status[0] == '4' || status[0] == '5') || status[1] != '.') {
        return false;
    }
    out->status = arena_strndup(a, status, strspn(status, "0123456789."));
    out->detail = said != NULL ? printable(a, said) : "";
    return true;
}

/* Groups of fields with an empty line between; the first is of the whole message. */
static bool read_report(struct arena *a, const char *text, struct dsn *out) {
    for (int i = 0; i < PARTS_MAX && *text != '\0'; i++) {
        struct part group = split_head(a, text);
        if (read_recipient(a, group.head, out)) {
            return true;
        }
        text = group.body;
    }
    return false;
}

static const char *bare_id(struct arena *a, const char *value) {
    if (value == NULL || *value != '<') {
        return value;
    }
    return arena_strndup(a, value + 1, strcspn(value + 1, "> "));
}

static bool read_part(struct arena *a, const struct part *part, struct dsn *out) {
    const char *type = field(a, part->head, "Content-Type");
    if (type == NULL) {
        return false;
    }
    if (starts(type, "message/delivery-status") || starts(type, "message/global-delivery-status")) {
        return read_report(a, decoded(a, part), out);
    }
    if (starts(type, "message/rfc822") || starts(type, "text/rfc822-headers") ||
        starts(type, "message/global")) {
        struct part mail = split_head(a, decoded(a, part));
        const char *id = bare_id(a, field(a, mail.head, "Message-ID"));
        out->message_id = id != NULL ? printable(a, id) : out->message_id;
    }
    return false;
}

/* The parts between the lines of a boundary. */
static bool read_parts(struct arena *a, const char *body, const char *boundary, struct dsn *out) {
    const char *mark = arena_printf(a, "--%s", boundary);
    const char *at = strstr(body, mark);
    bool failed = false;
    for (int i = 0; i < PARTS_MAX && at != NULL; i++) {
        const char *from = at + strlen(mark);
        if (strncmp(from, "--", 2) == 0) {
            break;
        }
        from = strchr(from, '\n');
        at = from != NULL ? strstr(from, mark) : NULL;
        if (from == NULL) {
            break;
        }
        from++;
        size_t n = at != NULL && at > from ? (size_t)(at - from) : at != NULL ? 0 : strlen(from);
        struct part part = split_head(a, arena_strndup(a, from, n));
        failed = read_part(a, &part, out) || failed;
    }
    return failed;
}

/* "rebotes+CODE@host": what we wrote into the return path, as it came back. */
static const char *return_code(struct arena *a, const char *head) {
    static const char *const names[] = {"X-Original-To", "Delivered-To", "Envelope-To", "To"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *to = field(a, head, names[i]), *plus = to != NULL ? strchr(to, '+') : NULL;
        size_t n = plus != NULL ? strspn(plus + 1, "0123456789abcdef") : 0;
        if (n > 0 && plus[1 + n] == '@') {
            return arena_strndup(a, plus + 1, n);
        }
    }
    return NULL;
}

bool dsn_read(struct arena *a, const char *text, size_t n, struct dsn *out) {
    *out = (struct dsn){.detail = ""};
    const char *all = clean(a, text, n < DSN_MAX ? n : DSN_MAX);
    if (starts(all, "From ")) { /* an mbox line, as some pipes give */
        const char *end = strchr(all, '\n');
        all = end != NULL ? end + 1 : "";
    }
    struct part mail = split_head(a, all);
    const char *type = field(a, mail.head, "Content-Type");
    const char *boundary = parameter(a, type, "boundary");
    out->code = return_code(a, mail.head);
    if (type == NULL || boundary == NULL || *boundary == '\0' ||
        !starts(type, "multipart/report")) {
        return false;
    }
    return read_parts(a, mail.body, boundary, out) &&
           (out->code != NULL || out->message_id != NULL);
}
