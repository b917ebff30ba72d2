// D5, D6, D12, D15: providers as agents: contracts, capacity, supply that steers, clients kept, what was bought.
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/core/ids.h"
#include "ontkoker/core/units.h"

namespace ontkoker {

// How help is paid; index into the arrays of Contracts.
enum class Form : std::uint8_t { effort, trajectory, lump_sum, output, population, count };
constexpr std::size_t form_count = static_cast<std::size_t>(Form::count);
// Paid a sum whatever is delivered.
constexpr bool paid_by_sum(Form form) { return form == Form::lump_sum || form == Form::population; }
// Paid for each client.
constexpr bool paid_by_client(Form form) { return form == Form::trajectory || form == Form::output; }

constexpr std::uint8_t no_type = std::numeric_limits<std::uint8_t>::max();
constexpr std::uint16_t no_provider = std::numeric_limits<std::uint16_t>::max();

// What a waiting line of help stands for: one kind of help by one provider. The first lines, one for each kind in order,
// are those of the largest provider of that kind; further ones follow in order of birth.
struct Offer {
    std::uint8_t type = no_type;             // no_type: the kind in order of lines (towns made by hand)
    std::uint16_t provider = no_provider;    // no_provider: the team itself, or such a town
    Form form = Form::effort;                // of the running contract
    bool stopped = false;                    // takes no new clients: its contract is used up
    Cents paid_year, paid_before;            // this calendar year; the last one before the college cut contracts
    std::int64_t minors = 0;                 // on which a sum for the population is based
};

struct Provider {
    AgentKey key;
    std::uint8_t group = 0;                  // first kind of help of its catalogue
    bool active = true;                      // has a contract
    bool settled_here = false;               // came by the lever new_provider
    std::int32_t contract_until = 0;         // step
    Level tariff{Level::one};                // agreed in the running contract, against the base
    Level cost{Level::one};                  // of its own, against the base tariff
    std::uint8_t short_quarters = 0;         // in a row paid below cost
};

// What new contracts say: by kind of help the form; number of providers of a kind (-1: as it came); the rest for all.
struct Terms {
    std::vector<Form> form;
    std::int32_t number = -1;
    Level tariff{Level::one};
    std::int32_t months = 0;
    bool operator==(const Terms&) const = default;
};

struct Providers {
    std::vector<Provider> list;
    Terms terms;                             // as the region last decided
    std::int32_t differs_since = -1;         // step since which the municipality wants other terms; -1: it does not
    std::vector<std::int64_t> opened;        // by kind of help: capacity at the start
    std::uint16_t born = 0;                  // ordinal for keys
};

// Of a child that waits for help or gets it.
struct DeliveryState {
    std::uint16_t line = 0;                  // index into World::services; 0: the first line of its kind of help
    bool kept = false;                       // the provider prolongs help that the load no longer asks
    Moment started = 0;
    Moment until = 0;                        // end as drawn at the start
    Moment left = 0;                         // of help that another provider takes over
};

// Of the running month.
struct MarketTally {
    std::int64_t called = 0;                 // requests that supply called up (D6)
    std::int64_t kept = 0, evaluated = 0;    // help prolonged at a light load; ended by evaluation (D12)
    std::int64_t for_lack = 0, outside = 0;  // placed for want of something bought; bought outside contract (D15)
    std::int64_t handed_over = 0;            // clients of a provider that left
    std::int64_t entered = 0, left = 0;      // providers
    Cents volume, paid;                      // contracted help at prices of the base; as paid
};

}  // namespace ontkoker
