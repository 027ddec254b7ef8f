#include "mail/smtp.h"

#include <curl/curl.h>
#include <sodium.h>
#include <string.h>
#include <time.h>

#include "core/log.h"
#include "core/str.h"
#include "core/utf8.h"

/* WORD_BYTES of text make one encoded word that, even after "Subject: ", stays within the 76
 * characters of a header line; LINE_BYTES one line of the body. */
enum { TIMEOUT_S = 30, WORD_BYTES = 39, LINE_BYTES = 57, HEADER_MAX = 4000, REPLY_MAX = 300 };

static const char SENDER[] = "Portal de Inducción";

/* The server's last refusal, and whether it had already asked for the text. */
struct reply {
    char text[REPLY_MAX];
    bool asked;
};

/* curl hands every line of the server's answers on as a "header". */
static size_t on_reply(char *p, size_t size, size_t n, void *arg) {
    struct reply *r = arg;
    size_t len = size * n, kept = 0;
    r->asked = r->asked || (len >= 3 && memcmp(p, "354", 3) == 0);
    if (len == 0 || (*p != '4' && *p != '5')) {
        return len;
    }
    for (size_t i = 0; i < len && kept + 1 < sizeof r->text; i++) {
        unsigned char c = (unsigned char)p[i];
        if (c >= 0x20) {
            r->text[kept++] = c < 0x7F ? (char)c : '?';
        }
    }
    r->text[kept] = '\0';
    return len;
}

static char *base64(struct arena *a, const char *p, size_t n) {
    size_t size = sodium_base64_ENCODED_LEN(n, sodium_base64_VARIANT_ORIGINAL);
    return sodium_bin2base64(arena_alloc(a, size), size, (const unsigned char *)p, n,
                             sodium_base64_VARIANT_ORIGINAL);
}

/* RFC 2047: pieces of base64, cut between characters, so that each line stays short. */
static char *encode_words(struct arena *a, const char *s) {
    struct buf b = buf_new(a, HEADER_MAX);
    while (*s != '\0') {
        size_t n = strlen(s) < WORD_BYTES ? strlen(s) : WORD_BYTES;
        while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80) {
            n--;
        }
        buf_printf(&b, "%s=?UTF-8?B?%s?=", b.n > 0 ? "\r\n " : "", base64(a, s, n));
        s += n;
    }
    return b.p;
}

static const char *date_now(struct arena *a) {
    char text[64];
    struct tm utc;
    time_t now = time(NULL);
    gmtime_r(&now, &utc);
    strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &utc);
    return arena_strdup(a, text);
}

/* Lines of text end in CR LF wherever a mail is read. */
static struct buf with_crlf(struct arena *a, const char *text) {
    struct buf b = buf_new(a, 2 * strlen(text));
    for (; *text != '\0'; text++) {
        if (*text == '\n') {
            buf_char(&b, '\r');
        }
        if (*text != '\r') {
            buf_char(&b, *text);
        }
    }
    return b;
}

static void add_headers(struct buf *b, const struct smtp *server, const struct mail *mail) {
    const char *domain = strchr(server->from, '@');
    buf_printf(b, "Date: %s\r\n", date_now(b->arena));
    buf_printf(b, "From: %s <%s>\r\n", encode_words(b->arena, SENDER), server->from);
    buf_printf(b, "To: <%s>\r\n", mail->to);
    buf_printf(b, "Subject: %s\r\n", encode_words(b->arena, mail->subject));
    buf_printf(b, "Message-ID: <%s%s>\r\n", mail->id, domain != NULL ? domain : "@localhost");
    if (mail->unsubscribe != NULL) {
        buf_printf(b, "List-Unsubscribe: <%s>\r\n", mail->unsubscribe);
    }
    buf_str(b, "Auto-Submitted: auto-generated\r\n"
               "MIME-Version: 1.0\r\n"
               "Content-Type: text/plain; charset=utf-8\r\n"
               "Content-Transfer-Encoding: base64\r\n\r\n");
}

static struct buf message(struct arena *a, const struct smtp *server, const struct mail *mail) {
    struct buf text = with_crlf(a, mail->text);
    struct buf b = buf_new(a, 4 * HEADER_MAX + 2 * text.n);
    add_headers(&b, server, mail);
    for (size_t at = 0; at < text.n; at += LINE_BYTES) {
        size_t n = text.n - at < LINE_BYTES ? text.n - at : LINE_BYTES;
        buf_printf(&b, "%s\r\n", base64(a, text.p + at, n));
    }
    return b;
}

/* What is still to be sent. */
struct rest {
    const char *p;
    size_t n;
};

static size_t on_send(char *out, size_t size, size_t n, void *arg) {
    struct rest *rest = arg;
    size_t take = size * n < rest->n ? size * n : rest->n;
    memcpy(out, rest->p, take);
    rest->p += take;
    rest->n -= take;
    return take;
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
    struct buf b = message(a, server, mail);
    struct rest rest = {b.p, b.n};
    struct curl_slist *to = curl_slist_append(NULL, arena_printf(a, "<%s>", mail->to));
    if (to == NULL || b.truncated) {
        log_fatal("msg=\"a mail does not fit\" bytes=%zu", b.n);
    }
    const char *from = mail->bounces != NULL ? mail->bounces : server->from;
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, arena_printf(a, "<%s>", from));
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, on_send);
    curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE, (long)b.n);
    CURLcode code = curl_easy_perform(curl);
    curl_slist_free_all(to);
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
