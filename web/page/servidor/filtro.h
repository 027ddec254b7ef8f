/* The filters that the list of servidores and its export share. */
#ifndef PAGE_SERVIDOR_FILTRO_H
#define PAGE_SERVIDOR_FILTRO_H

#include "gen/q_servidor.h"
#include "http/request.h"

/* Fields of servidor_lista_form. */
enum filtro {
    FILTRO_Q,
    FILTRO_UNIDAD,
    FILTRO_ENTIDAD,
    FILTRO_ETAPA,
    FILTRO_ESTADO,
    FILTRO_DESDE,
    FILTRO_HASTA,
    FILTRO_VIGENCIA,
    FILTRO_SIN_JEFE,
    FILTRO_EDICION,
    FILTRO_SITUACION,
    FILTRO_NIVEL,
    FILTRO_REGION,
    FILTRO_REGIMEN,
    FILTRO_SEXO,
    FILTRO_DESPUES,
    FILTRO_VISTA
};

/* The arguments of the list's query from the parsed form and the scope of the session. */
struct q_servidor_lista_in filtro_read(struct request *rq);
/* How many rows those filters find, counted up to `limit`. */
enum err filtro_count(struct request *rq, const struct q_servidor_lista_in *in, int32_t limit,
                      int64_t *total) __attribute__((warn_unused_result));
/* The filters in use as a query string, without field `skip`. */
const char *filtro_query(struct request *rq, enum filtro skip);
/* True when not all the words that were typed are searched. */
bool filtro_cut(struct request *rq);
/* True when the list is the one behind a figure: it is counted whole. */
bool filtro_de_cifra(const struct q_servidor_lista_in *in);
/* True when a filter other than the search text is in use. */
bool filtro_active(const struct request *rq);

#endif
