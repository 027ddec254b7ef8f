#include "mail/smtp.h"

#include <curl/curl.h>
#include <sodium.h>
#include <string.h>
#include <time.h>

#include "core/log.h"
#include "core/str.h"
#include "core/utf8.h"

/* PIECE: bytes of text in one encoded word, so that even "Subject: " before it stays within the 76
 * characters of a header line. */
enum { TIMEOUT_S = 30, PIECE = 39, REPLY_MAX = 300 };

static const char SENDER[] = "Portal de Inducción";

/* What the server said last, and whether it had already asked for the text. */
struct reply {
    char text[REPLY_MAX];
    bool asked;
};

/* curl hands every line of the server's answers on as a "header". */
static size_t on_reply(char *p, size_t size, size_t n, void *arg) {
    struct reply *r = arg;
    size_t len = size * n, kept = 0;
    r->asked = r->asked || (len >= 3 && memcmp(p, "354", 3) == 0);
    for (size_t i = 0; i < len && kept + 1 < sizeof r->text; i++) {
        unsigned char c = (unsigned char)p[i];
        if (c >= 0x20) {
            r->text[kept++] = c < 0x7F ? (char)c : '?';
        }
    }
    r->text[kept] = '\0';
    return len;
}

/* RFC 2047: pieces of base64, cut between characters, so that each line stays short. */
static char *encode_words(struct arena *a, const char *s) {
    struct buf b = buf_new(a, 4000);
    while (*s != '\0') {
        size_t n = strlen(s) < PIECE ? strlen(s) : PIECE;
        while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80) {
            n--;
        }
        size_t size = sodium_base64_ENCODED_LEN(n, sodium_base64_VARIANT_ORIGINAL);
        char *coded = arena_alloc(a, size);
        sodium_bin2base64(coded, size, (const unsigned char *)s, n, sodium_base64_VARIANT_ORIGINAL);
        buf_printf(&b, "%s=?UTF-8?B?%s?=", b.n > 0 ? "\r\n " : "", coded);
        s += n;
    }
    return b.p;
}

static const char *date_header(struct arena *a) {
    char text[64];
    struct tm utc;
    time_t now = time(NULL);
    gmtime_r(&now, &utc);
    strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &utc);
    return arena_printf(a, "Date: %s", text);
}

static void free_list(void *p) {
    curl_slist_free_all(p);
}

static struct curl_slist *headers(struct arena *a, const struct smtp *server,
                                  const struct mail *mail) {
    const char *domain = strchr(server->from, '@');
    const char *const lines[] = {
        date_header(a),
        arena_printf(a, "From: %s <%s>", encode_words(a, SENDER), server->from),
        arena_printf(a, "To: <%s>", mail->to),
        arena_printf(a, "Subject: %s", encode_words(a, mail->subject)),
        arena_printf(a, "Message-ID: <%s%s>", mail->id, domain != NULL ? domain : "@localhost"),
        "Auto-Submitted: auto-generated",
    };
    struct curl_slist *list = NULL;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct curl_slist *longer = curl_slist_append(list, lines[i]);
        if (longer == NULL) {
            log_fatal("msg=\"out of memory\"");
        }
        list = longer;
    }
    arena_defer(a, free_list, list);
    return list;
}

/* Mail ends its lines in CR LF; quoted-printable would keep a bare LF as a character. */
static const char *with_crlf(struct arena *a, const char *text) {
    char *out = arena_alloc(a, 2 * strlen(text) + 1), *p = out;
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            *p++ = '\r';
        }
        if (*text != '\r') {
            *p++ = *text;
        }
    }
    return out;
}

static void set_server(CURL *curl, const struct smtp *server, struct reply *reply) {
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_reply);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, reply);
    curl_easy_setopt(curl, CURLOPT_URL, server->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)TIMEOUT_S);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    if (server->user != NULL) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server->password);
        curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
    }
}

static CURLcode perform(struct arena *a, CURL *curl, const struct smtp *server,
                        const struct mail *mail) {
    struct curl_slist *to = curl_slist_append(NULL, arena_printf(a, "<%s>", mail->to));
    curl_mime *mime = curl_mime_init(curl);
    curl_mimepart *part = mime != NULL ? curl_mime_addpart(mime) : NULL;
    if (to == NULL || part == NULL) {
        log_fatal("msg=\"out of memory\"");
    }
    curl_mime_data(part, with_crlf(a, mail->text), CURL_ZERO_TERMINATED);
    curl_mime_type(part, "text/plain; charset=utf-8");
    curl_mime_encoder(part, "quoted-printable");
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, arena_printf(a, "<%s>", server->from));
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers(a, server, mail));
    curl_easy_setopt(curl, CURLOPT_MIMEPOST, mime);
    CURLcode code = curl_easy_perform(curl);
    curl_slist_free_all(to);
    curl_mime_free(mime);
    return code;
}

/* For good only when this address or this text was refused: a 5xx before that (sign-in, sender, a
 * server that is closed to us) is a fault of the settings, which somebody will correct. */
static bool refused(CURLcode code, const char *detail, long status, const struct reply *reply) {
    bool address = code == CURLE_SEND_ERROR && str_starts(detail, "RCPT failed");
    return status >= 500 && status < 600 && (address || reply->asked);
}

/* Nothing in an address may end its place in a command or a header. */
static bool is_address(const char *s) {
    return !utf8_has_control(s, false) && strpbrk(s, " <>\t") == NULL && strchr(s, '@') != NULL;
}

enum err smtp_send(struct arena *a, const struct smtp *server, const struct mail *mail,
                   const char **why) {
    char detail[CURL_ERROR_SIZE] = "";
    struct reply reply = {0};
    long status = 0;
    *why = "";
    if (!is_address(mail->to) || utf8_has_control(mail->subject, false)) {
        *why = "the address or the subject cannot be put into a mail";
        return ERR_INVALID;
    }
    CURL *curl = curl_easy_init();
    if (curl == NULL) {
        log_fatal("msg=\"out of memory\"");
    }
    set_server(curl, server, &reply);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, detail);
    CURLcode code = perform(a, curl, server, mail);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(curl);
    if (code == CURLE_OK) {
        return ERR_OK;
    }
    *why = arena_printf(a, "%s%s%s", *detail != '\0' ? detail : curl_easy_strerror(code),
                        status >= 400 ? ": " : "", status >= 400 ? reply.text : "");
    return refused(code, detail, status, &reply) ? ERR_INVALID : ERR_BUSY;
}
