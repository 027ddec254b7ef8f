/* ctemplate behind the C functions of view.h; with its neighbours the only C++ of the portal.
 *
 * ctemplate's own TemplateDictionary copies every value into hash maps. Here a view is plain
 * structs in the request's arena (view_data.h), rows of a query stay where the database layer put
 * them, and view_scope.cc finds names while the page expands. Knows nothing of requests or pages.
 */
#include "view/view_data.h"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_emitter.h>

#include <cinttypes>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <sstream>
#include <string>

extern "C" {
#include "core/log.h"
#include "core/str.h"
}
#include "view/view_modifier.h"
#include "view/view_scope.h"

using ctemplate::ExpandEmitter;
using ctemplate::PerExpandData;
using ctemplate::Strip;
using ctemplate::TemplateCache;

namespace {

enum { PAGE_START = 32 * 1024, PAGE_MAX = 16 * 1024 * 1024 };

std::unique_ptr<TemplateCache> templates;
bool strict;

struct item *item_get(struct view *v, const char *name, enum kind kind) {
    struct text key = text_of(name);
    struct item *it = item_find(v, key, kind);
    if (it == nullptr) {
        it = static_cast<struct item *>(arena_alloc(v->arena, sizeof *it));
        it->name = key;
        it->kind = kind;
        struct item **head = &v->bucket[bucket_of(key)];
        it->next = *head;
        *head = it;
    }
    return it;
}

struct part *part_add(struct view *v, struct item *it) {
    auto *p = static_cast<struct part *>(arena_alloc(v->arena, sizeof(struct part)));
    (it->last == nullptr ? it->first : it->last->next) = p;
    it->last = p;
    it->on = true;
    return p;
}

const struct columns *columns_new(struct arena *a, const struct db_col *cols, size_t n) {
    auto *c = static_cast<struct columns *>(arena_alloc(a, sizeof(struct columns)));
    c->col = cols;
    c->n = n;
    c->name = static_cast<struct text *>(arena_calloc(a, n, sizeof(struct text)));
    for (size_t i = 0; i < n; i++) {
        char *upper = arena_strdup(a, cols[i].name);
        for (char *p = upper; *p != '\0'; p++) {
            *p = *p >= 'a' && *p <= 'z' ? static_cast<char>(*p - 'a' + 'A') : *p;
        }
        c->name[i] = text_of(upper);
    }
    return c;
}

class Page final : public ExpandEmitter {
  public:
    explicit Page(struct arena *a) {
        out.arena = a;
        out.p = static_cast<char *>(arena_alloc(a, PAGE_START));
        out.cap = PAGE_START;
        out.max = PAGE_MAX;
    }
    void Emit(char c) override { buf_char(&out, c); }
    void Emit(const std::string &s) override { buf_add(&out, s.data(), s.size()); }
    void Emit(const char *s) override { buf_str(&out, s); }
    void Emit(const char *s, size_t n) override { buf_add(&out, s, n); }

    struct buf out = {};
};

/* Plain text is neither escaped nor stripped. A text inside an HTML template is not found, because
 * the strip mode is part of the cache's key. */
bool is_text(const std::string &name) {
    return name.compare(0, strlen("mail/"), "mail/") == 0;
}

Strip strip_of(const std::string &name) {
    return is_text(name) ? ctemplate::DO_NOT_STRIP : ctemplate::STRIP_BLANK_LINES;
}

/* ctemplate repeats the indentation of an include at each of its lines, also inside a textarea. */
void dedent_includes(std::string *s) {
    for (size_t at = s->find("{{>"); at != std::string::npos; at = s->find("{{>", at + 1)) {
        size_t from = at;
        while (from > 0 && ((*s)[from - 1] == ' ' || (*s)[from - 1] == '\t')) {
            from--;
        }
        if (from < at && from > 0 && (*s)[from - 1] == '\n') {
            s->erase(from, at - from);
            at = from;
        }
    }
}

bool load(const std::filesystem::path &file, const std::string &name) {
    static const std::string pragma = "{{%AUTOESCAPE context=\"HTML\"}}\n";
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    std::string content = all.str();
    const char *wrong = nullptr;
    bool escaped = content.compare(0, pragma.size(), pragma) == 0;
    if (!in || content.empty()) {
        wrong = "template cannot be read or is empty";
    } else if (!escaped && !is_text(name)) {
        wrong = "template does not start with the AUTOESCAPE pragma";
    } else {
        content.erase(0, escaped && is_text(name) ? pragma.size() : 0);
        dedent_includes(&content);
        bool ok = templates->StringToTemplateCache(name, content, strip_of(name));
        wrong = ok ? nullptr : "template does not parse";
    }
    if (wrong != nullptr) {
        log_line(LOG_ERROR, "msg=\"%s\" template=%s", wrong, name.c_str());
    }
    return wrong == nullptr;
}

bool load_all(const std::filesystem::path &dir) {
    bool ok = true;
    int n = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(dir)) {
        if (entry.is_regular_file() && entry.path().extension() == ".tpl") {
            std::filesystem::path name = entry.path().lexically_relative(dir);
            ok = load(entry.path(), name.replace_extension().generic_string()) && ok;
            n++;
        }
    }
    if (n == 0) {
        log_line(LOG_ERROR, "msg=\"no templates\" dir=%s", dir.c_str());
    }
    return ok && n > 0;
}

