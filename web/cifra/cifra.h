/* What a figure counts, as choices of a form: the figures and the lists behind them share it. */
#ifndef CIFRA_CIFRA_H
#define CIFRA_CIFRA_H

#include <stddef.h>

#include "core/err.h"
#include "http/form.h"
#include "http/request.h"

/* The fields of the route's form that hold what the database lists. */
struct cifra_campos {
    size_t edicion, region, regimen;
};

/* form_options() of the three. *vigente is the edition in force, else the newest that has begun; 0
 * when there is none. `todas` puts an empty choice before the editions. */
enum err cifra_opciones(struct request *rq, const struct cifra_campos *fields, bool todas,
                        int64_t *vigente) __attribute__((warn_unused_result));

/* Fixed lists, for `.options`; each opens with an empty choice. */
extern const struct option cifra_situaciones[];
extern const struct option cifra_sexos[];

#endif
