#include "cifra/grafico.h"

#include "core/str.h"
#include "gen/tpl.h"

enum { BAR_STEP = 34, BAR_TOP = 14 };
enum { LINE_LEFT = 10, LINE_RIGHT = 340, LINE_TOP = 24, LINE_BOTTOM = 150 };

static int64_t whole(const struct barra *bar) {
    int64_t sum = 0;
    for (size_t i = 0; i < GRAFICO_PARTES; i++) {
        sum += bar->parte[i];
    }
    return sum;
}

/* `value` of `of` as units of `width`; something that exists is never invisible. */
static int64_t scaled(int64_t value, int64_t of, int64_t width) {
    int64_t w = of > 0 ? (value * width + of / 2) / of : 0;
    return value > 0 && w == 0 ? 1 : w;
}

static void put_bar(struct view *v, const struct barra *bar, int64_t y, int64_t max) {
    static const char *const names[GRAFICO_PARTES][2] = {
        {T_X1, T_W1}, {T_X2, T_W2}, {T_X3, T_W3}, {T_X4, T_W4}};
    int64_t x = 0;
    view_str(v, T_NOMBRE, bar->nombre);
    view_miles(v, T_TOTAL, whole(bar));
    view_int(v, T_Y, y + BAR_TOP - 3);
    view_int(v, T_Y_BARRA, y + BAR_TOP);
    for (size_t i = 0; i < GRAFICO_PARTES; i++) {
        int64_t w = scaled(bar->parte[i], max, GRAFICO_ANCHO - GRAFICO_PARTES);
        view_int(v, names[i][0], x);
        view_int(v, names[i][1], w);
        x += w;
    }
}

void grafico_barras(struct view *v, const struct barra *bars, size_t n) {
    int64_t max = 0;
    for (size_t i = 0; i < n; i++) {
        max = whole(&bars[i]) > max ? whole(&bars[i]) : max;
    }
    view_int(v, T_ALTO, (int64_t)n * BAR_STEP + 4);
    for (size_t i = 0; i < n; i++) {
        put_bar(view_add(v, T_BARRAS), &bars[i], (int64_t)i * BAR_STEP, max);
    }
}

static int64_t height(int64_t value, int64_t max) {
    return LINE_BOTTOM - scaled(value, max, LINE_BOTTOM - LINE_TOP);
}

void grafico_linea(struct arena *a, struct view *v, const struct punto *points, size_t n) {
    const struct punto *first = n > GRAFICO_PUNTOS ? points + (n - GRAFICO_PUNTOS) : points;
    struct buf series[2] = {buf_new(a, 1024), buf_new(a, 1024)};
    int64_t max = 1;
    n = n > GRAFICO_PUNTOS ? GRAFICO_PUNTOS : n;
    for (size_t i = 0; i < n; i++) {
        max = first[i].valor[0] > max ? first[i].valor[0] : max;
        max = first[i].valor[1] > max ? first[i].valor[1] : max;
    }
    for (size_t i = 0; i < n; i++) {
        int64_t x = n > 1 ? LINE_LEFT + (int64_t)i * (LINE_RIGHT - LINE_LEFT) / ((int64_t)n - 1)
                          : (LINE_LEFT + LINE_RIGHT) / 2;
        struct view *point = view_add(v, T_PUNTOS);
        for (size_t k = 0; k < 2; k++) {
            buf_printf(&series[k], "%lld,%lld ", (long long)x,
                       (long long)height(first[i].valor[k], max));
        }
        view_int(point, T_X, x);
        view_int(point, T_Y1, height(first[i].valor[0], max));
        view_int(point, T_Y2, height(first[i].valor[1], max));
        view_int(point, T_Y_VALOR, height(first[i].valor[0], max) - 6);
        view_miles(point, T_VALOR, first[i].valor[0]);
        view_str(point, T_NOMBRE, first[i].nombre);
        view_section(point, T_CON_NOMBRE, n <= 12 || i % 2 == 0);
    }
    view_str(v, T_LINEA1, series[0].p);
    view_str(v, T_LINEA2, series[1].p);
}
