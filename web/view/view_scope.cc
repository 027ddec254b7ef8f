/* Finding names, and turning columns into text when a template asks. Knows nothing of files. */
#include "view/view_scope.h"

#include <cinttypes>
#include <cstdint>

extern "C" {
#include "core/log.h"
}

namespace {

enum { MAX_DEPTH = 64 };

struct cell cell_find(const struct bound *b, struct text name) {
    for (size_t i = 0; i < b->cols->n; i++) {
        if (!same(b->cols->name[i], name)) {
            continue;
        }
        const struct db_col *col = &b->cols->col[i];
        const void *at = b->row + col->offset;
        if (col->type == DB_TEXT ||
            (col->nullable && col->type != DB_DATE && col->type != DB_INSTANT)) {
            at = *static_cast<const void *const *>(at);
        }
        return {col, at};
    }
    return {nullptr, nullptr};
}

template <class T> T read(struct cell c) {
    return *static_cast<const T *>(c.at);
}

struct text cell_text(struct arena *a, struct cell c) {
    if (c.at == nullptr) {
        return text_of(nullptr);
    }
    switch (c.col->type) {
    case DB_TEXT: return text_of(static_cast<const char *>(c.at));
    case DB_INT8: return text_of(arena_printf(a, "%" PRId64, read<int64_t>(c)));
    case DB_INT4: return text_of(arena_printf(a, "%" PRId32, read<int32_t>(c)));
    case DB_FLOAT8: return text_of(arena_printf(a, "%.15g", read<double>(c)));
    case DB_BOOL: return text_of(read<bool>(c) ? "1" : "0");
    case DB_DATE: return text_of(date_short(a, read<struct date>(c)));
    case DB_INSTANT: return text_of(instant_short(a, read<struct instant>(c)));
    }
    return text_of(nullptr);
}

/* True for a true boolean and for any other value that would show something. */
bool cell_filled(struct cell c) {
    if (c.at == nullptr) {
        return false;
    }
    switch (c.col->type) {
    case DB_TEXT: return *static_cast<const char *>(c.at) != '\0';
    case DB_BOOL: return read<bool>(c);
    case DB_DATE: return !date_none(read<struct date>(c));
    case DB_INSTANT: return !date_none(read<struct instant>(c).date);
    case DB_INT8:
    case DB_INT4:
    case DB_FLOAT8: return true;
    }
    return false;
}

/* "HAY_X" and "NO_X" ask about X. */
bool asks_about(struct text name, const char *prefix, struct text *about) {
    size_t n = strlen(prefix);
    if (name.n <= n || memcmp(name.p, prefix, n) != 0) {
        return false;
    }
    *about = {name.p + n, name.n - n};
    return true;
}

enum shown shown_if(bool on) {
    return on ? SHOWN : HIDDEN;
}

} // namespace

/* The repetitions of a section or include. One scope serves all: ctemplate is done with one before
 * it asks for the next. */
class Scope::Parts final : public Iterator {
  public:
    Parts(const Scope *outer, const struct item *it)
        : scope_(outer->run_, outer), part_(it == nullptr ? nullptr : it->first) {}
    bool HasNext() const override { return part_ != nullptr; }
    const TemplateDictionaryInterface &Next() override {
        if (part_->child != nullptr) {
            scope_.enter(part_->child);
            part_ = part_->next;
            return scope_;
        }
        scope_.enter(part_->rows + row_ * part_->row_size, part_->cols);
        if (++row_ == part_->n) {
            row_ = 0;
            part_ = part_->next;
        }
        return scope_;
    }

  private:
    Scope scope_;
    const struct part *part_;
    size_t row_ = 0;
};

/* The innermost scope that speaks of the section decides, by parts or by a column. */
const struct item *Scope::find(struct text name, enum kind kind) const {
    for (const Scope *s = this; s != nullptr; s = s->up_) {
        const struct item *it = s->view_ == nullptr ? nullptr : item_find(s->view_, name, kind);
        if (it != nullptr || (kind == SECTION && s->section(name) != UNKNOWN)) {
            return it;
        }
    }
    return nullptr;
}

