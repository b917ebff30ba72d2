#include "file_problems.h"
#include "file_reading.h"
#include "sweep_reading.h"

namespace ontkoker {
namespace {

bool is_nan(double value) { return value != value; }

// Runs that are done have numbers, others have none.
bool fit_runs(const std::vector<double>& cells, const SweepFile& head, std::size_t row) {
    const std::size_t scenarios = head.scenarios.size(), replicates = static_cast<std::size_t>(head.replicates);
    std::size_t cell = 0;
    for (std::size_t p = 0; p < static_cast<std::size_t>(head.points); ++p)
        for (std::size_t s = 0; s < scenarios; ++s)
            for (std::size_t r = 0; r < replicates; ++r, cell += row) {
                const bool done = head.runs[p * replicates + r].status == sweep::RunStatus::done;
                for (std::size_t i = cell; i < cell + row; ++i)
                    if (is_nan(cells[i]) == done) return false;
            }
    return true;
}

std::vector<std::int64_t> counts_behind(const std::vector<double>& cells, double divisor) {
    std::vector<std::int64_t> counts;
    counts.reserve(cells.size());
    for (const double cell : cells) counts.push_back(is_nan(cell) ? 0 : hdf5::count_behind(cell, divisor));
    return counts;
}

}  // namespace

std::vector<double> get_cells(const OpenSweep& sweep, std::size_t outcome, Cells which, int first, int count,
                              hdf5::Trouble& trouble) {
    const OutcomeInfo& info = sweep.head.kept[outcome];
    const layout::Shape shape = sweep.shape();
    const std::size_t cells = static_cast<std::size_t>(count) * shape.cells(info);
    if (cells / hdf5::most_growth > sweep.bytes) {
        trouble.note(info.name, "groter dan het bestand kan bevatten");
        return {};
    }
    std::vector<double> values(cells);
    const std::string name = which == Cells::values ? info.name
                                                    : layout::part_of_ratio(info, which == Cells::numerators ? layout::numerator : layout::denominator);
    get_slab(sweep.file, name, H5T_NATIVE_DOUBLE, shape.sizes(info), static_cast<hsize_t>(first), static_cast<hsize_t>(count),
             values.data(), trouble);
    return values;
}

Result<sweep::Block> get_block(const OpenSweep& sweep) {
    const SweepFile& head = sweep.head;
    sweep::Block block;
    block.first_point = head.first_point;
    block.points = head.points;
    block.runs = head.runs;
    hdf5::Trouble trouble;
    for (std::size_t o = 0; trouble.none() && o < head.kept.size(); ++o) {
        const OutcomeInfo& info = head.kept[o];
        const auto taken = [&](Cells which, double divisor) {
            const std::vector<double> cells = get_cells(sweep, o, which, 0, head.points, trouble);
            if (trouble.none() && !fit_runs(cells, head, static_cast<std::size_t>(head.times) * info.parts.size()))
                trouble.note(info.name, "getallen passen niet bij de runs");
            return counts_behind(cells, divisor);
        };
        const bool ratio = layout::is_ratio(info);
        block.counts.push_back(ratio ? taken(Cells::numerators, 1.0) : taken(Cells::values, info.divisor));
        block.denominators.push_back(ratio ? taken(Cells::denominators, 1.0) : std::vector<std::int64_t>{});
    }
    if (!trouble.none()) return file_problems::damaged(sweep.path, trouble.words());
    return block;
}

struct SweepReader::State {
    OpenSweep sweep;
};

SweepReader::SweepReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
SweepReader::~SweepReader() = default;
SweepReader::SweepReader(SweepReader&&) noexcept = default;
SweepReader& SweepReader::operator=(SweepReader&&) noexcept = default;

Result<SweepReader> SweepReader::open(const std::string& path) {
    const hdf5::NoPrinting quiet;
    auto sweep = open_sweep_file(path);
    if (!sweep) return sweep.problems();
    return SweepReader(std::make_unique<State>(State{std::move(sweep.value())}));
}

const SweepFile& SweepReader::head() const { return state_->sweep.head; }

Result<std::vector<double>> SweepReader::values(std::size_t outcome, int first, int count) const {
    const hdf5::NoPrinting quiet;
    hdf5::Trouble trouble;
    std::vector<double> values = get_cells(state_->sweep, outcome, Cells::values, first, count, trouble);
    if (!trouble.none()) return file_problems::damaged(state_->sweep.path, trouble.words());
    return values;
}

Result<RatioParts> SweepReader::counts(std::size_t outcome, int first, int count) const {
    const OutcomeInfo& info = head().kept[outcome];
    const hdf5::NoPrinting quiet;
    hdf5::Trouble trouble;
    RatioParts parts;
    if (layout::is_ratio(info)) {
        parts.numerators = get_cells(state_->sweep, outcome, Cells::numerators, first, count, trouble);
        parts.denominators = get_cells(state_->sweep, outcome, Cells::denominators, first, count, trouble);
    } else {
        parts.numerators = get_cells(state_->sweep, outcome, Cells::values, first, count, trouble);
        for (double& value : parts.numerators)
            if (!is_nan(value)) value = static_cast<double>(hdf5::count_behind(value, info.divisor));
    }
    if (!trouble.none()) return file_problems::damaged(state_->sweep.path, trouble.words());
    return parts;
}

Result<SweepFile> read_sweep_head(const std::string& path) {
    auto reader = SweepReader::open(path);
    if (!reader) return reader.problems();
    return reader.value().head();
}

Result<bool> is_sweep_file(const std::string& path) {
    const hdf5::NoPrinting quiet;
    const auto checked = open_checked(path);
    if (!checked) return checked.problems();
    hdf5::Trouble trouble;
    const std::string filetype = hdf5::has_attribute(checked.value().file, "filetype") ? get_text(checked.value().file, "filetype", trouble) : "";
    return filetype == layout::sweep_filetype || filetype == layout::shard_filetype;
}

}  // namespace ontkoker
