// Finished replicates on disk: what was saved comes back exactly, and nothing else comes back at all.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include "ontkoker/cli/replicate_store.h"

using ontkoker::ReplicateCounts;
using ontkoker::cli::FileReplicateStore;
namespace fs = std::filesystem;

namespace cli_replicate_store_test {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("ontkoker_store_" + std::to_string(getpid()));
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
};

ReplicateCounts example() {
    ReplicateCounts counts;
    counts.counts = {
        {1, -2, 3}, {}, {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}};
    counts.denominators = {{}, {7}, {0, 5}};
    counts.households = 19700;
    return counts;
}

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

TEST_CASE("a saved replicate comes back exactly") {
    const Folder folder;
    FileReplicateStore store(folder.path.string(), "{}");
    CHECK_FALSE(store.load(7));
    REQUIRE(store.save(7, example()).empty());
    const auto loaded = FileReplicateStore(folder.path.string(), "{}").load(7);
    REQUIRE(loaded);
    CHECK(loaded->counts == example().counts);
    CHECK(loaded->denominators == example().denominators);
    CHECK(loaded->households == 19700);
    CHECK(store.path_of(7).find("r0007.part") != std::string::npos);
}

TEST_CASE("a replicate of another configuration or number counts as absent") {
    const Folder folder;
    FileReplicateStore store(folder.path.string(), "{}"), other(folder.path.string(), "{\"seed\":2}");
    REQUIRE(store.save(0, example()).empty());
    CHECK_FALSE(other.load(0));
    CHECK_FALSE(store.load(1));
    SECTION("also when its file is put in the other's place") {
        REQUIRE(other.save(0, example()).empty());
        fs::copy_file(store.path_of(0), other.path_of(0), fs::copy_options::overwrite_existing);
        CHECK_FALSE(other.load(0));
        fs::copy_file(store.path_of(0), store.path_of(1));
        CHECK_FALSE(store.load(1));
    }
}

TEST_CASE("a damaged replicate counts as absent, whichever byte is wrong or missing") {
    const Folder folder;
    FileReplicateStore store(folder.path.string(), "{}");
    REQUIRE(store.save(0, example()).empty());
    const std::string good = bytes_of(store.path_of(0));
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x10);
        write_bytes(store.path_of(0), bad);
        CHECK_FALSE(store.load(0));
        write_bytes(store.path_of(0), good.substr(0, i));
        CHECK_FALSE(store.load(0));
    }
    write_bytes(store.path_of(0), good + "x");
    CHECK_FALSE(store.load(0));
    write_bytes(store.path_of(0), good);
    CHECK(store.load(0));
}

TEST_CASE("removing takes away its own files and leaves those of another configuration") {
    const Folder folder;
    FileReplicateStore store(folder.path.string(), "{}"), other(folder.path.string(), "{\"seed\":2}");
    REQUIRE(store.save(0, example()).empty());
    REQUIRE(other.save(0, example()).empty());
    store.remove();
    CHECK_FALSE(store.load(0));
    CHECK(other.load(0));
    other.remove();
    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("a folder in which nothing can be made is a problem of the file system") {
    const Folder folder;
    write_bytes((folder.path / "file").string(), "x");
    FileReplicateStore store((folder.path / "file").string(), "{}");
    const auto problems = store.save(0, example());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "E0302");
}

}  // namespace cli_replicate_store_test
