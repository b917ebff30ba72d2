#include "ontkoker/cli/replicate_store.h"

#include <fmt/format.h>

#include <bit>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "ontkoker/io/hdf5/whole_file.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ontkoker::cli {
namespace {

namespace fs = std::filesystem;

// Layout, all numbers as eight little-endian bytes: magic text, key, replicate, households, number of outcomes; then
// for each outcome the length of its counts, the counts, the length of its denominators, the denominators; last the
// XXH3-128 checksum of everything before it.
constexpr std::string_view magic = "ONTKREP1";

std::string checksum_of(std::string_view bytes) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    return std::string(reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest);
}

std::string hexadecimal(std::string_view bytes) {
    std::string text;
    for (const unsigned char byte : bytes) text += fmt::format("{:02x}", byte);
    return text;
}

void put(std::string& bytes, std::uint64_t value) {
    for (int i = 0; i < 8; ++i) bytes += static_cast<char>(value >> (8 * i));
}

void put(std::string& bytes, const std::vector<std::int64_t>& values) {
    put(bytes, values.size());
    if constexpr (std::endian::native == std::endian::little)
        bytes.append(reinterpret_cast<const char*>(values.data()), 8 * values.size());
    else
        for (const std::int64_t value : values) put(bytes, static_cast<std::uint64_t>(value));
}

// Takes numbers from the front; stops being good when there are too few bytes.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    bool good() const { return good_; }
    bool at_end() const { return bytes_.empty(); }

    std::string_view text(std::size_t length) {
        if (bytes_.size() < length) good_ = false;
        if (!good_) return {};
        const std::string_view taken = bytes_.substr(0, length);
        bytes_.remove_prefix(length);
        return taken;
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        const std::string_view taken = text(8);
        for (std::size_t i = 0; i < taken.size(); ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(taken[i])) << (8 * i);
        return value;
    }
    std::vector<std::int64_t> numbers() {
        const std::uint64_t count = number();
        if (count > bytes_.size() / 8) good_ = false;
        std::vector<std::int64_t> values;
        if (!good_) return values;
        values.resize(count);
        if constexpr (std::endian::native == std::endian::little) {
            if (count > 0) std::memcpy(values.data(), text(8 * count).data(), 8 * count);
        } else {
            for (std::int64_t& value : values) value = static_cast<std::int64_t>(number());
        }
        return values;
    }

private:
    std::string_view bytes_;
    bool good_ = true;
};

}  // namespace

FileReplicateStore::FileReplicateStore(const std::string& folder, const std::string& effective_config)
    : key_(hexadecimal(checksum_of(std::string(version()) + '\n' + effective_config))),
      parent_((fs::path(folder) / ".replicaties").string()),
      folder_((fs::path(parent_) / key_).string()) {}

std::string FileReplicateStore::path_of(int replicate) const {
    return (fs::path(folder_) / fmt::format("r{:04d}.part", replicate)).string();
}

std::optional<ReplicateCounts> FileReplicateStore::load(int replicate) {
    const auto file = read_whole_file(path_of(replicate));
    if (!file || file.value().size() < sizeof(XXH128_canonical_t)) return std::nullopt;
    const std::string_view bytes = file.value();
    const std::string_view body = bytes.substr(0, bytes.size() - sizeof(XXH128_canonical_t));
    if (checksum_of(body) != bytes.substr(body.size())) return std::nullopt;

    Reader reader(body);
    if (reader.text(magic.size()) != magic || reader.text(key_.size()) != key_) return std::nullopt;
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
    std::string bytes(magic);
    bytes += key_;
    put(bytes, static_cast<std::uint64_t>(replicate));
    put(bytes, static_cast<std::uint64_t>(counts.households));
    put(bytes, counts.counts.size());
    const std::vector<std::int64_t> none;
    for (std::size_t i = 0; i < counts.counts.size(); ++i) {
        put(bytes, counts.counts[i]);
        put(bytes, i < counts.denominators.size() ? counts.denominators[i] : none);
    }
    bytes += checksum_of(bytes);
    const auto written = write_whole_file(path_of(replicate), bytes, true);
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
