#include "family_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "ontkoker/io/svg/texts.h"
#include "ontkoker/io/svg/writer.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

constexpr double minutes_per_day_d = 1440.0;
constexpr int column = 56, indent = 6;

std::string euros_text(std::int64_t cents, Language language) {
    return quantity(static_cast<double>(cents) / 100.0, Shown{}, "EUR", language);
}

std::string wait_text(Moment minutes, Language language) {
    const Words say{language};
    const auto days = nearest(minutes / minutes_per_day_d);
    if (days == 0) return std::string(say("minder dan een dag", "less than a day"));
    if (days < 14) return fmt::format("{} {}", days, days == 1 ? say("dag", "day") : say("dagen", "days"));
    return fmt::format("{} {}", nearest(static_cast<double>(days) / 7.0), say("weken", "weeks"));
}

std::string causes_text(std::int64_t bits, Language language) {
    const Words say{language};
    std::vector<std::string> list;
    if (bits & seen_own) list.emplace_back(say("het kind zelf", "the child itself"));
    if (bits & seen_family) list.emplace_back(say("het gezin", "the family"));
    if (bits & seen_livelihood) list.emplace_back(say("geld en werk", "money and work"));
    return list.empty() ? std::string(say("niets", "nothing")) : joined(list, ", ");
}

std::string problem_text(std::int64_t bits, Language language) {
    const Words say{language};
    std::vector<std::string> list;
    if (bits & mental_health) list.emplace_back(say("psychische problemen", "mental-health problems"));
    if (bits & addiction) list.emplace_back(say("verslaving", "addiction"));
    if (bits & lvb) list.emplace_back(say("een licht verstandelijke beperking", "a mild intellectual disability"));
    if (bits & conflict) list.emplace_back(say("ruzie om de scheiding", "conflict over the separation"));
    return joined(list, ", ");
}

std::string referrer_text(std::int64_t value, Language language) {
    const Words say{language};
    switch (static_cast<Referrer>(value)) {
        case Referrer::access:
            return std::string(say("de toegang", "the access"));
        case Referrer::gp:
            return std::string(say("de huisarts", "the GP"));
        case Referrer::youth_doctor:
            return std::string(say("de jeugdarts", "the youth doctor"));
        case Referrer::medical_specialist:
            return std::string(say("de medisch specialist", "the medical specialist"));
        case Referrer::gi:
            return std::string(say("de gecertificeerde instelling", "the child-protection agency"));
        default:
            return std::string(say("de aanbieder zelf", "the provider itself"));
    }
}

std::string refusal_text(std::int64_t value, Language language) {
    const Words say{language};
    switch (static_cast<PlanRefusal>(value)) {
        case PlanRefusal::legitimacy:
            return std::string(say("geen wettelijke grond", "no legal basis"));
        case PlanRefusal::return_:
            return std::string(say("het levert te weinig op", "too little return"));
        case PlanRefusal::engagement:
            return std::string(say("het gezin wil het niet", "the family does not want it"));
        case PlanRefusal::mandate:
            return std::string(say("wie moest besluiten zei nee", "whoever had to decide said no"));
        default:
            return std::string(say("ongelijk tegenover anderen", "unequal to others"));
    }
}

template <class Row>
std::string name_in(const std::vector<Row>& rows, std::int64_t at, Language language) {
    if (at < 0 || at >= static_cast<std::int64_t>(rows.size())) return std::to_string(at);
    const Row& row = rows[static_cast<std::size_t>(at)];
    return language == Language::nl ? row.nl : row.en;
}

std::string value_text(const Story& story, ValueKind kind, std::int64_t value) {
    const Language l = story.language;
    switch (kind) {
        case ValueKind::cents:
            return euros_text(value, l);
        case ValueKind::minutes:
            return wait_text(static_cast<Moment>(value), l);
        case ValueKind::weeks:
            return fmt::format("{} {}", value, Words{l}("weken", "weeks"));
        case ValueKind::causes:
            return causes_text(value, l);
        case ValueKind::help_type:
            return name_in(story.config.parameters.help_types, value, l);
        case ValueKind::scheme:
            return name_in(story.config.parameters.schemes, value, l);
        case ValueKind::problem:
            return problem_text(value, l);
        case ValueKind::referrer:
            return referrer_text(value, l);
        case ValueKind::refusal:
            return refusal_text(value, l);
        case ValueKind::none:
            break;
    }
    return {};
}

