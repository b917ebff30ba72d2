#include "ontkoker/cli/family_wish.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ontkoker/core/words.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

struct Phrase {
    Trait trait;
    std::string_view nl, en;
};

// The first pair of a trait is the one that help shows.
constexpr Phrase phrases[] = {
    {Trait::single_parent, "alleenstaande ouder", "single parent"},
    {Trait::single_parent, "eenoudergezin", "lone parent"},
    {Trait::single_parent, "alleenstaande moeder", "single mother"},
    {Trait::couple, "paar", "couple"},
    {Trait::couple, "twee ouders", "two parents"},
    {Trait::couple, "tweeoudergezin", "both parents"},
    {Trait::children, "kinderen", "children"},
    {Trait::children, "kind", "child"},
    {Trait::baby, "baby", "baby"},
    {Trait::toddler, "peuter", "toddler"},
    {Trait::teenager, "puber", "teenager"},
    {Trait::teenager, "tiener", "teen"},
    {Trait::debts, "schulden", "debts"},
    {Trait::debts, "schuld", "debt"},
    {Trait::problematic_debts, "problematische schulden", "problematic debts"},
    {Trait::debt_help, "schuldhulp", "debt help"},
    {Trait::bijstand, "bijstand", "social assistance"},
    {Trait::bijstand, "uitkering", "welfare"},
    {Trait::minimum, "sociaal minimum", "social minimum"},
    {Trait::minimum, "armoede", "poverty"},
    {Trait::work, "werk", "work"},
    {Trait::work, "baan", "job"},
    {Trait::rent, "huur", "rent"},
    {Trait::rent, "huurwoning", "rented home"},
    {Trait::owner, "koopwoning", "own home"},
    {Trait::parents_problems, "problemen van ouders", "parents' problems"},
    {Trait::parents_problems, "ouderproblemen", "parents problems"},
    {Trait::mental_health, "psychisch", "mental"},
    {Trait::mental_health, "psychische problemen", "mental health"},
    {Trait::addiction, "verslaving", "addiction"},
    {Trait::lvb, "lvb", "lvb"},
    {Trait::lvb, "licht verstandelijke beperking", "mild intellectual disability"},
    {Trait::conflict, "scheiding", "separation"},
    {Trait::conflict, "conflict", "conflict"},
    {Trait::in_help, "jeugdhulp", "youth help"},
    {Trait::lifelong, "levenslang", "lifelong"},
    {Trait::threatened, "huisuitzetting", "eviction"},
    {Trait::threatened, "dreigende huisuitzetting", "about to be evicted"},
    {Trait::threatened, "ontruiming", "notice to quit"},
    {Trait::homeless, "opvang", "shelter"},
    {Trait::homeless, "dakloos", "homeless"},
    {Trait::homeless, "zonder huis", "without a home"},
    {Trait::out_of_school, "thuiszitter", "out of school"},
    {Trait::out_of_school, "verzuim", "truancy"},
    {Trait::out_of_school, "thuiszitten", "not at school"},
    {Trait::special_school, "speciaal onderwijs", "special education"},
    {Trait::special_school, "speciale school", "special school"},
    {Trait::reported, "veilig thuis", "reported"},
    {Trait::reported, "onveilig", "unsafe"},
    {Trait::reported, "melding", "report"},
    {Trait::supervised, "ondertoezichtstelling", "supervision order"},
    {Trait::supervised, "ots", "supervision"},
    {Trait::supervised, "onder toezicht", "under supervision"},
    {Trait::supervised, "jeugdbescherming", "child protection"},
    {Trait::placed, "uit huis geplaatst", "placed out of home"},
    {Trait::placed, "uithuisplaatsing", "out-of-home placement"},
    {Trait::young_adult, "jongvolwassene", "young adult"},
    {Trait::young_adult, "jongere", "youth"},
    {Trait::young_homeless, "dakloze jongere", "homeless youth"},
    {Trait::young_homeless, "jongere zonder huis", "young adult without a home"},
    {Trait::stuck, "vastgelopen", "stuck"},
};

constexpr int oldest = 17;
constexpr std::array<std::string_view, oldest + 1> numbers_nl{
    "nul",   "een",  "twee", "drie",   "vier",    "vijf",     "zes",      "zeven",   "acht",
    "negen", "tien", "elf",  "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"};
constexpr std::array<std::string_view, oldest + 1> numbers_en{
    "zero", "one", "two",    "three",  "four",     "five",     "six",     "seven",   "eight",
    "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"};
