/* OpenDocument: the sheets of content.xml, one after the other. Of this folder alone. */
#ifndef HOJA_ODS_H
#define HOJA_ODS_H

#include "hoja/obra.h"
#include "hoja/paquete.h"

struct ods {
    struct obra *obra;
    size_t hojas; /* seen so far */
    /* Called at the end of each sheet. */
    void (*hoja)(void *data, const char *name, size_t nth, bool hidden);
    void *data;
};

enum hoja_falla ods_leer(struct paquete *p, struct ods *o);

#endif
