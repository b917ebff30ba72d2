#include "claims.h"

namespace ontkoker {

Cents yearly_grant(const Scheme& scheme, const HouseholdFacts& facts, const Governance& governance) {
    const Cents full = euros(scheme.amount * (scheme.per_child ? facts.minors() : 1));
    return scheme.lawful_to_cut ? scaled(full, governance.scheme_factor) : full;
}

void grant(World& world, std::size_t household, std::size_t s, const HouseholdFacts& facts, const Parameters& now) {
    Households& h = world.households;
    world.tally.claims_new += !(h.claims[household] >> s & 1);
    h.claims[household] |= static_cast<std::uint8_t>(1u << s);
    h.granted[household][s] = Cents(yearly_grant(now.schemes[s], facts, world.governance).count / 12);
}

}  // namespace ontkoker
