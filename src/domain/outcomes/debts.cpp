// Debts by family and kind, early signals, debt help and its results, bewind, evictions and shelter.
#include "ontkoker/domain/debts.h"

#include "rows.h"

namespace ontkoker::outcomes {
namespace {

// Households of which `holds` is true, by family cell.
template <class Holds>
void count_homes(const Snapshot& now, Cells cells, const Holds& holds) {
    each_household(now, [&](const Households& h, std::size_t i) {
        if (holds(h, i)) ++cells[cell_of_home(now, i)];
    });
}

void copy(const FamilyCount& from, Cells cells) {
    for (std::size_t i = 0; i < from.size(); ++i) cells[i] = from[i];
}

OutcomeInfo homes(std::string name, std::string nl, std::string en, Better better = Better::lower) {
    return make(std::move(name), "1", std::move(nl), std::move(en), by_family(), OverTime::mean, better);
}
OutcomeInfo cases(std::string name, std::string nl, std::string en, Better better = Better::neither) {
    return make(std::move(name), "1", std::move(nl), std::move(en), by_family(), OverTime::sum, better);
}
OutcomeInfo number(std::string name, std::string nl, std::string en, Better better = Better::neither) {
    return make(std::move(name), "1", std::move(nl), std::move(en), no_split(), OverTime::sum, better);
}
OutcomeInfo money(std::string name, std::string nl, std::string en) {
    return make(std::move(name), "EUR", std::move(nl), std::move(en), no_split(), OverTime::sum, Better::neither, 100);
}

Split by_debt_kind() {
    return {"debt_kind",
            {"rent", "preferential", "other"},
            {"Huurachterstand", "Preferente schuldeisers", "Overige schulden"},
            {"Rent arrears", "Preferential creditors", "Other debts"}};
}

Split by_arrangement() {
    return {"arrangement",
            {"voluntary", "credit", "statutory", "bought_off"},
            {"Schuldbemiddeling", "Saneringskrediet", "Wettelijke schuldsanering", "Opgekocht tegen tegenprestatie"},
            {"Arrangement with creditors", "Loan that pays creditors", "Statutory arrangement", "Bought off for a counter-performance"}};
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return homes("arrears_families", "Huishoudens met betalingsachterstanden, naar gezin", "Households in arrears, by family");
     },
     [](const Snapshot& now, Cells cells, Cells) {
         each_listed(now.classes->in_debt, now.homes, [&](std::size_t i) { ++cells[cell_of_home(now, i)]; });
     },
     in_parts},
    {[](const Parameters&) {
         return homes("problematic_families", "Huishoudens met problematische schulden, naar gezin",
                      "Households with problematic debts, by family");
     },
     [](const Snapshot& now, Cells cells, Cells) {
         each_household_with(now, now.world.households.problematic, [&](const Households&, std::size_t i) { ++cells[cell_of_home(now, i)]; });
     },
     in_parts},
    {[](const Parameters&) {
         return make("debts_by_kind", "EUR", "Schulden naar soort", "Debts by kind", by_debt_kind(), OverTime::mean, Better::lower, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         const Households& h = now.world.households;
         each_listed(now.classes->in_debt, now.homes, [&](std::size_t i) {
             for (std::size_t k = 0; k < debt_kinds; ++k) cells[k] += owed_of(h, i, static_cast<DebtKind>(k)).count;
         });
     },
     in_parts},
    {[](const Parameters&) {
         return homes("rent_arrears", "Huurders met een huurachterstand, naar gezin", "Tenants in rent arrears, by family");
     },
     [](const Snapshot& now, Cells cells, Cells) {
         const Households& h = now.world.households;
         each_listed(now.classes->in_debt, now.homes, [&](std::size_t i) { cells[cell_of_home(now, i)] += h.owed[i].rent > Cents(0); });
     },
     in_parts},
    {[](const Parameters&) { return cases("early_signals", "Vroegsignalen van achterstanden", "Early signals of arrears"); },
     [](const Snapshot& now, Cells cells, Cells) { copy(now.world.tally.debts.signals, cells); }},
    {[](const Parameters&) {
         return number("early_signals_accepted", "Aanvaarde hulp na een vroegsignaal", "Help accepted after an early signal", Better::higher);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.debts.accepted; }},
    {[](const Parameters&) { return cases("debt_applications", "Aanvragen schuldhulp", "Applications for debt help"); },
     [](const Snapshot& now, Cells cells, Cells) { copy(now.world.tally.debts.applications, cells); }},
    {[](const Parameters&) {
         return make("debt_arrangements", "1", "Gestarte schuldregelingen", "Debt arrangements started", by_arrangement(), OverTime::sum,
                     Better::higher);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = now.world.tally.debts.by_arrangement[k + 1];
     }},
    {[](const Parameters&) {
         return homes("in_arrangement", "Huishoudens in een schuldregeling", "Households in a debt arrangement", Better::neither);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         each_household_with(now, now.world.households.debt_help, [&](const Households& h, std::size_t i) {
             cells[cell_of_home(now, i)] += h.debt_help[i] == DebtHelpState::term;
         });
     },
     in_parts},
    {[](const Parameters&) {
         return cases("debt_help_completed", "Voltooide schuldregelingen", "Debt arrangements completed", Better::higher);
     },
     [](const Snapshot& now, Cells cells, Cells) { copy(now.world.tally.debts.completed, cells); }},
    {[](const Parameters&) {
         return cases("debt_help_failed", "Mislukte of afgebroken schuldhulp", "Debt help failed or broken off", Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) { copy(now.world.tally.debts.failed, cells); }},
    {[](const Parameters&) {
         return number("debt_relapses", "Opnieuw in de schulden na een regeling", "In debt again after an arrangement", Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.debts.relapses; }},
    {[](const Parameters&) {
         return homes("under_bewind", "Huishoudens onder bewind", "Households under protective administration", Better::neither);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         count_homes(now, cells, [](const Households& h, std::size_t i) { return h.owed[i].bewind; });
     },
     in_parts},
    {[](const Parameters&) {
         return money("bewind_costs", "Bewind uit de bijzondere bijstand", "Protective administration paid from special assistance");
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.debts.bewind_cost; }},
    {[](const Parameters&) { return number("eviction_judgments", "Ontruimingsvonnissen", "Eviction judgments", Better::lower); },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.housing.judgments; }},
    {[](const Parameters&) {
         return number("evictions_averted", "Voorkomen ontruimingen", "Evictions averted by help or a payment plan", Better::neither);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.housing.intercepted; }},
    {[](const Parameters&) { return cases("evictions", "Huisuitzettingen", "Evictions", Better::lower); },
     [](const Snapshot& now, Cells cells, Cells) { copy(now.world.tally.housing.evictions, cells); }},
    {[](const Parameters&) {
         return homes("homeless_households", "Huishoudens zonder thuis na een huisuitzetting", "Households without a home after eviction");
     },
     [](const Snapshot& now, Cells cells, Cells) {
         count_homes(now, cells, [](const Households& h, std::size_t i) { return h.housing[i].homeless(); });
     },
     in_parts},
    {[](const Parameters&) {
         return make("children_without_home", "1", "Kinderen zonder thuis", "Children without a home",
                     {"place", {"shelter", "elsewhere"}, {"In de opvang", "Bij familie of vrienden"}, {"In the shelter", "With family or friends"}},
                     OverTime::mean, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         each_minor(now, [&](const Children& c, std::size_t i) {
             const HousingState& home = now.world.households.housing[c.household[i].index];
             if (home.homeless()) ++cells[home.home == HomeState::shelter ? 0 : 1];
         });
     },
     in_parts},
    {[](const Parameters&) {
         return number("crisis_placements", "Kinderen naar crisispleegzorg na een huisuitzetting",
                       "Children referred to crisis foster care after eviction", Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.housing.children_placed; }},
    {[](const Parameters&) {
         return money("shelter_costs", "Opvang na een huisuitzetting (centrumgemeente)", "Shelter after eviction (centre municipality)");
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.housing.shelter_cost; }},
};

}  // namespace

std::span<const OutcomeRow> debt_rows() { return rows; }

}  // namespace ontkoker::outcomes
