// Result files: what goes in comes out, whole or not at all, and nothing altered is believed.
#include "ontkoker/io/hdf5/result_file.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "../../src/io/hdf5/file_image.h"
#include "file_fixture.h"
#include "ontkoker/io/hdf5/whole_file.h"

using namespace ontkoker;
using namespace ontkoker::test;
namespace fs = std::filesystem;

namespace result_file_test {

// One outcome of every kind; some ratios have no denominator.
ResultSet sample() {
    ResultSet set;
    set.outcomes = outcomes_of_every_kind();
    set.scenarios = {"verkokerd", "€-regeling"};
    set.replicates = 3;
    set.start_year = 2026;
    set.months = 24;
    set.municipality = "'s-Hertogenbosch";
    set.households = 12345678901;
    set.effective_config = "{\"seed\": 7, \"merk\": \"configuratie\"}";
    set.version = "0.1.0";
    Numbers numbers;
    for (const OutcomeInfo& info : set.outcomes) {
        auto& counts = set.counts.emplace_back();
        auto& below = set.denominators.emplace_back();
        for (std::size_t cell = 0; cell < 2 * 3 * 24 * info.parts.size(); ++cell) {
            counts.push_back(numbers.within(1'000'000));
            if (info.over_time == OverTime::ratio) below.push_back(cell % 5 == 0 ? 0 : numbers.within(500) + 501);
        }
    }
    set.digest = digest_of(set);
    return set;
}

void require_equal(const ResultSet& a, const ResultSet& b) {
    REQUIRE(a.outcomes.size() == b.outcomes.size());
    for (std::size_t o = 0; o < a.outcomes.size(); ++o) {
        const OutcomeInfo &x = a.outcomes[o], &y = b.outcomes[o];
        REQUIRE(x.name == y.name);
        REQUIRE(x.unit == y.unit);
        REQUIRE(x.nl == y.nl);
        REQUIRE(x.en == y.en);
        REQUIRE(x.split == y.split);
        REQUIRE(x.parts == y.parts);
        REQUIRE(x.parts_nl == y.parts_nl);
        REQUIRE(x.parts_en == y.parts_en);
        REQUIRE(x.over_time == y.over_time);
        REQUIRE(x.better == y.better);
        REQUIRE(x.divisor == y.divisor);
    }
    REQUIRE(a.scenarios == b.scenarios);
    REQUIRE(a.replicates == b.replicates);
    REQUIRE(a.first_replicate == b.first_replicate);
    REQUIRE(a.start_year == b.start_year);
    REQUIRE(a.months == b.months);
    REQUIRE(a.counts == b.counts);
    REQUIRE(a.denominators == b.denominators);
    REQUIRE(a.municipality == b.municipality);
    REQUIRE(a.households == b.households);
    REQUIRE(a.effective_config == b.effective_config);
    REQUIRE(a.version == b.version);
    REQUIRE(a.digest == b.digest);
}

std::string image_of(const ResultSet& set, const layout::Stamp& stamp = {}) {
    const auto image = build_file_image("x.h5", set, stamp);
    REQUIRE(image.ok());
    return image.value();
}

TEST_CASE("a result file gives the set back", "[io][hdf5]") {
    const Folder folder;
    const ResultSet set = sample();
    const auto written = write_result_file(folder.file("a.h5"), set, false);
    REQUIRE(code_of(written) == "ok");
    REQUIRE(written.value() == static_cast<std::int64_t>(fs::file_size(folder.file("a.h5"))));
    REQUIRE(folder.entries() == 1);
    const auto read = read_result_file(folder.file("a.h5"));
    REQUIRE(words_of(read) == "");
    require_equal(read.value(), set);
    REQUIRE(digest_of(read.value()) == set.digest);
}

TEST_CASE("a file of one run of a study keeps that run's number", "[io][hdf5]") {
    ResultSet set = sample();
    set.first_replicate = 17;
    const auto read = parse_file_image("x.h5", image_of(set));
    REQUIRE(words_of(read) == "");
    require_equal(read.value(), set);
    set.first_replicate = -1;
    const Folder folder;
    CHECK(code_of(write_result_file(folder.file("a.h5"), set, false)) == "E0303");
}

TEST_CASE("whole numbers survive any divisor", "[io][hdf5]") {
    for (const double divisor : {100.0, 60.0, 10080.0, 3.0, 7.0, 0.01, 0.3, 65536.0, 1e6, 52.1775}) {
        ResultSet set = sample();
        Numbers numbers;
        set.outcomes[1].divisor = divisor;
        for (auto& count : set.counts[1]) count = numbers.within(std::int64_t{1} << 50);
        set.digest = digest_of(set);
        const auto read = parse_file_image("x.h5", image_of(set));
        REQUIRE(words_of(read) == "");
        REQUIRE(read.value().counts[1] == set.counts[1]);
    }
}

TEST_CASE("a set that would not come back exactly is refused", "[io][hdf5]") {
    const Folder folder;
    const auto refused = [&](auto&& spoil, bool renew_digest = true) {
        ResultSet set = sample();
        spoil(set);
        if (renew_digest) set.digest = digest_of(set);
        const auto written = write_result_file(folder.file("a.h5"), set, false);
        CHECK(folder.entries() == 0);
        return code_of(written) == "E0303";
    };
    CHECK(refused([](ResultSet& set) { set.counts[1][5] = (std::int64_t{1} << 60) + 1; }));
    CHECK(refused([](ResultSet& set) { set.counts[0].pop_back(); }));
    CHECK(refused([](ResultSet& set) { set.denominators[2].pop_back(); }));
    CHECK(refused([](ResultSet& set) { set.outcomes[0].name = "time"; }));
    CHECK(refused([](ResultSet& set) { set.outcomes[0].name = "a/b"; }));
    CHECK(refused([](ResultSet& set) { set.outcomes[0].name = "payer"; }));
    CHECK(refused([](ResultSet& set) { set.outcomes[0].name = "spending"; }));
    CHECK(refused([](ResultSet& set) { set.outcomes[4].parts[1] = "provincie"; }));
    CHECK(refused([](ResultSet& set) { set.outcomes[4].parts_nl[1] = "de provincie"; }));
    CHECK(refused([](ResultSet& set) { set.outcomes[1].divisor = 0.0; }));
    CHECK(refused([](ResultSet& set) { set.scenarios[1] = set.scenarios[0]; }));
    CHECK(refused([](ResultSet& set) { set.effective_config += '\0'; }));
    CHECK(refused([](ResultSet& set) { set.digest[0] = set.digest[0] == '0' ? '1' : '0'; }, false));
    CHECK(refused([](ResultSet& set) { set = ResultSet(); }));
}

TEST_CASE("equal results give equal bytes", "[io][hdf5]") {
    const Folder folder;
    REQUIRE(write_result_file(folder.file("a.h5"), sample(), false).ok());
    // Another second, and memory that held something else.
    ::sleep(1);
    for (std::size_t size = 16; size < (std::size_t{1} << 22); size *= 2) {
        std::vector<std::string> dirt(8, std::string(size, '\xa5'));
    }
    REQUIRE(write_result_file(folder.file("b.h5"), sample(), false).ok());
    const auto a = read_whole_file(folder.file("a.h5")), b = read_whole_file(folder.file("b.h5"));
    REQUIRE((a.value() == b.value()));  // in brackets: not to be printed
    REQUIRE(a.value().size() > 10'000);
}

TEST_CASE("an existing file is not overwritten unasked", "[io][hdf5]") {
    const Folder folder;
    const std::string path = folder.file("a.h5");
    std::ofstream(path) << "kostbaar";
    REQUIRE(code_of(write_result_file(path, sample(), false)) == "E0301");
    REQUIRE(read_whole_file(path).value() == "kostbaar");
    REQUIRE(write_result_file(path, sample(), true).ok());
    REQUIRE(read_result_file(path).ok());
    REQUIRE(folder.entries() == 1);
}

TEST_CASE("what a killed process left aside is no obstacle", "[io][hdf5]") {
    const Folder folder;
    std::ofstream(folder.file("a.h5.tmp." + std::to_string(::getpid()))) << "half";
    REQUIRE(write_result_file(folder.file("a.h5"), sample(), false).ok());
    REQUIRE(folder.entries() == 1);
}

TEST_CASE("a folder that cannot be written gives a problem with the system's words", "[io][hdf5]") {
    const Folder folder;
    const auto missing = write_result_file(folder.file("nergens/a.h5"), sample(), false);
    REQUIRE(code_of(missing) == "E0302");
    CHECK(words_of(missing).find("No such file or directory") != std::string::npos);
    CHECK(missing.problems().front().file == folder.file("nergens/a.h5"));

    std::ofstream(folder.file("bestand")) << "x";
    CHECK(code_of(write_result_file(folder.file("bestand/a.h5"), sample(), false)) == "E0302");
    fs::create_directory(folder.file("map"));
    CHECK(code_of(write_result_file(folder.file("map"), sample(), false)) == "E0301");
    CHECK(code_of(write_result_file(folder.file("map"), sample(), true)) == "E0302");
    CHECK(folder.entries() == 2);

    if (::geteuid() != 0) {  // root may write anywhere
        fs::permissions(folder.file("map"), fs::perms::owner_read | fs::perms::owner_exec);
        const auto closed = write_result_file(folder.file("map/a.h5"), sample(), false);
        CHECK(code_of(closed) == "E0302");
        CHECK(words_of(closed).find("Permission denied") != std::string::npos);
    }
}

TEST_CASE("a full disk is a problem, not a signal, and leaves nothing", "[io][hdf5]") {
    const Folder folder;
    std::ofstream(folder.file("oud.h5")) << "oud";
    rlimit before{}, tight{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    REQUIRE(std::signal(SIGXFSZ, SIG_DFL) != SIG_ERR);
    const std::string image = image_of(sample());
    for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, image.size() / 2, image.size() - 1}) {
        tight = before;
        tight.rlim_cur = limit;
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
        const auto fresh = write_result_file(folder.file("a.h5"), sample(), false);
        const auto over = write_result_file(folder.file("oud.h5"), sample(), true);
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
        CHECK(code_of(fresh) == "E0302");
        CHECK(code_of(over) == "E0302");
        CHECK(words_of(fresh).find("File too large") != std::string::npos);
        CHECK(words_of(fresh).find(std::to_string(image.size()) + " bytes") != std::string::npos);
        CHECK(folder.entries() == 1);
        CHECK(read_whole_file(folder.file("oud.h5")).value() == "oud");
    }
    sigset_t waiting;
    sigpending(&waiting);
    CHECK(sigismember(&waiting, SIGXFSZ) == 0);
    CHECK(write_result_file(folder.file("a.h5"), sample(), false).ok());
}

TEST_CASE("a file that is not ours is named as such", "[io][hdf5]") {
    const Folder folder;
    CHECK(code_of(read_result_file(folder.file("nergens.h5"))) == "E0305");
    CHECK(code_of(read_result_file(folder.path)) == "E0305");
    std::ofstream(folder.file("leeg.h5"));
    CHECK(code_of(read_result_file(folder.file("leeg.h5"))) == "E0306");
    std::ofstream(folder.file("tekst.h5")) << "{\"dit\": \"is JSON\"}";
    CHECK(code_of(read_result_file(folder.file("tekst.h5"))) == "E0306");

    layout::Stamp other;
    other.filetype = "ontkoker-population";
    const auto read = parse_file_image("x.h5", image_of(sample(), other));
    CHECK(code_of(read) == "E0306");
    CHECK(words_of(read).find("ontkoker-population") != std::string::npos);
}

TEST_CASE("the major version decides whether a file is read", "[io][hdf5]") {
    layout::Stamp newer;
    newer.major = 2;
    const auto read = parse_file_image("x.h5", image_of(sample(), newer));
    CHECK(code_of(read) == "E0307");
    CHECK(words_of(read).find("formaat 2") != std::string::npos);
    newer.major = 1;
    newer.minor = 9;
    CHECK(code_of(parse_file_image("x.h5", image_of(sample(), newer))) == "ok");
}

TEST_CASE("a truncated file is refused at every length", "[io][hdf5]") {
    const std::string image = image_of(sample());
    for (std::size_t size = 0; size < image.size(); size += size < 200 || image.size() - size < 200 ? 1 : 97) {
        const std::string code = code_of(parse_file_image("x.h5", image.substr(0, size)));
        if (code != (size < 8 ? "E0306" : "E0308")) FAIL("length " << size << " gives " << code);
    }
}

TEST_CASE("an altered cell contradicts the digest", "[io][hdf5]") {
    // The stamp of the unaltered set on altered cells: what an edit with another program leaves.
    const ResultSet good = sample();
    for (std::size_t o = 0; o < good.outcomes.size(); ++o) {
        ResultSet altered = good;
        altered.counts[o].back() ^= 1;
        CHECK(code_of(parse_file_image("x.h5", image_of(altered))) == "E0309");
    }
    ResultSet altered = good;
    altered.denominators[2][7] ^= 1;
    CHECK(code_of(parse_file_image("x.h5", image_of(altered))) == "E0309");
}

TEST_CASE("a flipped bit is refused, wherever it is", "[io][hdf5]") {
    const std::string image = image_of(sample());
    Numbers numbers;
    for (int i = 0; i < 3000; ++i) {
        std::string bad = image;
        // One in ten in the seal and just before it.
        const std::uint64_t bits = bad.size() * 8;
        const std::uint64_t bit = i % 10 == 0 ? bits - 1 - numbers.next() % 600 : numbers.next() % bits;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        const std::string code = code_of(parse_file_image("x.h5", bad));
        if (code != (bit < 64 ? "E0306" : "E0308")) FAIL("bit " << bit << " gives " << code);
    }
}

TEST_CASE("a file that another program rewrote is named as such", "[io][hdf5]") {
    const std::string image = image_of(sample());
    const auto read = parse_file_image("x.h5", image.substr(0, image.rfind("\nontkoker-seal")));
    CHECK(code_of(read) == "E0308");
    CHECK(words_of(read).find("zegel") != std::string::npos);
}

TEST_CASE("xarray and h5py read the file", "[io][hdf5][python]") {
    const Folder folder;
    REQUIRE(write_result_file(folder.file("a.h5"), sample(), false).ok());
    const std::string script = ONTKOKER_ROOT "/tests/python/read_result.py";
    if (!fs::exists(script) || !fs::exists("/usr/bin/python3")) {
        WARN("skipped: no /usr/bin/python3 or no sources");
        return;
    }
    const int status = std::system(("/usr/bin/python3 '" + script + "' '" + folder.file("a.h5") + "'").c_str());
    if (WIFEXITED(status) && WEXITSTATUS(status) == 77) {
        WARN("skipped: python3-xarray, python3-h5netcdf or python3-h5py is missing");
        return;
    }
    REQUIRE(status == 0);
}

}  // namespace result_file_test
