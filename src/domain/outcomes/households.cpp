// Livelihood security: incomes, schemes, arrears, debts, stress.
#include "rows.h"

namespace ontkoker::outcomes {
namespace {

// Households with a mark in one of their columns.
template <std::vector<std::uint8_t> Households::*Marks>
void count_marked(const Snapshot& now, Cells cells, Cells) {
    const std::uint8_t* const marks = (now.world.households.*Marks).data();
    cells[0] += households_that(now, [&](std::size_t i) { return marks[i] != 0; });
}

void count_claimants(const Snapshot& now, Cells cells, Cells) {
    BitCounts claims;
    each_household_with(now, now.world.households.claims, [&](const Households& h, std::size_t i) { claims.add(h.claims[i]); });
    for (std::size_t s = 0; s < cells.size(); ++s) cells[s] += claims[s];
}

void count_stress(const Snapshot& now, Cells cells, Cells denominators) {
    std::int64_t stress = 0, households = 0;
    each_household(now, [&](const Households& h, std::size_t i) {
        stress += h.stress[i].raw;
        ++households;
    });
    cells[0] += stress;
    denominators[0] += households * Level::one;
}

OutcomeInfo stock(std::string name, std::string nl, std::string en, Better better = Better::lower) {
    return make(std::move(name), "1", std::move(nl), std::move(en), no_split(), OverTime::mean, better);
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) { return stock("households", "Huishoudens", "Households", Better::neither); },
     count_marked<&Households::occupied>, in_parts},
    {[](const Parameters&) {
         return stock("under_social_minimum", "Huishoudens op of onder 101% van het sociaal minimum",
                      "Households at or under 101% of the social minimum");
     },
     count_marked<&Households::under_minimum>, in_parts},
    {[](const Parameters&) { return stock("bijstand", "Huishoudens met bijstand", "Households on social assistance"); },
     count_marked<&Households::on_bijstand>, in_parts},
    {[](const Parameters&) { return stock("arrears", "Huishoudens met betalingsachterstanden", "Households in arrears"); },
     [](const Snapshot& now, Cells cells, Cells) {
         each_listed(now.classes->in_debt, now.homes, [&](std::size_t) { ++cells[0]; });
     },
     in_parts},
    {[](const Parameters&) {
         return stock("problematic_debt", "Huishoudens met problematische schulden", "Households with problematic debts");
     },
     count_marked<&Households::problematic>, in_parts},
    {[](const Parameters&) {
         return make("new_problematic_debt", "1", "Nieuwe huishoudens met problematische schulden",
                     "Households that enter problematic debt", no_split(), OverTime::sum, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.new_problematic; }},
    {[](const Parameters&) {
         return make("ended_problematic_debt", "1", "Huishoudens die uit problematische schulden komen",
                     "Households that leave problematic debt", no_split(), OverTime::sum, Better::higher);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.ended_problematic; }},
    {[](const Parameters&) {
         return make("total_debt", "EUR", "Schulden van huishoudens samen", "Debts of all households", no_split(),
                     OverTime::mean, Better::lower, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.total_debt; }},
    {[](const Parameters&) {
         return make("collection_costs", "EUR", "Incassokosten voor huishoudens", "Collection costs for households", no_split(),
                     OverTime::sum, Better::lower, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.fees; }},
    {[](const Parameters& p) {
         return make("scheme_claimants", "1", "Huishoudens met een minimaregeling", "Households with a scheme", by_scheme(p),
                     OverTime::mean, Better::higher);
     },
     count_claimants, in_parts},
    {[](const Parameters&) {
         return make("financial_stress", "%", "Gemiddelde geldstress (0-100)", "Mean financial stress (0-100)", no_split(),
                     OverTime::ratio, Better::lower, 0.01);
     },
     count_stress, in_parts},
};

}  // namespace

std::span<const OutcomeRow> household_rows() { return rows; }

}  // namespace ontkoker::outcomes
