/* Who is asking: read from the database at the start of each transaction by sesion_abrir(), which
 * also sets the scope that row-level security reads. */
#ifndef HTTP_SESSION_H
#define HTTP_SESSION_H

#include <stdbool.h>
#include <stdint.h>

/* One bit a role, so that a route may allow several. */
enum rol {
    ROL_ADMIN = 1 << 0,        /* SERVIR_ADMIN */
    ROL_REVISOR = 1 << 1,      /* SERVIR_REVISOR */
    ROL_GESTOR = 1 << 2,       /* GESTOR */
    ROL_ORH_JEFE = 1 << 3,     /* ORH_JEFE */
    ROL_ORH_ANALISTA = 1 << 4, /* ORH_ANALISTA */
    ROL_JEFE = 1 << 5,         /* JEFE */
    ROL_SERVIDOR = 1 << 6,     /* SERVIDOR */
    ROL_AUDITOR = 1 << 7,      /* AUDITOR */
    ROL_PUBLICO = 0            /* nobody is signed in */
};

/* Masks for routes.def. */
#define ROL_SERVIR (ROL_ADMIN | ROL_REVISOR | ROL_AUDITOR)
#define ROL_ORH (ROL_ORH_JEFE | ROL_ORH_ANALISTA)
#define ROL_TODOS (ROL_SERVIR | ROL_GESTOR | ROL_ORH | ROL_JEFE | ROL_SERVIDOR)

struct session {
    bool active;
    int64_t usuario_id, persona_id, entidad_id; /* entidad_id 0 when the scope is not one entity */
    int64_t asignacion_id;
    enum rol rol;
    const char *rol_codigo; /* "ORH_ANALISTA" */
    const char *rol_nombre; /* "Analista de ORH" */
    const char *nombre;     /* of the person */
    const char *entidad;    /* name of the entity in scope, or "" */
    int roles;              /* how many roles the account may switch between */
    bool must_change_password;
    bool expired; /* a session that was valid came, but its time is over */
    bool touch;   /* its sign of life is old enough to be written again */
};

/* The role of a code of the database; ROL_PUBLICO when there is none. */
enum rol session_rol(const char *codigo);
/* Where a person of this role begins. */
const char *session_home(enum rol rol);

#endif
