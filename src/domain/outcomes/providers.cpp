// D5, D6, D12, D15: providers as agents: contracts, capacity, supply that steers, clients kept, what was bought.
#include "../market.h"

#include "rows.h"

namespace ontkoker::outcomes {
namespace {

template <std::int64_t MarketTally::*Count>
void copy(const Snapshot& now, Cells cells, Cells) {
    cells[0] = now.world.tally.providers.*Count;
}

// Lines of help in hours that a provider with a contract offers.
template <class Visit>
void each_contract(const Snapshot& now, const Visit& visit) {
    const World& world = now.world;
    for (std::size_t line = first_help_service; line < world.services.size(); ++line) {
        const Offer& offer = world.services[line].offer;
        if (offer.provider != no_provider && world.providers.list[offer.provider].active && !now.now.help_types[type_of(world, line)].places)
            visit(line);
    }
}

void count_largest(const Snapshot& now, Cells cells, Cells denominators) {
    std::vector<double> hours(now.now.help_types.size()), largest(hours.size());
    each_contract(now, [&](std::size_t line) {
        const std::size_t type = type_of(now.world, line);
        const double own = contracted(now.world.services[line]);
        hours[type] += own;
        largest[type] = std::max(largest[type], own);
    });
    for (std::size_t k = 0; k < hours.size(); ++k) {
        cells[0] += nearest(largest[k]);
        denominators[0] += nearest(hours[k]);
    }
}

OutcomeInfo count_of(std::string name, std::string nl, std::string en, Better better = Better::neither) {
    return make(std::move(name), "1", std::move(nl), std::move(en), no_split(), OverTime::sum, better);
}

constexpr OutcomeRow rows[] = {
    {[](const Parameters&) {
         return make("providers_active", "1", "Aanbieders met een contract", "Providers with a contract", no_split(), OverTime::mean);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (const Provider& provider : now.world.providers.list) cells[0] += provider.active;
     }},
    {[](const Parameters&) {
         return make("largest_provider", "%", "Deel van de uren van een soort hulp bij de grootste aanbieder",
                     "Share of the hours of a kind of help with the largest provider", no_split(), OverTime::ratio, Better::neither, 0.01);
     },
     count_largest},
    {[](const Parameters&) {
         return make("contract_volume", "EUR", "Geleverde gecontracteerde hulp tegen prijzen van de basis",
                     "Contracted help delivered at prices of the base", no_split(), OverTime::sum, Better::neither, 100);
     },
     [](const Snapshot& now, Cells cells, Cells) { cells[0] = now.world.tally.providers.volume.count; }},
    {[](const Parameters&) {
         return make("contract_price", "%", "Prijs van gecontracteerde hulp tegenover de basis", "Price of contracted help against the base",
                     no_split(), OverTime::ratio, Better::neither, 0.01);
     },
     [](const Snapshot& now, Cells cells, Cells denominators) {
         cells[0] = now.world.tally.providers.paid.count;
         denominators[0] = now.world.tally.providers.volume.count;
     }},
    {[](const Parameters&) {
         return make("intake_stops", "1", "Opnamestops bij aanbieders", "Intake stops at providers", no_split(), OverTime::mean, Better::lower);
     },
     [](const Snapshot& now, Cells cells, Cells) {
         for (const Service& service : now.world.services) cells[0] += service.offer.stopped;
     }},
    {[](const Parameters&) {
         return count_of("kept_clients", "Hulp die doorgaat terwijl de last licht is", "Help prolonged while the load is light", Better::lower);
     },
     copy<&MarketTally::kept>},
    {[](const Parameters&) {
         return count_of("evaluated_ends", "Hulp die een evaluatie beëindigt", "Help ended by an evaluation");
     },
     copy<&MarketTally::evaluated>},
    {[](const Parameters&) {
         return count_of("supply_called", "Hulpvragen die extra aanbod oproept", "Requests that extra supply called up");
     },
     copy<&MarketTally::called>},
    {[](const Parameters&) {
         return count_of("placed_for_lack", "Verblijf bij gebrek aan een ingekocht alternatief", "Stays for want of a bought alternative", Better::lower);
     },
     copy<&MarketTally::for_lack>},
    {[](const Parameters&) {
         return count_of("bought_outside", "Hulp die buiten contract is ingekocht", "Help bought outside contract");
     },
     copy<&MarketTally::outside>},
    {[](const Parameters&) {
         return count_of("provider_handovers", "Cliënten van vertrokken aanbieders", "Clients of providers that left", Better::lower);
     },
     copy<&MarketTally::handed_over>},
};

}  // namespace

std::span<const OutcomeRow> providers_rows() { return rows; }

}  // namespace ontkoker::outcomes
