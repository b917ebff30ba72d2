// D4, D9, D20: stuck households, cases brought in, breakthroughs and refusals, what they pay; custom money at the access.
#include "../doorbraak.h"

#include "rows.h"

namespace ontkoker::outcomes {
namespace {

OutcomeInfo number(std::string name, std::string nl, std::string en, Better better = Better::neither) {
    return make(std::move(name), "1", std::move(nl), std::move(en), no_split(), OverTime::sum, better);
}
OutcomeInfo money(std::string name, std::string nl, std::string en) {
    return make(std::move(name), "EUR", std::move(nl), std::move(en), no_split(), OverTime::sum, Better::neither, 100);
}

Split by_kind() {
    return {"stuck_kind",
            {"debts", "home", "benefit", "help", "young"},
            {"Schulden", "Woning", "Uitkering", "Lange hulp", "Jongere zonder huis"},
            {"Debts", "Home", "Benefit", "Long help", "Young person without a home"}};
}

Split by_refusal() {
    return {"refusal",
            {"legitimacy", "return", "engagement", "mandate", "unequal"},
            {"Geen wettelijke grond", "Te weinig rendement", "Gezin wil niet", "Geen mandaat", "Ongelijk"},
            {"No legal basis", "Too little return", "Family does not want it", "No mandate", "Unequal"}};
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("stuck_families", "1", "Huishoudens waarin het vastzit, naar gezin", "Households in which things are stuck, by family",
                     by_family(), OverTime::mean, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         each_household(now, [&](const Households& h, std::size_t i) {
             if (is_stuck(h.deadlock[i], now.now.doorbraak)) ++cells[cell_of_home(now, i)];
         });
     },
     in_parts},
    {[](const Parameters&) {
         return make("stuck_kinds", "1", "Huishoudens waarin het vastzit, naar wat stilstaat", "Households in which things are stuck, by what stands still",
                     by_kind(), OverTime::mean, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         each_household(now, [&](const Households& h, std::size_t i) {
             if (!is_stuck(h.deadlock[i], now.now.doorbraak)) return;
             for (std::size_t kind = 0; kind < cells.size(); ++kind) cells[kind] += h.deadlock[i].kinds >> kind & 1;
         });
     },
     in_parts},
    {[](const Parameters&) { return number("stuck_brought_in", "Vastgelopen zaken ingebracht", "Stuck cases brought in"); },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.doorbraak.brought_in; }},
    {[](const Parameters&) {
         return make("breakthroughs", "1", "Doorbraken, naar gezin", "Breakthroughs, by family", by_family(), OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = now.world.tally.doorbraak.decided[i];
     }},
    {[](const Parameters&) {
         return make("breakthrough_kinds", "1", "Doorbraken, naar wat stilstond", "Breakthroughs, by what stood still", by_kind(), OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = now.world.tally.doorbraak.by_kind[i];
     }},
    {[](const Parameters&) {
         return make("breakthroughs_refused", "1", "Geweigerde doorbraken", "Breakthroughs refused", by_refusal(), OverTime::sum);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = now.world.tally.doorbraak.refused[i];
     }},
    {[](const Parameters&) {
         return number("stuck_ended_before", "Ingebrachte zaken die vanzelf loskwamen", "Cases brought in that came loose by themselves");
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.doorbraak.ended_before; }},
    {[](const Parameters&) {
         return number("breakthroughs_waiting_for_money", "Maanden wachten van doorbraken op budget", "Months that breakthroughs wait for budget");
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.doorbraak.waited_for_money; }},
    {[](const Parameters&) {
         return make("breakthrough_amount", "EUR", "Bedrag per doorbraak met geld", "Amount of a breakthrough with money", no_split(),
                     OverTime::ratio, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         cells[0] = now.world.tally.doorbraak.amount.count;
         denominators[0] = now.world.tally.doorbraak.paid_for;
     }},
    {[](const Parameters&) {
         return make("breakthrough_months_stuck", "months", "Maanden vast bij een doorbraak", "Months stuck at a breakthrough", no_split(),
                     OverTime::ratio, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         cells[0] = now.world.tally.doorbraak.months_stuck;
         for (const std::int64_t decided : now.world.tally.doorbraak.decided) denominators[0] += decided;
     }},
    {[](const Parameters&) { return money("breakthrough_payments", "Betaald in doorbraken", "Paid in breakthroughs"); },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.doorbraak.amount.count; }},
    {[](const Parameters&) { return money("breakthrough_staff", "Mensen met tijd voor doorbraken", "People with time for breakthroughs"); },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.doorbraak.staff.count; }},
    {[](const Parameters&) {
         return money("breakthrough_rest", "Teruggevloeid doorbraakbudget", "Free budget for breakthroughs that flowed back");
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.doorbraak.returned.count; }},
    {[](const Parameters&) {
         return make("custom_money_refused", "%", "Maatwerk in geld bij de toegang dat als ongelijk is geweigerd",
                     "Custom money at the access refused as unequal", no_split(), OverTime::ratio, Better::lower, 0.01);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         cells[0] = now.world.tally.doorbraak.money_refused;
         denominators[0] = now.world.tally.doorbraak.money_asked;
     }},
};

}  // namespace

std::span<const OutcomeRow> doorbraak_rows() { return rows; }

}  // namespace ontkoker::outcomes
