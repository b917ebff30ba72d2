#include "file_parts.h"

#include <hdf5_hl.h>

#include <map>

#include "layout.h"
#include "ontkoker/core/calendar.h"
#include "seal.h"
#include "superblock.h"

namespace ontkoker::hdf5 {
namespace {

constexpr std::size_t growth = std::size_t{1} << 20;       // the image grows by this many bytes
constexpr unsigned links_in_header = 4096;                 // above it a group gets a heap and an index

void put_labels(hid_t labels, const std::string& name, const std::vector<std::string>& texts, const Scale& scale,
                std::vector<Attachment>* later, Trouble& trouble) {
    const Dataset dataset = put_texts(labels, name, texts, trouble);
    put_text(dataset, "long_name", "names to show", trouble);
    if (later) later->push_back({std::string(layout::labels_group) + "/" + name, 0, scale.name});
    else trouble.fine(H5DSattach_scale(dataset, scale.dataset, 0), name);
}

hobj_ref_t reference_to(hid_t file, const std::string& path, Trouble& trouble) {
    hobj_ref_t reference{};
    trouble.fine(H5Rcreate(&reference, file, path.c_str(), H5R_OBJECT, -1), path);
    return reference;
}

// The attribute of a dataset that names its scales: for each axis a list of one.
void put_dimension_list(hid_t file, const std::string& path, std::vector<hobj_ref_t>& scales, Trouble& trouble) {
    std::vector<hvl_t> axes;
    for (hobj_ref_t& scale : scales) axes.push_back({1, &scale});
    const Dataset dataset(H5Dopen2(file, path.c_str(), H5P_DEFAULT));
    const Type type(H5Tvlen_create(H5T_STD_REF_OBJ));
    const hsize_t size = axes.size();
    const Space space(H5Screate_simple(1, &size, nullptr));
    const Attribute attribute(H5Acreate2(dataset, "DIMENSION_LIST", type, space, H5P_DEFAULT, H5P_DEFAULT));
    trouble.fine(attribute, path) && trouble.fine(H5Awrite(attribute, type, axes.data()), path);
}

// One line of the attribute of a scale that names what it is attached to, as the library stores it.
struct Use {
    hobj_ref_t dataset;
    std::int32_t axis;
    std::int32_t nothing = 0;   // what a compiler leaves open here would stand in the file, each time another
};

void put_reference_list(hid_t file, const std::string& scale, const std::vector<Use>& uses, Trouble& trouble) {
    const Dataset dataset(H5Dopen2(file, scale.c_str(), H5P_DEFAULT));
    const Type type(H5Tcreate(H5T_COMPOUND, sizeof(Use)));
    H5Tinsert(type, "dataset", HOFFSET(Use, dataset), H5T_STD_REF_OBJ);
    H5Tinsert(type, "dimension", HOFFSET(Use, axis), H5T_STD_I32LE);
    const hsize_t size = uses.size();
    const Space space(H5Screate_simple(1, &size, nullptr));
    const Attribute attribute(H5Acreate2(dataset, "REFERENCE_LIST", type, space, H5P_DEFAULT, H5P_DEFAULT));
    trouble.fine(attribute, scale) && trouble.fine(H5Awrite(attribute, type, uses.data()), scale);
}

}  // namespace

void attach_all(hid_t file, const std::vector<Attachment>& attachments, Trouble& trouble) {
    std::map<std::string, hobj_ref_t> scales;
    std::map<std::string, std::vector<Use>> uses;
    for (std::size_t first = 0, end = 0; first < attachments.size(); first = end) {
        const std::string& path = attachments[first].dataset;
        const hobj_ref_t dataset = reference_to(file, path, trouble);
        std::vector<hobj_ref_t> axes;
        for (; end < attachments.size() && attachments[end].dataset == path; ++end) {
            const std::string& scale = attachments[end].scale;
            const auto [known, fresh] = scales.try_emplace(scale);
            if (fresh) known->second = reference_to(file, scale, trouble);
            axes.push_back(known->second);
            uses[scale].push_back({dataset, static_cast<int>(attachments[end].axis)});
        }
        put_dimension_list(file, path, axes, trouble);
    }
    for (const auto& [scale, list] : uses) put_reference_list(file, scale, list, trouble);
}

List file_creation() {
    List creation = quiet_list(H5P_FILE_CREATE);
    H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
    H5Pset_link_phase_change(creation, links_in_header, 0);
    return creation;
}

void set_format(hid_t access, bool newest, Trouble& trouble) {
    trouble.fine(H5Pset_libver_bounds(access, H5F_LIBVER_V18, newest ? H5F_LIBVER_V110 : H5F_LIBVER_V18), "libver");
}

File file_in_memory(bool newest, Trouble& trouble) {
    const List creation = file_creation();
    const List access(H5Pcreate(H5P_FILE_ACCESS));
    trouble.fine(H5Pset_fapl_core(access, growth, /*backing_store=*/false), "core driver");
    set_format(access, newest, trouble);
    File file(H5Fcreate("image", H5F_ACC_TRUNC, creation, access));
    trouble.fine(file, "file");
    return file;
}

std::string sealed_image(hid_t file, Trouble& trouble) {
    if (!trouble.none() || !trouble.fine(H5Fflush(file, H5F_SCOPE_GLOBAL), "flush")) return "";
    const ssize_t size = H5Fget_file_image(file, nullptr, 0);
    if (!trouble.fine(size, "size of the image")) return "";
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!trouble.fine(H5Fget_file_image(file, bytes.data(), bytes.size()), "image")) return "";
    close_superblock(bytes);
    return bytes + seal_of(bytes);
}

