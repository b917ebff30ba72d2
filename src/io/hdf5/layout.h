// Names and rules that the writer and the reader of result files share. Their meaning: runs/README.md.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/domain/results.h"

namespace ontkoker::layout {

inline constexpr const char* filetype = "ontkoker-result";
inline constexpr std::int64_t major_version = 1;  // changes when an old reader would misread a new file
inline constexpr std::int64_t minor_version = 0;  // changes when something is added

inline constexpr const char* labels_group = "labels";
inline constexpr const char* ratios_group = "parts_of_ratios";
inline constexpr const char* configuration_group = "configuration";
inline constexpr const char* configuration_text = "effective";

// What stands at the root of a result file besides outcomes and splits.
inline std::vector<std::string> taken_names() {
    return {"scenario", "replicate", "time", labels_group, ratios_group, configuration_group};
}

// What marks a file; tests write others.
struct Stamp {
    std::string filetype = layout::filetype;
    std::int64_t major = major_version, minor = minor_version;
};

inline bool is_ratio(const OutcomeInfo& info) { return info.over_time == OverTime::ratio; }
// Stored as the whole numbers themselves; otherwise as doubles in the outcome's unit.
inline bool is_whole(const OutcomeInfo& info) { return !is_ratio(info) && info.divisor == 1.0; }

// Words in the file for the enumerations, in the order of their values.
inline constexpr std::string_view over_time_words[] = {"sum", "mean", "last", "ratio"};
inline constexpr std::string_view better_words[] = {"lower", "neither", "higher"};

// xarray takes a variable whose units are "hours" for a time span and changes its values; the symbols are as good.
inline std::string stored_unit(const std::string& unit) {
    if (unit == "seconds") return "s";
    if (unit == "minutes") return "min";
    if (unit == "hours") return "h";
    if (unit == "days") return "d";
    return unit;
}

// The split dimensions in order of first use: one outcome of each.
inline std::vector<const OutcomeInfo*> splits_of(const std::vector<OutcomeInfo>& outcomes) {
    std::vector<const OutcomeInfo*> splits;
    for (const OutcomeInfo& info : outcomes) {
        bool known = info.split.empty();
        for (const OutcomeInfo* split : splits) known = known || split->split == info.split;
        if (!known) splits.push_back(&info);
    }
    return splits;
}

}  // namespace ontkoker::layout
