// Merged and virtual files of studies. What goes in comes out, and how points lie in shards makes no difference.
#include <sys/resource.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <csignal>
#include <fstream>
#include <numeric>

#include "ontkoker/io/hdf5/result_file.h"
#include "sweep_file_fixture.h"

using namespace ontkoker;
using namespace ontkoker::test;
namespace fs = std::filesystem;

namespace sweep_merged_test {

// The values that a file should hold, from the block of all points.
std::vector<double> values_of(const SweepHead& head, const sweep::Block& all, std::size_t o) {
    const OutcomeInfo& info = head.kept[o];
    const layout::Shape shape{all.points, 2, head.plan.replicates, head.plan.times()};
    std::vector<double> values;
    for (std::size_t cell = 0; cell < all.counts[o].size(); ++cell) {
        const std::size_t run = cell / (static_cast<std::size_t>(shape.times) * info.parts.size());
        const std::size_t point = run / 6, replicate = run % 3;
        const auto count = static_cast<double>(all.counts[o][cell]);
        double value = count / info.divisor;
        if (info.over_time == OverTime::ratio) value = count / static_cast<double>(all.denominators[o][cell]) / info.divisor;
        const bool none = all.runs[point * 3 + replicate].status != sweep::RunStatus::done ||
                          (info.over_time == OverTime::ratio && all.denominators[o][cell] == 0);
        values.push_back(none ? std::nan("") : value);
    }
    return values;
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i] && !(std::isnan(a[i]) && std::isnan(b[i]))) return false;
    return true;
}

// Limits the size of files of this process as long as it lives: the disk seems full.
struct TightDisk {
    rlimit before{};
    explicit TightDisk(std::size_t bytes) {
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
        REQUIRE(std::signal(SIGXFSZ, SIG_DFL) != SIG_ERR);
        rlimit tight = before;
        tight.rlim_cur = bytes;
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
    }
    ~TightDisk() { ::setrlimit(RLIMIT_FSIZE, &before); }
};

// All shards of a study in a folder of their own.
std::vector<std::string> written_shards(const Folder& folder, const SweepHead& head) {
    fs::create_directory(folder.file("shards"));
    std::vector<std::string> paths;
    for (int shard = 0; shard < head.plan.shards(); ++shard) {
        paths.push_back(folder.file("shards/100% deel-" + std::to_string(shard) + ".h5"));
        REQUIRE(words_of(write_shard_file(paths.back(), head, shard_of(head, shard), false)) == "");
    }
    return paths;
}

TEST_CASE("the merged file is its shards one after another", "[io][hdf5][sweep]") {
    for (const bool yearly : {true, false}) {
        const Folder folder;
        const SweepHead head = sample({11, 3, yearly});
        const sweep::Block all = block_of(head, 0, 11);
        MergeInput input = merging(head);
        input.partial = true;
        std::vector<int> asked;
        input.block = [&](int shard) -> Result<sweep::Block> {
            asked.push_back(shard);
            return shard_of(head, shard);
        };
        const auto written = write_merged_file(folder.file("m.h5"), input, false);
        REQUIRE(words_of(written) == "");
        CHECK(written.value() == static_cast<std::int64_t>(fs::file_size(folder.file("m.h5"))));
        CHECK(folder.entries() == 1);
        CHECK(asked == std::vector<int>{0, 1, 2, 3});

        const auto reader = SweepReader::open(folder.file("m.h5"));
        REQUIRE(words_of(reader) == "");
        const SweepFile& file = reader.value().head();
        CHECK(file.kind == SweepFile::Kind::merged);
        CHECK(file.plan_text == head.plan_text);
        CHECK(file.digest == digest_of(all.runs));
        CHECK(file.plan_digest == head.plan.digest);
        CHECK(file.study == "proef");
        CHECK(file.design == "saltelli");
        CHECK(file.design_size == 4);
        CHECK(file.second_order);
        CHECK(file.yearly == yearly);
        CHECK(file.partial);
        CHECK(file.times == head.plan.times());
        CHECK(file.scenarios == head.plan.scenarios);
        CHECK(file.kept == head.kept);
        REQUIRE(file.axes.size() == 2);
        CHECK(file.axes[0].name == "children.livelihood_stress");
        CHECK(file.axes[1].lever);
        CHECK(file.axes[1].unit == "hours");
        CHECK(file.axes[1].scenarios == head.plan.axes[1].scenarios);
        CHECK(file.axes[1].ramp_months == 6);
        for (int p = 0; p < 11; ++p) CHECK(file.axis_values[1][static_cast<std::size_t>(p)] == head.plan.points[static_cast<std::size_t>(p)][1]);
        require_equal({0, 11, all.counts, all.denominators, file.runs}, all);
        for (std::size_t o = 0; o < head.kept.size(); ++o) {
            const std::vector<double> expected = values_of(head, all, o);
            CHECK(same(reader.value().values(o, 0, 11).value(), expected));
            const std::size_t each = expected.size() / 11;
            CHECK(same(reader.value().values(o, 4, 3).value(), {expected.begin() + static_cast<std::ptrdiff_t>(4 * each),
                                                                expected.begin() + static_cast<std::ptrdiff_t>(7 * each)}));
            const auto counts = reader.value().counts(o, 0, 11);
            bool whole = true;
            for (std::size_t cell = 0; cell < expected.size(); ++cell) {
                const double above = counts.value().numerators[cell];
                whole = whole && (std::isnan(above) ? all.counts[o][cell] == 0 : above == static_cast<double>(all.counts[o][cell]));
            }
            CHECK(whole);
        }
    }
}

