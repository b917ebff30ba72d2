#include "file_reading.h"

#include <algorithm>
#include <optional>

#include "file_problems.h"
#include "layout.h"
#include "ontkoker/core/units.h"

namespace ontkoker::hdf5 {
namespace {

// Index of `word` in `words`, or nothing.
template <std::size_t N>
std::optional<int> place_of(const std::string& word, const std::string_view (&words)[N]) {
    const auto* found = std::find(std::begin(words), std::end(words), word);
    if (found == std::end(words)) return std::nullopt;
    return static_cast<int>(found - std::begin(words));
}

void get_parts(hid_t file, hid_t item, OutcomeInfo& info, Trouble& trouble) {
    const Group labels(H5Gopen2(file, layout::labels_group, H5P_DEFAULT));
    info.split = get_text(item, "split", trouble);
    info.parts = get_texts(file, info.split, trouble);
    info.parts_nl = get_texts(labels, info.split + "_nl", trouble);
    info.parts_en = get_texts(labels, info.split + "_en", trouble);
    if (info.parts_nl.size() != info.parts.size() || info.parts_en.size() != info.parts.size()) {
        trouble.note(info.split, "labels");
    }
}

OutcomeInfo get_outcome(hid_t file, const std::string& name, hid_t item, Trouble& trouble) {
    OutcomeInfo info;
    info.name = name;
    info.unit = get_text(item, has_attribute(item, "unit_word") ? "unit_word" : "units", trouble);
    info.en = get_text(item, "long_name", trouble);
    info.nl = get_text(item, "long_name_nl", trouble);
    info.divisor = get_real(item, "divisor", trouble);
    if (!(info.divisor > 0.0)) trouble.note(name, "divisor");
    const auto over_time = place_of(get_text(item, "aggregation", trouble), layout::over_time_words);
    const auto better = place_of(get_text(item, "better", trouble), layout::better_words);
    if (!over_time || !better) trouble.note(name, "aggregation, better");
    info.over_time = static_cast<OverTime>(over_time.value_or(0));
    info.better = static_cast<Better>(better.value_or(1) - 1);
    info.parts = info.parts_nl = info.parts_en = {""};
    if (has_attribute(item, "split")) get_parts(file, item, info, trouble);
    return info;
}

}  // namespace

Problems problems_of_kind(const std::string& path, hid_t file, const Kinds& kinds) {
    if (!has_attribute(file, "filetype")) return {kinds.other(path, "het kenmerk filetype ontbreekt")};
    Trouble trouble;
    const std::string filetype = get_text(file, "filetype", trouble);
    if (trouble.none() && std::count(kinds.filetypes.begin(), kinds.filetypes.end(), filetype) == 0) {
        return {kinds.other(path, "filetype is '" + filetype + "'")};
    }
    const std::vector<std::int64_t> format = get_numbers(file, "format_version", trouble);
    if (!trouble.none()) return {file_problems::damaged(path, trouble.words())};
    if (format[0] != kinds.major) return {file_problems::other_format(path, format[0], kinds.major)};
    return {};
}

std::vector<OutcomeInfo> get_outcomes(hid_t file, Trouble& trouble) {
    std::vector<std::pair<std::int64_t, OutcomeInfo>> found;
    for (const std::string& name : names_in(file)) {
        const Handle<H5Oclose> item(H5Oopen(file, name.c_str(), H5P_DEFAULT));
        if (!trouble.fine(item, name)) return {};
        if (!has_attribute(item, "outcome_number")) continue;
        const std::int64_t number = get_number(item, "outcome_number", trouble);
        found.emplace_back(number, get_outcome(file, name, item, trouble));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<OutcomeInfo> outcomes;
    for (auto& [number, info] : found) {
        if (number != static_cast<std::int64_t>(outcomes.size())) trouble.note(info.name, "outcome_number");
        outcomes.push_back(std::move(info));
    }
    if (found.empty()) trouble.note("/", "geen uitkomsten");
    return outcomes;
}

std::vector<std::string> names_in(hid_t group) {
    std::vector<std::string> names;
    const auto add = [](hid_t, const char* name, const H5L_info_t*, void* out) -> herr_t {
        static_cast<std::vector<std::string>*>(out)->emplace_back(name);
        return 0;
    };
    H5Literate(group, H5_INDEX_NAME, H5_ITER_INC, nullptr, add, &names);
    return names;
}

std::int64_t length_of(hid_t file, const std::string& name, Trouble& trouble) {
    const Sizes sizes = sizes_of(file, name, trouble);
    return sizes.size() == 1 && sizes[0] < 1'000'000'000 ? static_cast<std::int64_t>(sizes[0]) : 0;
}

int whole_within(const std::string& item, std::int64_t number, std::int64_t least, std::int64_t most, Trouble& trouble) {
    if (number < least || number > most) trouble.note(item, "onmogelijke waarde " + std::to_string(number));
    return static_cast<int>(std::clamp(number, least, most));
}

std::int64_t count_behind(double value, double divisor) {
    constexpr double nearest_takes_less_than = 4611686018427387904.0;  // 2^62
    const double count = value * divisor;
    return count < nearest_takes_less_than && count > -nearest_takes_less_than ? nearest(count) : 0;
}

}  // namespace ontkoker::hdf5
