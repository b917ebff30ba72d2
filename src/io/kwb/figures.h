// From the numbers of a region to the figures of a profile, with national ones where the file has none.
#pragma once
#include <string>
#include <vector>

#include "ontkoker/io/kwb/import.h"
#include "region.h"

namespace ontkoker::kwb {

// Numbers that no municipality has, or that contradict each other.
void check_numbers(const Region& region, std::vector<Finding>& findings);

// Fills figures, tables and stand_ins of `made`, whose year is known; for a region without findings.
void fill_figures(const Region& region, const json::Municipality& national, Import& made);

}  // namespace ontkoker::kwb
