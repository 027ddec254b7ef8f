/* OpenDocument: the sheets of content.xml, one after the other. Of this folder alone. */
#ifndef HOJA_ODS_H
#define HOJA_ODS_H

#include "hoja/obra.h"
#include "hoja/paquete.h"

struct ods {
    struct obra *obra;
    size_t hojas; /* seen until the reading ended */
    /* Called at the end of each sheet; true ends the reading. */
    bool (*hoja)(void *data, const char *name, size_t nth);
    void *data;
};

enum hoja_falla ods_leer(struct paquete *p, struct ods *o);

#endif
