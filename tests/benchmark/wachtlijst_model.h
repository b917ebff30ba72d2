// wachtlijst-ABM v1, a small model that is exactly specified (../shared/bench/wachtlijst-abm.md) so that engines can be
// held side by side. Written as a user of this engine would write a model: columns, a table of processes, draws by
// address, blocks that stay in the cache. Its waiting line is a plain list: the specified one knows no moments inside a
// month and fills professionals in order of number, which WaitingLine does not.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "ontkoker/core/ids.h"
#include "ontkoker/engine/draws.h"

namespace wachtlijst {

// By household.
struct Households {
    std::vector<ontkoker::AgentKey> key;
    std::vector<double> income, costs;    // EUR a month, constant
    std::vector<double> debt;             // EUR
    std::vector<double> stress;           // 0 to 1
    std::vector<double> severity;         // of the child's problem, 0 to 10
    std::vector<std::uint8_t> waiting, in_care;  // 0 or 1, never both; neither: at home
    std::vector<std::uint8_t> left;       // months of care to come, while in care
    std::vector<std::uint32_t> professional;  // while in care
};

struct Asked {
    std::uint32_t household;
    std::int32_t month;
};

// What one chunk of households leaves for the processes after it.
struct Events {
    std::vector<std::uint32_t> asked, done;  // households, ascending
    std::int64_t severity = 0;               // sum, in units of 1/severity_units
};
constexpr double severity_units = 262144.0;

struct Row {
    std::int64_t severity = 0;    // sum over all households, in units of 1/severity_units
    std::int64_t waiting = 0;     // households
    std::int64_t waited = 0;      // months, sum over those who wait
    std::int64_t in_care = 0;     // households
    std::int64_t spend = 0;       // EUR
    bool operator==(const Row&) const = default;
};

struct Model {
    Model(std::uint32_t households, std::uint32_t seed, std::size_t grain);

    ontkoker::Draws draws;
    std::size_t grain;                    // households of a chunk; changes no bit
    Households households;
    std::vector<std::int32_t> load;       // by professional
    std::vector<Events> events;           // by chunk
    std::vector<Asked> line;              // first come, first served
    std::size_t head = 0;                 // of `line`
    std::int64_t joined_months = 0;       // sum of `month` over the line
    std::int64_t in_care = 0;
    std::int64_t spent_this_year = 0;     // EUR
    std::vector<Row> rows;
};

// The next month.
void step(Model& model);

// Means over the second half of the months that were run, in the words of section 6.
struct Means {
    double severity = 0, waiting = 0, wait = 0, in_care = 0, spend = 0;
};
Means second_half(const Model& model);
// Of all rows, as 16 hexadecimal digits.
std::string digest(const Model& model);

}  // namespace wachtlijst