// What was missed, waited, decided and paid, behind the event.
std::string detail_text(const Story& story, const JournalEntry& entry) {
    const Words say{story.language};
    const NoteDetail& detail = entry.detail;
    std::string text;
    const std::int64_t missed = detail.causes & ~entry.value;
    if (missed) text += std::string(say("; gemist: ", "; missed: ")) + causes_text(missed, story.language);
    if (detail.waited >= minutes_per_day)
        text += fmt::format(fmt::runtime(say(", na {} wachten", ", after waiting {}")),
                            wait_text(detail.waited, story.language));
    const EventRow& event = row_of(entry.event);
    if (detail.decided != DecidedBy::nobody && detail.decided != event.decided && event.value != ValueKind::referrer) {
        const DecidedRow& row = decided_rows()[static_cast<std::size_t>(detail.decided)];
        text += fmt::format(fmt::runtime(say(" (besluit: {})", " (decided by: {})")), say(row.nl, row.en));
    }
    if (detail.paid > Cents(0))
        text += fmt::format(fmt::runtime(say(" [{}: {}]", " [{}: {}]")), account_text(detail.payer, story.language),
                            euros_text(detail.paid.count, story.language));
    return text;
}

int age_of(const Family& family, AgentKey key, int day) {
    for (const FamilyMember& member : family.members)
        if (member.key == key) return age_on(member.birth_day, day);
    return 0;
}

std::string padded(const std::string& text, int width) {
    return text + std::string(static_cast<std::size_t>(std::max(0, width - characters(text))), ' ');
}

std::string month_name(Month month, Language language) {
    const auto key = static_cast<Text>(static_cast<int>(Text::january) + month.number() - 1);
    if (language == Language::nl && key == Text::march) return "mrt";
    return std::string(phrase(key, language).substr(0, 3));
}

// Lines of one arm in one calendar year; the state at its end comes last.
class Column {
public:
    Column(const Story& story, std::size_t arm) : story_(story), arm_(arm), calendar_(story.config.run.start_year) {}

    std::vector<std::string> year(int year) const {
        std::vector<std::string> lines;
        for (const JournalEntry& entry : story_.family.arms[arm_].entries) {
            const Month month = calendar_.month_of_day(day_of(entry.moment));
            if (month.year() == year) add(lines, month_name(month, story_.language), entry_text(story_, entry));
        }
        return lines;
    }

    std::string state(int year) const {
        const FamilyMonth* last = nullptr;
        for (const FamilyMonth& month : story_.family.arms[arm_].months)
            if (month.month.year() == year) last = &month;
        if (!last)
            return std::string(Words{story_.language}("(niet meer in de gemeente)", "(no longer in the municipality)"));
        return state_text(*last);
    }

private:
    void add(std::vector<std::string>& lines, const std::string& month, const std::string& text) const {
        bool first = true;
        for (const std::string& line : wrapped(text, 1.0 / 0.6, column - indent)) {
            lines.push_back(first ? padded(month, indent) + line : std::string(indent, ' ') + line);
            first = false;
        }
    }

    std::string state_text(const FamilyMonth& month) const {
        const Words say{story_.language};
        const Shown tenths{-1, false};
        const int day = calendar_.first_day(Month{month.month.index + 1});
        std::vector<std::pair<int, std::string>> children;  // by age
        for (const ChildMonth& child : month.children)
            children.emplace_back(
                age_of(story_.family, child.key, day),
                plain_number(load_of(child.own, child.family, child.livelihood).value(), tenths, story_.language));
        std::sort(children.begin(), children.end());
        std::string loads;
        for (const auto& [age, load] : children)
            loads += (loads.empty() ? "" : "; ") + fmt::format("{} ({})", load, age);
        return fmt::format(
            fmt::runtime(
                say("= inkomen {}, schuld {}, stress {}, last {}", "= income {}, debt {}, stress {}, load {}")),
            euros_text(month.income.count, story_.language), euros_text(month.debt.count, story_.language),
            plain_number(10.0 * month.stress.value(), tenths, story_.language), loads.empty() ? "–" : loads);
    }

    const Story& story_;
    std::size_t arm_;
    Calendar calendar_;
};

std::string side_by_side(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::string text;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        text +=
            "  " + padded(i < left.size() ? left[i] : "", column) + " | " + (i < right.size() ? right[i] : "") + "\n";
    }
    return text;
}

std::string years_text(const Story& story) {
    const Words say{story.language};
    const std::array<Column, 2> columns{Column(story, 0), Column(story, 1)};
    const auto& names = story.config.scenarios;
    std::string text = side_by_side({names[0].name}, {names[1].name});
    for (int n = 0; n < story.config.run.years; ++n) {
        const int year = story.config.run.start_year + n;
        auto a = columns[0].year(year), b = columns[1].year(year);
        const std::string end_a = columns[0].state(year), end_b = columns[1].state(year);
        text += fmt::format("\n{}", year);
        if (a == b && end_a == end_b) {
            text += fmt::format(" ({})\n", say("in beide gelijk", "the same in both"));
            for (const std::string& line : a) text += "  " + line + "\n";
            text += "  " + end_a + "\n";
            continue;
        }
        text += "\n";
        for (auto* lines : {&a, &b})
            if (lines->empty())
                lines->push_back(std::string(say("–     niets bijzonders", "–     nothing in particular")));
        const std::size_t rows = std::max(a.size(), b.size());
        a.resize(rows);
        b.resize(rows);
        for (const std::string& line : wrapped(end_a, 1.0 / 0.6, column)) a.push_back(line);
        for (const std::string& line : wrapped(end_b, 1.0 / 0.6, column)) b.push_back(line);
        text += side_by_side(a, b);
    }
    return text;
}

