#include "hoja/obra.h"

#include <string.h>

#include "hoja/texto.h"

enum { POOL = 64 * 1024, SHARED_MAX = 4 * HOJA_BYTES_MAX, ROWS_FIRST = 1024, FILLS_MAX = 200000 };

static void pass(struct obra *o) {
    o->falla = o->falla == HOJA_BIEN ? HOJA_GRANDE : o->falla;
}

void obra_nueva(struct obra *o, struct arena *a) {
    *o = (struct obra){.arena = a};
}

void obra_hoja(struct obra *o) {
    o->fila = NULL;
    o->n = o->cap = o->vacias = o->uniones = o->ancho = o->ocultas = 0;
    o->escondida = false;
}

/* Small texts next to each other: an allocation each would double them. */
static char *pool_take(struct obra *o, size_t n) {
    if (o->pool_left < n) {
        o->pool_left = n > POOL ? n : POOL;
        o->pool = arena_alloc(o->arena, o->pool_left);
    }
    char *p = o->pool;
    o->pool += n;
    o->pool_left -= n;
    return p;
}

const char *obra_texto(struct obra *o, char *text, size_t n) {
    n = hoja_limpiar(text, n);
    if (n == 0) {
        return "";
    }
    if (n + 1 > HOJA_BYTES_MAX - o->bytes) {
        pass(o);
        return "";
    }
    o->bytes += n + 1;
    char *p = pool_take(o, n + 1);
    memcpy(p, text, n);
    p[n] = '\0';
    return p;
}

void obra_celda(struct obra *o, size_t column, const char *text) {
    if (column >= HOJA_COLUMNAS_MAX || *text == '\0') {
        return;
    }
    for (; o->ancho <= column; o->ancho++) {
        o->celda[o->ancho] = "";
    }
    o->celda[column] = text;
}

static void grow(struct obra *o) {
    size_t cap = o->cap == 0 ? ROWS_FIRST : 2 * o->cap;
    struct hoja_fila *rows = arena_calloc(o->arena, cap, sizeof rows[0]);
    if (o->n > 0) {
        memcpy(rows, o->fila, o->n * sizeof rows[0]);
    }
    o->fila = rows;
    o->cap = cap;
}

void obra_fila(struct obra *o, size_t numero, size_t veces) {
    size_t n = o->ancho;
    o->ancho = 0;
    veces = veces > 0 ? veces : 1;
    if (n == 0) {
        o->vacias += veces;
        return;
    }
    o->vacias = 0;
    size_t bytes = 0;
    for (size_t i = 0; i < n; i++) {
        bytes += strlen(o->celda[i]);
    }
    if (bytes > (SHARED_MAX - o->referidos) / veces) {
        pass(o);
        return;
    }
    o->referidos += bytes * veces;
    if (veces > HOJA_FILAS_MAX - o->n || veces > 2 * HOJA_FILAS_MAX - o->filas ||
        n > HOJA_CELDAS_MAX - o->celdas) {
        pass(o);
        return;
    }
    for (size_t i = 0; o->escondida && i < veces; i++, o->ocultas++) {
        if (o->ocultas < OBRA_OCULTAS_MAX) {
            o->oculta[o->ocultas] = numero + i;
        }
    }
    o->filas += veces;
    o->celdas += n;
    const char **cells = arena_calloc(o->arena, n, sizeof cells[0]);
    memcpy(cells, o->celda, n * sizeof cells[0]);
    for (size_t i = 0; i < veces; i++) {
        if (o->n == o->cap) {
            grow(o);
        }
        o->fila[o->n++] = (struct hoja_fila){.numero = numero + i, .n = n, .celda = cells};
    }
}

void obra_unir(struct obra *o, size_t desde, size_t hasta, size_t columna) {
    if (hasta <= desde || columna >= HOJA_COLUMNAS_MAX || o->uniones == OBRA_UNIONES_MAX) {
        return;
    }
    if (o->unida == NULL) {
        o->unida = arena_calloc(o->arena, OBRA_UNIONES_MAX, sizeof o->unida[0]);
    }
    o->unida[o->uniones++] =
        (struct obra_union){.desde = desde, .hasta = hasta, .columna = columna};
}

/* Index of the first row at or after `numero`. */
static size_t row_from(const struct obra *o, size_t numero) {
    size_t low = 0, high = o->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (o->fila[middle].numero < numero) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void fill(struct obra *o, struct hoja_fila *row, size_t column, const char *text) {
    if (column < row->n) {
        row->celda[column] = *row->celda[column] == '\0' ? text : row->celda[column];
        return;
    }
    if (column + 1 > HOJA_CELDAS_MAX - o->celdas) {
        pass(o);
        return;
    }
    const char **cells = arena_calloc(o->arena, column + 1, sizeof cells[0]);
    o->celdas += column + 1;
    for (size_t i = 0; i <= column; i++) {
        cells[i] = i < row->n ? row->celda[i] : "";
    }
    cells[column] = text;
    row->celda = cells;
    row->n = column + 1;
}

void obra_fin(struct obra *o, struct hoja *out) {
    size_t fills = 0;
    for (size_t i = 0; i < o->uniones && fills < FILLS_MAX; i++, fills++) {
        const struct obra_union *u = &o->unida[i];
        size_t top = row_from(o, u->desde);
        if (top == o->n || o->fila[top].numero != u->desde || u->columna >= o->fila[top].n) {
            continue;
        }
        const char *text = o->fila[top].celda[u->columna];
        for (size_t r = top + 1; r < o->n && o->fila[r].numero <= u->hasta && fills < FILLS_MAX;
             r++, fills++) {
            fill(o, &o->fila[r], u->columna, text);
        }
    }
    out->fila = o->fila;
    out->n = o->n;
}
