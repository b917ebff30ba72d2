// Help: starts, ends, returns, drop-out; waiting and caseload per service; what intakes see.
#include "../market.h"
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

// The cell of a waiting line: lines of one kind of help count together.
std::size_t row_of_line(const Snapshot& now, std::size_t line) {
    return is_help(line) ? first_line(type_of(now.world, line)) : line;
}

template <std::vector<std::int64_t> Tally::*Counts>
void copy(const Snapshot& now, Cells cells, Cells) {
    const auto& counts = now.world.tally.*Counts;
    for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = counts[k];
}

void count_waits(const Snapshot& now, Cells cells, Cells denominators) {
    const Tally& tally = now.world.tally;
    for (std::size_t s = 0; s < first_help_service; ++s) {
        cells[s] = tally.line_waited[s];
        denominators[s] = tally.line_started[s];
    }
    for (std::size_t k = 0; k < tally.waited.size(); ++k) {
        cells[first_help_service + k] = tally.waited[k];
        denominators[first_help_service + k] = tally.new_starts[k];
    }
}

void count_worsened(const Snapshot& now, Cells cells, Cells denominators) {
    each_youth_with(now, now.world.children.help, [&](const Children& c, std::size_t i) {
        const bool access = c.help[i] == HelpState::waiting_access;
        if (!access && c.help[i] != HelpState::waiting_help) return;
        const std::size_t s = access ? access_service : first_line(c.service[i]);
        cells[s] += c.worsened[i].raw;
        denominators[s] += Level::one;
    });
}

void count_caseload(const Snapshot& now, Cells cells, Cells denominators) {
    for (std::size_t s = 0; s < now.world.services.size(); ++s) {
        cells[row_of_line(now, s)] += now.world.services[s].month.load_minutes_weeks;
        denominators[row_of_line(now, s)] += now.world.services[s].month_capacity;
    }
}

OutcomeInfo flow(std::string name, std::string nl, std::string en, const Parameters& p, Better better = Better::neither) {
    return make(std::move(name), "1", std::move(nl), std::move(en), by_help_type(p), OverTime::sum, better);
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters& p) { return flow("starts", "Gestarte hulp", "Help started", p); }, copy<&Tally::starts>},
    {[](const Parameters& p) { return flow("ends", "Beëindigde hulp", "Help ended", p); }, copy<&Tally::ends>},
    {[](const Parameters& p) {
         return flow("returns", "Starts binnen een jaar na eerdere hulp", "Starts within a year of earlier help", p, Better::lower);
     },
     copy<&Tally::returns>},
    {[](const Parameters& p) {
         return flow("dropped", "Uitval voor de start van hulp", "Lost before help started", p, Better::lower);
     },
     copy<&Tally::dropped>},
    {[](const Parameters&) {
         return make("starts_by_referrer", "1", "Gestarte hulp per verwijzer", "Help started by referrer", by_referrer(), OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t r = 0; r < cells.size(); ++r) cells[r] = now.world.tally.starts_by_referrer[r];
     }},
    {[](const Parameters& p) {
         return make("waiting", "1", "Wachtenden per dienst", "Waiting by service", by_service(p), OverTime::mean, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t s = 0; s < now.world.services.size(); ++s) cells[row_of_line(now, s)] += now.world.services[s].line.waiting();
     }},
    {[](const Parameters& p) {
         return make("waiting_weeks", "weeks", "Gemiddelde wachttijd van wie nieuw start", "Mean wait of those who start anew", by_service(p),
                     OverTime::ratio, Better::lower, minutes_per_step);
     },
     count_waits},
    {[](const Parameters& p) {
         return make("worsened_waiting", "1", "Probleemlast erbij door wachten, gemiddeld over wie wacht (0-10)",
                     "Problem load added by waiting, mean of those who wait (0-10)", by_service(p), OverTime::ratio, Better::lower);
     },
     count_worsened, in_parts},
    {[](const Parameters& p) {
         return make("caseload", "%", "Bezetting van uren of plaatsen", "Hours or places in use", by_service(p), OverTime::ratio,
                     Better::neither, 0.01);
     },
     count_caseload},
    {[](const Parameters&) {
         return make("requests", "1", "Hulpvragen", "Requests for help", no_split(), OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.requests; }},
    {[](const Parameters&) {
         return make("intake_hours", "hours", "Uren per intake", "Hours per intake", no_split(), OverTime::ratio, Better::neither, 60);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         cells[0] = now.world.tally.intake_minutes;
         denominators[0] = now.world.tally.intakes;
     }},
    {[](const Parameters&) {
         return make("causes_seen", "%", "Deel van de oorzaken dat een intake ziet", "Share of causes that an intake sees",
                     no_split(), OverTime::ratio, Better::higher, 0.01);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         cells[0] = now.world.tally.causes_seen;
         denominators[0] = now.world.tally.causes;
     }},
};

}  // namespace

std::span<const OutcomeRow> help_rows() { return rows; }

}  // namespace ontkoker::outcomes
