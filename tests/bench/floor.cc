/* What the two busiest pages cost at least: the same statements and the same templates with nothing
 * around them. No router, no guard, no arena of a request, no deadline, no pipeline, no log: a bare
 * FastCGI handler over PQexecPrepared and ctemplate's own dictionaries. It stands where the portal
 * stands (fd 0, the same settings), so that tests/bench/run can put it behind the same nginx.
 *
 *   /servidor/lista, /orh/inicio   the page of whoever the session cookie names
 *   anything else                  an empty answer
 */
#include <ctemplate/template.h>
#include <fcgiapp.h>
#include <libpq-fe.h>
#include <sodium.h>

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <vector>

extern "C" {
#include "core/arena.h"
#include "core/time.h"
#include "db/check.h"
#include "db/db.h"
#include "http/form.h"
extern const struct form servidor_lista_form;
}
#include "view/view_modifier.h"

using ctemplate::TemplateDictionary;

namespace {

struct ResultFree {
    void operator()(PGresult *r) const { PQclear(r); }
};
using Result = std::unique_ptr<PGresult, ResultFree>;
using Args = std::vector<const char *>;

PGconn *conn;
struct arena *scratch;
std::map<std::string, const struct db_stmt *> statements;
std::map<const struct db_col *, std::string> names;

[[noreturn]] void fail(const char *what) {
    std::fprintf(stderr, "floor: %s: %s\n", what, conn != nullptr ? PQerrorMessage(conn) : "");
    std::exit(EXIT_FAILURE);
}

std::string upper(const char *s) {
    std::string out(s);
    for (char &c : out) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return out;
}

Result checked(PGresult *r, const char *what) {
    if (PQresultStatus(r) != PGRES_TUPLES_OK && PQresultStatus(r) != PGRES_COMMAND_OK) {
        fail(what);
    }
    return Result(r);
}

Result run(const char *name, const Args &args) {
    int n = static_cast<int>(args.size());
    return checked(PQexecPrepared(conn, name, n, args.data(), nullptr, nullptr, 0), name);
}

void connect() {
    conn = PQconnectdb(std::getenv("PORTAL_DB"));
    if (PQstatus(conn) != CONNECTION_OK) {
        fail("connect");
    }
    checked(PQexec(conn, "SET TimeZone = 'America/Lima'"), "settings");
    for (const struct db_stmt *const *s = db_statements; *s != nullptr; s++) {
        Oid types[CHECK_MAX_ARGS] = {};
        check_types(*s, types);
        checked(PQprepare(conn, (*s)->name, (*s)->sql, static_cast<int>((*s)->n_in), types),
                (*s)->name);
        statements[(*s)->name] = *s;
        for (size_t i = 0; i < (*s)->out.n; i++) {
            names[&(*s)->out.cols[i]] = upper((*s)->out.cols[i].name);
        }
    }
}

/* 2026-11-22 as 22/11/2026 */
void put_date(TemplateDictionary *d, const std::string &name, const char *iso) {
    char text[11];
    std::snprintf(text, sizeof text, "%.2s/%.2s/%.4s", iso + 8, iso + 5, iso);
    d->SetValue(name, text);
}

void put_row(TemplateDictionary *d, const struct db_stmt *s, const PGresult *res, int r) {
    for (size_t i = 0; i < s->out.n; i++) {
        int c = static_cast<int>(i);
        const std::string &name = names[&s->out.cols[i]];
        const char *value = PQgetvalue(res, r, c);
        if (PQgetisnull(res, r, c) == 1) {
            continue;
        }
        if (s->out.cols[i].type == DB_BOOL) {
            if (*value == 't') {
                d->ShowSection(name);
            }
            continue;
        }
        if (s->out.cols[i].type == DB_DATE) {
            put_date(d, name, value);
        } else {
            d->SetValue(name, value);
        }
        if (s->out.cols[i].nullable) {
            d->ShowSection("HAY_" + name);
        }
    }
}

void put_rows(TemplateDictionary *d, const char *section, const char *query, const PGresult *res,
              int limit) {
    for (int r = 0; r < PQntuples(res) && r < limit; r++) {
        put_row(d->AddSectionDictionary(section), statements[query], res, r);
    }
}

std::string thousands(const char *digits) {
    std::string s(digits);
    for (size_t at = s.size(); at > 3; at -= 3) {
        s.insert(at - 3, ",");
    }
    return s;
}

/* --- the form of the filters --- */

void put_if(TemplateDictionary *d, const char *section, const char *name, const char *value) {
    if (value != nullptr) {
        d->ShowSection(section);
        d->SetValue(name, value);
    }
}

const char *field_template(const struct field &f, bool choices) {
    if (f.kind == F_CHECK) {
        return "form/check.tpl";
    }
    if (f.kind == F_SELECT || (f.kind == F_ID && choices)) {
        return "form/select.tpl";
    }
    return f.kind == F_ID || f.kind == F_HIDDEN ? "form/hidden.tpl" : "form/text.tpl";
}

void put_option(TemplateDictionary *d, const char *value, const char *label, const char *chosen) {
    TemplateDictionary *o = d->AddSectionDictionary("OPTION");
    o->SetValue("VALUE", value);
    o->SetValue("LABEL", label);
    if (std::strcmp(value, chosen) == 0) {
        o->ShowSection("SELECTED");
    }
}

TemplateDictionary *put_field(TemplateDictionary *page, const struct field &f, bool choices) {
    const char *value = std::strcmp(f.name, "vigencia") == 0 ? "VIGENTES" : "";
    TemplateDictionary *d = page->AddIncludeDictionary("CAMPO_" + upper(f.name));
    d->SetFilename(field_template(f, choices));
    d->SetValue("ID", std::string("f-") + f.name);
    d->SetValue("NAME", f.name);
    d->SetValue("LABEL", f.label);
    d->SetValue("VALUE", value);
    d->SetValue("TYPE", "text");
    d->SetValue("WIDTH", f.width != nullptr ? f.width : f.kind == F_DATE ? "w10" : "w20");
    put_if(d, "HAY_HINT", "HINT", f.hint);
    put_if(d, "HAY_INPUTMODE", "INPUTMODE", f.kind == F_DATE ? "numeric" : nullptr);
    put_if(d, "HAY_AUTOCOMPLETE", "AUTOCOMPLETE", f.autocomplete);
    if (f.kind == F_TEXT) {
        d->ShowSection("HAY_MAX");
        d->SetIntValue("MAX", static_cast<long>(f.max));
    }
    d->ShowSection("OPCIONAL");
    for (const struct option *o = f.options; o != nullptr && o->value != nullptr; o++) {
        put_option(d, o->value, o->label, value);
    }
    return d;
}

void put_form(TemplateDictionary *page, const PGresult *units) {
    for (size_t i = 0; i < servidor_lista_form.n; i++) {
        const struct field &f = servidor_lista_form.fields[i];
        bool unit = std::strcmp(f.name, "unidad") == 0;
        TemplateDictionary *d = put_field(page, f, unit);
        if (unit) {
            put_option(d, "", "Todas", "");
        }
        for (int r = 0; unit && r < PQntuples(units); r++) {
            put_option(d, PQgetvalue(units, r, 0), PQgetvalue(units, r, 1), "");
        }
    }
}

/* --- the two pages --- */

void page_list(TemplateDictionary *page, const char *entity, const char *today) {
    enum { ROWS = 50 };
    Result units = run("servidor_unidades", {entity});
    Result rows =
        run("servidor_lista", {entity, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                               nullptr, nullptr, "VIGENTES", "f", nullptr, today, "51"});
    Result count = run("servidor_cuenta", {entity, nullptr, nullptr, nullptr, nullptr, nullptr,
                                           nullptr, nullptr, nullptr, "VIGENTES", "f", today});
    const char *total = PQgetvalue(count.get(), 0, 0);
    long n = std::strtol(total, nullptr, 10);
    page->SetValue("TOTAL", thousands(total));
    page->ShowSection(n > 1000 ? "MUCHOS" : n == 1 ? "UNO" : "VARIOS");
    page->ShowSection(n > 0 ? "HAY_FILAS" : "NO_FILAS");
    page->ShowSection("PUEDE_REGISTRAR");
    page->ShowSection("HAY_UNIDADES");
    page->ShowSection("PUEDE_EXPORTAR");
    page->SetValue("CONSULTA", "");
    put_rows(page, "FILAS", "servidor_lista", rows.get(), ROWS);
    put_form(page, units.get());
    TemplateDictionary *pages = page->AddIncludeDictionary("PAGINAS");
    pages->SetFilename("part/paginas.tpl");
    if (PQntuples(rows.get()) > ROWS) {
        pages->ShowSection("HAY_SIGUIENTE");
        pages->SetValue("SIGUIENTE", std::string("/servidor/lista?&despues=") +
                                         PQgetvalue(rows.get(), ROWS - 1, 0));
    }
}

void page_home(TemplateDictionary *page, const char *entity, const char *today) {
    Result count = run("orh_inicio_cifras", {entity, today});
    Result late = run("orh_inicio_vencidas", {entity, today});
    const struct db_stmt *s = statements["orh_inicio_cifras"];
    std::map<std::string, long> value;
    put_row(page, s, count.get(), 0);
    for (size_t i = 0; i < s->out.n; i++) {
        value[names[&s->out.cols[i]]] =
            std::strtol(PQgetvalue(count.get(), 0, static_cast<int>(i)), nullptr, 10);
    }
    for (const char *name : {"VENCIDAS", "POR_ACEPTAR", "SIN_JEFE"}) {
        if (value[name] > 0) {
            page->ShowSection(std::string("URGE_") + name);
        }
    }
    page->SetValue("HOY", date_long(scratch, date_today()));
    page->ShowSection(value["VIGENTES"] == 0 ? "ES_NUEVA" : "NO_ES_NUEVA");
    if (value["VENCIDAS"] > PQntuples(late.get())) {
        page->ShowSection("MAS_VENCIDAS");
    }
    if (PQntuples(late.get()) == 0) {
        page->ShowSection("NO_VENCIDAS_FILAS");
    }
    put_rows(page, "VENCIDAS_FILAS", "orh_inicio_vencidas", late.get(), PQntuples(late.get()));
}

/* Columns of sesion_abrir. */
enum { ENTIDAD_ID = 4, ROL_NOMBRE = 7, NOMBRE = 8, ENTIDAD = 9, ROLES = 10 };

void put_layout(TemplateDictionary *d, const char *title, const PGresult *session) {
    const char *style = std::getenv("PORTAL_STYLE");
    d->SetValue("TITULO", title);
    d->SetValue("ESTILO", style != nullptr ? style : "/static/portal.css");
    d->SetValue("NUMERO", "ABCD-EFGH");
    d->SetValue("CSRF", "Zm9yLWEtZmxvb3ItdGhlLXRva2VuLW5lZWRzLW9ubHk");
    TemplateDictionary *s = d->AddSectionDictionary("SESION");
    s->SetValue("USUARIO", PQgetvalue(session, 0, NOMBRE));
    s->SetValue("ROL", PQgetvalue(session, 0, ROL_NOMBRE));
    s->SetValue("ENTIDAD", PQgetvalue(session, 0, ENTIDAD));
    s->ShowSection("HAY_ENTIDAD");
    s->ShowSection("NAV_ORH");
    if (std::strtol(PQgetvalue(session, 0, ROLES), nullptr, 10) > 1) {
        s->ShowSection("VARIOS_ROLES");
    }
}

std::string token_hash(const char *cookies) {
    static const char name[] = "__Host-portal=";
    const char *at = cookies != nullptr ? std::strstr(cookies, name) : nullptr;
    if (at == nullptr) {
        return "";
    }
    at += sizeof name - 1;
    size_t n = std::strcspn(at, "; ");
    unsigned char hash[32];
    char hex[2 * sizeof hash + 1];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char *>(at), n, nullptr,
                       0);
    return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

std::string page(const char *path, const char *cookies) {
    bool list = std::strcmp(path, "/servidor/lista") == 0;
    if (!list && std::strcmp(path, "/orh/inicio") != 0) {
        return "";
    }
    const char *today = date_iso(scratch, date_today());
    TemplateDictionary layout("layout");
    TemplateDictionary *content = layout.AddIncludeDictionary("CONTENIDO");
    content->SetFilename(list ? "servidor/lista.tpl" : "orh/inicio.tpl");
    checked(PQexec(conn, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), "BEGIN");
    std::string hash = token_hash(cookies);
    Result session = run("sesion_abrir", {hash.c_str(), "127.0.0.1", "floor"});
    const char *entity = PQgetvalue(session.get(), 0, ENTIDAD_ID);
    list ? page_list(content, entity, today) : page_home(content, entity, today);
    checked(PQexec(conn, "COMMIT"), "COMMIT");
    put_layout(&layout, list ? "Servidores" : "Inicio", session.get());
    std::string out;
    if (!ctemplate::ExpandTemplate("layout.tpl", ctemplate::STRIP_BLANK_LINES, &layout, &out)) {
        fail("template");
    }
    return out;
}

} // namespace

int main() {
    FCGX_Request fr;
    if (sodium_init() < 0 || FCGX_Init() != 0 || FCGX_InitRequest(&fr, 0, 0) != 0) {
        fail("start");
    }
    ctemplate::Template::SetTemplateRootDirectory(std::getenv("PORTAL_TEMPLATES"));
    modifiers_add();
    scratch = arena_new(1 << 20);
    connect();
    while (FCGX_Accept_r(&fr) == 0) {
        const char *path = FCGX_GetParam("SCRIPT_NAME", fr.envp);
        std::string body = page(path != nullptr ? path : "", FCGX_GetParam("HTTP_COOKIE", fr.envp));
        std::string head = "Content-Type: text/html; charset=utf-8\r\nContent-Length: " +
                           std::to_string(body.size()) + "\r\n\r\n";
        std::string all = head + body;
        FCGX_PutStr(all.data(), static_cast<int>(all.size()), fr.out);
        FCGX_Finish_r(&fr);
        arena_reset(scratch);
    }
    return EXIT_SUCCESS;
}
