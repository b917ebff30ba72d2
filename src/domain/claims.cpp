#include "claims.h"

namespace ontkoker {

Cents yearly_grant(const Scheme& scheme, const HouseholdFacts& facts, const Governance& governance) {
    const Cents full = euros(scheme.amount * (scheme.per_child ? facts.minors() : 1));
    return scheme.lawful_to_cut ? scaled(full, governance.scheme_factor) : full;
}

void grant(Households& h, std::size_t household, std::size_t s, const HouseholdFacts& facts, const Parameters& now,
           const Governance& governance) {
    h.claims[household] |= static_cast<std::uint8_t>(1u << s);
    h.granted[household][s] = Cents(yearly_grant(now.schemes[s], facts, governance).count / 12);
}

void grant(World& world, std::size_t household, std::size_t s, const HouseholdFacts& facts, const Parameters& now) {
    world.tally.claims_new += !(world.households.claims[household] >> s & 1);
    grant(world.households, household, s, facts, now, world.governance);
}

}  // namespace ontkoker