constexpr std::string_view age_begins[] = {"kind van ", "child of ",    "child aged ", "dochter van ",
                                           "zoon van ", "daughter of ", "son of "};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lower_case(text) + " ") {
        if (c != ' ' && c != '\t' && c != '\n') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

bool divides(std::string_view word) { return word == "en" || word == "met" || word == "and" || word == "with"; }
bool article(std::string_view word) {
    return word == "een" || word == "a" || word == "an" || word == "de" || word == "het";
}

// "alleenstaande ouder", "schulden" ...: articles in front left out.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    std::string part;
    const auto end = [&] {
        if (!part.empty()) parts.push_back(part);
        part.clear();
    };
    std::string marked;
    for (const char c : text) marked += c == ',' || c == ';' || c == '+' ? std::string(" , ") : std::string(1, c);
    for (const std::string& word : words_of(marked)) {
        if (word == "," || divides(word))
            end();
        else if (!part.empty() || !article(word))
            part += (part.empty() ? "" : " ") + word;
    }
    end();
    return parts;
}

int number_of(std::string_view word) {
    for (int n = 0; n <= oldest; ++n)
        if (word == numbers_nl[static_cast<std::size_t>(n)] || word == numbers_en[static_cast<std::size_t>(n)] ||
            word == std::to_string(n))
            return n;
    return word == "\xC3\xA9\xC3\xA9n" ? 1 : -1;
}

// What follows "kind van", without "jaar"; empty when the part is not about an age.
std::string age_words(std::string_view part, std::string& begin) {
    for (const std::string_view start : age_begins) {
        if (!part.starts_with(start)) continue;
        begin = start;
        std::string rest(part.substr(start.size()));
        for (const std::string_view tail : {" jaar", " jaar oud", " years", " year", " years old"})
            if (rest.size() > tail.size() && rest.ends_with(tail)) rest.resize(rest.size() - tail.size());
        return rest;
    }
    return {};
}

const Phrase* phrase_of(std::string_view part) {
    for (const Phrase& row : phrases)
        if (part == row.nl || part == row.en) return &row;
    return nullptr;
}

std::string likely(const std::string& part, const std::string& begin, const std::string& age) {
    std::vector<std::string> known;
    if (!begin.empty()) {
        for (const auto* list : {&numbers_nl, &numbers_en})
            for (const std::string_view word : *list) known.emplace_back(word);
        const std::string near = nearest_word(age, known);
        return near.empty() ? near : begin + near;
    }
    for (const Phrase& row : phrases) {
        known.emplace_back(row.nl);
        known.emplace_back(row.en);
    }
    return nearest_word(part, known);
}

Problem unknown(const std::string& part, const std::string& begin, const std::string& age, Language language) {
    const Words say{language};
    const std::string near = likely(part, begin, age);
    Problem problem;
    problem.code = "E0001";
    problem.message = begin.empty()
                          ? fmt::format(fmt::runtime(say("--like: ‘{}’ is onbekend", "--like: ‘{}’ is unknown")), part)
                          : fmt::format(fmt::runtime(say("--like: ‘{}’ is geen leeftijd van 0 tot en met 17",
                                                         "--like: ‘{}’ is no age from 0 to 17")),
                                        age);
    if (!near.empty())
        problem.hint = fmt::format(fmt::runtime(say("bedoelde u ‘{}’?", "did you mean ‘{}’?")), near);
    else
        problem.hint = fmt::format(fmt::runtime(say("bekend: {}", "known: {}")), wish_phrases(language));
    return problem;
}

}  // namespace

Result<std::vector<WishPart>> read_wish(std::string_view text, Language language) {
    std::vector<WishPart> parts;
    Problems problems;
    for (const std::string& part : parts_of(text)) {
        std::string begin;
        const std::string age = age_words(part, begin);
        if (!begin.empty() && number_of(age) >= 0)
            parts.push_back({part, {Trait::child_of_age, number_of(age)}});
        else if (const Phrase* found = begin.empty() ? phrase_of(part) : nullptr)
            parts.push_back({part, {found->trait, 0}});
        else
            problems.push_back(unknown(part, begin, age, language));
    }
    if (!problems.empty()) return problems;
    return parts;
}

std::string wish_phrases(Language language) {
    const Words say{language};
    std::string list(say("kind van 10", "child of 10"));
    Trait last = Trait::count;
    for (const Phrase& row : phrases) {
        if (row.trait != last) list += ", " + std::string(say(row.nl, row.en));
        last = row.trait;
    }
    return list;
}

}  // namespace ontkoker::cli
