#include "ontkoker/cli/replicate_store.h"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>

#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/run/packed.h"

namespace ontkoker::cli {
namespace {

namespace fs = std::filesystem;

// Layout, packed and sealed (run/packed.h): magic text, key, replicate, households, number of outcomes; then the counts and
// the denominators of each outcome.
constexpr std::string_view magic = "ONTKREP2";

}  // namespace

FileReplicateStore::FileReplicateStore(const std::string& folder, const std::string& effective_config)
    : key_(digest_of_text(std::string(version()) + '\n' + effective_config)),
      parent_((fs::path(folder) / ".replicaties").string()),
      folder_((fs::path(parent_) / key_).string()) {}

std::string FileReplicateStore::path_of(int replicate) const {
    return (fs::path(folder_) / fmt::format("r{:04d}.part", replicate)).string();
}

std::optional<ReplicateCounts> FileReplicateStore::load(int replicate) {
    const auto file = read_whole_file(path_of(replicate));
    if (!file) return std::nullopt;
    const auto body = unsealed(file.value());
    if (!body) return std::nullopt;

    Unpacker reader(*body);
    if (reader.raw(magic.size()) != magic || reader.raw(key_.size()) != key_) return std::nullopt;
    if (reader.number() != static_cast<std::uint64_t>(replicate)) return std::nullopt;
    ReplicateCounts counts;
    counts.households = static_cast<std::int64_t>(reader.number());
    for (std::uint64_t left = reader.number(); left > 0 && reader.good(); --left) {
        counts.counts.push_back(reader.numbers());
        counts.denominators.push_back(reader.numbers());
    }
    if (!reader.good() || !reader.at_end()) return std::nullopt;
    ++loaded_;
    return counts;
}

Problems FileReplicateStore::save(int replicate, const ReplicateCounts& counts) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) return {{.code = "E0302", .message = error.message(), .hint = {}, .file = folder_, .pointer = {}}};
    Packer packer;
    packer.raw(magic).raw(key_).number(static_cast<std::uint64_t>(replicate));
    packer.number(static_cast<std::uint64_t>(counts.households)).number(counts.counts.size());
    const std::vector<std::int64_t> none;
    for (std::size_t i = 0; i < counts.counts.size(); ++i)
        packer.numbers(counts.counts[i]).numbers(i < counts.denominators.size() ? counts.denominators[i] : none);
    const auto written = write_whole_file(path_of(replicate), std::move(packer).sealed(), true);
    if (!written) return written.problems();
    ++saved_;
    return {};
}

void FileReplicateStore::remove() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    fs::remove(parent_, ignored);  // only when nothing else is kept in it
}

}  // namespace ontkoker::cli
