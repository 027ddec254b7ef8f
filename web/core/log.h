/* One logfmt line on stderr: `level=error msg="..." req=... key=value`. Never a form value. */
#ifndef CORE_LOG_H
#define CORE_LOG_H

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

/* Lines below this level are dropped. Default LOG_INFO. */
void log_set_level(enum log_level level);
/* The request whose number every following line carries; NULL for none. Not copied. */
void log_set_request(const char *id);
/* fmt is already logfmt ("ms=%d route=%s"); quote values that may hold spaces. */
void log_line(enum log_level level, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Logs at error level, then exits with status 70: the supervisor starts a new process. */
void log_fatal(const char *fmt, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif
