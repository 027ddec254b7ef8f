/* How long a list of 50 rows by 12 columns takes to expand. Arguments: the folder of templates
 * (default tests/data/templates/good) and the number of pages (default 2000). */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/arena.h"
#include "view/view.h"

struct fila {
    int64_t id;
    const char *nombre, *documento, *cargo, *organo, *regimen, *etapa, *estado;
    struct date ingreso, limite;
    const int32_t *horas;
    struct instant visto;
    bool vencida;
};

#define COL(name, type)                                                                            \
    { #name, type, false, offsetof(struct fila, name) }
static const struct db_col cols[] = {
    COL(id, DB_INT8),
    COL(nombre, DB_TEXT),
    COL(documento, DB_TEXT),
    COL(cargo, DB_TEXT),
    COL(organo, DB_TEXT),
    COL(regimen, DB_TEXT),
    COL(etapa, DB_TEXT),
    COL(estado, DB_TEXT),
    COL(ingreso, DB_DATE),
    COL(limite, DB_DATE),
    {"horas", DB_INT4, true, offsetof(struct fila, horas)},
    COL(visto, DB_INSTANT),
    COL(vencida, DB_BOOL),
};

enum { ROWS = 50, ARENA_CAP = 64 * 1024 * 1024 };
static const struct db_table table = {cols, sizeof cols / sizeof cols[0], sizeof(struct fila)};

static struct fila filas[ROWS];

static void fill(void) {
    static const int32_t horas = 1200;
    for (int i = 0; i < ROWS; i++) {
        filas[i] = (struct fila){.id = 1000 + i,
                                 .nombre = "PRUEBA DEMO, Persona & Cía.",
                                 .documento = "00000000",
                                 .cargo = "Especialista en recursos humanos",
                                 .organo = i % 3 == 0 ? NULL : "Oficina de Administración",
                                 .regimen = "D. Leg. 1057",
                                 .etapa = "Inducción general",
                                 .estado = "En curso",
                                 .ingreso = {2022, 10, 12},
                                 .limite = {2022, 11, 12},
                                 .horas = &horas,
                                 .visto = {{2022, 10, 13}, 9, 30, 0},
                                 .vencida = i % 5 == 0};
    }
}

static double now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

int main(int argc, char **argv) {
    int pages = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 2000;
    struct arena *a = arena_new(ARENA_CAP);
    size_t bytes = 0;
    if (view_start(argc > 1 ? argv[1] : "tests/data/templates/good") != ERR_OK) {
        return 1;
    }
    fill();
    double start = now_us();
    size_t memory = 0;
    for (int i = 0; i < pages; i++) {
        const char *out = NULL;
        struct view *v = view_new(a, "bench");
        view_str(v, "TITULO", "Servidores");
        view_rows(v, "FILAS", filas, ROWS, &table);
        if (view_expand(v, &out, &bytes) != ERR_OK) {
            return 1;
        }
        memory = arena_used(a);
        arena_reset(a);
    }
    printf("view: %d rows, %zu bytes, %.1f us/page, %zu bytes of arena\n", ROWS, bytes,
           (now_us() - start) / pages, memory);
    arena_free(a);
    return 0;
}
