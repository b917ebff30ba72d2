#include "sweep_writer.h"

#include <algorithm>
#include <limits>

namespace ontkoker {
namespace {

using hdf5::Dataset;
using hdf5::Group;
using hdf5::Scale;
using hdf5::Sizes;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

void put_names(hid_t dataset, const char* unit, const char* en, const char* nl, hdf5::Trouble& trouble) {
    if (*unit != '\0') put_text(dataset, "units", unit, trouble);
    put_text(dataset, "long_name", en, trouble);
    put_text(dataset, "long_name_nl", nl, trouble);
}

}  // namespace

SweepWriter::SweepWriter(hid_t file, const SweepHead& head, std::string_view filetype, int first_point, int points, int batch,
                         hdf5::Trouble& trouble)
    : file_(file), head_(head), plan_(head.plan), filetype_(filetype), first_point_(first_point), batch_(batch),
      shape_{points, static_cast<int>(head.plan.scenarios.size()), head.plan.replicates, head.plan.times()}, trouble_(trouble) {}

void SweepWriter::begin(const ArrayLayout& arrays) {
    put_root_attributes();
    put_dimensions();
    split_scales_ = hdf5::put_splits(file_, head_.kept, &attachments_, trouble_);
    for (std::size_t axis = 0; axis < plan_.axes.size(); ++axis) put_axis(axis);
    put_run_tables();
    if (filetype_ != layout::shard_filetype) {
        const Group place = hdf5::put_group(file_, layout::configuration_group, trouble_);
        put_scalar_text(place, layout::plan_text, head_.plan_text, trouble_);
    }
    { const Group ratios = hdf5::put_group(file_, layout::ratios_group, trouble_); }
    for (std::size_t o = 0; trouble_.none() && o < head_.kept.size(); ++o) put_outcome(o, arrays);
    scales_.clear();
    split_scales_.clear();
    if (trouble_.none()) hdf5::attach_all(file_, attachments_, trouble_);
}

void SweepWriter::put_root_attributes() {
    const auto put = [&](const char* name, std::string_view text) { put_text(file_, name, std::string(text), trouble_); };
    const auto number = [&](const char* name, std::int64_t value) { put_number(file_, name, value, trouble_); };
    put("Conventions", "CF-1.8");
    put("title", "ontkoker: " + plan_.name);
    put("source", "Bron: CBS, CC BY 4.0");
    put("filetype", filetype_);
    put_numbers(file_, "format_version", {layout::sweep_major, layout::sweep_minor}, trouble_);
    put("program_version", plan_.version);
    put("municipality", plan_.municipality);
    number("start_year", plan_.start_year);
    put("plan_digest", plan_.digest);
    put("study", plan_.name);
    put("design", sweep::design_words[static_cast<std::size_t>(plan_.design.kind)]);
    number("design_size", plan_.design.size);
    number("second_order", plan_.design.second_order);
    put("time_step", plan_.yearly ? "year" : "month");
    number("points", shape_.points);
}

void SweepWriter::put_dimensions() {
    std::vector<std::int64_t> points;
    for (int p = 0; p < shape_.points; ++p) points.push_back(first_point_ + p);
    scales_.push_back(hdf5::put_scale(layout::point,
                                      put_row(file_, layout::point, H5T_NATIVE_INT64, points.size(), points.data(), trouble_),
                                      "number of the point in the plan", "nummer van het punt in het plan", trouble_));
    put_text(scales_.back().dataset, "units", "1", trouble_);
    scales_.push_back(hdf5::put_scale("scenario", put_texts(file_, "scenario", plan_.scenarios, trouble_), "scenario",
                                      "scenario", trouble_));
    scales_.push_back(hdf5::put_replicates(file_, 0, shape_.replicates, trouble_));
    scales_.push_back(hdf5::put_times(file_, plan_.start_year, shape_.times, plan_.yearly, trouble_));
}

void SweepWriter::put_axis(std::size_t number) {
    const sweep::Axis& axis = plan_.axes[number];
    std::vector<double> values;
    for (int p = 0; p < shape_.points; ++p) values.push_back(plan_.points[static_cast<std::size_t>(first_point_ + p)][number]);
    const Dataset dataset = put_row(file_, axis.name, H5T_NATIVE_DOUBLE, values.size(), values.data(), trouble_);
    attachments_.push_back({axis.name, 0, layout::point});
    const auto put = [&](const char* name, std::string_view text) { put_text(dataset, name, std::string(text), trouble_); };
    put("units", layout::stored_unit(axis.unit));
    if (layout::stored_unit(axis.unit) != axis.unit) put("unit_word", axis.unit);
    put("long_name", axis.en);
    put("long_name_nl", axis.nl);
    put_number(dataset, "axis_number", static_cast<std::int64_t>(number), trouble_);
    put("kind", axis.lever ? "lever" : "parameter");
    put("target", axis.target);
    put_real(dataset, "low", axis.low, trouble_);
    put_real(dataset, "high", axis.high, trouble_);
    put("spread", sweep::spread_words[static_cast<std::size_t>(axis.spread)]);
    if (!axis.lever) return;
    put("scenarios", joined(axis.scenarios));
    put("from", axis.from);
    put_number(dataset, "ramp_months", axis.ramp_months, trouble_);
}

void SweepWriter::put_run_tables() {
    const Sizes sizes = shape_.runs(), chunk = layout::chunk_of_runs(shape_, batch_);
    const auto attached = [&](Dataset dataset, const char* name) {
        attachments_.push_back({name, 0, scales_[0].name});
        attachments_.push_back({name, 1, scales_[2].name});
        return dataset;
    };
    const auto whole = [&](const char* name) {
        return attached(make_array(file_, name, H5T_NATIVE_INT64, sizes, chunk, false, trouble_), name);
    };
    const Dataset status = whole(layout::run_status);
    put_names(status, "1", "how the run ended", "hoe de run afliep", trouble_);
    put_numbers(status, "flag_values", {0, 1, 2}, trouble_);
    put_text(status, "flag_meanings", "done failed missing", trouble_);
    put_names(whole(layout::run_households), "1", "households on day 0", "huishoudens op dag 0", trouble_);
    put_names(attached(make_text_array(file_, layout::run_digest, sizes, trouble_), layout::run_digest), "",
              "digest of the run alone", "digest van de run alleen", trouble_);
    put_names(attached(make_text_array(file_, layout::run_error, sizes, trouble_), layout::run_error), "", "why the run failed",
              "waarom de run mislukte", trouble_);
}

void SweepWriter::put_outcome(std::size_t number, const ArrayLayout& arrays) {
    const OutcomeInfo& info = head_.kept[number];
    const Dataset values = made(info.name, info, arrays);
    hdf5::describe_outcome(values, info, number, trouble_);
    std::vector<std::string> axes;
    for (const sweep::Axis& axis : plan_.axes) axes.push_back(axis.name);
    if (!axes.empty()) put_text(values, "coordinates", joined(axes), trouble_);
    if (!layout::is_ratio(info)) return;
    for (const char* word : {layout::numerator, layout::denominator})
        hdf5::describe_part_of_ratio(made(layout::part_of_ratio(info, word), info, arrays), info, word, trouble_);
}

Dataset SweepWriter::made(const std::string& name, const OutcomeInfo& info, const ArrayLayout& arrays) {
    const Sizes sizes = shape_.sizes(info);
    Dataset dataset = arrays ? make_doubles(file_, name, sizes, arrays(name, sizes, trouble_), trouble_)
                             : make_array(file_, name, H5T_NATIVE_DOUBLE, sizes, layout::chunk_of(shape_, info, batch_), true, trouble_);
    unsigned axis = 0;
    for (const Scale* scale : hdf5::scales_of(info, scales_, split_scales_)) attachments_.push_back({name, axis++, scale->name});
    return dataset;
}

void SweepWriter::put(const sweep::Block& block, int from, int count) {
    const int first = block.first_point + from;
    const auto replicates = static_cast<std::ptrdiff_t>(shape_.replicates);
    put_runs(first, {block.runs.begin() + from * replicates, block.runs.begin() + (from + count) * replicates});
    for (std::size_t o = 0; trouble_.none() && o < head_.kept.size(); ++o) {
        const OutcomeInfo& info = head_.kept[o];
        const auto cells = [&](Cells which) { return cells_of(block, shape_, info, o, from, count, which); };
        put_cells(info.name, info, first, count, cells(Cells::values));
        if (!layout::is_ratio(info)) continue;
        put_cells(layout::part_of_ratio(info, layout::numerator), info, first, count, cells(Cells::numerators));
        put_cells(layout::part_of_ratio(info, layout::denominator), info, first, count, cells(Cells::denominators));
    }
}

// Opened and closed each time: an open dataset keeps its last chunks in memory.
void SweepWriter::put_cells(const std::string& name, const OutcomeInfo& info, int first, int count,
                            const std::vector<double>& cells) {
    const Dataset dataset(H5Dopen2(file_, name.c_str(), H5P_DEFAULT));
    if (!trouble_.fine(dataset, name)) return;
    put_slab(dataset, H5T_NATIVE_DOUBLE, shape_.sizes(info), static_cast<hsize_t>(first - first_point_),
             static_cast<hsize_t>(count), cells.data(), trouble_);
}

void SweepWriter::put_runs(int point, const std::vector<sweep::RunRecord>& runs) {
    std::vector<std::int64_t> status, households;
    std::vector<std::string> digests, errors;
    for (const sweep::RunRecord& run : runs) {
        status.push_back(static_cast<std::int64_t>(run.status));
        households.push_back(run.households);
        digests.push_back(run.digest);
        errors.push_back(run.error);
    }
    const Sizes sizes = shape_.runs();
    const auto first = static_cast<hsize_t>(point - first_point_), count = runs.size() / sizes[1];
    const auto opened = [&](const char* name) {
        Dataset dataset(H5Dopen2(file_, name, H5P_DEFAULT));
        trouble_.fine(dataset, name);
        return dataset;
    };
    put_slab(opened(layout::run_status), H5T_NATIVE_INT64, sizes, first, count, status.data(), trouble_);
    put_slab(opened(layout::run_households), H5T_NATIVE_INT64, sizes, first, count, households.data(), trouble_);
    put_text_slab(opened(layout::run_digest), sizes, first, digests, trouble_);
    put_text_slab(opened(layout::run_error), sizes, first, errors, trouble_);
    runs_.insert(runs_.end(), runs.begin(), runs.end());
}

void SweepWriter::end(const std::string& digest, bool partial) {
    const auto with = [&](sweep::RunStatus status) {
        return std::count_if(runs_.begin(), runs_.end(), [&](const sweep::RunRecord& run) { return run.status == status; });
    };
    put_number(file_, "failed_runs", with(sweep::RunStatus::failed), trouble_);
    put_number(file_, "missing_runs", with(sweep::RunStatus::missing), trouble_);
    put_number(file_, "partial", partial, trouble_);
    put_text(file_, "digest", digest, trouble_);
}

std::vector<double> cells_of(const sweep::Block& block, const layout::Shape& shape, const OutcomeInfo& info, std::size_t number,
                             int from, int count, Cells which) {
    constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
    const std::size_t row = static_cast<std::size_t>(shape.times) * info.parts.size();   // cells of one run and scenario
    const auto replicates = static_cast<std::size_t>(shape.replicates), scenarios = static_cast<std::size_t>(shape.scenarios);
    std::vector<double> cells(static_cast<std::size_t>(count) * shape.cells(info), no_value);
    const std::size_t skipped = static_cast<std::size_t>(from) * shape.cells(info);
    const std::int64_t* above = block.counts[number].data() + skipped;
    const std::int64_t* below = layout::is_ratio(info) ? block.denominators[number].data() + skipped : nullptr;
    std::size_t cell = 0;
    for (std::size_t p = static_cast<std::size_t>(from); p < static_cast<std::size_t>(from + count); ++p)
        for (std::size_t s = 0; s < scenarios; ++s)
            for (std::size_t r = 0; r < replicates; ++r, cell += row) {
                if (block.runs[p * replicates + r].status != sweep::RunStatus::done) continue;
                for (std::size_t i = cell; i < cell + row; ++i) {
                    if (which == Cells::denominators)
                        cells[i] = static_cast<double>(below[i]);
                    else if (which == Cells::numerators)
                        cells[i] = static_cast<double>(above[i]);
                    else
                        cells[i] = value_of(info, above[i], below ? below[i] : 0);
                }
            }
    return cells;
}

}  // namespace ontkoker
