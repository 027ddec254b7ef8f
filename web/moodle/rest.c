#include "moodle/rest.h"

#include <curl/curl.h>
#include <string.h>

#include "core/log.h"
#include "core/str.h"
#include "core/utf8.h"
#include "http/url.h"

enum { CONNECT_S = 5, TIMEOUT_S = 30, WAIT_MS = 1000, MESSAGE_MAX = 200, BEGIN_MAX = 80 };

static bool local(const char *url) {
    static const char *const hosts[] = {"http://127.0.0.1", "http://localhost", "http://[::1]"};
    for (size_t i = 0; i < sizeof hosts / sizeof hosts[0]; i++) {
        size_t n = strlen(hosts[i]);
        if (strncmp(url, hosts[i], n) == 0 && strchr(":/", url[n]) != NULL) {
            return true; /* strchr finds the end as well */
        }
    }
    return false;
}

bool moodle_hay(const struct moodle *m) {
    return !str_eq(m->url, "none") && !str_eq(m->token, "none") &&
           (str_starts(m->url, "https://") || local(m->url)) && strpbrk(m->url, "?#@ ") == NULL;
}

static bool ready;

void moodle_start(const struct moodle *m) {
    ready = moodle_hay(m);
}

bool moodle_listo(void) {
    return ready;
}

/* --- one exchange --- */

struct exchange {
    CURL *curl;
    struct buf body;
    size_t max;
    bool too_big;
};

static size_t on_body(char *p, size_t size, size_t n, void *arg) {
    struct exchange *x = arg;
    size_t len = size * n;
    if (len > x->max - x->body.n) {
        x->too_big = true;
        return 0; /* ends the exchange */
    }
    buf_add(&x->body, p, len);
    return len;
}

