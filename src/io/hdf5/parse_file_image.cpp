#include <algorithm>
#include <cstring>
#include <optional>

#include "file_image.h"
#include "file_problems.h"
#include "items.h"
#include "ontkoker/core/units.h"
#include "seal.h"

namespace ontkoker {
namespace {

using hdf5::Dataset;
using hdf5::File;
using hdf5::Group;
using hdf5::List;
using hdf5::Sizes;

constexpr std::string_view signature("\x89HDF\r\n\x1a\n", 8);
// Deflate makes at most 1,032 bytes of one: a file that promises more is not whole, and must not cost the memory.
constexpr std::uint64_t most_growth = 1100;

File open_image(const std::string& image, hdf5::Trouble& trouble) {
    const List access(H5Pcreate(H5P_FILE_ACCESS));
    H5Pset_fapl_core(access, std::size_t{1} << 20, /*backing_store=*/false);
    // The library copies the bytes.
    trouble.fine(H5Pset_file_image(access, const_cast<char*>(image.data()), image.size()), "image");
    File file(H5Fopen("image", H5F_ACC_RDONLY, access));
    trouble.fine(file, "HDF5");
    return file;
}

// Index of `word` in `words`, or nothing.
template <std::size_t N>
std::optional<int> place_of(const std::string& word, const std::string_view (&words)[N]) {
    const auto* found = std::find(std::begin(words), std::end(words), word);
    if (found == std::end(words)) return std::nullopt;
    return static_cast<int>(found - std::begin(words));
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

class Parser {
public:
    Parser(hid_t file, std::uint64_t bytes) : file_(file), bytes_(bytes) {}

    ResultSet parse() {
        set_.version = get_text(file_, "program_version", trouble_);
        set_.municipality = get_text(file_, "municipality", trouble_);
        set_.households = get_number(file_, "households", trouble_);
        set_.digest = get_text(file_, "digest", trouble_);
        set_.start_year = whole("start_year", get_number(file_, "start_year", trouble_), 1, 9999);
        set_.scenarios = get_texts(file_, "scenario", trouble_);
        set_.replicates = whole("replicate", length_of("replicate"), 1, 1'000'000);
        set_.months = whole("time", length_of("time"), 1, 120'000);
        const Group configuration(H5Gopen2(file_, layout::configuration_group, H5P_DEFAULT));
        set_.effective_config = get_scalar_text(configuration, layout::configuration_text, trouble_);
        if (trouble_.none()) find_outcomes();
        for (std::size_t o = 0; trouble_.none() && o < set_.outcomes.size(); ++o) get_cells(o);
        return std::move(set_);
    }
    const hdf5::Trouble& trouble() const { return trouble_; }

private:
    int whole(const std::string& item, std::int64_t number, std::int64_t least, std::int64_t most) {
        if (number < least || number > most) trouble_.note(item, "onmogelijke waarde " + std::to_string(number));
        return static_cast<int>(std::clamp(number, least, most));
    }

    std::int64_t length_of(const std::string& name) {
        const Sizes sizes = sizes_of(file_, name, trouble_);
        return sizes.size() == 1 && sizes[0] < 1'000'000'000 ? static_cast<std::int64_t>(sizes[0]) : 0;
    }

    // Outcomes are the variables with an outcome_number; others may have been added by a later minor version.
    void find_outcomes() {
        std::vector<std::pair<std::int64_t, OutcomeInfo>> found;
        for (const std::string& name : names_in(file_)) {
            const hdf5::Handle<H5Oclose> item(H5Oopen(file_, name.c_str(), H5P_DEFAULT));
            if (!trouble_.fine(item, name)) return;
            if (!hdf5::has_attribute(item, "outcome_number")) continue;
            const std::int64_t number = get_number(item, "outcome_number", trouble_);
            found.emplace_back(number, outcome(name, item));
        }
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto& [number, info] : found) {
            if (number != static_cast<std::int64_t>(set_.outcomes.size())) return trouble_.note(info.name, "outcome_number");
            set_.outcomes.push_back(std::move(info));
        }
        if (found.empty()) trouble_.note("/", "geen uitkomsten");
        set_.counts.resize(set_.outcomes.size());
        set_.denominators.resize(set_.outcomes.size());
    }

    OutcomeInfo outcome(const std::string& name, hid_t item) {
        OutcomeInfo info;
        info.name = name;
        info.unit = get_text(item, hdf5::has_attribute(item, "unit_word") ? "unit_word" : "units", trouble_);
        info.en = get_text(item, "long_name", trouble_);
        info.nl = get_text(item, "long_name_nl", trouble_);
        info.divisor = get_real(item, "divisor", trouble_);
        if (!(info.divisor > 0.0)) trouble_.note(name, "divisor");
        const auto over_time = place_of(get_text(item, "aggregation", trouble_), layout::over_time_words);
        const auto better = place_of(get_text(item, "better", trouble_), layout::better_words);
        if (!over_time || !better) trouble_.note(name, "aggregation, better");
        info.over_time = static_cast<OverTime>(over_time.value_or(0));
        info.better = static_cast<Better>(better.value_or(1) - 1);
        info.parts = info.parts_nl = info.parts_en = {""};
        if (hdf5::has_attribute(item, "split")) get_parts(item, info);
        return info;
    }

    void get_parts(hid_t item, OutcomeInfo& info) {
        const Group labels(H5Gopen2(file_, layout::labels_group, H5P_DEFAULT));
        info.split = get_text(item, "split", trouble_);
        info.parts = get_texts(file_, info.split, trouble_);
        info.parts_nl = get_texts(labels, info.split + "_nl", trouble_);
        info.parts_en = get_texts(labels, info.split + "_en", trouble_);
        if (info.parts_nl.size() != info.parts.size() || info.parts_en.size() != info.parts.size()) {
            trouble_.note(info.split, "labels");
        }
    }

    // The cells of an outcome as they stand in the file, or nothing when it cannot hold them.
    template <class T>
    std::vector<T> cells(hid_t at, const OutcomeInfo& info, const std::string& name, hid_t type) {
        Sizes sizes{set_.scenarios.size(), static_cast<hsize_t>(set_.replicates), static_cast<hsize_t>(set_.months)};
        if (!info.split.empty()) sizes.push_back(info.parts.size());
        std::uint64_t room = bytes_ * most_growth / sizeof(T);
        for (const hsize_t size : sizes) room /= size;
        if (room == 0) {
            trouble_.note(name, "groter dan het bestand kan bevatten");
            return {};
        }
        std::vector<T> values(sizes[0] * sizes[1] * sizes[2] * info.parts.size());
        get_array(at, name, type, sizes, values.data(), trouble_);
        return values;
    }

    void get_cells(std::size_t o) {
        const OutcomeInfo& info = set_.outcomes[o];
        auto& counts = set_.counts[o];
        if (layout::is_whole(info)) {
            counts = cells<std::int64_t>(file_, info, info.name, H5T_NATIVE_INT64);
            return;
        }
        const std::vector<double> values = cells<double>(file_, info, info.name, H5T_NATIVE_DOUBLE);
        if (layout::is_ratio(info)) {
            const Group ratios(H5Gopen2(file_, layout::ratios_group, H5P_DEFAULT));
            counts = cells<std::int64_t>(ratios, info, info.name + "_numerator", H5T_NATIVE_INT64);
            set_.denominators[o] = cells<std::int64_t>(ratios, info, info.name + "_denominator", H5T_NATIVE_INT64);
        } else {
            constexpr double nearest_takes_less_than = 4611686018427387904.0;  // 2^62
            for (const double value : values) {
                const double count = value * info.divisor;
                counts.push_back(count < nearest_takes_less_than && count > -nearest_takes_less_than ? nearest(count) : 0);
            }
        }
        if (trouble_.none() && !follow(o, values)) trouble_.note(info.name, "waarden volgen niet uit de tellingen");
    }

    // The numbers that other programs read are those that we would show.
    bool follow(std::size_t o, const std::vector<double>& values) const {
        std::size_t cell = 0;
        for (int s = 0; s < static_cast<int>(set_.scenarios.size()); ++s) {
            for (int r = 0; r < set_.replicates; ++r) {
                for (int m = 0; m < set_.months; ++m) {
                    for (int p = 0; p < static_cast<int>(set_.outcomes[o].parts.size()); ++p) {
                        const double ours = set_.value(o, s, r, m, p), theirs = values[cell++];
                        if (ours != theirs && !(ours != ours && theirs != theirs)) return false;
                    }
                }
            }
        }
        return true;
    }

    hid_t file_;
    std::uint64_t bytes_;
    hdf5::Trouble trouble_;
    ResultSet set_;
};

// Says what `file` is when it is no result file that this program reads.
Problems problems_of_kind(const std::string& path, hid_t file) {
    if (!hdf5::has_attribute(file, "filetype")) {
        return {file_problems::not_a_result_file(path, "het kenmerk filetype ontbreekt")};
    }
    hdf5::Trouble trouble;
    const std::string filetype = get_text(file, "filetype", trouble);
    if (trouble.none() && filetype != layout::filetype) {
        return {file_problems::not_a_result_file(path, "filetype is '" + filetype + "'")};
    }
    const std::vector<std::int64_t> format = get_numbers(file, "format_version", trouble);
    if (!trouble.none()) return {file_problems::damaged(path, trouble.words())};
    if (format[0] != layout::major_version) {
        return {file_problems::other_format(path, format[0], layout::major_version)};
    }
    return {};
}

}  // namespace

Result<ResultSet> parse_file_image(const std::string& path, const std::string& image) {
    if (image.compare(0, signature.size(), signature) != 0) {
        return file_problems::not_a_result_file(path, "het is geen HDF5-bestand");
    }
    const Seal seal = check_seal(image);
    if (seal == Seal::broken) return file_problems::damaged(path, "de inhoud klopt niet met het zegel aan het einde");

    const hdf5::NoPrinting quiet;
    hdf5::Trouble trouble;
    const File file = open_image(image, trouble);
    if (!trouble.none()) return file_problems::damaged(path, trouble.words());
    if (Problems problems = problems_of_kind(path, file); !problems.empty()) return problems;
    if (seal == Seal::none) {
        return file_problems::damaged(path, "het zegel aan het einde ontbreekt; een ander programma heeft het veranderd");
    }

    Parser parser(file, image.size());
    ResultSet set = parser.parse();
    if (!parser.trouble().none()) return file_problems::damaged(path, parser.trouble().words());
    const std::string digest = digest_of(set);
    if (digest != set.digest) return file_problems::other_digest(path, set.digest, digest);
    return set;
}

}  // namespace ontkoker
