// Finds the header and the one row of a municipality, and reads its numbers.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "columns.h"
#include "ontkoker/io/kwb/import.h"

namespace ontkoker::kwb {

// The numbers of one municipality by column; empty where the file has no column or no value.
struct Region {
    Header header;
    Row row;
    std::string name;
    std::array<std::optional<double>, column_count> number;
    std::optional<double> of(Column column) const { return number[static_cast<std::size_t>(column)]; }
};

// Everything that is wrong with the file's shape and with this municipality's row is added to `findings`.
std::optional<Region> find_region(std::string_view text, const std::string& code, std::vector<Finding>& findings);

// The place of a column in the municipality's row, to complete with a fault.
Finding finding_at(const Region& region, Column column, Fault fault);

}  // namespace ontkoker::kwb
