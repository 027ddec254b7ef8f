/* The data of a view as ctemplate asks for it: one scope for each template, section and row, alive
 * while a page expands, looking names up from the inside out. */
#ifndef VIEW_VIEW_SCOPE_H
#define VIEW_VIEW_SCOPE_H

#include <ctemplate/template_dictionary_interface.h>

#include <string>

#include "view/view_data.h"

struct run { /* one expansion */
    struct arena *arena;
    bool strict; /* a variable that nobody set is a failure */
    bool failed, too_deep;
};

struct cell {                 /* a column of a row */
    const struct db_col *col; /* NULL: no such column */
    const void *at;           /* NULL: the value is null */
};

enum shown { UNKNOWN, HIDDEN, SHOWN };

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

class Scope final : public TemplateDictionaryInterface {
  public:
    Scope(struct run *r, const Scope *outer) : run_(r), up_(outer) {
        if (outer != nullptr) {
            file_ = outer->file_;
            depth_ = outer->depth_ + 1;
        }
    }
    void enter(const struct view *v) {
        view_ = v;
        rows_ = v->rows;
        file_ = v->file != nullptr ? v->file : file_;
    }
    void enter(const char *row, const struct columns *cols) {
        view_ = nullptr;
        row_ = {row, cols, nullptr};
        rows_ = &row_;
    }

  protected:
    TemplateString GetValue(const TemplateString &variable) const override;
    bool IsUnhiddenSection(const TemplateString &name) const override;
    bool IsHiddenSection(const TemplateString &name) const override {
        return !IsUnhiddenSection(name);
    }
    bool IsHiddenTemplate(const TemplateString &name) const override;
    const char *GetIncludeTemplateName(const TemplateString &name, int i) const override;
    Iterator *CreateTemplateIterator(const TemplateString &name) const override;
    Iterator *CreateSectionIterator(const TemplateString &name) const override;
    void DumpToString(std::string *, int) const override {}

  private:
    class Parts;

    const struct item *find(struct text name, enum kind kind) const;
    struct cell column(struct text name) const;
    bool value(struct text name, struct text *out) const;
    enum shown section(struct text name) const;
    enum shown filled(struct text name) const;

    struct run *run_;
    const Scope *up_;
    const struct view *view_ = nullptr;
    struct bound row_ = {nullptr, nullptr, nullptr};
    const struct bound *rows_ = nullptr;
    const char *file_ = "";
    int depth_ = 0;
};

#endif
