#include "claims.h"

namespace ontkoker {

bool entitled(const Scheme& scheme, const HouseholdFacts& facts, int low_income_months, const Parameters& now) {
    if (scheme.families_only && facts.minors() == 0) return false;
    if (scheme.per_child && facts.minors() == 0) return false;
    // The individuele inkomenstoeslag is for long-term low incomes from 21 to the AOW age (art. 36 Participatiewet).
    if (scheme.low_income_months > 0.0 && (facts.pensioners > 0 || facts.young == facts.adults || low_income_months < scheme.low_income_months)) return false;
    if (facts.buffer > asset_limit_of(facts, now)) return false;
    return counted_income(facts, now) <= scaled(norm_of(facts, now), scheme.limit);
}

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
