#include "rows.h"

namespace ontkoker::parameters {
namespace {

constexpr ParameterRow rows[] = {
    {"governing.backing", [](Parameters& p) -> double& { return p.governing.backing; }},
};

}  // namespace

std::span<const ParameterRow> governing_rows() { return rows; }

}  // namespace ontkoker::parameters
