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
};

constexpr Phrase phrases[] = {
    {"number overflow", codes::not_finite, "dit getal is te groot om te bewaren", "schrijf een eindig getal"},
    {"missing closing '*/'", codes::comment, "dit commentaar is niet gesloten", "sluit het met */"},
    {"expecting '/' or '*'", codes::comment, "een commentaar begint met // of /*", ""},
    {"missing closing quote", codes::cut_off, "de tekst is niet gesloten", "zet er een aanhalingsteken achter"},
    {"forbidden character after backslash", codes::syntax, "na \\ staat een teken dat daar niet mag",
     "schrijf \\\\ voor een enkele \\"},
    {"'\\u' must be followed", codes::syntax, "na \\u horen vier hexadecimale cijfers", ""},
    {"surrogate", codes::syntax, "een half surrogaatpaar in \\u", ""},
    {"U+000A", codes::syntax, "een tekst loopt door op de volgende regel", "sluit de tekst, of schrijf \\n"},
    {"control character", codes::syntax, "een stuurteken in een tekst", "schrijf het als \\u...."},
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

Problem syntax_problem(const Source& source, std::size_t position, std::string_view token, std::string_view what,
                       std::string pointer) {
    const std::string_view text = source.text();
    position = std::min(position, text.size());
    std::size_t at = position - std::min(position, std::max<std::size_t>(token.size(), 1));
    if (position == text.size() && what.find("end of input;") != std::string_view::npos) at = position;
    const std::string_view rest = text.substr(at);
    if (what.find("invalid literal") != std::string_view::npos) {
        for (const Literal& literal : literals) {
            if (!rest.starts_with(literal.starts)) continue;
            return source.problem(literal.code, at, std::move(pointer), std::string(literal.nl),
                                  std::string(literal.hint));
        }
        return source.problem(codes::syntax, at, std::move(pointer), "hier staat geen geldige waarde",
                              "teksten en sleutels staan tussen dubbele aanhalingstekens");
    }
    if (rest.starts_with("-I")) {
        return source.problem(codes::not_finite, at, std::move(pointer), "oneindig is geen toegestaan getal",
                              "schrijf een eindig getal");
    }
    for (const Phrase& phrase : phrases) {
        if (what.find(phrase.found) == std::string_view::npos) continue;
        return source.problem(phrase.code, at, std::move(pointer), std::string(phrase.nl), std::string(phrase.hint));
    }
    return source.problem(codes::syntax, at, std::move(pointer), "dit is geen geldige JSON");
}

}  // namespace ontkoker::json
