/* Files that people hand in: what they are by their content, and a folder outside the web root that
 * keeps each under the SHA-256 of its bytes. */
#ifndef ARCHIVO_ARCHIVO_H
#define ARCHIVO_ARCHIVO_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/err.h"

enum { ARCHIVO_SHA_MAX = 65, ARCHIVO_BYTES_MAX = 5 * 1024 * 1024, ARCHIVO_CARPETAS = 256 };

/* The folder, "none" for none; it must exist and be the program's own. */
void archivo_start(const char *folder);
/* PDF, JPEG, PNG or WebP by content, whatever its name says; NULL when it is none of them. */
const char *archivo_tipo(const char *data, size_t n);
/* What a chooser should offer; a phone offers its camera, and turns its own format into JPEG. */
#define ARCHIVO_ACCEPT "image/jpeg,image/png,image/webp,application/pdf"
/* The name as its sender has it, without what cannot be shown; only ever shown. */
const char *archivo_nombre(struct arena *a, const char *filename);
/* The same, and documents, sheets and slides of the usual office programs. */
const char *archivo_tipo_material(const char *data, size_t n);
/* What the name of a file of that type ends with. */
const char *archivo_extension(const char *type);
/* Keeps the bytes, on disk when this returns; the same bytes twice are one file. */
enum err archivo_guardar(struct arena *a, const char *data, size_t n, char sha[ARCHIVO_SHA_MAX]);
/* Files of one of the ARCHIVO_CARPETAS folders that nobody has kept for a day, a space between;
 * what was only half written then is deleted. */
const char *archivo_reposados(struct arena *a, int carpeta);
/* Deletes one of them, unless somebody has kept the same bytes meanwhile. */
enum err archivo_borrar(struct arena *a, const char *sha);
/* Reads a kept file and checks that it still is what its name says. */
enum err archivo_leer(struct arena *a, const char *sha, const char **data, size_t *n);

#endif
