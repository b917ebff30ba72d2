#include "shard_store.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <set>

#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/run/ensemble.h"

namespace ontkoker::sweep {
namespace {

namespace fs = std::filesystem;

ShardLine line_of(const Study& study, int shard, const Block& block, const std::string& bytes) {
    ShardLine line;
    line.plan = study.plan().digest;
    line.version = version();
    line.shard = shard;
    line.first_point = block.first_point;
    line.points = block.points;
    line.runs = static_cast<int>(block.runs.size());
    line.bytes = static_cast<std::int64_t>(bytes.size());
    line.checksum = digest_of_text(bytes);
    std::set<int> points;
    for (int point = 0; point < block.points; ++point)
        for (int replicate = 0; replicate < study.plan().replicates; ++replicate) {
            const RunRecord& run = block.run(study.plan(), point, replicate);
            if (run.status == RunStatus::done) continue;
            ++line.failed_runs;
            points.insert(point);
            if (line.failures.size() < ShardLine::most_failures)
                line.failures.push_back({block.first_point + point, replicate, run.error});
        }
    line.failed_points = static_cast<int>(points.size());
    return line;
}

Result<ShardLine> write_line(const Study& study, int shard, const Block& block) {
    const auto bytes = read_whole_file(study.shard_path(shard));
    if (!bytes) return bytes.problems();
    ShardLine line = line_of(study, shard, block, bytes.value());
    const auto written = write_whole_file(study.line_path(shard), shard_line_text(line), true);
    if (!written) return written.problems();
    return line;
}

}  // namespace

Result<ShardLine> store_shard(const Study& study, int shard, const Block& block, bool again) {
    std::error_code ignored;
    if (again) fs::remove(study.line_path(shard), ignored);
    const auto written = write_shard_file(study.shard_path(shard), study.head, block, again);
    if (!written) return written.problems();
    return write_line(study, shard, block);
}

Result<ShardLine> list_shard(const Study& study, int shard) {
    const auto block = read_shard(study, shard);
    if (!block) return block.problems();
    return write_line(study, shard, block.value());
}

Result<std::string> set_aside(const std::string& path) {
    std::string to = path + ".damaged";
    std::error_code error;
    for (int number = 2; fs::exists(fs::symlink_status(to, error)); ++number) to = fmt::format("{}.damaged.{}", path, number);
    if (std::rename(path.c_str(), to.c_str()) == 0) return to;
    return Problem{.code = "E0302",
                   .message = fmt::format("dit beschadigde deel kan niet opzij worden gezet: {}", std::strerror(errno)),
                   .hint = "kies een map waarin u mag schrijven",
                   .file = path,
                   .pointer = {}};
}

void clear_leftovers(const Study& study, int shard) {
    const fs::path shard_file = study.shard_path(shard);
    const std::string start = shard_file.stem().string() + ".";
    std::error_code error;
    std::vector<fs::path> old;
    for (fs::directory_iterator entry(shard_file.parent_path(), error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(start) && name.find(".tmp.") != std::string::npos) old.push_back(entry->path());
    }
    for (const fs::path& path : old) fs::remove(path, error);
}

}  // namespace ontkoker::sweep