/* Runs fn, so that no exception reaches C. */
template <class F> enum err guarded(const char *what, F fn) {
    try {
        return fn();
    } catch (const std::bad_alloc &) {
        log_fatal("msg=\"out of memory\" in=%s", what);
    } catch (const std::exception &e) {
        log_line(LOG_ERROR, "msg=\"exception: %s\" in=%s", e.what(), what);
    } catch (...) {
        log_line(LOG_ERROR, "msg=\"unknown exception\" in=%s", what);
    }
    return ERR_INTERNAL;
}

enum err expand(struct view *v, const char **out, size_t *n) {
    struct run run = {v->arena, strict, false, false};
    Scope scope(&run, nullptr);
    scope.enter(v);
    Page page(v->arena);
    PerExpandData data;
    data.InsertForModifiers(MODIFIER_ARENA, v->arena);
    const char *file = v->file == nullptr ? "" : v->file;
    bool ok =
        templates != nullptr && templates->ExpandNoLoad(file, strip_of(file), &scope, &data, &page);
    if (!ok || page.out.truncated) {
        log_line(LOG_ERROR, "msg=\"%s\" template=%s",
                 ok ? "page too large" : "template missing, or includes a missing one", file);
        return ERR_INTERNAL;
    }
    *out = page.out.p;
    *n = page.out.n;
    return run.failed ? ERR_INTERNAL : ERR_OK;
}

} // namespace

/* --- the C functions; those without guarded() call nothing that throws --- */

void view_set_strict(bool on) {
    strict = on;
}

enum err view_start(const char *dir) {
    return guarded("view_start", [dir]() {
        modifiers_add();
        templates = std::make_unique<TemplateCache>();
        bool ok = load_all(dir);
        templates->Freeze(); /* from here on no template is read, nor its file looked at */
        return ok ? ERR_OK : ERR_INTERNAL;
    });
}

struct view *view_new(struct arena *a, const char *name) {
    auto *v = static_cast<struct view *>(arena_alloc(a, sizeof(struct view)));
    v->arena = a;
    v->file = name;
    return v;
}

void view_str(struct view *v, const char *name, const char *value) {
    item_get(v, name, VALUE)->value = text_of(value);
}

void view_int(struct view *v, const char *name, int64_t value) {
    view_str(v, name, arena_printf(v->arena, "%" PRId64, value));
}

void view_miles(struct view *v, const char *name, int64_t value) {
    view_str(v, name, str_miles(v->arena, value));
}

void view_date(struct view *v, const char *name, struct date d) {
    view_str(v, name, date_short(v->arena, d));
}

void view_instant(struct view *v, const char *name, struct instant t) {
    view_str(v, name, instant_short(v->arena, t));
}

void view_section(struct view *v, const char *name, bool on) {
    item_get(v, name, SECTION)->on = on;
}

struct view *view_add(struct view *v, const char *name) {
    struct view *child = view_new(v->arena, nullptr);
    part_add(v, item_get(v, name, SECTION))->child = child;
    return child;
}

struct view *view_include(struct view *v, const char *name, const char *file) {
    struct view *child = view_new(v->arena, file);
    part_add(v, item_get(v, name, INCLUDE))->child = child;
    return child;
}

void view_rows(struct view *v, const char *name, const void *rows, size_t n,
               const struct db_table *table) {
    struct item *it = item_get(v, name, SECTION);
    if (n == 0) { /* mentioned, and hidden: NO_NAME shows */
        return;
    }
    struct part *p = part_add(v, it);
    p->rows = static_cast<const char *>(rows);
    p->n = n;
    p->row_size = table->row_size;
    p->cols = columns_new(v->arena, table->cols, table->n);
}

void view_row(struct view *v, const void *row, const struct db_table *table) {
    auto *b = static_cast<struct bound *>(arena_alloc(v->arena, sizeof(struct bound)));
    void *copy = arena_alloc(v->arena, table->row_size);
    b->row = static_cast<const char *>(memcpy(copy, row, table->row_size));
    b->cols = columns_new(v->arena, table->cols, table->n);
    b->next = v->rows;
    v->rows = b;
}

enum err view_expand(struct view *v, const char **out, size_t *n) {
    return guarded("view_expand", [=]() { return expand(v, out, n); });
}