TEST_CASE("a failed run reads as NaN, also in numerators, and keeps its error", "[io][hdf5][sweep]") {
    const Folder folder;
    const SweepHead head = sample();
    REQUIRE(write_merged_file(folder.file("m.h5"), merging(head), false).ok());
    const auto reader = SweepReader::open(folder.file("m.h5"));
    const sweep::RunRecord& run = reader.value().head().runs[4 * 3 + 1];
    CHECK(run.status == sweep::RunStatus::failed);
    CHECK(run.error == "E0401 wet gebroken: \"kas\", én meer");
    const auto values = reader.value().values(0, 4, 1);
    const auto ratio = reader.value().counts(2, 4, 1);
    for (std::size_t s = 0; s < 2; ++s)
        for (std::size_t r = 0; r < 3; ++r) {
            CHECK(std::isnan(values.value()[(s * 3 + r) * 2]) == (r == 1));
            CHECK(std::isnan(ratio.value().numerators[(s * 3 + r) * 4]) == (r == 1));
            CHECK(std::isnan(ratio.value().denominators[(s * 3 + r) * 4]) == (r == 1));
        }
}

TEST_CASE("the merged file has the same bytes whatever the division into shards", "[io][hdf5][sweep]") {
    const Folder folder;
    std::string first;
    for (const int per_shard : {1, 3, 4, 11}) {
        const SweepHead head = sample({11, per_shard, true});
        MergeInput input = merging(head);
        input.batch_bytes = 8 * 1024;   // batches of four points
        REQUIRE(words_of(write_merged_file(folder.file("m.h5"), input, true)) == "");
        const std::string bytes = bytes_of(folder.file("m.h5"));
        if (first.empty()) first = bytes;
        CHECK((bytes == first));
        const auto reader = SweepReader::open(folder.file("m.h5"));
        REQUIRE(words_of(reader) == "");
        for (std::size_t o = 0; o < head.kept.size(); ++o)
            CHECK(same(reader.value().values(o, 0, 11).value(), values_of(head, block_of(head, 0, 11), o)));
    }
}

TEST_CASE("no chunk lies in two batches, and none is much larger than 128 KiB", "[io][hdf5][sweep]") {
    const auto check = [](const layout::Shape& shape, const OutcomeInfo& info, int batch) {
        const hdf5::Sizes chunk = layout::chunk_of(shape, info, batch), whole = shape.sizes(info);
        REQUIRE(chunk.size() == whole.size());
        for (std::size_t i = 0; i < chunk.size(); ++i) CHECK((chunk[i] >= 1 && chunk[i] <= whole[i]));
        const hsize_t cells = std::accumulate(chunk.begin(), chunk.end(), hsize_t{1}, std::multiplies<>());
        CHECK(chunk[1] == 1);
        CHECK(chunk[3] == whole[3]);
        CHECK((chunk[0] == whole[0] || static_cast<hsize_t>(batch) % chunk[0] == 0));
        CHECK((cells <= (1u << 14) || (chunk[0] == 1 && chunk[2] == 1)));
        return cells;
    };
    const std::vector<OutcomeInfo> kept = outcomes_of_every_kind();
    // A thousand small points, a few large ones, and points of which one replicate is larger than a chunk.
    for (const layout::Shape& shape : {layout::Shape{1000, 2, 4, 5}, layout::Shape{8, 3, 50, 120}, layout::Shape{100, 2, 3, 8000},
                                       layout::Shape{1, 1, 1, 1}, layout::Shape{37, 2, 20, 10}})
        for (const std::int64_t bytes : {std::int64_t{1} << 26, std::int64_t{1} << 16, std::int64_t{1}})
            for (const OutcomeInfo& info : kept) check(shape, info, layout::points_per_batch(shape, kept, bytes));
    // Where much is kept, a chunk is filled for more than half.
    CHECK(check({1000, 2, 4, 5}, kept[0], layout::points_per_batch({1000, 2, 4, 5}, kept, 1 << 26)) > (1u << 13));
}

