// Transforms of many values against the functions of one value, bit by bit, for every set of kernels that this processor
// has. Seen red with: the halving at sqrt(2) with >=, a series summed in the other direction, the last sum of log in another
// order, what is no number sent to the other border, the tails left as the centre has them, the last tail left out, one value
// written too many, a chance that comes up with > in place of >=.
#include "ontkoker/engine/transforms.h"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "../../src/engine/kernels/kernels.h"
#include "ontkoker/core/portable_math.h"
#include "ontkoker/engine/draws.h"

using namespace ontkoker;

namespace transforms_test {

using Values = std::vector<double>;
using Words = std::vector<std::uint32_t>;

std::vector<const Kernels*> sets() {
    std::vector<const Kernels*> found;
    for (const char* name : {"x86-64", "x86-64-v3", "x86-64-v4"})
        if (const Kernels* set = kernels_for(name)) found.push_back(set);
    return found;
}

// Borders, both sides of every place where exp and log change their power of two, and a great many others.
Values arguments() {
    constexpr double most = std::numeric_limits<double>::max(), infinite = std::numeric_limits<double>::infinity();
    Values x{0.0, -0.0, 700.0, -700.0, 701.0, -701.0, 1e300, -1e300, most, -most, infinite, -infinite,
             std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::min(), 1e-300, -1e-300, 0.5, -0.5};
    for (int k = -1010; k <= 1010; ++k)
        for (const double border : {(k + 0.5) * 0.6931471805599453, k * 0.6931471805599453, std::ldexp(std::sqrt(2.0), k)})
            for (const double towards : {-most, border, most}) x.push_back(std::nextafter(border, towards));
    AddressedEngine engine({2026, 4}, {});
    for (const double range : {700.0, 20.0, 1.0, 1e-6})
        for (int i = 0; i < 60000; ++i) x.push_back((unit(engine()) * 2.0 - 1.0) * range);
    return x;
}

// What log is made for: positive and normal.
Values positive_arguments() {
    Values x;
    for (const double value : arguments())
        if (value >= std::numeric_limits<double>::min() && value <= std::numeric_limits<double>::max()) x.push_back(value);
    AddressedEngine engine({2026, 5}, {});
    for (int i = 0; i < 200000; ++i) {
        const std::uint64_t exponent = 1 + engine() % 2046, upper = engine() >> 6, lower = engine() >> 6;
        x.push_back(std::bit_cast<double>(exponent << 52 | upper << 26 | lower));
    }
    return x;
}

// All that are near an end or a border of the tails, and words with an even step.
Words words() {
    Words all;
    for (const double border : {0.0, 0.02425, 0.5, 1.0 - 0.02425, 1.0})
        for (std::int64_t off = -3000; off <= 3000; ++off)
            all.push_back(static_cast<std::uint32_t>(static_cast<std::int64_t>(border * 4294967296.0) + off));
    for (std::uint32_t i = 0; i < 400000; ++i) all.push_back(i * 10737u);
    return all;
}

// Beyond the end of `out` nothing may change; all lengths up to some packs, then all of `in` at once.
template <class In, class Many, class One>
void check(const std::vector<In>& in, const Many& many, const One& one) {
    for (std::size_t count = 0, first = 0; count < 600 && first + count <= in.size(); count += count < 70 ? 1 : 61, first += 7) {
        Values out(count + 1, 12345.0);
        many(in.data() + first, count, out.data());
        REQUIRE(out[count] == 12345.0);
        for (std::size_t i = 0; i < count; ++i)
            REQUIRE(std::bit_cast<std::uint64_t>(out[i]) == std::bit_cast<std::uint64_t>(one(in[first + i])));
    }
    Values out(in.size());
    many(in.data(), in.size(), out.data());
    std::size_t different = 0;
    for (std::size_t i = 0; i < in.size(); ++i)
        different += std::bit_cast<std::uint64_t>(out[i]) != std::bit_cast<std::uint64_t>(one(in[i]));
    CHECK(different == 0);
}

TEST_CASE("vector exp, log and logistic give the bits of the functions of one value", "[engine][transforms]") {
    const Values any = arguments(), positive = positive_arguments();
    for (const Kernels* set : sets()) {
        CAPTURE(set->name);
        check(any, set->exps, portable_exp);
        check(positive, set->logs, portable_log);
        check(any, set->logistics, logistic);
    }
}

TEST_CASE("vector draws give the bits of the draws of one word", "[engine][transforms]") {
    const Words all = words();
    for (const Kernels* set : sets()) {
        CAPTURE(set->name);
        check(all, set->units, unit);
        check(all, set->standard_normals, standard_normal);
        for (const double mean : {1.0, 3000.0, 0.1})
            check(all, [&](const std::uint32_t* in, std::size_t count, double* out) { set->exponentials(in, count, mean, out); },
                  [&](std::uint32_t word) { return exponential(word, mean); });
    }
}

TEST_CASE("vector chances come up as those of one word do", "[engine][transforms]") {
    Values some{0.0, -1.0, 1.0, 7.0, 0.5, std::nan(""), std::numeric_limits<double>::infinity(), -0.0, 1e-320};
    AddressedEngine engine({2026, 6}, {});
    for (std::uint32_t i = 0; i < 100000; ++i) some.push_back(unit(engine()) * (i % 3 == 0 ? 1e-6 : 1.0));
    std::vector<std::pair<std::uint32_t, double>> all;
    for (const double p : some)
        for (const std::uint32_t off : {0u, 1u, 0xffffffffu})  // at the threshold, beside it
            all.emplace_back(static_cast<std::uint32_t>(threshold(p)) + off, p);
    for (const double p : some) all.emplace_back(engine(), p);
    Words in;
    Values chance;
    for (const auto& [word, p] : all) {
        in.push_back(word);
        chance.push_back(p);
    }
    for (const Kernels* set : sets()) {
        CAPTURE(set->name);
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{31}, std::size_t{77}, in.size()}) {
            std::vector<std::uint8_t> out(count + 1, 99);
            set->happen(in.data(), chance.data(), count, out.data());
            REQUIRE(out[count] == 99);
            std::size_t different = 0;
            for (std::size_t i = 0; i < count; ++i) different += out[i] != (happens(in[i], chance[i]) ? 1 : 0);
            CHECK(different == 0);
        }
    }
}

TEST_CASE("a block of tails only", "[engine][transforms]") {
    Words tails(1000);
    std::iota(tails.begin(), tails.end(), 0u);
    for (const Kernels* set : sets()) check(Words(tails), set->standard_normals, standard_normal);
}

TEST_CASE("transforms write over what they read", "[engine][transforms]") {
    for (const auto transform : {exps, logs, logistics}) {
        Values x(1001), out(1001);
        for (std::size_t i = 0; i < x.size(); ++i) x[i] = 0.01 + 0.02 * static_cast<double>(i);
        transform(x, out);
        transform(x, x);
        CHECK(x == out);
    }
}

}  // namespace transforms_test
