// Folders, numbers and outcomes for tests of files.
#pragma once
#include <catch2/catch.hpp>

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/results.h"

namespace ontkoker::test {

// A folder of its own per test, gone afterwards.
struct Folder {
    std::string path;
    Folder() {
        path = (std::filesystem::temp_directory_path() / "ontkoker-XXXXXX").string();
        REQUIRE(::mkdtemp(path.data()) != nullptr);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string file(const std::string& name) const { return path + "/" + name; }
    std::size_t entries() const {
        namespace fs = std::filesystem;
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

// Plain repeatable numbers (Knuth's MMIX multiplier); quality does not matter here.
struct Numbers {
    std::uint64_t state = 42;
    std::uint64_t next() { return (state = state * 6364136223846793005ULL + 1442695040888963407ULL) >> 11; }
    std::int64_t within(std::int64_t most) { return static_cast<std::int64_t>(next() % (2 * most + 1)) - most; }
};

inline OutcomeInfo outcome(const char* name, const char* unit, OverTime over_time, double divisor, const char* split = "",
                           std::vector<std::string> parts = {""}) {
    OutcomeInfo info;
    info.name = name;
    info.unit = unit;
    info.nl = std::string("de ") + name;
    info.en = std::string("the ") + name;
    info.split = split;
    info.parts = parts;
    info.parts_nl = info.parts_en = parts;
    if (*split != '\0') {
        for (auto& part : info.parts_nl) part = "deel " + part;
        for (auto& part : info.parts_en) part = "part " + part;
    }
    info.over_time = over_time;
    info.divisor = divisor;
    info.better = over_time == OverTime::sum ? Better::lower : over_time == OverTime::mean ? Better::higher : Better::neither;
    return info;
}

// One outcome of every kind.
inline std::vector<OutcomeInfo> outcomes_of_every_kind() {
    const std::vector<std::string> payers{"gemeente", "rijk", "zorgverzekeraar"};
    return {outcome("waiting", "1", OverTime::mean, 1.0),
            outcome("spending", "EUR", OverTime::sum, 100.0, "payer", payers),
            outcome("share_in_care", "%", OverTime::ratio, 0.01, "age", {"kind", "jongere"}),
            outcome("hours_given", "hours", OverTime::last, 60.0),
            outcome("applications", "1", OverTime::sum, 1.0, "payer", payers),
            outcome("mean_wait", "weeks", OverTime::ratio, 10080.0)};
}

template <class T>
std::string code_of(const Result<T>& result) {
    return result.ok() ? "ok" : result.problems().front().code;
}

template <class T>
std::string words_of(const Result<T>& result) {
    return result.ok() ? "" : result.problems().front().message;
}

}  // namespace ontkoker::test
