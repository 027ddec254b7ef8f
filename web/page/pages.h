/* What every page includes: the declarations of all handlers and forms, made from routes.def. */
#ifndef PAGE_PAGES_H
#define PAGE_PAGES_H

#include "core/str.h"
#include "gen/tpl.h"
#include "http/form.h"
#include "http/request.h"
#include "http/response.h"
#include "http/router.h"

/* A GET and a POST share their form, so it is declared twice: harmless here. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wredundant-decls"
#define ROUTE(method, path, handler, its_form, roles, mode)                                        \
    handler_fn handler;                                                                            \
    extern const struct form its_form;
#include "routes.def"
#undef ROUTE
#pragma GCC diagnostic pop

#endif