TEST_CASE("a full disk while merging is a problem, not a signal or a crash, and leaves nothing", "[io][hdf5][sweep]") {
    const Folder folder;
    const SweepHead head = sample({40, 3, false});
    MergeInput input = merging(head);
    input.batch_bytes = 64 * 1024;
    const auto good = write_merged_file(folder.file("goed.h5"), input, false);
    REQUIRE(good.ok());
    std::ofstream(folder.file("oud.h5")) << "oud";
    const auto size = static_cast<std::size_t>(good.value());
    for (std::size_t part = 0; part <= 20; ++part) {
        const std::size_t limit = part < 20 ? size * part / 20 : size - 1;
        Result<std::int64_t> fresh = 0, over = 0;
        {
            const TightDisk tight(limit);
            fresh = write_merged_file(folder.file("a.h5"), input, false);
            over = write_merged_file(folder.file("oud.h5"), input, true);
        }
        INFO("limit " << limit << " of " << size);
        CHECK(code_of(fresh) == "E0302");
        CHECK(code_of(over) == "E0302");
        CHECK(words_of(fresh).find("File too large") != std::string::npos);
        CHECK(words_of(fresh).find(" bytes") != std::string::npos);
        CHECK(folder.entries() == 2);
        CHECK(bytes_of(folder.file("oud.h5")) == "oud");
    }
    CHECK(write_merged_file(folder.file("a.h5"), input, false).ok());
    CHECK((bytes_of(folder.file("a.h5")) == bytes_of(folder.file("goed.h5"))));
}

TEST_CASE("merging stops at the first shard that cannot be read, and leaves nothing", "[io][hdf5][sweep]") {
    const Folder folder;
    const SweepHead head = sample();
    MergeInput input = merging(head);
    input.block = [&](int shard) -> Result<sweep::Block> {
        if (shard == 2) return Problem{.code = "E0999", .message = "weg", .hint = {}, .file = {}, .pointer = {}};
        return shard_of(head, shard);
    };
    CHECK(code_of(write_merged_file(folder.file("a.h5"), input, false)) == "E0999");
    CHECK(folder.entries() == 0);
    CHECK(code_of(write_merged_file(folder.file("nergens/a.h5"), merging(head), false)) == "E0302");
    std::ofstream(folder.file("a.h5")) << "kostbaar";
    CHECK(code_of(write_merged_file(folder.file("a.h5"), merging(head), false)) == "E0301");
    CHECK(bytes_of(folder.file("a.h5")) == "kostbaar");
    CHECK(folder.entries() == 1);
}

TEST_CASE("the virtual view reads as the merged file, from wherever the folder stands", "[io][hdf5][sweep]") {
    const Folder folder;
    fs::create_directory(folder.file("hier"));
    const SweepHead head = sample();
    const std::vector<std::string> shards = written_shards(folder, head);
    REQUIRE(words_of(write_virtual_file(folder.file("v.h5"), merging(head), shards, false)) == "");
    REQUIRE(write_merged_file(folder.file("m.h5"), merging(head), false).ok());
    for (const char* name : {"v.h5", "shards", "m.h5"}) fs::rename(folder.file(name), folder.file(std::string("hier/") + name));
    const auto merged = SweepReader::open(folder.file("hier/m.h5")), view = SweepReader::open(folder.file("hier/v.h5"));
    REQUIRE(words_of(view) == "");
    CHECK(view.value().head().kind == SweepFile::Kind::virtual_view);
    CHECK(view.value().head().digest == merged.value().head().digest);
    CHECK(view.value().head().plan_text == head.plan_text);
    CHECK(view.value().head().runs.size() == merged.value().head().runs.size());
    for (std::size_t o = 0; o < head.kept.size(); ++o) {
        CHECK(same(view.value().values(o, 0, 11).value(), merged.value().values(o, 0, 11).value()));
        CHECK(same(view.value().counts(o, 2, 5).value().denominators, merged.value().counts(o, 2, 5).value().denominators));
    }
    // Missing or damaged later: told, all at once, and not read as NaN.
    fs::remove(folder.file("hier/shards/100% deel-1.h5"));
    std::ofstream(folder.file("hier/shards/100% deel-2.h5"), std::ios::app) << "x";
    const auto later = SweepReader::open(folder.file("hier/v.h5"));
    REQUIRE(!later.ok());
    CHECK(later.problems().size() == 2);
    CHECK(later.problems()[0].code == "E0305");
    CHECK(later.problems()[1].code == "E0308");
}

