// A2: once a year, in the month of its anniversary, a household claims, renews or loses each minimaregeling. Who is
// ashamed, does not know or cannot manage the paperwork does not claim (niet-gebruik); stress makes that more likely.
#include "../claims.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

// Returns whether the household newly claims the scheme.
bool review_scheme(Step& step, std::size_t i, std::size_t s, const HouseholdFacts& facts, const MonthRules& rules) {
    World& world = step.world;
    Households& h = world.households;
    const Scheme& scheme = step.now.schemes[s];
    const bool claims = h.claims[i] >> s & 1;
    bool wants = false;
    if (entitled(scheme, facts, h.low_income_months[i], rules)) {   // others need not draw
        const auto words = step.draws.block({h.key[i], static_cast<std::uint16_t>(Decision::scheme), step.number,
                                             static_cast<std::uint16_t>(s)});
        const bool automatic = happens(words[0], scheme.automatic);
        const double chance = scheme.claim_chance * (1.0 - step.now.stress.narrowing * h.stress[i].value());
        wants = automatic || (claims ? !happens(words[1], scheme.lapse_chance) : happens(words[2], chance));
    }
    const auto index = static_cast<std::int64_t>(s);
    if (wants) {
        const Cents before = h.granted[i][s];
        grant(h, i, s, facts, step.now, world.governance);
        const bool cut = scheme.lawful_to_cut && world.governance.scheme_factor < 1.0;
        if (!claims) note(step, i, Event::scheme_granted, step.begin(), index);
        else if (h.granted[i][s] < before)
            note(step, i, Event::scheme_lowered, step.begin(), index, {}, {.decided = cut ? DecidedBy::college : DecidedBy::nobody});
        return !claims;
    }
    if (claims) note(step, i, Event::scheme_lapsed, step.begin(), index);
    h.claims[i] &= static_cast<std::uint8_t>(~(1u << s));
    h.granted[i][s] = Cents(0);
    return false;
}

}  // namespace

void claim_schemes(Step& step) {
    if (!step.settles_money()) return;
    Households& h = step.world.households;
    const MonthRules rules(step.now);
    const auto month = static_cast<std::uint64_t>(step.month->number() - 1);
    std::vector<std::int64_t> claims_new(chunk_count(step.world.household_rows(), step.grain));
    for_chunks(step.world.household_rows(), step.grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        std::int64_t count = 0;
        std::vector<std::uint32_t>& rows = scratch().rows;
        pick_where(begin, end, [&](std::size_t i) { return (h.occupied[i] != 0) & (h.key[i].value % 12 == month); }, rows);
        for (const std::uint32_t i : rows) {
            const HouseholdFacts facts = facts_of(step.world, i, step.day(), rules);
            // Who claims nothing and earns too much for every scheme stays as he is.
            if (!h.claims[i] && counted_income(facts, rules) > minimum_of(facts, rules).schemes) continue;
            for (std::size_t s = 0; s < step.now.schemes.size(); ++s) count += review_scheme(step, i, s, facts, rules);
        }
        claims_new[chunk] = count;
    });
    for (const std::int64_t count : claims_new) step.world.tally.claims_new += count;
}

}  // namespace ontkoker::processes
