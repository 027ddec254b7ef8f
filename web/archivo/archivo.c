#include "archivo/archivo.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <magic.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/log.h"
#include "core/str.h"
#include "core/utf8.h"

enum { NAME_MAX_POINTS = 150, REST_S = 24 * 3600, LIST_MAX = 4 << 20 };

#define BESIDE ".nuevo-"

static const char *root = "none";
static magic_t kinds; /* of this process, opened at first need */

void archivo_start(const char *folder) {
    root = folder;
}

const char *archivo_nombre(struct arena *a, const char *filename) {
    char *name = utf8_clean(a, filename, false);
    bool good =
        *name != '\0' && !utf8_has_control(name, false) && utf8_length(name) <= NAME_MAX_POINTS;
    return good ? name : "Archivo sin nombre";
}

/* What is taken, and what its name ends with. An office document only as a material. */
static const struct kind {
    const char *type, *suffix;
    bool office;
} allowed[] = {
    {"application/pdf", "pdf", false},
    {"image/jpeg", "jpg", false},
    {"image/png", "png", false},
    {"image/webp", "webp", false},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", true},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", true},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", true},
    {"application/vnd.oasis.opendocument.text", "odt", true},
    {"application/vnd.oasis.opendocument.spreadsheet", "ods", true},
    {"application/vnd.oasis.opendocument.presentation", "odp", true},
};

static const struct kind *kind_named(const char *type) {
    for (size_t i = 0; type != NULL && i < sizeof allowed / sizeof allowed[0]; i++) {
        if (str_eq(type, allowed[i].type)) {
            return &allowed[i];
        }
    }
    return NULL;
}

static const struct kind *kind_of(const char *data, size_t n) {
    if (kinds == NULL) {
        kinds = magic_open(MAGIC_MIME_TYPE);
        if (kinds == NULL || magic_load(kinds, NULL) != 0) {
            log_line(LOG_ERROR, "event=libmagic error=\"%s\"",
                     kinds != NULL ? magic_error(kinds) : "no memory");
            return NULL;
        }
    }
    return kind_named(magic_buffer(kinds, data, n));
}

const char *archivo_tipo(const char *data, size_t n) {
    const struct kind *k = kind_of(data, n);
    return k != NULL && !k->office ? k->type : NULL;
}

const char *archivo_tipo_material(const char *data, size_t n) {
    const struct kind *k = kind_of(data, n);
    return k != NULL ? k->type : NULL;
}

const char *archivo_extension(const char *type) {
    const struct kind *k = kind_named(type);
    return k != NULL ? k->suffix : "bin";
}

static void hash(const char *data, size_t n, char sha[ARCHIVO_SHA_MAX]) {
    unsigned char raw[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(raw, (const unsigned char *)data, n);
    sodium_bin2hex(sha, ARCHIVO_SHA_MAX, raw, sizeof raw);
}

static enum err fault(const char *what, const char *path) {
    log_line(LOG_ERROR, "event=archivo step=%s path=%s errno=%d", what, path, errno);
    return ERR_INTERNAL;
}

static bool write_all(int fd, const char *data, size_t n) {
    while (n > 0) {
        ssize_t done = write(fd, data, n);
        if (done < 0 && errno != EINTR) {
            return false;
        }
        data += done > 0 ? done : 0;
        n -= done > 0 ? (size_t)done : 0;
    }
    return true;
}

/* The entry of a new file is on disk only when its folder is. */
static bool sync_folder(const char *path) {
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) {
        (void)close(fd);
    }
    return ok;
}

/* Written beside and renamed, so that a file under its hash is always whole. One that is there
 * begins its day of rest anew. */
enum err archivo_guardar(struct arena *a, const char *data, size_t n, char sha[ARCHIVO_SHA_MAX]) {
    hash(data, n, sha);
    if (str_eq(root, "none")) {
        log_line(LOG_ERROR, "event=archivo error=\"PORTAL_ARCHIVOS is not set\"");
        return ERR_INTERNAL;
    }
    const char *folder = arena_printf(a, "%s/%.2s", root, sha);
    const char *path = arena_printf(a, "%s/%s", folder, sha);
    char *beside = arena_printf(a, "%s/" BESIDE "XXXXXX", folder);
    if (utimensat(AT_FDCWD, path, NULL, 0) == 0) {
        return ERR_OK;
    }
    if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
        return fault("mkdir", folder);
    }
    int fd = mkostemp(beside, O_CLOEXEC);
    if (fd < 0) {
        return fault("create", beside);
    }
    bool ok = write_all(fd, data, n) && fsync(fd) == 0;
    ok = close(fd) == 0 && ok;
    if (!ok || rename(beside, path) != 0 || !sync_folder(folder) || !sync_folder(root)) {
        enum err e = fault("write", path);
        (void)unlink(beside);
        return e;
    }
    return ERR_OK;
}

static bool rested(int folder, const char *name) {
    struct stat st;
    return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode) &&
           st.st_mtime < time(NULL) - REST_S;
}

const char *archivo_reposados(struct arena *a, int carpeta) {
    struct buf b = buf_new(a, LIST_MAX);
    DIR *dir = opendir(arena_printf(a, "%s/%02x", root, (unsigned)carpeta));
    const struct dirent *file = NULL;
    while (dir != NULL && b.n < LIST_MAX - NAME_MAX && (file = readdir(dir)) != NULL) {
        if (!rested(dirfd(dir), file->d_name)) {
            continue;
        }
        if (str_starts(file->d_name, BESIDE)) {
            (void)unlinkat(dirfd(dir), file->d_name, 0);
        } else {
            buf_printf(&b, "%s%s", b.n > 0 ? " " : "", file->d_name);
        }
    }
    if (dir != NULL) {
        (void)closedir(dir);
    }
    return b.n > 0 ? b.p : "";
}

/* Set aside first: whoever keeps the same bytes from then on writes them anew, and who did so
 * just before gets them back. */
enum err archivo_borrar(struct arena *a, const char *sha) {
    const char *path = arena_printf(a, "%s/%.2s/%s", root, sha, sha);
    const char *aside = arena_printf(a, "%s/%.2s/" BESIDE "%s", root, sha, sha);
    if (rename(path, aside) != 0) {
        return fault("set aside", path);
    }
    bool done = rested(AT_FDCWD, aside) ? unlink(aside) == 0 : rename(aside, path) == 0;
    return done ? ERR_OK : fault("delete", path);
}

enum err archivo_leer(struct arena *a, const char *sha, const char **data, size_t *n) {
    const char *path = arena_printf(a, "%s/%.2s/%s", root, sha, sha);
    char found[ARCHIVO_SHA_MAX];
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) {
        return fault("open", path);
    }
    bool ok = fstat(fd, &st) == 0 && st.st_size > 0 && st.st_size <= ARCHIVO_BYTES_MAX;
    char *out = ok ? arena_alloc(a, (size_t)st.st_size) : NULL;
    size_t got = 0;
    while (ok && got < (size_t)st.st_size) {
        ssize_t part = read(fd, out + got, (size_t)st.st_size - got);
        ok = part > 0 || (part < 0 && errno == EINTR);
        got += part > 0 ? (size_t)part : 0;
    }
    (void)close(fd);
    if (!ok) {
        return fault("read", path);
    }
    hash(out, got, found);
    if (!str_eq(found, sha)) {
        log_line(LOG_ERROR, "event=archivo error=\"not what its name says\" path=%s", path);
        return ERR_INTERNAL;
    }
    *data = out;
    *n = got;
    return ERR_OK;
}
