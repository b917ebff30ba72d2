// The rows of each area of parameters; parameters.cpp joins them.
#pragma once
#include "ontkoker/domain/parameters.h"

namespace ontkoker::parameters {

std::span<const ParameterRow> allowances_rows();
std::span<const ParameterRow> housing_rows();
std::span<const ParameterRow> parent_care_rows();
std::span<const ParameterRow> school_rows();
std::span<const ParameterRow> safety_rows();
std::span<const ParameterRow> young_rows();
std::span<const ParameterRow> workforce_rows();
std::span<const ParameterRow> providers_rows();
std::span<const ParameterRow> entry_rows();
std::span<const ParameterRow> doorbraak_rows();
std::span<const ParameterRow> governing_rows();

}  // namespace ontkoker::parameters
