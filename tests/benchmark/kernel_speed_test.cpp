// Every vector kernel against a plain loop of the function of one value, both measured here: a kernel that falls to a third
// of the advantage that it had when this was written fails (a compiler that no longer makes vectors of it, a call in its
// inner loop). Times are the least of many short turns, so that a busy machine does not matter. Release builds only.
#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <vector>

#include "../../src/engine/kernels/kernels.h"
#include "ontkoker/core/portable_math.h"
#include "ontkoker/engine/draws.h"

using namespace ontkoker;

namespace {

constexpr std::size_t rows = 2048;
constexpr int turns = 300;
#ifdef NDEBUG
constexpr bool release = true;
#else
constexpr bool release = false;
#endif

struct Data {
    std::vector<double> x = std::vector<double>(rows), chance = x, out = x;
    std::vector<std::uint32_t> words = std::vector<std::uint32_t>(rows);
    std::vector<std::vector<std::uint32_t>> drawn = std::vector(4, words);
    std::vector<std::uint64_t> keys = std::vector<std::uint64_t>(rows);
    std::vector<std::uint8_t> marks = std::vector<std::uint8_t>(rows);
    Sifted sifted;
    Draws draws{1, 2};

    Data() {
        for (std::size_t i = 0; i < rows; ++i) {
            x[i] = 0.01 + 0.005 * static_cast<double>(i);
            words[i] = static_cast<std::uint32_t>(i) * 2654435761u;
            chance[i] = unit(words[i] * 7u);
            keys[i] = derived_key(AgentKey{i}, 1, 1).value;
        }
        sifted.rows.resize(rows);
        sifted.words.resize(rows);
    }
};

// Nanoseconds a row, the least of all turns.
double least(const std::function<void()>& work) {
    double best = 1e9;
    for (int turn = 0; turn < turns; ++turn) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count());
    }
    return best / static_cast<double>(rows);
}

struct Kernel {
    const char* name;
    double advantage[3];  // plain loop over kernel: x86-64, v3, v4
    std::function<void(Data&, const Kernels&)> many;
    std::function<void(Data&)> one_by_one;
};

constexpr DrawPlane plane{{1, 2}, 5u << 16, 9};
constexpr double rare = 0.001;

