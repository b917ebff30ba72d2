// A2: once a year, in the month of its anniversary, a household claims, renews or loses each minimaregeling. Who is
// ashamed, does not know or cannot manage the paperwork does not claim (niet-gebruik); stress makes that more likely.
#include "../claims.h"
#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

void review_scheme(Step& step, std::size_t i, std::size_t s, const HouseholdFacts& facts) {
    World& world = step.world;
    Households& h = world.households;
    const Scheme& scheme = step.now.schemes[s];
    const bool claims = h.claims[i] >> s & 1;
    const auto words = step.draws.block({h.key[i], static_cast<std::uint16_t>(Decision::scheme), step.number,
                                         static_cast<std::uint16_t>(s)});
    const bool automatic = happens(words[0], scheme.automatic);
    const double chance = scheme.claim_chance * (1.0 - step.now.stress.narrowing * h.stress[i].value());
    const bool wants = automatic || (claims ? !happens(words[1], scheme.lapse_chance) : happens(words[2], chance));
    const auto index = static_cast<std::int64_t>(s);
    if (wants && entitled(scheme, facts, h.low_income_months[i], step.now)) {
        const Cents before = h.granted[i][s];
        grant(world, i, s, facts, step.now);
        const bool cut = scheme.lawful_to_cut && world.governance.scheme_factor < 1.0;
        if (!claims) note(step, i, Event::scheme_granted, step.begin(), index);
        else if (h.granted[i][s] < before)
            note(step, i, Event::scheme_lowered, step.begin(), index, {}, {.decided = cut ? DecidedBy::college : DecidedBy::nobody});
        return;
    }
    if (claims) note(step, i, Event::scheme_lapsed, step.begin(), index);
    h.claims[i] &= static_cast<std::uint8_t>(~(1u << s));
    h.granted[i][s] = Cents(0);
}

}  // namespace

void claim_schemes(Step& step) {
    if (!step.settles_money()) return;
    Households& h = step.world.households;
    const auto month = static_cast<std::uint64_t>(step.month->number() - 1);
    for (std::size_t i = 0; i < step.world.household_rows(); ++i) {
        if (!h.occupied[i] || h.key[i].value % 12 != month) continue;
        const HouseholdFacts facts = facts_of(step.world, i, step.day(), step.now);
        for (std::size_t s = 0; s < step.now.schemes.size(); ++s) review_scheme(step, i, s, facts);
    }
}

}  // namespace ontkoker::processes
