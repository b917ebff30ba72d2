// Shards: built in memory and written whole.
#include "file_problems.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "sweep_reading.h"
#include "sweep_writer.h"

namespace ontkoker {
namespace {

std::string built(const SweepHead& head, const sweep::Block& block, hdf5::Trouble& trouble) {
    const hdf5::File file = hdf5::file_in_memory(/*newest=*/false, trouble);
    SweepWriter writer(file, head, layout::shard_filetype, block.first_point, block.points, block.points, trouble);
    writer.begin();
    writer.put(block, 0, block.points);
    writer.end(head.plan.digest, /*partial=*/false);
    return hdf5::sealed_image(file, trouble);
}

// Outcomes as files give them: one that is not split has one empty text as the names of its part.
std::vector<OutcomeInfo> as_read(std::vector<OutcomeInfo> outcomes) {
    for (OutcomeInfo& info : outcomes)
        if (info.split.empty()) info.parts_nl = info.parts_en = {""};
    return outcomes;
}

// What a shard must agree with: its plan, the program that made it, and the shape that follows.
Problems mismatch(const std::string& path, const SweepHead& head, const SweepFile& file) {
    const sweep::Plan& plan = head.plan;
    if (file.version != plan.version) return {file_problems::other_program(path, file.version, plan.version)};
    if (file.plan_digest != plan.digest) return {file_problems::other_plan(path, file.plan_digest, plan.digest)};
    const bool fits = file.scenarios == plan.scenarios && file.replicates == plan.replicates && file.times == plan.times() &&
                      file.yearly == plan.yearly && file.kept == as_read(head.kept) &&
                      file.first_point + file.points <= plan.count();
    if (!fits) return {file_problems::damaged(path, "vorm of uitkomsten horen niet bij het plan")};
    return {};
}

}  // namespace

Result<std::int64_t> write_shard_file(const std::string& path, const SweepHead& head, const sweep::Block& block,
                                      bool overwrite) {
    if (Problems problems = head_problems(path, head); !problems.empty()) return problems;
    if (Problems problems = block_problems(path, head, block); !problems.empty()) return problems;
    const hdf5::NoPrinting quiet;
    hdf5::Trouble trouble;
    const std::string image = built(head, block, trouble);
    if (!trouble.none()) return file_problems::library_failed(path, trouble.words());
    return write_whole_file(path, image, overwrite);
}

Result<sweep::Block> read_shard_file(const std::string& path, const SweepHead& head) {
    const Result<std::string> image = read_whole_file(path);
    if (!image) return image.problems();
    const hdf5::NoPrinting quiet;
    const auto file = open_sweep_image(path, image.value());
    if (!file) return file.problems();
    if (file.value().head.kind != SweepFile::Kind::shard) {
        return file_problems::not_a_sweep_file(path, "het is geen deel van een studie");
    }
    if (Problems problems = mismatch(path, head, file.value().head); !problems.empty()) return problems;
    return get_block(file.value());
}

}  // namespace ontkoker
