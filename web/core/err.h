/* The outcomes that our own functions have. The mapping to HTTP is in http/response.c alone. */
#ifndef CORE_ERR_H
#define CORE_ERR_H

enum err {
    ERR_OK = 0,
    ERR_NOT_FOUND,
    ERR_FORBIDDEN,
    ERR_INVALID,  /* a constraint of the database refused a value */
    ERR_CONFLICT, /* somebody else changed it first, or it exists already */
    ERR_TOO_LARGE,
    ERR_AGAIN,   /* serialisation failure or deadlock: run the transaction again */
    ERR_BUSY,    /* the database cannot answer now */
    ERR_INTERNAL /* our fault */
};

const char *err_name(enum err e);

#endif