struct cell Scope::column(struct text name) const {
    struct cell c = {nullptr, nullptr};
    for (const struct bound *b = rows_; b != nullptr && c.col == nullptr; b = b->next) {
        c = cell_find(b, name);
    }
    return c;
}

bool Scope::value(struct text name, struct text *out) const {
    const struct item *it = view_ == nullptr ? nullptr : item_find(view_, name, VALUE);
    if (it != nullptr) {
        *out = it->value;
        return true;
    }
    struct cell c = column(name);
    if (c.col != nullptr) {
        *out = cell_text(run_->arena, c);
    }
    return c.col != nullptr;
}

enum shown Scope::filled(struct text name) const {
    struct cell c = column(name);
    if (c.col != nullptr) {
        return shown_if(cell_filled(c));
    }
    if (view_ == nullptr) {
        return UNKNOWN;
    }
    if (const struct item *it = item_find(view_, name, SECTION)) {
        return shown_if(it->on);
    }
    const struct item *it = item_find(view_, name, VALUE);
    return it == nullptr ? UNKNOWN : shown_if(it->value.n > 0);
}

enum shown Scope::section(struct text name) const {
    const struct item *it = view_ == nullptr ? nullptr : item_find(view_, name, SECTION);
    if (it != nullptr) {
        return shown_if(it->on);
    }
    struct cell c = column(name);
    if (c.col != nullptr && c.col->type == DB_BOOL) {
        return shown_if(cell_filled(c));
    }
    struct text about;
    if (asks_about(name, "HAY_", &about)) {
        return filled(about);
    }
    if (asks_about(name, "NO_", &about)) {
        enum shown s = filled(about);
        return s == UNKNOWN ? UNKNOWN : shown_if(s == HIDDEN);
    }
    return UNKNOWN;
}

TemplateString Scope::GetValue(const TemplateString &variable) const {
    struct text name = {variable.data(), variable.size()};
    struct text out;
    for (const Scope *s = this; s != nullptr; s = s->up_) {
        if (s->value(name, &out)) {
            return TemplateString(out.p, out.n);
        }
    }
    if (same(name, text_of("BI_SPACE"))) {
        return " ";
    }
    if (same(name, text_of("BI_NEWLINE"))) {
        return "\n";
    }
    if (run_->strict) {
        log_line(LOG_ERROR, "msg=\"template variable never set\" template=%s name=%.*s", file_,
                 static_cast<int>(name.n), name.p);
        run_->failed = true;
    }
    return "";
}

bool Scope::IsUnhiddenSection(const TemplateString &name) const {
    for (const Scope *s = this; s != nullptr; s = s->up_) {
        enum shown answer = s->section({name.data(), name.size()});
        if (answer != UNKNOWN) {
            return answer == SHOWN;
        }
    }
    return false;
}

bool Scope::IsHiddenTemplate(const TemplateString &name) const {
    if (depth_ > MAX_DEPTH && !run_->too_deep) { /* a template that includes itself */
        log_line(LOG_ERROR, "msg=\"includes too deep\" template=%s", file_);
        run_->too_deep = run_->failed = true;
    }
    return run_->too_deep || find({name.data(), name.size()}, INCLUDE) == nullptr;
}

const char *Scope::GetIncludeTemplateName(const TemplateString &name, int i) const {
    const struct item *it = find({name.data(), name.size()}, INCLUDE);
    const struct part *p = it == nullptr ? nullptr : it->first;
    for (; p != nullptr && i > 0; i--) {
        p = p->next;
    }
    return p == nullptr ? nullptr : p->child->file;
}

/* ctemplate deletes what these two return. */
Scope::Iterator *Scope::CreateTemplateIterator(const TemplateString &name) const {
    return new Parts(this, find({name.data(), name.size()}, INCLUDE));
}

Scope::Iterator *Scope::CreateSectionIterator(const TemplateString &name) const {
    return new Parts(this, find({name.data(), name.size()}, SECTION));
}
