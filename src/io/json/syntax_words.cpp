#include "syntax_words.h"

#include <algorithm>

#include "ontkoker/io/json/codes.h"
#include "parse.h"

namespace ontkoker::json {
namespace {

struct Phrase {
    std::string_view found;  // part of the parser's words; the first row that fits is used
    const char* code;
    std::string_view nl;
    std::string_view hint;
    bool inside = false;  // told at the sign itself, not at the start of its token
};

constexpr Phrase phrases[] = {
    {"number overflow", codes::not_finite, "dit getal is te groot om te bewaren", "schrijf een eindig getal"},
    {"missing closing '*/'", codes::comment, "dit commentaar is niet gesloten", "sluit het met */"},
    {"expecting '/' or '*'", codes::comment, "een commentaar begint met // of /*", ""},
    {"missing closing quote", codes::cut_off, "de tekst is niet gesloten", "zet er een aanhalingsteken achter"},
    {"forbidden character after backslash", codes::syntax, "na \\ staat een teken dat daar niet mag",
     "schrijf \\\\ voor een enkele \\", true},
    {"'\\u' must be followed", codes::syntax, "na \\u horen vier hexadecimale cijfers", "", true},
    {"surrogate", codes::syntax, "een half surrogaatpaar in \\u", "", true},
    {"U+000A", codes::syntax, "een tekst loopt door op de volgende regel", "sluit de tekst, of schrijf \\n"},
    {"control character", codes::syntax, "een stuurteken in een tekst", "schrijf het als \\u....", true},
    {"digit after", codes::syntax, "dit getal is niet af", ""},
    {"unexpected end of input", codes::cut_off, "het bestand houdt op voordat alles gesloten is",
     "er ontbreekt een } of ]"},
    {"expected end of input", codes::syntax, "na het einde staat nog iets", "een bestand bevat een enkel object"},
    {"unexpected '}'; expected string", codes::syntax, "hier hoort nog een sleutel",
     "staat er een komma te veel voor de }?"},
    {"while parsing object key", codes::syntax, "hier hoort een sleutel tussen aanhalingstekens", ""},
    {"object separator", codes::syntax, "na een sleutel hoort een dubbele punt", ""},
    {"while parsing object -", codes::syntax, "hier hoort een komma of een }", "ontbreekt er een komma?"},
    {"while parsing array -", codes::syntax, "hier hoort een komma of een ]", "ontbreekt er een komma?"},
    {"unexpected ']'", codes::syntax, "hier hoort nog een waarde", "staat er een komma te veel voor de ]?"},
    {"unexpected", codes::syntax, "hier hoort een waarde", ""},
};

struct Literal {
    std::string_view starts;
    const char* code;
    std::string_view nl, hint;
};
constexpr Literal literals[] = {
    {"NaN", codes::not_finite, "NaN is geen getal", "schrijf een eindig getal"},
    {"nan", codes::not_finite, "nan is geen getal", "schrijf een eindig getal"},
    {"-I", codes::not_finite, "oneindig is geen toegestaan getal", "schrijf een eindig getal"},
    {"Inf", codes::not_finite, "oneindig is geen toegestaan getal", "schrijf een eindig getal"},
    {"inf", codes::not_finite, "oneindig is geen toegestaan getal", "schrijf een eindig getal"},
    {"True", codes::syntax, "True is geen JSON", "bedoelde u 'true'?"},
    {"False", codes::syntax, "False is geen JSON", "bedoelde u 'false'?"},
    {"None", codes::syntax, "None is geen JSON", "bedoelde u 'null'?"},
    {"'", codes::syntax, "teksten staan tussen dubbele aanhalingstekens", "vervang ' door \""},
    {"#", codes::comment, "een commentaar begint met // of /*", "vervang # door //"},
    {".", codes::syntax, "een getal begint met een cijfer", "schrijf 0.5 in plaats van .5"},
    {"+", codes::syntax, "een getal begint niet met +", "laat de + weg"},
};

}  // namespace

Problem syntax_problem(const Source& source, std::size_t token, std::size_t read, std::string_view what,
                       std::string pointer) {
    const std::string_view rest = std::string_view(source.text()).substr(std::min(token, source.text().size()));
    const bool literal = what.find("invalid literal") != std::string_view::npos;
    for (const Literal& row : literals) {
        if (!rest.starts_with(row.starts) || !(literal || row.starts == "-I")) continue;
        return source.problem(row.code, token, std::move(pointer), std::string(row.nl), std::string(row.hint));
    }
    what = what.substr(0, what.find("; last read: '"));  // what was read may hold any word
    for (const Phrase& phrase : phrases) {
        if (literal) break;
        if (what.find(phrase.found) == std::string_view::npos) continue;
        const std::size_t at = phrase.inside && read > 0 ? read - 1 : token;
        return source.problem(phrase.code, at, std::move(pointer), std::string(phrase.nl), std::string(phrase.hint));
    }
    return source.problem(codes::syntax, token, std::move(pointer), "hier staat geen geldige waarde",
                          literal ? "teksten en sleutels staan tussen dubbele aanhalingstekens" : "");
}

}  // namespace ontkoker::json
