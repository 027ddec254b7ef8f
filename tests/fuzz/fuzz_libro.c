/* Any bytes as one part of a workbook: the archive around it is sound, so that they reach the
 * readers. The first byte says which part. Cells are clean text, whatever came. */
#include "core/utf8.h"
#include "fuzz.h"
#include "hoja/columna.h"

enum { ROOM = 1 << 17 };

static uint32_t crc(const uint8_t *p, size_t n) {
    uint32_t c = 0xFFFFFFFF;
    for (size_t i = 0; i < n; i++) {
        c ^= p[i];
        for (int bit = 0; bit < 8; bit++) {
            c = (c >> 1) ^ (0xEDB88320 & (0 - (c & 1)));
        }
    }
    return ~c;
}

struct archive {
    uint8_t *p, *directory;
    size_t n, directory_n, entries;
};

static void put(uint8_t *p, size_t *n, uint64_t value, size_t bytes) {
    for (size_t i = 0; i < bytes; i++) {
        p[(*n)++] = i < 8 ? (uint8_t)(value >> (8 * i)) : 0;
    }
}

/* What a local header and the directory have in common. */
static void put_entry(uint8_t *p, size_t *n, const char *name, uint32_t sum, size_t size) {
    put(p, n, 20, 2);
    put(p, n, 0, 8);
    put(p, n, sum, 4);
    put(p, n, size, 4);
    put(p, n, size, 4);
    put(p, n, strlen(name), 2);
    put(p, n, 0, 2);
}

static void add(struct archive *z, const char *name, const void *data, size_t size) {
    uint32_t sum = crc(data, size);
    size_t at = z->n;
    put(z->p, &z->n, 0x04034B50, 4);
    put_entry(z->p, &z->n, name, sum, size);
    memcpy(z->p + z->n, name, strlen(name));
    z->n += strlen(name);
    if (size > 0) {
        memcpy(z->p + z->n, data, size);
    }
    z->n += size;
    put(z->directory, &z->directory_n, 0x02014B50, 4);
    put(z->directory, &z->directory_n, 20, 2);
    put_entry(z->directory, &z->directory_n, name, sum, size);
    put(z->directory, &z->directory_n, 0, 10);
    put(z->directory, &z->directory_n, at, 4);
    memcpy(z->directory + z->directory_n, name, strlen(name));
    z->directory_n += strlen(name);
    z->entries++;
}

static void finish(struct archive *z) {
    size_t at = z->n;
    memcpy(z->p + z->n, z->directory, z->directory_n);
    z->n += z->directory_n;
    put(z->p, &z->n, 0x06054B50, 4);
    put(z->p, &z->n, 0, 4);
    put(z->p, &z->n, z->entries, 2);
    put(z->p, &z->n, z->entries, 2);
    put(z->p, &z->n, z->directory_n, 4);
    put(z->p, &z->n, at, 4);
    put(z->p, &z->n, 0, 2);
}

static const char *const parts[][2] = {
    {"xl/worksheets/sheet1.xml",
     "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46328</v></c></row>"
     "</sheetData></worksheet>"},
    {"xl/sharedStrings.xml", "<sst><si><t>DNI</t></si></sst>"},
    {"xl/styles.xml", "<s><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></s>"},
    {"xl/workbook.xml", "<w><sheets><sheet name=\"a\" id=\"r1\"/></sheets></w>"},
    {"xl/_rels/workbook.xml.rels",
     "<R><Relationship Id=\"r1\" Type=\"/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
     "<Relationship Id=\"r2\" Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/>"
     "<Relationship Id=\"r3\" Type=\"/styles\" Target=\"styles.xml\"/></R>"},
    {"_rels/.rels", "<R/>"},
    {"[Content_Types].xml", "<T/>"},
};
enum { PARTS = sizeof parts / sizeof parts[0] };

static void build(struct archive *z, const uint8_t *data, size_t size) {
    size_t which = data[0] % (PARTS + 1);
    if (which == PARTS) {
        add(z, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 46);
        add(z, "content.xml", data + 1, size - 1);
    }
    for (size_t i = 0; i < PARTS && which < PARTS; i++) {
        bool this = i == which;
        add(z, parts[i][0], this ? (const void *)(data + 1) : parts[i][1],
            this ? size - 1 : strlen(parts[i][1]));
    }
    finish(z);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0 || size > ROOM / 2) {
        return 0;
    }
    struct arena *a = fuzz_arena();
    struct archive z = {.p = arena_alloc(a, ROOM), .directory = arena_alloc(a, 4096)};
    build(&z, data, size);
    struct hoja h;
    if (hoja_leer(a, (const char *)z.p, z.n, &h) != HOJA_BIEN) {
        return 0;
    }
    REQUIRE(h.n <= HOJA_FILAS_MAX);
    for (size_t i = 0; i < h.n; i++) {
        REQUIRE(h.fila[i].n <= HOJA_COLUMNAS_MAX &&
                (i == 0 || h.fila[i].numero > h.fila[i - 1].numero));
        for (size_t j = 0; j < h.fila[i].n; j++) {
            const char *cell = h.fila[i].celda[j];
            REQUIRE(utf8_valid(cell, strlen(cell)) && !utf8_has_control(cell, true));
        }
    }
    return 0;
}
