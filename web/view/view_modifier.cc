#include "view/view_modifier.h"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_modifiers.h>

#include <string>

extern "C" {
#include "core/arena.h"
#include "core/log.h"
#include "core/time.h"
}

using ctemplate::ExpandEmitter;
using ctemplate::PerExpandData;
using ctemplate::TemplateModifier;

const char *const MODIFIER_ARENA = "arena";

namespace {

/* "-1234.5" -> digits before the point; 0 when it is not a plain number. */
size_t whole_digits(const char *p, size_t n, size_t *start) {
    *start = n > 0 && p[0] == '-' ? 1 : 0;
    size_t end = *start;
    while (end < n && p[end] >= '0' && p[end] <= '9') {
        end++;
    }
    bool point = end < n && p[end] == '.';
    for (size_t i = end + 1; i < n; i++) {
        point = point && p[i] >= '0' && p[i] <= '9';
    }
    return end == n || point ? end - *start : 0;
}

class Miles final : public TemplateModifier {
    void Modify(const char *in, size_t n, const PerExpandData *, ExpandEmitter *out,
                const std::string &) const override {
        size_t start;
        size_t digits = whole_digits(in, n, &start);
        out->Emit(in, start);
        for (size_t i = 0; i < digits; i++) {
            if (i > 0 && (digits - i) % 3 == 0) {
                out->Emit(',');
            }
            out->Emit(in[start + i]);
        }
        out->Emit(in + start + digits, n - start - digits);
    }
};

class Soles final : public TemplateModifier {
    void Modify(const char *in, size_t n, const PerExpandData *data, ExpandEmitter *out,
                const std::string &arg) const override {
        size_t start;
        size_t digits = whole_digits(in, n, &start);
        if (digits == 0) {
            out->Emit(in, n);
            return;
        }
        size_t decimals = n - start - digits; /* with the point */
        const TemplateModifier &miles = miles_;
        out->Emit("S/ ", 3);
        miles.Modify(in, n, data, out, arg);
        if (decimals < sizeof ".00" - 1) {
            out->Emit(".00" + decimals);
        }
    }
    Miles miles_;
};

/* The name of a state as a person reads it: EN_CURSO -> En curso. */
class Palabra final : public TemplateModifier {
    void Modify(const char *in, size_t n, const PerExpandData *, ExpandEmitter *out,
                const std::string &) const override {
        for (size_t i = 0; i < n; i++) {
            bool lower = i > 0 && in[i] >= 'A' && in[i] <= 'Z';
            char c = in[i] == '_' ? ' ' : in[i];
            out->Emit(lower ? static_cast<char>(c - 'A' + 'a') : c);
        }
    }
};

/* One of two words by a count: {{N:x-segun=día/días}} is día for 1. */
class Segun final : public TemplateModifier {
    void Modify(const char *in, size_t n, const PerExpandData *, ExpandEmitter *out,
                const std::string &arg) const override {
        size_t first = arg.rfind('=') + 1; /* npos + 1 is 0 */
        size_t slash = arg.find('/', first);
        bool one = n == 1 && in[0] == '1';
        if (slash == std::string::npos) {
            out->Emit(arg.data() + first, arg.size() - first);
        } else if (one) {
            out->Emit(arg.data() + first, slash - first);
        } else {
            out->Emit(arg.data() + slash + 1, arg.size() - slash - 1);
        }
    }
};

/* A date, or a moment, as date_short() and instant_short() write them. */
class Fecha final : public TemplateModifier {
  public:
    explicit Fecha(bool iso) : iso_(iso) {}

  private:
    void Modify(const char *in, size_t n, const PerExpandData *data, ExpandEmitter *out,
                const std::string &) const override {
        static const size_t date_bytes = sizeof "12/10/2022" - 1;
        auto *a = static_cast<struct arena *>(
            const_cast<void *>(data->LookupForModifiers(MODIFIER_ARENA)));
        struct date d;
        if (n < date_bytes || (n > date_bytes && in[date_bytes] != ' ') ||
            !date_parse(arena_strndup(a, in, date_bytes), &d)) {
            out->Emit(in, n);
            return;
        }
        out->Emit(iso_ ? date_iso(a, d) : date_long(a, d));
        if (n > date_bytes) {
            out->Emit(iso_ ? "T" : ", ");
            out->Emit(in + date_bytes + 1, n - date_bytes - 1);
            out->Emit(iso_ ? "-05:00" : "");
        }
    }
    bool iso_;
};

} // namespace

void modifiers_add() {
    static const Miles miles;
    static const Soles soles;
    static const Palabra palabra;
    static const Segun segun;
    static const Fecha largo(false), iso(true);
    static const bool added =
        ctemplate::AddModifier("x-miles", &miles) && ctemplate::AddModifier("x-soles", &soles) &&
        ctemplate::AddModifier("x-palabra", &palabra) &&
        ctemplate::AddModifier("x-segun=", &segun) && ctemplate::AddModifier("x-largo", &largo) &&
        ctemplate::AddModifier("x-iso", &iso);
    if (!added) {
        log_fatal("msg=\"template modifiers not registered\"");
    }
}
