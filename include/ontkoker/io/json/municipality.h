// The published figures of one municipality as rows, each with what is known about it, and the text of its file.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/core/result.h"

namespace ontkoker::json {

struct Figure {
    double value = 0;
    std::string unit, table, source, note;
    int year = 0;
    std::optional<double> changed_from;
};

struct FigureTable {
    std::vector<double> values;
    std::string unit, table, source, note;
    int year = 0;
};

struct Municipality {
    std::string name, code, nl;
    std::map<std::string, Figure> figures;  // by the names of figure_rows()
    std::map<std::string, FigureTable> tables;
};

// What a figure may be, in the unit of its profile.
struct FigureRange {
    double low = 0, high = 0;
};
FigureRange figure_range(std::string_view name);

// From the text of a profile, with everything that is wrong with it; `where` is the file that problems name.
Result<Municipality> municipality_from(std::string text, std::string where);
// The text of a profile, one line for each figure, in the order of figure_rows(); ends with a new line.
std::string municipality_text(const Municipality& municipality);

}  // namespace ontkoker::json