TEST_CASE("a virtual view of part of the shards says what is missing", "[io][hdf5][sweep]") {
    const Folder folder;
    const SweepHead head = sample();
    std::vector<std::string> shards = written_shards(folder, head);
    shards[1].clear();
    MergeInput input = merging(head);
    input.partial = true;
    REQUIRE(words_of(write_virtual_file(folder.file("v.h5"), input, shards, false)) == "");
    const auto view = SweepReader::open(folder.file("v.h5"));
    REQUIRE(words_of(view) == "");
    CHECK(view.value().head().partial);
    const auto values = view.value().values(4, 0, 11);
    const std::size_t each = values.value().size() / 11;
    for (std::size_t p = 0; p < 11; ++p) {
        CHECK(std::isnan(values.value()[p * each]) == (p >= 3 && p < 6));
        CHECK((view.value().head().runs[p * 3].status == sweep::RunStatus::missing) == (p >= 3 && p < 6));
    }
    SweepHead other = sample();
    other.plan.digest[0] = 'f';
    CHECK(code_of(write_virtual_file(folder.file("w.h5"), merging(other), shards, false)) == "E0610");
    std::swap(shards[0], shards[2]);
    CHECK(code_of(write_virtual_file(folder.file("w.h5"), input, shards, false)) == "E0308");
}

TEST_CASE("sweep files and result files are told apart", "[io][hdf5][sweep]") {
    const Folder folder;
    const SweepHead head = sample();
    REQUIRE(write_shard_file(folder.file("shard.h5"), head, shard_of(head, 0), false).ok());
    REQUIRE(write_merged_file(folder.file("m.h5"), merging(head), false).ok());
    ResultSet set;
    set.outcomes = {outcome("waiting", "1", OverTime::mean, 1.0)};
    set.scenarios = {"verkokerd"};
    set.replicates = set.months = 1;
    set.start_year = 2026;
    set.counts = {{3}};
    set.denominators = {{}};
    set.digest = ontkoker::digest_of(set);
    REQUIRE(words_of(write_result_file(folder.file("r.h5"), set, false)) == "");
    std::ofstream(folder.file("t.h5")) << "tekst";
    CHECK(is_sweep_file(folder.file("shard.h5")).value());
    CHECK(is_sweep_file(folder.file("m.h5")).value());
    CHECK_FALSE(is_sweep_file(folder.file("r.h5")).value());
    CHECK(code_of(is_sweep_file(folder.file("t.h5"))) == "E0306");
    CHECK(code_of(read_sweep_head(folder.file("r.h5"))) == "E0306");
}

TEST_CASE("xarray, netCDF and R read sweep files", "[io][hdf5][sweep][python]") {
    const Folder folder;
    const SweepHead head = sample();
    const std::vector<std::string> shards = written_shards(folder, head);
    REQUIRE(write_merged_file(folder.file("m.h5"), merging(head), false).ok());
    REQUIRE(write_virtual_file(folder.file("v.h5"), merging(head), shards, false).ok());
    const std::string script = ONTKOKER_ROOT "/tests/python/read_sweep.py";
    if (!fs::exists(script) || !fs::exists("/usr/bin/python3")) {
        WARN("skipped: no /usr/bin/python3 or no sources");
        return;
    }
    const int status = std::system(("/usr/bin/python3 '" + script + "' '" + folder.file("m.h5") + "' '" + folder.file("v.h5") + "' '" + shards[1] + "'").c_str());
    if (WIFEXITED(status) && WEXITSTATUS(status) == 77) {
        WARN("skipped: python3-xarray, python3-h5netcdf or python3-h5py is missing");
        return;
    }
    REQUIRE(status == 0);
}

}  // namespace sweep_merged_test