/* The token travels in the body: addresses end up in logs. */
static void prepare(struct arena *a, const struct moodle *m, const struct llamada *call,
                    struct exchange *x) {
    size_t n = strlen(m->url);
    while (n > 0 && m->url[n - 1] == '/') {
        n--;
    }
    x->max = call->maximo;
    x->body = buf_new(a, x->max + 1);
    curl_easy_setopt(x->curl, CURLOPT_URL,
                     arena_printf(a, "%.*s/webservice/rest/server.php", (int)n, m->url));
    curl_easy_setopt(x->curl, CURLOPT_PROTOCOLS_STR, local(m->url) ? "http,https" : "https");
    curl_easy_setopt(x->curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(x->curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_S);
    curl_easy_setopt(x->curl, CURLOPT_TIMEOUT, (long)TIMEOUT_S);
    curl_easy_setopt(x->curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(x->curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(x->curl, CURLOPT_WRITEDATA, x);
    curl_easy_setopt(x->curl, CURLOPT_POSTFIELDS,
                     arena_printf(a, "wstoken=%s&wsfunction=%s&moodlewsrestformat=json%s%s",
                                  url_encode(a, m->token), call->funcion,
                                  *call->parametros != '\0' ? "&" : "", call->parametros));
}

/* --- what came back --- */

static void drop(void *json) {
    json_decref(json);
}

static bool is_among(const char *code, const char *const *codes) {
    for (; *codes != NULL; codes++) {
        if (str_eq(code, *codes)) {
            return true;
        }
    }
    return false;
}

/* At most `max` of the n bytes, cut at a character, when they can be shown. */
static const char *begin_of(struct arena *a, const char *s, size_t n, size_t max) {
    size_t len = n < max ? n : max;
    while (len > 0 && len < n && ((unsigned char)s[len] & 0xC0) == 0x80) {
        len--;
    }
    const char *text = utf8_valid(s, len) ? arena_strndup(a, s, len) : NULL;
    return text != NULL && !utf8_has_control(text, true) ? utf8_clean(a, text, false)
                                                         : "(no es texto)";
}

static const char *text_of(struct arena *a, const json_t *object, const char *key) {
    const char *s = json_string_value(json_object_get(object, key));
    return s != NULL ? begin_of(a, s, strlen(s), MESSAGE_MAX) : "";
}

/* Moodle answers its refusals with 200 and {"exception", "errorcode", "message"}. */
static void judge_exception(struct arena *a, struct llamada *call, const json_t *root) {
    static const char *const setup[] = {"invalidtoken",
                                        "accessexception",
                                        "nopermissions",
                                        "invalidrecord",
                                        "invalidrecordunknown",
                                        "invalidcourseid",
                                        "cannotviewreport",
                                        "nocriteriaset",
                                        "completionnotenabled",
                                        "codingerror",
                                        "requireloginerror",
                                        "errorcoursecontextnotvalid",
                                        "invalidparameter",
                                        "wsaccessuserdeleted",
                                        "wsaccessusersuspended",
                                        "invaliduserfield",
                                        "servicenotavailable",
                                        "nopermissiontoviewgrades",
                                        "invalidiptoken",
                                        "enablewsdescription",
                                        "restoredaccountresetpassword",
                                        "invalidtimedtoken",
                                        "wsaccessuserexpired",
                                        "wsaccessuserunconfirmed",
                                        "wsaccessusernologin",
                                        NULL};
    static const char *const personal[] = {
        "usernotenroled", "notenroled",  "notingroup",       "accessdenied",        "suspended",
        "invaliduser",    "userdeleted", "usernotconfirmed", "guestsarenotallowed", NULL};
    const char *code = text_of(a, root, "errorcode");
    call->resultado = is_among(code, setup)      ? ERR_INVALID
                      : is_among(code, personal) ? ERR_NOT_FOUND
                                                 : ERR_BUSY;
    call->why = arena_printf(a, "Moodle respondió «%s» (%s) a %s", text_of(a, root, "message"),
                             *code != '\0' ? code : "sin código", call->funcion);
}

/* A file of a plugin that begins with a mark of its encoding puts one before every answer. */
static json_t *parse(const struct buf *body) {
    size_t skip = body->n >= 3 && memcmp(body->p, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    json_error_t error;
    return json_loadb(body->p + skip, body->n - skip, 0, &error);
}

void moodle_leer(struct arena *a, struct llamada *call, const struct buf *body) {
    json_t *root = parse(body);
    call->resultado = ERR_BUSY;
    if (root == NULL) {
        call->why = arena_printf(a, "Moodle no respondió JSON a %s (%zu bytes): «%s»",
                                 call->funcion, body->n, begin_of(a, body->p, body->n, BEGIN_MAX));
        return;
    }
    arena_defer(a, drop, root);
    if (json_is_object(root) && json_object_get(root, "exception") != NULL) {
        judge_exception(a, call, root);
        return;
    }
    call->resultado = ERR_OK;
    call->json = root;
}

static void judge(struct arena *a, struct llamada *call, const struct exchange *x, CURLcode code) {
    long status = 0;
    curl_easy_getinfo(x->curl, CURLINFO_RESPONSE_CODE, &status);
    call->resultado = ERR_BUSY;
    if (x->too_big) {
        call->why = arena_printf(a, "La respuesta de Moodle a %s pasa de %zu MB", call->funcion,
                                 call->maximo >> 20);
    } else if (code != CURLE_OK) {
        call->why = arena_printf(a, "No se pudo hablar con Moodle (%s): %s", call->funcion,
                                 curl_easy_strerror(code));
    } else if (status == 403 || status == 404) {
        call->why = arena_printf(a,
                                 "Moodle respondió %ld a %s: revise su dirección y que tenga "
                                 "activados los servicios web y el protocolo REST",
                                 status, call->funcion);
    } else if (status != 200) {
        call->why = arena_printf(a, "Moodle respondió %ld a %s", status, call->funcion);
    } else {
        moodle_leer(a, call, &x->body);
    }
}

/* --- some at a time --- */

static void wait_all(CURLM *multi) {
    int running = 1;
    while (running > 0) {
        if (curl_multi_perform(multi, &running) != CURLM_OK ||
            (running > 0 && curl_multi_poll(multi, NULL, 0, WAIT_MS, NULL) != CURLM_OK)) {
            log_fatal("msg=\"curl cannot wait\"");
        }
    }
}

/* What curl says of an exchange that ended. */
static void ended(CURLM *multi, const struct exchange *x, size_t n, CURLcode *codes) {
    int left = 0;
    for (const CURLMsg *msg; (msg = curl_multi_info_read(multi, &left)) != NULL;) {
        for (size_t i = 0; i < n; i++) {
            if (msg->msg == CURLMSG_DONE && msg->easy_handle == x[i].curl) {
                codes[i] = msg->data.result;
            }
        }
    }
}

/* Handles and connections live as long as the program. */
static CURLM *shared_multi(CURL **handles) {
    static CURLM *multi;
    static CURL *kept[MOODLE_LLAMADAS_MAX];
    if (multi == NULL) {
        multi = curl_multi_init();
        for (size_t i = 0; i < MOODLE_LLAMADAS_MAX; i++) {
            kept[i] = curl_easy_init();
            if (kept[i] == NULL || multi == NULL) {
                log_fatal("msg=\"out of memory\"");
            }
        }
    }
    memcpy(handles, kept, sizeof kept);
    return multi;
}

static void call_some(struct arena *a, const struct moodle *m, struct llamada *calls, size_t n) {
    struct exchange x[MOODLE_LLAMADAS_MAX] = {0};
    CURL *handles[MOODLE_LLAMADAS_MAX];
    CURLcode codes[MOODLE_LLAMADAS_MAX];
    CURLM *multi = shared_multi(handles);
    for (size_t i = 0; i < n; i++) {
        codes[i] = CURLE_RECV_ERROR;
        x[i].curl = handles[i];
        prepare(a, m, &calls[i], &x[i]);
        if (curl_multi_add_handle(multi, x[i].curl) != CURLM_OK) {
            log_fatal("msg=\"curl takes no call\"");
        }
    }
    wait_all(multi);
    ended(multi, x, n, codes);
    for (size_t i = 0; i < n; i++) {
        judge(a, &calls[i], &x[i], codes[i]);
        curl_multi_remove_handle(multi, x[i].curl);
    }
}

void moodle_llamar(struct arena *a, const struct moodle *m, struct llamada *calls, size_t n) {
    for (size_t at = 0; at < n; at += MOODLE_LLAMADAS_MAX) {
        call_some(a, m, calls + at, n - at < MOODLE_LLAMADAS_MAX ? n - at : MOODLE_LLAMADAS_MAX);
    }
}
