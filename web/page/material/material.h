/* A material as a form: a file or an address, for whom, of which stage. */
#ifndef PAGE_MATERIAL_MATERIAL_H
#define PAGE_MATERIAL_MATERIAL_H

#include <stdint.h>

#include "archivo/archivo.h"
#include "http/form.h"
#include "http/request.h"
#include "http/response.h"

enum material_campo {
    MAT_VERSION,
    MAT_TITULO,
    MAT_DESCRIPCION,
    MAT_URL,
    MAT_ARCHIVO,
    MAT_ORH,
    MAT_JEFE,
    MAT_SERVIDOR,
    MAT_ETAPA,
    MAT_RETIRADO,
    MAT_CAMPOS
};
enum { MAT_BODY_MAX = ARCHIVO_BYTES_MAX + 64 * 1024 };
extern const struct field material_campos[MAT_CAMPOS];

/* Saves what was sent as a new one (id NULL) or over another; answers the POST. */
enum http_status material_guardar(struct request *rq, struct response *rs, const int64_t *id);

#endif
