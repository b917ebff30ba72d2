// Shards of studies: what goes in comes out, and what is not this shard is refused by name.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "ontkoker/io/hdf5/result_file.h"
#include "sweep_file_fixture.h"

using namespace ontkoker;
using namespace ontkoker::test;
namespace fs = std::filesystem;

namespace sweep_shard_test {

TEST_CASE("a shard gives its block back", "[io][hdf5][sweep]") {
    for (const bool yearly : {true, false}) {
        const Folder folder;
        const SweepHead head = sample({11, 3, yearly});
        for (int shard = 0; shard < head.plan.shards(); ++shard) {
            const sweep::Block block = shard_of(head, shard);
            const auto written = write_shard_file(folder.file("a.h5"), head, block, true);
            REQUIRE(words_of(written) == "");
            REQUIRE(written.value() == static_cast<std::int64_t>(fs::file_size(folder.file("a.h5"))));
            const auto read = read_shard_file(folder.file("a.h5"), head);
            REQUIRE(words_of(read) == "");
            require_equal(read.value(), block);
        }
        CHECK(folder.entries() == 1);
    }
}

TEST_CASE("equal shards give equal bytes", "[io][hdf5][sweep]") {
    const Folder folder;
    const SweepHead head = sample();
    REQUIRE(write_shard_file(folder.file("a.h5"), head, shard_of(head, 1), false).ok());
    ::sleep(1);
    for (std::size_t size = 16; size < (std::size_t{1} << 22); size *= 2) std::vector<std::string> dirt(8, std::string(size, '\xa5'));
    REQUIRE(write_shard_file(folder.file("b.h5"), head, shard_of(head, 1), false).ok());
    CHECK((bytes_of(folder.file("a.h5")) == bytes_of(folder.file("b.h5"))));
    CHECK(code_of(write_shard_file(folder.file("a.h5"), head, shard_of(head, 1), false)) == "E0301");
}

TEST_CASE("a block that would not come back exactly is refused", "[io][hdf5][sweep]") {
    const Folder folder;
    const auto refused = [&](auto&& spoil) {
        SweepHead head = sample();
        sweep::Block block = shard_of(head, 1);
        spoil(head, block);
        const auto written = write_shard_file(folder.file("a.h5"), head, block, false);
        CHECK(folder.entries() == 0);
        return code_of(written) == "E0303";
    };
    constexpr std::int64_t too_large = (std::int64_t{1} << 53) + 1;
    CHECK(refused([](SweepHead&, sweep::Block& block) { block.counts[4][5] = too_large; }));
    CHECK(refused([](SweepHead&, sweep::Block& block) { block.counts[2][5] = -too_large; }));
    CHECK(refused([](SweepHead&, sweep::Block& block) { block.denominators[2][5] = too_large; }));
    CHECK(refused([](SweepHead&, sweep::Block& block) { block.counts[0].pop_back(); }));
    CHECK(refused([](SweepHead&, sweep::Block& block) { block.denominators[2].pop_back(); }));
    CHECK(refused([](SweepHead&, sweep::Block& block) { block.runs.pop_back(); }));
    CHECK(refused([](SweepHead&, sweep::Block& block) { block.first_point = 9; }));
    CHECK(refused([](SweepHead&, sweep::Block& block) { block.runs[0].digest += '\0'; }));
    CHECK(refused([](SweepHead& head, sweep::Block&) { head.kept[0].name = "run_households"; }));
    CHECK(refused([](SweepHead& head, sweep::Block&) { head.plan.axes[0].name = "waiting"; }));
    CHECK(refused([](SweepHead& head, sweep::Block&) { head.plan.axes[0].name = "payer"; }));
    CHECK(refused([](SweepHead& head, sweep::Block&) { head.plan.axes[0].name = "status"; }));
    CHECK(refused([](SweepHead& head, sweep::Block&) { head.plan.axes[0].name = "twee woorden"; }));
    CHECK(refused([](SweepHead& head, sweep::Block&) { head.plan.axes[1].name = head.plan.axes[0].name; }));
    CHECK(refused([](SweepHead& head, sweep::Block&) { head.plan.points[3].pop_back(); }));
    const SweepHead head = sample();
    sweep::Block largest = shard_of(head, 1);
    largest.counts[4][5] = too_large - 1;
    REQUIRE(write_shard_file(folder.file("a.h5"), head, largest, false).ok());
    require_equal(read_shard_file(folder.file("a.h5"), head).value(), largest);
}

TEST_CASE("a shard of another plan, version, shape or kind is named as such", "[io][hdf5][sweep]") {
    const Folder folder;
    const SweepHead head = sample();
    REQUIRE(write_shard_file(folder.file("a.h5"), head, shard_of(head, 1), false).ok());
    const auto read_as = [&](auto&& change) {
        SweepHead other = sample();
        change(other);
        return read_shard_file(folder.file("a.h5"), other);
    };
    const auto other_plan = read_as([](SweepHead& other) { other.plan.digest[0] = 'f'; });
    CHECK(code_of(other_plan) == "E0610");
    CHECK(words_of(other_plan).find(head.plan.digest) != std::string::npos);
    const auto other_version = read_as([](SweepHead& other) { other.plan.version = "0.2.0"; });
    CHECK(code_of(other_version) == "E0611");
    CHECK(words_of(other_version).find("0.1.0") != std::string::npos);
    CHECK(code_of(read_as([](SweepHead& other) { other.kept[1].parts[0] = "provincie"; })) == "E0308");
    CHECK(code_of(read_as([](SweepHead& other) { other.plan.replicates = 2; })) == "E0308");
    CHECK(code_of(read_as([](SweepHead& other) { other.plan.points.resize(5); })) == "E0308");
    REQUIRE(write_merged_file(folder.file("m.h5"), merging(head), false).ok());
    CHECK(code_of(read_shard_file(folder.file("m.h5"), head)) == "E0306");
    std::ofstream(folder.file("tekst.h5")) << "{}";
    CHECK(code_of(read_shard_file(folder.file("tekst.h5"), head)) == "E0306");
    CHECK(code_of(read_shard_file(folder.file("nergens.h5"), head)) == "E0305");
    CHECK(code_of(read_result_file(folder.file("a.h5"))) == "E0306");
}

TEST_CASE("a damaged shard or merged file is refused, wherever the damage is", "[io][hdf5][sweep]") {
    const Folder folder;
    const SweepHead head = sample();
    REQUIRE(write_shard_file(folder.file("shard.h5"), head, shard_of(head, 1), false).ok());
    REQUIRE(write_merged_file(folder.file("merged.h5"), merging(head), false).ok());
    const auto code = [&](const std::string& name, const std::string& bytes) {
        std::ofstream(folder.file("bad.h5"), std::ios::binary) << bytes;
        return name == "shard.h5" ? code_of(read_shard_file(folder.file("bad.h5"), head)) : code_of(read_sweep_head(folder.file("bad.h5")));
    };
    for (const std::string name : {"shard.h5", "merged.h5"}) {
        const std::string good = bytes_of(folder.file(name));
        CHECK(code(name, good) == "ok");
        for (std::size_t size = 0; size < good.size(); size += size < 20 || good.size() - size < 100 ? 1 : good.size() / 50) {
            const std::string found = code(name, good.substr(0, size));
            if (found != (size < 8 ? "E0306" : "E0308")) FAIL(name << " of length " << size << " gives " << found);
        }
        Numbers numbers;
        for (int i = 0; i < 200; ++i) {
            std::string bad = good;
            const std::uint64_t bit = i % 10 == 0 ? 8 * good.size() - 1 - numbers.next() % 600 : numbers.next() % (8 * good.size());
            bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
            const std::string found = code(name, bad);
            if (found != (bit < 64 ? "E0306" : "E0308")) FAIL("bit " << bit << " of " << name << " gives " << found);
        }
    }
}

}  // namespace sweep_shard_test
