// Layout of a part, packed and sealed (run/packed.h): magic text, digest of the plan, version, first point, points,
// number of runs; then of each run its index in the block, status, households, digest and error, and when it is done the
// cells and denominators of each kept outcome.
#include <algorithm>
#include <filesystem>

#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/run/ensemble.h"
#include "ontkoker/run/packed.h"
#include "shard_store.h"

namespace ontkoker::sweep {
namespace {

constexpr std::string_view magic = "ONTKPRT1";

std::uint64_t whole(int number) { return static_cast<std::uint64_t>(number); }

// Cells of one scenario of one run.
std::size_t cells_of(const Plan& plan, const OutcomeInfo& info) { return static_cast<std::size_t>(plan.times()) * info.parts.size(); }

// First cell of a scenario of run `index` in the arrays of a block.
std::size_t first_cell_of(const Plan& plan, const OutcomeInfo& info, std::size_t index, std::size_t scenario) {
    const auto replicates = static_cast<std::size_t>(plan.replicates);
    return first_cell(plan, info.parts.size(), index / replicates, scenario, index % replicates);
}

std::vector<std::int64_t> cells_in(const Plan& plan, const OutcomeInfo& info, std::size_t index, const std::vector<std::int64_t>& from) {
    std::vector<std::int64_t> cells;
    const auto size = static_cast<std::ptrdiff_t>(cells_of(plan, info));
    for (std::size_t s = 0; s < plan.scenarios.size() && !from.empty(); ++s) {
        const auto begin = from.begin() + static_cast<std::ptrdiff_t>(first_cell_of(plan, info, index, s));
        cells.insert(cells.end(), begin, begin + size);
    }
    return cells;
}

void put_cells(const Plan& plan, const OutcomeInfo& info, std::size_t index, const std::vector<std::int64_t>& cells,
               std::vector<std::int64_t>& to) {
    const std::size_t size = cells_of(plan, info);
    for (std::size_t s = 0; s < plan.scenarios.size() && !cells.empty(); ++s)
        std::copy_n(cells.begin() + static_cast<std::ptrdiff_t>(s * size), size,
                    to.begin() + static_cast<std::ptrdiff_t>(first_cell_of(plan, info, index, s)));
}

void pack_run(Packer& packer, const Study& study, const Block& block, std::size_t index) {
    const RunRecord& record = block.runs[index];
    packer.number(index).number(static_cast<std::uint64_t>(record.status)).number(static_cast<std::uint64_t>(record.households));
    packer.text(record.digest).text(record.error);
    if (record.status != RunStatus::done) return;
    for (std::size_t k = 0; k < study.head.kept.size(); ++k) {
        packer.numbers(cells_in(study.plan(), study.head.kept[k], index, block.counts[k]));
        packer.numbers(cells_in(study.plan(), study.head.kept[k], index, block.denominators[k]));
    }
}

PartRun unpack_run(Unpacker& reader, const Study& study) {
    PartRun run;
    run.index = reader.number();
    run.record.status = reader.number() == 0 ? RunStatus::done : RunStatus::failed;
    run.record.households = static_cast<std::int64_t>(reader.number());
    run.record.digest = reader.text();
    run.record.error = reader.text();
    if (run.record.status != RunStatus::done) return run;
    for (std::size_t k = 0; k < study.head.kept.size() && reader.good(); ++k) {
        run.cells.push_back(reader.numbers());
        run.denominators.push_back(reader.numbers());
    }
    return run;
}

// Whether the run has as many cells as the plan asks for.
bool fits(const Study& study, std::size_t runs, const PartRun& run) {
    if (run.index >= runs) return false;
    if (run.record.status != RunStatus::done) return true;
    if (run.cells.size() != study.head.kept.size()) return false;
    for (std::size_t k = 0; k < run.cells.size(); ++k) {
        const OutcomeInfo& info = study.head.kept[k];
        const std::size_t cells = study.plan().scenarios.size() * cells_of(study.plan(), info);
        if (run.cells[k].size() != cells) return false;
        if (run.denominators[k].size() != (info.over_time == OverTime::ratio ? cells : 0)) return false;
    }
    return true;
}

}  // namespace

Problems write_part(const Study& study, int shard, const Block& block) {
    Packer packer;
    packer.raw(magic).text(study.plan().digest).text(version()).number(whole(block.first_point)).number(whole(block.points));
    const auto kept = [](const RunRecord& run) { return run.status != RunStatus::missing; };
    packer.number(static_cast<std::uint64_t>(std::count_if(block.runs.begin(), block.runs.end(), kept)));
    for (std::size_t index = 0; index < block.runs.size(); ++index)
        if (kept(block.runs[index])) pack_run(packer, study, block, index);
    const auto written = write_whole_file(study.part_path(shard), std::move(packer).sealed(), true);
    return written ? Problems{} : written.problems();
}

std::optional<std::vector<PartRun>> read_part(const Study& study, int shard) {
    const Plan& plan = study.plan();
    std::error_code error;
    std::vector<PartRun> runs;
    if (!std::filesystem::exists(study.part_path(shard), error)) return runs;
    const auto bytes = read_whole_file(study.part_path(shard));
    if (!bytes) return std::nullopt;
    const auto body = unsealed(bytes.value());
    if (!body) return std::nullopt;
    Unpacker reader(*body);
    if (reader.raw(magic.size()) != magic || reader.text() != plan.digest || reader.text() != version()) return std::nullopt;
    if (reader.number() != whole(plan.first_point(shard)) || reader.number() != whole(plan.points_in(shard))) return std::nullopt;
    const std::size_t all = static_cast<std::size_t>(plan.points_in(shard)) * static_cast<std::size_t>(plan.replicates);
    for (std::uint64_t left = reader.number(); left > 0 && reader.good(); --left) {
        runs.push_back(unpack_run(reader, study));
        if (!reader.good() || !fits(study, all, runs.back())) return std::nullopt;
    }
    if (!reader.good() || !reader.at_end()) return std::nullopt;
    return runs;
}

void put_part(const Study& study, Block& block, const PartRun& run) {
    block.runs[run.index] = run.record;
    for (std::size_t k = 0; k < run.cells.size(); ++k) {
        put_cells(study.plan(), study.head.kept[k], run.index, run.cells[k], block.counts[k]);
        put_cells(study.plan(), study.head.kept[k], run.index, run.denominators[k], block.denominators[k]);
    }
}

}  // namespace ontkoker::sweep