const std::vector<Kernel> table = {
    {"fill", {4.8, 8.7, 17.0},
     [](Data& d, const Kernels& k) {
         std::uint32_t* const out[4] = {d.drawn[0].data(), d.drawn[1].data(), d.drawn[2].data(), d.drawn[3].data()};
         k.fill(d.keys.data(), rows, plane, out);
     },
     [](Data& d) {
         for (std::size_t i = 0; i < rows; ++i) {
             const auto block = d.draws.block({AgentKey{d.keys[i]}, 5, 9, 0});
             for (std::size_t w = 0; w < 4; ++w) d.drawn[w][i] = block[w];
         }
     }},
    {"sift", {4.4, 8.4, 17.0},
     [](Data& d, const Kernels& k) {
         const auto limit = static_cast<std::uint32_t>(threshold(rare));
         const SiftLimits limits{{limit, limit, 0, 0}, {~0u, ~0u, 0, 0}};
         d.sifted.count = k.sift(d.keys.data(), rows, plane, limits, d.sifted.rows.data(), d.sifted.words[0].data());
     },
     [](Data& d) {
         d.sifted.count = 0;
         for (std::size_t i = 0; i < rows; ++i) {
             const auto block = d.draws.block({AgentKey{d.keys[i]}, 5, 9, 0});
             if (!happens(block[0], rare) && !happens(block[1], rare)) continue;
             d.sifted.rows[d.sifted.count] = static_cast<std::uint32_t>(i);
             d.sifted.words[d.sifted.count++] = block;
         }
     }},
    {"exps", {1.9, 3.8, 6.2}, [](Data& d, const Kernels& k) { k.exps(d.x.data(), rows, d.out.data()); },
     [](Data& d) { std::transform(d.x.begin(), d.x.end(), d.out.begin(), portable_exp); }},
    {"logs", {1.8, 3.7, 5.3}, [](Data& d, const Kernels& k) { k.logs(d.x.data(), rows, d.out.data()); },
     [](Data& d) { std::transform(d.x.begin(), d.x.end(), d.out.begin(), portable_log); }},
    {"logistics", {1.9, 3.8, 5.4}, [](Data& d, const Kernels& k) { k.logistics(d.x.data(), rows, d.out.data()); },
     [](Data& d) { std::transform(d.x.begin(), d.x.end(), d.out.begin(), logistic); }},
    {"units", {2.0, 3.8, 5.0}, [](Data& d, const Kernels& k) { k.units(d.words.data(), rows, d.out.data()); },
     [](Data& d) {
         for (std::size_t i = 0; i < rows; ++i) d.out[i] = unit(d.words[i]);
     }},
    {"exponentials", {2.2, 4.4, 6.6}, [](Data& d, const Kernels& k) { k.exponentials(d.words.data(), rows, 3.0, d.out.data()); },
     [](Data& d) {
         for (std::size_t i = 0; i < rows; ++i) d.out[i] = exponential(d.words[i], 3.0);
     }},
    {"standard_normals", {1.8, 3.7, 5.3}, [](Data& d, const Kernels& k) { k.standard_normals(d.words.data(), rows, d.out.data()); },
     [](Data& d) { std::transform(d.words.begin(), d.words.end(), d.out.begin(), standard_normal); }},
    {"happen", {3.8, 5.8, 4.9}, [](Data& d, const Kernels& k) { k.happen(d.words.data(), d.chance.data(), rows, d.marks.data()); },
     [](Data& d) {
         for (std::size_t i = 0; i < rows; ++i) d.marks[i] = happens(d.words[i], d.chance[i]) ? 1 : 0;
     }},
};

void check_speed(const Kernel& kernel, const Kernels& set, double expected) {
    Data data;
    const double plain = least([&] { kernel.one_by_one(data); });
    const double many = least([&] { kernel.many(data, set); });
    CAPTURE(kernel.name, set.name, many, plain, expected);  // ns a row
    if (std::getenv("ONTKOKER_SHOW_SPEED"))
        std::printf("%-17s %-9s %6.2f ns a row, one by one %6.2f: %5.1f (was %.1f)\n", kernel.name, set.name, many, plain,
                    plain / many, expected);
    CHECK(plain / many > expected / 3.0);
}

}  // namespace

TEST_CASE("kernels keep their speed", "[benchmark][speed]") {
    if (!release) {
        WARN("skipped: speed is measured in release builds only");
        return;
    }
    const char* const names[] = {"x86-64", "x86-64-v3", "x86-64-v4"};
    for (const Kernel& kernel : table)
        for (std::size_t level = 0; level < 3; ++level)
            if (const Kernels* set = kernels_for(names[level])) check_speed(kernel, *set, kernel.advantage[level]);
}

TEST_CASE("fill and sift give the same bits for every set of kernels", "[benchmark][bits]") {
    Data data, other;
    const Kernels& plain = *kernels_for("x86-64");
    for (const char* const name : {"x86-64-v3", "x86-64-v4"}) {
        const Kernels* set = kernels_for(name);
        if (!set) continue;
        for (const Kernel& kernel : table) {
            kernel.many(data, plain);
            kernel.many(other, *set);
            CAPTURE(kernel.name, name);
            CHECK(data.drawn == other.drawn);
            CHECK(data.sifted.count == other.sifted.count);
            CHECK(data.sifted.rows == other.sifted.rows);
            CHECK(data.sifted.words == other.sifted.words);
            CHECK(std::memcmp(data.out.data(), other.out.data(), rows * sizeof(double)) == 0);
            CHECK(data.marks == other.marks);
        }
    }
}
