#include <hdf5_hl.h>

#include <algorithm>

#include "file_image.h"
#include "file_parts.h"
#include "file_problems.h"
#include "items.h"

namespace ontkoker {
namespace {

using hdf5::Dataset;
using hdf5::File;
using hdf5::Group;
using hdf5::Scale;
using hdf5::Sizes;

constexpr hsize_t cells_per_chunk = hsize_t{1} << 17;      // 1 MiB, HDF5's default chunk cache

class Builder {
public:
    Builder(const ResultSet& results, const layout::Stamp& stamp) : results_(results), stamp_(stamp) {}

    // Empty when there is trouble.
    std::string build() {
        file_ = hdf5::file_in_memory(/*newest=*/false, trouble_);
        put_root_attributes();
        put_dimensions();
        split_scales_ = hdf5::put_splits(file_, results_.outcomes, nullptr, trouble_);
        put_configuration();
        ratios_ = hdf5::put_group(file_, layout::ratios_group, trouble_);
        for (std::size_t o = 0; trouble_.none() && o < results_.outcomes.size(); ++o) put_outcome(o);
        scales_.clear();
        split_scales_.clear();
        ratios_ = Group();
        return hdf5::sealed_image(file_, trouble_);
    }
    const hdf5::Trouble& trouble() const { return trouble_; }

private:
    void put_root_attributes() {
        const auto put = [&](const char* name, const std::string& text) { put_text(file_, name, text, trouble_); };
        put("Conventions", "CF-1.8");
        put("title", "ontkoker: " + results_.municipality);
        put("source", "Bron: CBS, CC BY 4.0");
        put("filetype", stamp_.filetype);
        put_numbers(file_, "format_version", {stamp_.major, stamp_.minor}, trouble_);
        put("program_version", results_.version);
        put("municipality", results_.municipality);
        put_number(file_, "households", results_.households, trouble_);
        put_number(file_, "start_year", results_.start_year, trouble_);
        put("digest", results_.digest);
    }

    void put_dimensions() {
        scales_.push_back(hdf5::put_scale("scenario", put_texts(file_, "scenario", results_.scenarios, trouble_),
                                          "scenario", "scenario", trouble_));
        scales_.push_back(hdf5::put_replicates(file_, results_.first_replicate, results_.replicates, trouble_));
        scales_.push_back(hdf5::put_times(file_, results_.start_year, results_.months, /*yearly=*/false, trouble_));
    }

    void put_configuration() {
        const Group place = hdf5::put_group(file_, layout::configuration_group, trouble_);
        put_scalar_text(place, layout::configuration_text, results_.effective_config, trouble_);
    }

    void put_outcome(std::size_t o) {
        const OutcomeInfo& info = results_.outcomes[o];
        if (layout::is_whole(info)) {
            return hdf5::describe_outcome(put_counts(file_, info, info.name, results_.counts[o]), info, o, trouble_);
        }
        hdf5::describe_outcome(put_values(o), info, o, trouble_);
        if (!layout::is_ratio(info)) return;
        for (const bool above : {true, false}) {
            const char* word = above ? "numerator" : "denominator";
            const Dataset part = put_counts(ratios_, info, info.name + "_" + word,
                                            above ? results_.counts[o] : results_.denominators[o]);
            hdf5::describe_part_of_ratio(part, info, word, trouble_);
        }
    }

    Dataset put_counts(hid_t at, const OutcomeInfo& info, const std::string& name,
                       const std::vector<std::int64_t>& counts) {
        return with_scales(put_array(at, name, H5T_NATIVE_INT64, sizes(info), chunk(info), counts.data(), false, trouble_),
                           info);
    }

    Dataset put_values(std::size_t o) {
        const OutcomeInfo& info = results_.outcomes[o];
        std::vector<double> values;
        values.reserve(results_.counts[o].size());
        for (int s = 0; s < static_cast<int>(results_.scenarios.size()); ++s) {
            for (int r = 0; r < results_.replicates; ++r) {
                for (int m = 0; m < results_.months; ++m) {
                    for (int p = 0; p < static_cast<int>(info.parts.size()); ++p) {
                        values.push_back(results_.value(o, s, r, m, p));
                    }
                }
            }
        }
        return with_scales(put_array(file_, info.name, H5T_NATIVE_DOUBLE, sizes(info), chunk(info), values.data(),
                                     layout::is_ratio(info), trouble_), info);
    }

    Sizes sizes(const OutcomeInfo& info) const {
        Sizes sizes{results_.scenarios.size(), static_cast<hsize_t>(results_.replicates),
                    static_cast<hsize_t>(results_.months)};
        if (!info.split.empty()) sizes.push_back(info.parts.size());
        return sizes;
    }

    // One scenario, all months and parts, as many replicates as fit.
    Sizes chunk(const OutcomeInfo& info) const {
        Sizes chunk = sizes(info);
        const hsize_t per_replicate = chunk[2] * info.parts.size();
        chunk[0] = 1;
        chunk[1] = std::clamp<hsize_t>(cells_per_chunk / per_replicate, 1, chunk[1]);
        return chunk;
    }

    Dataset with_scales(Dataset dataset, const OutcomeInfo& info) {
        unsigned axis = 0;
        for (const Scale* scale : hdf5::scales_of(info, scales_, split_scales_)) {
            trouble_.fine(H5DSattach_scale(dataset, scale->dataset, axis++), info.name);
        }
        return dataset;
    }

    const ResultSet& results_;
    const layout::Stamp& stamp_;
    hdf5::Trouble trouble_;
    File file_;
    Group ratios_;
    std::vector<Scale> scales_;        // scenario, replicate, time
    std::vector<Scale> split_scales_;
};

}  // namespace

Result<std::string> build_file_image(const std::string& path, const ResultSet& results, const layout::Stamp& stamp) {
    const hdf5::NoPrinting quiet;
    Builder builder(results, stamp);
    std::string image = builder.build();
    if (!builder.trouble().none()) return file_problems::library_failed(path, builder.trouble().words());
    return image;
}

}  // namespace ontkoker