File open_image(const std::string& image, Trouble& trouble) {
    const List access(H5Pcreate(H5P_FILE_ACCESS));
    H5Pset_fapl_core(access, growth, /*backing_store=*/false);
    // The library copies the bytes.
    trouble.fine(H5Pset_file_image(access, const_cast<char*>(image.data()), image.size()), "image");
    File file(H5Fopen("image", H5F_ACC_RDONLY, access));
    trouble.fine(file, "HDF5");
    return file;
}

Group put_group(hid_t at, const char* name, Trouble& trouble) {
    Group made(H5Gcreate2(at, name, H5P_DEFAULT, quiet_list(H5P_GROUP_CREATE), H5P_DEFAULT));
    trouble.fine(made, name);
    return made;
}

Scale put_scale(std::string name, Dataset dataset, const std::string& en, const std::string& nl, Trouble& trouble) {
    put_text(dataset, "long_name", en, trouble);
    put_text(dataset, "long_name_nl", nl, trouble);
    trouble.fine(H5DSset_scale(dataset, name.c_str()), name);
    return {std::move(name), std::move(dataset)};
}

Scale put_replicates(hid_t file, int first, int count, Trouble& trouble) {
    std::vector<std::int64_t> replicates;
    for (int r = 0; r < count; ++r) replicates.push_back(first + r);
    Scale scale = put_scale("replicate",
                            put_row(file, "replicate", H5T_NATIVE_INT64, replicates.size(), replicates.data(), trouble),
                            "replicate (shares its luck across scenarios)", "replicatie (zelfde toeval in elk scenario)",
                            trouble);
    put_text(scale.dataset, "units", "1", trouble);
    return scale;
}

Scale put_times(hid_t file, int start_year, int count, bool yearly, Trouble& trouble) {
    const Calendar calendar(start_year);
    const Month first = Month::of(start_year, 1);
    std::vector<double> days;
    for (int t = 0; t < count; ++t) days.push_back(calendar.first_day(Month{first.index + (yearly ? 12 * t : t)}));
    Scale scale = put_scale("time", put_row(file, "time", H5T_NATIVE_DOUBLE, days.size(), days.data(), trouble),
                            yearly ? "first day of the year" : "first day of the month",
                            yearly ? "eerste dag van het jaar" : "eerste dag van de maand", trouble);
    put_text(scale.dataset, "units", "days since " + std::to_string(start_year) + "-01-01", trouble);
    put_text(scale.dataset, "calendar", "standard", trouble);
    put_text(scale.dataset, "standard_name", "time", trouble);
    put_text(scale.dataset, "axis", "T", trouble);
    return scale;
}

std::vector<Scale> put_splits(hid_t file, const std::vector<OutcomeInfo>& outcomes, std::vector<Attachment>* later,
                              Trouble& trouble) {
    std::vector<Scale> scales;
    const Group labels = put_group(file, layout::labels_group, trouble);
    for (const OutcomeInfo* info : layout::splits_of(outcomes)) {
        scales.push_back(put_scale(info->split, put_texts(file, info->split, info->parts, trouble), info->split,
                                   info->split, trouble));
        put_labels(labels, info->split + "_nl", info->parts_nl, scales.back(), later, trouble);
        put_labels(labels, info->split + "_en", info->parts_en, scales.back(), later, trouble);
    }
    return scales;
}

void describe_outcome(hid_t dataset, const OutcomeInfo& info, std::size_t number, Trouble& trouble) {
    const auto put = [&](const char* name, std::string_view text) {
        put_text(dataset, name, std::string(text), trouble);
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
    put_real(dataset, "divisor", info.divisor, trouble);
    put_number(dataset, "outcome_number", static_cast<std::int64_t>(number), trouble);
}

void describe_part_of_ratio(hid_t dataset, const OutcomeInfo& info, const char* word, Trouble& trouble) {
    put_text(dataset, "units", "1", trouble);
    put_text(dataset, "long_name", std::string(word) + " of " + info.name, trouble);
    put_text(dataset, "comment", info.name + " = numerator / denominator / " + std::to_string(info.divisor), trouble);
}

std::vector<const Scale*> scales_of(const OutcomeInfo& info, const std::vector<Scale>& scales, const std::vector<Scale>& splits) {
    std::vector<const Scale*> all;
    for (const Scale& scale : scales) all.push_back(&scale);
    for (const Scale& split : splits)
        if (split.name == info.split) all.push_back(&split);
    return all;
}

}  // namespace ontkoker::hdf5
