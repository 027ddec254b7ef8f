#include "core/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 2000, EXIT_FATAL = 70 };

static enum log_level min_level = LOG_INFO;
static const char *request_number;

static const char *level_name(enum log_level level) {
    switch (level) {
    case LOG_DEBUG: return "debug";
    case LOG_INFO: return "info";
    case LOG_WARN: return "warn";
    case LOG_ERROR: return "error";
    }
    return "unknown";
}

void log_set_level(enum log_level level) {
    min_level = level;
}

void log_set_request(const char *id) {
    request_number = id;
}

/* One write() a line, so that lines of several workers do not mix. */
static void write_line(enum log_level level, const char *fmt, va_list ap) {
    char line[LINE_MAX_BYTES];
    struct timespec now;
    struct tm utc;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &utc);
    size_t n = strftime(line, sizeof line, "ts=%Y-%m-%dT%H:%M:%S", &utc);
    int more = snprintf(line + n, sizeof line - n, ".%03ldZ level=%s", now.tv_nsec / 1000000,
                        level_name(level));
    n += more > 0 ? (size_t)more : 0;
    if (request_number != NULL) {
        more = snprintf(line + n, sizeof line - n, " req=%s", request_number);
        n += more > 0 ? (size_t)more : 0;
    }
    line[n++] = ' ';
    more = vsnprintf(line + n, sizeof line - n, fmt, ap);
    n += more > 0 ? (size_t)more : 0;
    if (n > sizeof line - 1) {
        n = sizeof line - 1;
    }
    /* A message of another library may hold line breaks: one event stays one line. */
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)line[i] < 0x20) {
            line[i] = ' ';
        }
    }
    line[n++] = '\n';
    ssize_t ignored = write(STDERR_FILENO, line, n);
    (void)ignored;
}

void log_line(enum log_level level, const char *fmt, ...) {
    if (level < min_level) {
        return;
    }
    va_list ap;
    va_start(ap, fmt);
    write_line(level, fmt, ap);
    va_end(ap);
}

void log_fatal(const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    write_line(LOG_ERROR, fmt, ap);
    va_end(ap);
    exit(EXIT_FATAL);
}
