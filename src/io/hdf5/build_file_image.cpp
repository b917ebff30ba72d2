#include <hdf5_hl.h>

#include <algorithm>

#include "file_image.h"
#include "file_problems.h"
#include "items.h"
#include "ontkoker/core/calendar.h"
#include "seal.h"
#include "superblock.h"

namespace ontkoker {
namespace {

using hdf5::Dataset;
using hdf5::File;
using hdf5::Group;
using hdf5::List;
using hdf5::Sizes;

constexpr std::size_t growth = std::size_t{1} << 20;       // the image grows by this many bytes
constexpr hsize_t cells_per_chunk = hsize_t{1} << 17;      // 1 MiB, HDF5's default chunk cache
constexpr unsigned links_in_header = 4096;                 // above it a group gets a heap and an index

struct Scale {
    std::string name;
    Dataset dataset;
};

class Builder {
public:
    Builder(const ResultSet& results, const layout::Stamp& stamp) : results_(results), stamp_(stamp) {}

    // Empty when there is trouble.
    std::string build() {
        create_file();
        put_root_attributes();
        put_dimensions();
        put_splits();
        put_configuration();
        put_ratios_group();
        for (std::size_t o = 0; trouble_.none() && o < results_.outcomes.size(); ++o) put_outcome(o);
        scales_.clear();
        split_scales_.clear();
        ratios_ = Group();
        return image();
    }
    const hdf5::Trouble& trouble() const { return trouble_; }

private:
    void create_file() {
        const List creation = hdf5::quiet_list(H5P_FILE_CREATE);
        H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
        H5Pset_link_phase_change(creation, links_in_header, 0);
        const List access(H5Pcreate(H5P_FILE_ACCESS));
        trouble_.fine(H5Pset_fapl_core(access, growth, /*backing_store=*/false), "core driver");
        // One format for every HDF5 from 1.8 on, with checksums on what is not data.
        trouble_.fine(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V18), "libver");
        file_ = File(H5Fcreate("image", H5F_ACC_TRUNC, creation, access));
        trouble_.fine(file_, "file");
    }

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
        add_scale("scenario", put_texts(file_, "scenario", results_.scenarios, trouble_), "scenario", "scenario");
        std::vector<std::int64_t> replicates;
        for (int r = 0; r < results_.replicates; ++r) replicates.push_back(r);
        add_scale("replicate",
                  put_row(file_, "replicate", H5T_NATIVE_INT64, replicates.size(), replicates.data(), trouble_),
                  "replicate (shares its luck across scenarios)", "replicatie (zelfde toeval in elk scenario)");
        put_text(scales_.back().dataset, "units", "1", trouble_);

        const Calendar calendar(results_.start_year);
        const Month first = Month::of(results_.start_year, 1);
        std::vector<double> days;
        for (int m = 0; m < results_.months; ++m) days.push_back(calendar.first_day(Month{first.index + m}));
        add_scale("time", put_row(file_, "time", H5T_NATIVE_DOUBLE, days.size(), days.data(), trouble_),
                  "first day of the month", "eerste dag van de maand");
        const Dataset& time = scales_.back().dataset;
        put_text(time, "units", "days since " + std::to_string(results_.start_year) + "-01-01", trouble_);
        put_text(time, "calendar", "standard", trouble_);
        put_text(time, "standard_name", "time", trouble_);
        put_text(time, "axis", "T", trouble_);
    }

    void add_scale(const std::string& name, Dataset dataset, const std::string& en, const std::string& nl) {
        put_text(dataset, "long_name", en, trouble_);
        put_text(dataset, "long_name_nl", nl, trouble_);
        trouble_.fine(H5DSset_scale(dataset, name.c_str()), name);
        scales_.push_back({name, std::move(dataset)});
    }

