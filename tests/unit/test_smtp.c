/* What never becomes a mail, and servers that do not answer as they should. Mails that arrive are
 * tested against a real server, in tests/http/correo.test.mjs. */
#include <arpa/inet.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/str.h"
#include "mail/smtp.h"

static struct arena *arena;
static int listener = -1;
static const char *url;

/* A listening socket on a free port of this machine. */
static int start(void **state) {
    (void)state;
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t n = sizeof at;
    arena = arena_new((size_t)4 << 20);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&at, sizeof at) != 0 ||
        listen(listener, 5) != 0 || getsockname(listener, (struct sockaddr *)&at, &n) != 0) {
        return -1;
    }
    url = arena_printf(arena, "smtp://127.0.0.1:%d", ntohs(at.sin_port));
    return 0;
}

static int finish(void **state) {
    (void)state;
    close(listener);
    arena_free(arena);
    return 0;
}

/* A child that greets with `greeting`, then answers each command with `answer`. */
static pid_t server(const char *greeting, const char *answer) {
    pid_t pid = fork();
    if (pid == 0) {
        char command[1000];
        int fd = accept(listener, NULL, NULL);
        ssize_t ignored = write(fd, greeting, strlen(greeting));
        while (*answer != '\0' && read(fd, command, sizeof command) > 0) {
            ignored = write(fd, answer, strlen(answer));
        }
        _exit(ignored < 0);
    }
    return pid;
}

static enum err send_to(const char *to, const char *subject, const char **why) {
    const struct smtp s = {.url = url, .from = "portal@example.pe"};
    const struct mail m = {.id = "x-1", .to = to, .subject = subject, .text = "Hola\n"};
    return smtp_send(arena, &s, &m, why);
}

static void test_not_a_mail(void **state) {
    (void)state;
    static const char *const bad[] = {
        "",
        "ana",
        "ana@x.pe\r\nBcc: b@x.pe",
        "ana@x.pe\n",
        "ana@x.pe>",
        "<ana@x.pe>",
        "ana @x.pe",
        "ana@x.pe SIZE=1",
        "ana\x01@x.pe",
        "ana\t@x.pe",
        "ana\u202E@x.pe",
    };
    const char *why = NULL;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(send_to(bad[i], "Asunto", &why), ERR_INVALID);
        assert_false(str_empty(why));
    }
    assert_int_equal(send_to("ana@x.pe", "Asunto\r\nBcc: b@x.pe", &why), ERR_INVALID);
    assert_int_equal(send_to("ana@x.pe", "Asunto\x1b", &why), ERR_INVALID);
}

static void assert_server(const char *greeting, const char *answer, enum err expected,
                          const char *part) {
    const char *why = NULL;
    int status = 0;
    pid_t pid = server(greeting, answer);
    assert_int_equal(send_to("ana@x.pe", "Asunto", &why), expected);
    if (strstr(why, part) == NULL) {
        fail_msg("'%s' does not say '%s'", why, part);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
}

/* A server that is closed to us says nothing about this mail. */
static void test_later(void **state) {
    (void)state;
    assert_server("554 5.7.1 closed to you\r\n", "", ERR_BUSY, "554");
    assert_server("421 later\r\n", "", ERR_BUSY, "421");
    assert_server("", "", ERR_BUSY, "");
    assert_server("220 hello\r\n", "", ERR_BUSY, "");
    assert_server("220 hello\r\n", "502 what\r\n", ERR_BUSY, "502");
    assert_server("HTTP/1.1 400 Bad Request\r\n\r\n", "", ERR_BUSY, "");
    assert_server("\xff\xfe\x01\r\n", "", ERR_BUSY, "");
}

static void test_nobody_there(void **state) {
    (void)state;
    const struct smtp s = {.url = "smtp://127.0.0.1:1", .from = "portal@example.pe"};
    const struct smtp http = {.url = "http://127.0.0.1:1", .from = "portal@example.pe"};
    const struct mail m = {.id = "x-1", .to = "ana@x.pe", .subject = "A", .text = ""};
    const char *why = NULL;
    assert_int_equal(smtp_send(arena, &s, &m, &why), ERR_BUSY);
    assert_false(str_empty(why));
    assert_int_equal(smtp_send(arena, &http, &m, &why), ERR_BUSY);
    assert_false(str_empty(why));
}

/* A password goes over TLS or not at all. */
static void test_sign_in_needs_tls(void **state) {
    (void)state;
    const struct smtp s = {
        .url = url, .from = "portal@example.pe", .user = "portal", .password = "secreta"};
    const struct mail m = {.id = "x-1", .to = "ana@x.pe", .subject = "A", .text = ""};
    const char *why = NULL;
    int status = 0;
    pid_t pid = server("220 hello\r\n", "250-hello\r\n250 AUTH PLAIN LOGIN\r\n");
    assert_int_equal(smtp_send(arena, &s, &m, &why), ERR_BUSY);
    assert_null(strstr(why, "secreta"));
    assert_non_null(strstr(why, "STARTTLS"));
    assert_int_equal(waitpid(pid, &status, 0), pid);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_not_a_mail),
        cmocka_unit_test(test_later),
        cmocka_unit_test(test_nobody_there),
        cmocka_unit_test(test_sign_in_needs_tls),
    };
    return cmocka_run_group_tests_name("smtp", tests, start, finish);
}
