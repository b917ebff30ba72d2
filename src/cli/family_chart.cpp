#include "family_chart.h"

#include <fmt/format.h>

#include "ontkoker/io/svg/charts.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

constexpr double minutes_per_month = 365.25 / 12.0 * minutes_per_day;
enum Bar : std::size_t { waiting, in_help, debt_waiting, debt_help, parent_treated };

// Bars out of what holds at the end of each month: a run of months of one kind is one bar.
template <class KindOf>
std::vector<TimelineBar> bars_of(const FamilyYears& years, const KindOf& kind_of) {
    std::vector<TimelineBar> bars;
    for (std::size_t m = 0; m < years.months.size(); ++m) {
        const int kind = kind_of(years.months[m]);
        if (kind < 0) continue;
        const auto from = static_cast<double>(m);
        if (!bars.empty() && bars.back().to == from && bars.back().kind == static_cast<std::size_t>(kind))
            bars.back().to = from + 1;
        else
            bars.push_back({from, from + 1, static_cast<std::size_t>(kind)});
    }
    return bars;
}

int help_kind(const FamilyMonth& month, AgentKey key) {
    for (const ChildMonth& child : month.children)
        if (child.key == key && child.help != HelpState::none)
            return static_cast<int>(child.help == HelpState::in_help ? Bar::in_help : Bar::waiting);
    return -1;
}

int debt_kind(const FamilyMonth& month) {
    switch (month.debt_help) {
        case DebtHelpState::none:
            return -1;
        case DebtHelpState::waiting:
            return debt_waiting;
        default:
            return debt_help;
    }
}

int parents_kind(const FamilyMonth& month) {
    return month.problems & (treated_mental_health | treated_addiction) ? static_cast<int>(parent_treated) : -1;
}

double month_of(Moment moment) { return moment / minutes_per_month; }

std::string age_label(const Story& story, const FamilyMember& member) {
    const Words say{story.language};
    if (member.birth_day > 0) return std::string(say("kind, later geboren", "child, born later"));
    return fmt::format(fmt::runtime(say("kind van {}", "child of {}")), age_on(member.birth_day, 0));
}

// A row for each child with anything to show, and one for each other lane with events or bars.
class LaneMaker {
public:
    LaneMaker(const Story& story, std::size_t arm) : story_(story), years_(story.family.arms[arm]) {}

    // Rows that either arm needs, so that both have the same.
    static bool needed(const TimelineRow& a, const TimelineRow& b) {
        return !a.bars.empty() || !a.dots.empty() || !b.bars.empty() || !b.dots.empty();
    }

    std::vector<TimelineRow> rows() const {
        std::vector<TimelineRow> rows;
        for (const FamilyMember& member : story_.family.members) {
            if (!member.child) continue;
            rows.push_back({age_label(story_, member),
                            bars_of(years_, [&](const FamilyMonth& m) { return help_kind(m, member.key); }),
                            dots([&](const JournalEntry& entry) { return entry.person == member.key; })});
        }
        for (const LaneRow& lane : lane_rows()) {
            TimelineRow row{std::string(Words{story_.language}(lane.nl, lane.en)), {}, {}};
            if (lane.lane == EventLane::debts) row.bars = bars_of(years_, debt_kind);
            if (lane.lane == EventLane::parents) row.bars = bars_of(years_, parents_kind);
            row.dots = dots(
                [&](const JournalEntry& entry) { return row_of(entry.event).lane == lane.lane && !of_child(entry); });
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool of_child(const JournalEntry& entry) const {
        for (const FamilyMember& member : story_.family.members)
            if (member.key == entry.person) return member.child;
        return false;
    }
    template <class Chosen>
    std::vector<double> dots(const Chosen& chosen) const {
        std::vector<double> at;
        for (const JournalEntry& entry : years_.entries)
            if (chosen(entry)) at.push_back(month_of(entry.moment));
        return at;
    }

    const Story& story_;
    const FamilyYears& years_;
};

std::vector<double> line_of(const FamilyYears& years, double (*of)(const FamilyMonth&)) {
    std::vector<double> values;
    for (const FamilyMonth& month : years.months) values.push_back(of(month));
    return values;
}

double debt_of(const FamilyMonth& month) { return in_euros(month.debt); }
double stress_of(const FamilyMonth& month) { return 10.0 * month.stress.value(); }
double load_of_month(const FamilyMonth& month) {
    double sum = 0;
    for (const ChildMonth& child : month.children) sum += load_of(child.own, child.family, child.livelihood).value();
    return month.children.empty() ? 0 : sum / static_cast<double>(month.children.size());
}

}  // namespace

std::string family_svg(const Story& story, const std::string& id) {
    const Words say{story.language};
    TimelineChart chart;
    chart.words = {id,
                   fmt::format(fmt::runtime(say("Gezin {}{} onder twee scenario's", "Family {}{} under two scenarios")),
                               story.family.key.value, story.which.empty() ? "" : " (" + story.which + ")"),
                   made_up_line(story.language) + " " + family_line(story) + ". " +
                       std::string(say("De tabel ernaast zegt hetzelfde in woorden.",
                                       "The table beside it says the same in words.")),
                   story.language};
    chart.note = std::string(say("Verzonnen gezin; hetzelfde toeval in beide scenario's.",
                                 "Made-up family; the same luck in both scenarios."));
    chart.event = std::string(say("gebeurtenis", "event"));
    chart.start_year = story.config.run.start_year;
    chart.months = 12 * story.config.run.years;
    for (const auto& [nl, en] :
         {std::pair{"wacht op jeugdhulp", "waits for youth help"}, std::pair{"in jeugdhulp", "in youth help"},
          std::pair{"wacht op schuldhulp", "waits for debt help"}, std::pair{"in schuldhulp", "in debt help"},
          std::pair{"ouder in behandeling", "parent in treatment"}})
        chart.kinds.emplace_back(say(nl, en));
    std::array<std::vector<TimelineRow>, 2> rows{LaneMaker(story, 0).rows(), LaneMaker(story, 1).rows()};
    for (std::size_t arm = 0; arm < 2; ++arm) {
        const auto& months = story.family.arms[arm].months;
        const std::string name = story.config.scenarios[arm].name;
        chart.scenarios.push_back(name);
        TimelineLane lane{
            name, {}, static_cast<int>(months.size()) < chart.months ? static_cast<double>(months.size()) : -1.0};
        for (std::size_t r = 0; r < rows[arm].size(); ++r)
            if (LaneMaker::needed(rows[0][r], rows[1][r])) lane.rows.push_back(rows[arm][r]);
        chart.lanes.push_back(std::move(lane));
    }
    const auto lines = [&](std::string_view heading, std::string_view unit, double (*of)(const FamilyMonth&)) {
        chart.lines.push_back({std::string(heading),
                               std::string(unit),
                               {line_of(story.family.arms[0], of), line_of(story.family.arms[1], of)}});
    };
    lines(say("Schulden", "Debts"), "EUR", debt_of);
    lines(
        say("Last van de kinderen, gemiddeld (0 geen, 10 zwaarst)", "Load of the children, mean (0 none, 10 heaviest)"),
        "1", load_of_month);
    lines(say("Stress van de ouders (0 geen, 10 hoogst)", "Stress of the parents (0 none, 10 highest)"), "1",
          stress_of);
    return draw(chart);
}

}  // namespace ontkoker::cli