    void put_splits() {
        const auto splits = layout::splits_of(results_.outcomes);
        const Group labels = group(layout::labels_group);
        for (const OutcomeInfo* info : splits) {
            add_scale(info->split, put_texts(file_, info->split, info->parts, trouble_), info->split, info->split);
            put_labels(labels, info->split + "_nl", info->parts_nl, scales_.back().dataset);
            put_labels(labels, info->split + "_en", info->parts_en, scales_.back().dataset);
            split_scales_.push_back(std::move(scales_.back()));
            scales_.pop_back();
        }
    }

    void put_labels(hid_t labels, const std::string& name, const std::vector<std::string>& texts, hid_t scale) {
        const Dataset dataset = put_texts(labels, name, texts, trouble_);
        put_text(dataset, "long_name", "names to show", trouble_);
        trouble_.fine(H5DSattach_scale(dataset, scale, 0), name);
    }

    void put_configuration() {
        const Group place = group(layout::configuration_group);
        put_scalar_text(place, layout::configuration_text, results_.effective_config, trouble_);
    }

    void put_ratios_group() { ratios_ = group(layout::ratios_group); }

    Group group(const char* name) {
        Group made(H5Gcreate2(file_, name, H5P_DEFAULT, hdf5::quiet_list(H5P_GROUP_CREATE), H5P_DEFAULT));
        trouble_.fine(made, name);
        return made;
    }

    void put_outcome(std::size_t o) {
        const OutcomeInfo& info = results_.outcomes[o];
        if (layout::is_whole(info)) {
            return describe(put_counts(file_, info, info.name, results_.counts[o]), o);
        }
        describe(put_values(o), o);
        if (!layout::is_ratio(info)) return;
        const std::string rule = info.name + " = numerator / denominator / " + std::to_string(info.divisor);
        for (const bool above : {true, false}) {
            const char* word = above ? "numerator" : "denominator";
            const Dataset part = put_counts(ratios_, info, info.name + "_" + word,
                                            above ? results_.counts[o] : results_.denominators[o]);
            put_text(part, "units", "1", trouble_);
            put_text(part, "long_name", std::string(word) + " of " + info.name, trouble_);
            put_text(part, "comment", rule, trouble_);
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

    // What a reader needs to understand and to restore the outcome.
    void describe(const Dataset& dataset, std::size_t o) {
        const OutcomeInfo& info = results_.outcomes[o];
        const auto put = [&](const char* name, std::string_view text) {
            put_text(dataset, name, std::string(text), trouble_);
        };
        const std::string unit = layout::stored_unit(info.unit);
        put("units", unit);
        if (unit != info.unit) put("unit_word", info.unit);
        put("long_name", info.en);
        put("long_name_nl", info.nl);
        put("aggregation", layout::over_time_words[static_cast<std::size_t>(info.over_time)]);
        if (info.over_time == OverTime::sum) put("cell_methods", "time: sum");
        put("better", layout::better_words[static_cast<int>(info.better) + 1]);
        if (!info.split.empty()) put("split", info.split);
        put_real(dataset, "divisor", info.divisor, trouble_);
        put_number(dataset, "outcome_number", static_cast<std::int64_t>(o), trouble_);
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
        for (unsigned axis = 0; axis < scales_.size(); ++axis) {
            trouble_.fine(H5DSattach_scale(dataset, scales_[axis].dataset, axis), info.name);
        }
        for (const Scale& split : split_scales_) {
            if (split.name == info.split) trouble_.fine(H5DSattach_scale(dataset, split.dataset, 3), info.name);
        }
        return dataset;
    }

    std::string image() {
        if (!trouble_.none() || !trouble_.fine(H5Fflush(file_, H5F_SCOPE_GLOBAL), "flush")) return "";
        const ssize_t size = H5Fget_file_image(file_, nullptr, 0);
        if (!trouble_.fine(size, "size of the image")) return "";
        std::string bytes(static_cast<std::size_t>(size), '\0');
        if (!trouble_.fine(H5Fget_file_image(file_, bytes.data(), bytes.size()), "image")) return "";
        hdf5::close_superblock(bytes);
        return bytes + seal_of(bytes);
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
