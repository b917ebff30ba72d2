// Published figures of one municipality: reading, bounds, and the checks between figures.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "effective.h"
#include "place.h"
#include "rows.h"

namespace ontkoker::json {

// What a published figure can be at most and at least, and its unit in words.
Bounds figure_bounds(std::string_view name);
Bounds figure_table_bounds(std::string_view name);
std::vector<std::string> figure_names();
std::vector<std::string> figure_table_names();

// Reads `place` (name, code, nl, figures, tables). `format`: whether a key "format" must stand there too.
void read_municipality(const Place& place, From from, Municipality& municipality);
// Figures and tables that stand in `place`, laid over those in `municipality`. When `all`, every one must stand there.
void read_figures(const Place& figures, From from, bool all, Municipality& municipality);
void read_figure_tables(const Place& tables, bool all, Municipality& municipality);
// What must hold between figures; told at `figures`.
void check_figures(const Place& figures, const Municipality& municipality);

}  // namespace ontkoker::json
