/* routes.def as data. */
#include "page/pages.h"

/* For pages that take no parameters. */
const struct form no_form = {.fields = NULL};

const struct route routes[] = {
#define ROUTE(method, path, handler, form, roles, mode)                                            \
    {METHOD_##method, path, #handler, handler, &form, roles, mode},
#include "routes.def"
#undef ROUTE
};
const size_t routes_n = sizeof routes / sizeof routes[0];