std::string numbers_text(const Story& story) {
    const Words say{story.language};
    const auto& names = story.config.scenarios;
    std::string text =
        fmt::format("\n{}\n  {} {:>16} {:>16} {:>14}\n", say("In getallen", "In numbers"), padded("", 52),
                    names[0].name.substr(0, 16), names[1].name.substr(0, 16), say("verschil", "difference"));
    for (const FamilyNumber& number : family_numbers(story.family)) {
        const Shown shown{number.unit == "EUR" || number.unit == "n" ? 0 : -1, false};
        const auto cell = [&](double value, Sign sign, int width) {
            const std::string written = number.unit == "EUR" ? quantity(value, shown, "EUR", story.language, sign)
                                                             : plain_number(value, shown, story.language, sign);
            return std::string(static_cast<std::size_t>(std::max(0, width - characters(written))), ' ') + written;
        };
        text += fmt::format("  {} {} {} {}\n", padded(std::string(say(number.nl, number.en)), 52),
                            cell(number.values[0], Sign::minus_only, 16), cell(number.values[1], Sign::minus_only, 16),
                            cell(number.values[1] - number.values[0], Sign::always, 14));
    }
    return text;
}

}  // namespace

std::string member_text(const Story& story, AgentKey key, int day) {
    const Words say{story.language};
    for (const FamilyMember& member : story.family.members)
        if (member.key == key)
            return fmt::format(
                fmt::runtime(member.child ? say("kind van {}", "child of {}") : say("ouder van {}", "parent of {}")),
                age_on(member.birth_day, day));
    return {};
}

std::string entry_text(const Story& story, const JournalEntry& entry) {
    const EventRow& row = row_of(entry.event);
    std::string text(Words{story.language}(row.nl, row.en));
    if (const std::size_t at = text.find("{}"); at != text.npos)
        text.replace(at, 2, value_text(story, row.value, entry.value));
    text += detail_text(story, entry);
    const bool named = entry.person.value != 0 && entry.event != Event::born;
    const std::string who = named ? member_text(story, entry.person, day_of(entry.moment)) : std::string();
    return who.empty() ? text : who + ": " + text;
}

std::string family_line(const Story& story) {
    const Words say{story.language};
    std::vector<std::string> parents, children;
    const auto& months = story.family.arms[0].months;
    for (std::size_t m = 0; m < story.family.first_members; ++m) {
        const FamilyMember& member = story.family.members[m];
        (member.child ? children : parents).push_back(std::to_string(age_on(member.birth_day, 0)));
    }
    std::string text =
        fmt::format(fmt::runtime(say("ouder(s) van {}; kinderen van {}", "parent(s) of {}; children of {}")),
                    joined(parents, ", "), children.empty() ? "–" : joined(children, ", "));
    text +=
        story.family.tenure == Tenure::owner ? say("; koopwoning", "; own home") : say("; huurwoning", "; rented home");
    if (months.empty()) return text;
    const FamilyMonth& first = months.front();
    text += fmt::format(fmt::runtime(say("; inkomen {} per maand, schuld {}", "; income {} a month, debt {}")),
                        euros_text(first.income.count, story.language), euros_text(first.debt.count, story.language));
    if (first.on_bijstand) text += say(", bijstand", ", social assistance");
    if (first.problems & (mental_health | addiction | lvb | conflict))
        text += "; " + problem_text(first.problems, story.language);
    return text;
}

std::string made_up_line(Language language) {
    return std::string(
        Words{language}("Verzonnen gezin: bestaat niet, en lijkt op gezinnen in deze gemeente alleen in gepubliceerde "
                        "totalen. Geen voorspelling.",
                        "Made-up family: it does not exist, and is like families in this municipality in published "
                        "totals only. No prediction."));
}

std::string story_text(const Story& story) {
    const Words say{story.language};
    std::string text =
        fmt::format("{} {}{}\n{}\n{}\n\n", say("Gezin", "Family"), story.family.key.value,
                    story.which.empty() ? "" : ": " + story.which, made_up_line(story.language), family_line(story));
    text += years_text(story);
    text += say(
        "  = aan het eind van het jaar; stress en last van 0 (geen) tot 10; achter de last van een kind staat de "
        "leeftijd\n",
        "  = at the end of the year; stress and load from 0 (none) to 10; behind the load of a child stands its age\n");
    return text + numbers_text(story);
}

}  // namespace ontkoker::cli
