// One step of seven days: the ordered list of processes, and what each of them gets.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/domain/decisions.h"
#include "ontkoker/domain/journal.h"
#include "ontkoker/domain/parameters.h"
#include "ontkoker/domain/world.h"
#include "ontkoker/engine/draws.h"
#include "ontkoker/engine/process_list.h"

namespace ontkoker {

struct Step {
    World& world;
    const Parameters& now;         // as the levers leave them this month
    const Draws& draws;
    int number = 0;                // negative in the spin-up
    std::optional<Month> month;    // the month settled in this step, if any
    bool spin_up = false;
    std::size_t grain = 4096;      // rows per chunk of a parallel loop; changes no bit
    int sample = 1;                // every n-th household is simulated
    Journal* journal = nullptr;    // of the households that somebody watches

    // Debts, claims and work are fitted at synthesis: they run in the last year of the spin-up only, long enough to
    // set budgets, while help has all of it to become level.
    bool settles_money() const { return month && (!spin_up || number >= -52); }
    // Nobody ages in the spin-up: ages are those of day 0.
    // The households of which it is the week of four.
    std::uint8_t turn() const { return static_cast<std::uint8_t>((number % 4 + 4) % 4); }
    int day() const { return spin_up ? 0 : number * days_per_step; }
    Moment begin() const { return number * minutes_per_step; }
    Moment end() const { return begin() + minutes_per_step; }
    std::array<std::uint32_t, 4> draw(AgentKey agent, Decision decision, std::int32_t time) const {
        return draws.block({agent, static_cast<std::uint16_t>(decision), time, 0});
    }
};

// Writes an event of a household, or of a person in it, into the journal, if one is kept.
inline void note(const Step& step, std::size_t household, Event event, Moment moment, std::int64_t value = 0, AgentKey person = {},
                 const NoteDetail& detail = {}) {
    if (!step.journal) return;
    const AgentKey key = step.world.households.key[household];
    if (step.journal->watches(key)) step.journal->add({key, person, moment, event, value, detail});
}
// The same of a child, in the household in which it lives.
inline void note(const Step& step, ChildId child, Event event, Moment moment, std::int64_t value = 0, const NoteDetail& detail = {}) {
    if (!step.journal) return;
    const Children& c = step.world.children;
    note(step, c.household[child.index].index, event, moment, value, c.key[child.index], detail);
}

using StepProcess = Process<Step&>;

// The model: what happens in a step, in this order.
std::span<const StepProcess> process_rows();

// The same rows without those named in `off`; names are checked by the loader.
std::vector<StepProcess> processes_without(const std::vector<std::string>& off);

}  // namespace ontkoker
