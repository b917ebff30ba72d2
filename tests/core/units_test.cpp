// Seen red with: truncation in place of rounding, 65535 for a level of 1, the purpose left out of a key.
#include "ontkoker/core/ids.h"
#include "ontkoker/core/result.h"
#include "ontkoker/core/units.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace ontkoker;

namespace units_test {

TEST_CASE("the nearest whole number, halves away from zero", "[core][units]") {
    CHECK(nearest(2.5) == 3);
    CHECK(nearest(-2.5) == -3);
    CHECK(nearest(2.4999) == 2);
    CHECK(nearest(-2.4999) == -2);
    CHECK(nearest(0.0) == 0);
    for (int i = -1000; i <= 1000; ++i) CHECK(nearest(i * 0.1) == -nearest(i * -0.1));
}

TEST_CASE("money and minutes add up as whole numbers", "[core][units]") {
    CHECK(euros(12.34) == Cents(1234));
    CHECK(euros(-0.01) == Cents(-1));
    CHECK(in_euros(Cents(1234)) == 12.34);
    CHECK(Cents(10) + Cents(5) - Cents(20) == -Cents(5));
    CHECK(3 * Minutes(60) == Minutes(60) * 3);
    CHECK(Cents(3) < Cents(4));
    Cents sum;
    for (int i = 0; i < 10; ++i) sum += euros(0.1);
    CHECK(sum == euros(1.0));
}

TEST_CASE("a factor of exactly one changes nothing", "[core][units]") {
    for (std::int64_t count = -1000000; count < 1000000; count += 997) CHECK(scaled(Cents(count), 1.0) == Cents(count));
    CHECK(scaled(Cents(1001), 0.5) == Cents(501));
    CHECK(scaled(Cents(1000), 0.7) == Cents(700));
}

TEST_CASE("levels go to fixed point and back", "[core][units]") {
    CHECK(Level::from(1.0).raw == 65536);
    CHECK(Level::from(0.0).raw == 0);
    for (std::int32_t raw = -65536; raw <= 65536; raw += 7) CHECK(Level::from(Level{raw}.value()).raw == raw);
}

TEST_CASE("ids say whether they name anything", "[core][ids]") {
    CHECK_FALSE(HouseholdId{}.exists());
    CHECK(HouseholdId(0).exists());
    CHECK(HouseholdId(3) < HouseholdId(4));
}

TEST_CASE("a million derived keys differ, also from the keys of the first population", "[core][ids]") {
    std::vector<std::uint64_t> keys;
    for (std::uint64_t parent = 0; parent < 50000; ++parent) {
        for (std::uint64_t purpose = 0; purpose < 4; ++purpose) {
            for (std::uint64_t ordinal = 0; ordinal < 5; ++ordinal) {
                keys.push_back(derived_key(AgentKey{parent}, purpose, ordinal).value);
            }
        }
    }
    CHECK(std::all_of(keys.begin(), keys.end(), [](std::uint64_t key) { return key >> 63 == 1; }));
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("a result is a value or its problems", "[core][result]") {
    const Result<int> good(7);
    CHECK(good.ok());
    CHECK(good.value() == 7);
    const Result<int> bad(Problem{"E0203", "te groot", "hoogstens 10", "x.json", "/a", 3, 4});
    CHECK_FALSE(bad);
    CHECK(bad.problems().front().code == "E0203");
}

}  // namespace units_test
