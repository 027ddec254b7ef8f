/* The sheet of the survey, as both ways to it show and take it. */
#ifndef PAGE_ENCUESTA_HOJA_H
#define PAGE_ENCUESTA_HOJA_H

#include "http/form.h"
#include "http/request.h"
#include "http/response.h"

enum { HOJA_N = 6 };
#define HOJA_FIELD(n)                                                                              \
    [(n) - 1] = {                                                                                  \
        .name = "p" #n, .label = "Pregunta " #n, .kind = F_TEXTAREA, .max = 300, .width = "w100"}
#define HOJA_FIELDS                                                                                \
    HOJA_FIELD(1), HOJA_FIELD(2), HOJA_FIELD(3), HOJA_FIELD(4), HOJA_FIELD(5), HOJA_FIELD(6),      \
        [HOJA_N] = {.name = "encuesta", .label = "Encuesta", .kind = F_ID}

#define HOJA_FORM(table)                                                                           \
    { .fields = (table), .n = sizeof(table) / sizeof((table)[0]), .fleeting = true }

/* `token_hash` NULL: of the person who is signed in. An unknown link is gone. */
enum http_status hoja_get(struct request *rq, struct response *rs, const char *token_hash);
/* After it, `back` (a path of ours) thanks. */
enum http_status hoja_post(struct request *rq, struct response *rs, const char *token_hash,
                           const char *back);

#endif
