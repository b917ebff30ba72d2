#include "file_image.h"
#include "file_parts.h"
#include "file_problems.h"
#include "file_reading.h"
#include "items.h"
#include "seal.h"

namespace ontkoker {
namespace {

using hdf5::File;
using hdf5::Group;
using hdf5::Sizes;

class Parser {
public:
    Parser(hid_t file, std::uint64_t bytes) : file_(file), bytes_(bytes) {}

    ResultSet parse() {
        set_.version = get_text(file_, "program_version", trouble_);
        set_.municipality = get_text(file_, "municipality", trouble_);
        set_.households = get_number(file_, "households", trouble_);
        set_.digest = get_text(file_, "digest", trouble_);
        const auto whole = [&](const char* item, std::int64_t number, std::int64_t most) {
            return hdf5::whole_within(item, number, 1, most, trouble_);
        };
        set_.start_year = whole("start_year", get_number(file_, "start_year", trouble_), 9999);
        set_.scenarios = get_texts(file_, "scenario", trouble_);
        set_.replicates = whole("replicate", hdf5::length_of(file_, "replicate", trouble_), 1'000'000);
        set_.months = whole("time", hdf5::length_of(file_, "time", trouble_), 120'000);
        get_first_replicate();
        const Group configuration(H5Gopen2(file_, layout::configuration_group, H5P_DEFAULT));
        set_.effective_config = get_scalar_text(configuration, layout::configuration_text, trouble_);
        if (trouble_.none()) find_outcomes();
        for (std::size_t o = 0; trouble_.none() && o < set_.outcomes.size(); ++o) get_cells(o);
        return std::move(set_);
    }
    const hdf5::Trouble& trouble() const { return trouble_; }

private:
    // Replicates are numbered one after another; a file of one run of a study has that run's number.
    void get_first_replicate() {
        std::vector<std::int64_t> numbers(static_cast<std::size_t>(set_.replicates));
        get_array(file_, "replicate", H5T_NATIVE_INT64, {numbers.size()}, numbers.data(), trouble_);
        set_.first_replicate = hdf5::whole_within("replicate", numbers[0], 0, 1'000'000, trouble_);
        for (std::size_t r = 0; r < numbers.size(); ++r) {
            if (numbers[r] != numbers[0] + static_cast<std::int64_t>(r)) trouble_.note("replicate", "geen opeenvolgende nummers");
        }
    }

    void find_outcomes() {
        set_.outcomes = hdf5::get_outcomes(file_, trouble_);
        set_.counts.resize(set_.outcomes.size());
        set_.denominators.resize(set_.outcomes.size());
    }

    // The cells of an outcome as they stand in the file, or nothing when it cannot hold them.
    template <class T>
    std::vector<T> cells(hid_t at, const OutcomeInfo& info, const std::string& name, hid_t type) {
        Sizes sizes{set_.scenarios.size(), static_cast<hsize_t>(set_.replicates), static_cast<hsize_t>(set_.months)};
        if (!info.split.empty()) sizes.push_back(info.parts.size());
        std::uint64_t room = bytes_ * hdf5::most_growth / sizeof(T);
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
            for (const double value : values) counts.push_back(hdf5::count_behind(value, info.divisor));
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

}  // namespace

Result<ResultSet> parse_file_image(const std::string& path, const std::string& image) {
    if (image.compare(0, hdf5::signature.size(), hdf5::signature) != 0) {
        return file_problems::not_a_result_file(path, "het is geen HDF5-bestand");
    }
    const Seal seal = check_seal(image);
    if (seal == Seal::broken) return file_problems::damaged(path, "de inhoud klopt niet met het zegel aan het einde");

    const hdf5::NoPrinting quiet;
    hdf5::Trouble trouble;
    const File file = hdf5::open_image(image, trouble);
    if (!trouble.none()) return file_problems::damaged(path, trouble.words());
    const hdf5::Kinds kinds{{layout::filetype}, layout::major_version, file_problems::not_a_result_file};
    if (Problems problems = hdf5::problems_of_kind(path, file, kinds); !problems.empty()) return problems;
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
