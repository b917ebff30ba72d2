#include "ontkoker/run/comparison.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

using namespace ontkoker;

namespace comparison_test {

// Share of Student's t below `t`, by the closed form for whole degrees of freedom (Abramowitz and Stegun 26.7.3-4).
double student_share(double t, int degrees) {
    const double angle = std::atan(t / std::sqrt(static_cast<double>(degrees)));
    const double c = std::cos(angle), s = std::sin(angle);
    const bool odd = degrees % 2 == 1;
    double term = odd ? c : 1.0, sum = degrees == 1 ? 0.0 : term;
    for (int k = odd ? 3 : 2; k < degrees; k += 2) {
        if (k + 1 > degrees - 1 + (odd ? 0 : 1)) break;
        term *= c * c * (k - 1) / k;
        sum += term;
    }
    const double both = odd ? 2 / std::numbers::pi * (angle + s * sum) : s * sum;
    return 0.5 + 0.5 * both;
}

// Two or more scenarios, spending split by payer in cents, and a ratio in weeks (days over clients, divisor 7).
ResultSet small_world(int scenarios, int replicates, int months) {
    ResultSet r;
    r.outcomes.resize(2);
    r.outcomes[0].name = "spending";
    r.outcomes[0].unit = "EUR";
    r.outcomes[0].split = "payer";
    r.outcomes[0].parts = {"municipality", "rijk"};
    r.outcomes[0].divisor = 100;
    r.outcomes[1].name = "waiting_weeks";
    r.outcomes[1].unit = "weeks";
    r.outcomes[1].parts = {""};
    r.outcomes[1].over_time = OverTime::ratio;
    r.outcomes[1].divisor = 7;
    for (int s = 0; s < scenarios; ++s) r.scenarios.push_back("s" + std::to_string(s));
    r.replicates = replicates;
    r.start_year = 2026;
    r.months = months;
    const auto cells = static_cast<std::size_t>(scenarios * replicates * months);
    r.counts = {std::vector<std::int64_t>(cells * 2, 0), std::vector<std::int64_t>(cells, 0)};
    r.denominators = {{}, std::vector<std::int64_t>(cells, 0)};
    return r;
}

void set(ResultSet& r, std::size_t o, int scenario, int replicate, int month, int part, std::int64_t count) {
    r.counts[o][r.index(o, scenario, replicate, month, part)] = count;
}

TEST_CASE("percentile interpolates between order statistics") {
    CHECK(percentile({7}, 0.05) == 7);
    CHECK(percentile({1, 2, 3, 4, 5}, 0.5) == 3);
    CHECK(percentile({0, 10}, 0.25) == 2.5);
    CHECK(percentile({0, 1, 2, 3}, 0.95) == Approx(2.85));
    CHECK(percentile({0, 1, 2, 3}, 1.0) == 3);
    CHECK(percentile({0, 1, 2, 3}, 0.0) == 0);
}

TEST_CASE("Student's t: each quantile has its share below it") {
    for (int degrees = 1; degrees <= 200; ++degrees) {
        INFO("degrees " << degrees);
        CHECK(student_share(student_95(degrees), degrees) == Approx(0.95).epsilon(0).margin(1e-8));
        CHECK(student_share(student_80(degrees), degrees) == Approx(0.80).epsilon(0).margin(1e-8));
    }
    CHECK(student_95(1) == Approx(6.3138).margin(1e-4));  // printed tables
    CHECK(student_95(19) == Approx(1.7291).margin(1e-4));
    CHECK(student_95(100000) == Approx(1.6449).margin(1e-4));
}

TEST_CASE("three pairs by hand") {
    // Differences 1, 2, 6: mean 3, squares about it 4 + 1 + 9 = 14, sd = sqrt(7).
    const ComparedNumber n = compare_pairs({10, 20, 30}, {11, 22, 36});
    CHECK(n.a == 20);
    CHECK(n.b == 23);
    CHECK(n.difference == 3);
    CHECK(n.low == Approx(1.1));   // 1 + 0.1 * (2 - 1)
    CHECK(n.high == Approx(5.6));  // 2 + 0.9 * (6 - 2)
    const double error = std::sqrt(7.0) / std::sqrt(3.0);
    CHECK(n.mean_low == Approx(3 - 2.91998558 * error));
    CHECK(n.mean_high == Approx(3 + 2.91998558 * error));
    CHECK(n.smallest == Approx((2.91998558 + 1.060660172) * error));
    CHECK(n.pairs_higher == 3);
    CHECK(n.pairs_lower == 0);
    CHECK(n.pairs == 3);
    CHECK_FALSE(n.no_demonstrable_difference());
}

TEST_CASE("no demonstrable difference") {
    CHECK(compare_pairs({1, 1, 1}, {0, 1, 2}).no_demonstrable_difference());
    CHECK(compare_pairs({1, 1}, {1, 1}).no_demonstrable_difference());
    CHECK(compare_pairs({1}, {5}).no_demonstrable_difference());  // one pair has no range
    CHECK_FALSE(compare_pairs({1, 1}, {5, 6}).no_demonstrable_difference());
}

TEST_CASE("pairs without a value are left out") {
    const double none = std::nan("");
    const ComparedNumber n = compare_pairs({1, none, 3}, {2, 5, none});
    CHECK(n.pairs == 1);
    CHECK(n.difference == 1);
    CHECK(n.smallest == 0);
    const ComparedNumber nothing = compare_pairs({none}, {none});
    CHECK(nothing.pairs == 0);
    CHECK(nothing.difference == 0);
    CHECK(nothing.high == 0);
}

TEST_CASE("values over time follow the outcome's own rule") {
    ResultSet r = small_world(1, 1, 24);
    for (int m = 0; m < 24; ++m) {
        set(r, 0, 0, 0, m, 0, 100 * (m + 1));
        set(r, 0, 0, 0, m, 1, 5000);
        set(r, 1, 0, 0, m, 0, 14 * m);
        r.denominators[1][r.index(1, 0, 0, m, 0)] = m % 2;
    }
    CHECK(r.value(0, 0, 0, 2, 0) == 3);
    CHECK(r.value(0, 0, 0, 2, -1) == 53);
    CHECK(r.over(0, 0, 0, 0, 12, 0) == 78);
    CHECK(r.over(0, 0, 0, 12, 24, 1) == 600);
    CHECK(std::isnan(r.value(1, 0, 0, 2, 0)));
    CHECK(r.value(1, 0, 0, 3, 0) == 6);     // 42 days, one client: six weeks
    CHECK(r.over(1, 0, 0, 2, 4, 0) == 10);  // (28 + 42) days, one client
    CHECK(std::isnan(r.over(0, 0, 0, 5, 5, 0)));
    CHECK(std::isnan(r.over(0, 0, 0, 12, 25, 0)));
    r.outcomes[0].over_time = OverTime::mean;
    CHECK(r.over(0, 0, 0, 0, 12, 0) == 6.5);
    r.outcomes[0].over_time = OverTime::last;
    CHECK(r.over(0, 0, 0, 0, 12, 0) == 12);
    CHECK(r.find("waiting_weeks") == 1);
    CHECK(r.find("waiting") == -1);
}

TEST_CASE("a scenario against itself gives zero in every cell") {
    ResultSet r = small_world(2, 5, 36);
    std::uint64_t x = 12345;
    for (int k = 0; k < 5; ++k) {
        for (int m = 0; m < 36; ++m) {
            for (int p = 0; p < 2; ++p) {
                x = x * 6364136223846793005ull + 1442695040888963407ull;
                const auto count = static_cast<std::int64_t>(x >> 40);
                set(r, 0, 0, k, m, p, count);
                set(r, 0, 1, k, m, p, count);
            }
        }
    }
    const Comparison c = compare(r);
    REQUIRE(c.numbers.size() == 3 * 4);  // three parts in all; horizon and three years
    REQUIRE(c.totals.size() == 4);
    REQUIRE(c.boomerangs.size() == 2);
    for (const auto* list : {&c.numbers, &c.totals}) {
        for (const ComparedNumber& n : *list) {
            INFO(n.name << ' ' << n.split << ' ' << n.period);
            CHECK(n.a == n.b);
            for (const double zero : {n.difference, n.low, n.high, n.mean_low, n.mean_high, n.smallest})
                CHECK(zero == 0);
            CHECK(n.pairs_higher + n.pairs_lower == 0);
            CHECK(n.no_demonstrable_difference());
        }
    }
    for (const Boomerang& b : c.boomerangs) CHECK(b.occurs + b.never_saved == 0);
}

TEST_CASE("numbers are found by name, part, period and scenario") {
    ResultSet r = small_world(3, 2, 24);
    for (int k = 0; k < 2; ++k) {
        set(r, 0, 2, k, 13, 1, 700 + 100 * k);
        set(r, 0, 1, k, 0, 0, -500);
    }
    const Comparison c = compare(r);
    REQUIRE(c.find("spending", "rijk", "2027", "s2"));
    CHECK(c.find("spending", "rijk", "2027", "s2")->difference == 7.5);
    CHECK(c.find("spending", "rijk", "2026", "s2")->difference == 0);
    CHECK(c.find("spending", "municipality", "2026-2027", "s1")->difference == -5);
    CHECK(c.find("spending", "municipality", "2026-2027", "s1")->pairs_lower == 2);
    CHECK(c.find("spending", "", "2026-2027", "s2")->difference == 7.5);
    CHECK(c.find("spending", "rijk", "2028", "s2") == nullptr);
    CHECK(c.find("waiting_weeks", "", "2026", "s1")->pairs == 0);
    CHECK(compare(small_world(1, 2, 12)).numbers.empty());
    CHECK(compare(small_world(2, 2, 12)).numbers.size() == 3);  // one year is the whole horizon
}

TEST_CASE("turning month on made-up series") {
    int month = -1;
    CHECK(turning_of({5, 9, 3, -1, -4}, month) == Turning::boomerang);
    CHECK(month == 4);
    CHECK(turning_of({5, -2, 3, 0, -4}, month) == Turning::boomerang);  // only the last stretch counts
    CHECK(month == 5);
    CHECK(turning_of({5, 9, 3, 1, 0}, month) == Turning::none);
    CHECK(month == 0);
    CHECK(turning_of({5, -9, -3, 1}, month) == Turning::none);
    CHECK(turning_of({0, 0, -1, -4}, month) == Turning::never_saved);
    CHECK(month == 0);
    CHECK(turning_of({0, 0, 0}, month) == Turning::none);
    CHECK(turning_of({}, month) == Turning::none);
}

TEST_CASE("boomerang per pair, for the municipality and for all payers") {
    ResultSet r = small_world(2, 4, 12);
    for (int k = 0; k < 4; ++k) {
        set(r, 0, 0, k, 0, 0, 1000);                 // the first scenario pays ten euros in the first month
        if (k < 2) set(r, 0, 1, k, 5 + k, 0, 1500);  // later fifteen: below zero from month 6 and 7
    }
    set(r, 0, 1, 3, 0, 0, 2500);                                // dearer from the start
    for (int k = 0; k < 4; ++k) set(r, 0, 0, k, 1, 1, 100000);  // the state pays much less: no turn for all together
    const Comparison c = compare(r);
    REQUIRE(c.boomerangs.size() == 2);
    const Boomerang& own = c.boomerangs[0];
    CHECK(own.payers == "municipality");
    CHECK(own.months == std::vector<int>{6, 7, 0, 0});
    CHECK(own.occurs == 2);
    CHECK(own.never_saved == 1);
    CHECK(own.earliest == 6);
    CHECK(own.median == 6);
    CHECK(own.latest == 7);
    CHECK(own.pairs == 4);
    CHECK(c.boomerangs[1].payers == "all");
    CHECK(c.boomerangs[1].occurs == 0);
}

TEST_CASE("digest: equal for equal results, different for every change") {
    ResultSet r = small_world(2, 2, 12);
    r.effective_config = "{}";
    r.version = "0.1.0";
    const std::string digest = digest_of(r);
    CHECK(digest.size() == 32);
    CHECK(digest.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(digest_of(r) == digest);
    auto changed = [&](auto change) {
        ResultSet other = r;
        change(other);
        return digest_of(other) != digest;
    };
    CHECK(changed([](ResultSet& x) { x.counts[0].back() ^= 1; }));
    CHECK(changed([](ResultSet& x) { x.counts[1].front() = -1; }));
    CHECK(changed([](ResultSet& x) { x.counts[1].front() += std::int64_t{1} << 40; }));
    CHECK(changed([](ResultSet& x) { x.denominators[1][3] = 1; }));
    CHECK(changed([](ResultSet& x) { x.effective_config = "{ }"; }));
    CHECK(changed([](ResultSet& x) { x.version = "0.1.1"; }));
    CHECK(changed([](ResultSet& x) {
        x.effective_config = "{}0";
        x.version = ".1.0";
    }));
    CHECK(changed([](ResultSet& x) { std::swap(x.scenarios[0], x.scenarios[1]); }));
    CHECK_FALSE(changed([](ResultSet& x) { x.digest = "already there"; }));
    CHECK_FALSE(changed([](ResultSet& x) { x.outcomes[0].nl = "uitgaven"; }));
}

TEST_CASE("digest of a text is XXH3-128") {
    CHECK(digest_of_text("") == "99aa06d3014798d86001c324468d497f");  // published for the empty input
    CHECK(digest_of_text("a") != digest_of_text("b"));
}

TEST_CASE("a crossed split is told by its margins, which add up to the whole") {
    ResultSet r;
    OutcomeInfo info;
    info.name = "placed";
    info.split = "family";
    info.parts = {"other.minimum", "other.low", "other.higher", "vulnerable.minimum", "vulnerable.low", "vulnerable.higher"};
    info.parts_nl = info.parts_en = {"O; m", "O; l", "O; h", "V; m", "V; l", "V; h"};
    r.outcomes = {info};
    r.scenarios = {"a", "b"};
    r.replicates = 1;
    r.start_year = 2026;
    r.months = 12;
    r.counts = {std::vector<std::int64_t>(2 * 12 * 6, 0)};
    r.denominators = {{}};
    for (int part = 0; part < 6; ++part) set(r, 0, 1, 0, 3, part, 1 << part);

    CHECK(crossing_of(info).rows == 2);
    CHECK(crossing_of(info).columns == 3);
    CHECK(told_parts(info) == std::vector<int>{6, 7, 8, 9, 10});
    CHECK(part_identifier(info, 7) == "vulnerable");
    CHECK(part_identifier(info, 10) == "higher");
    CHECK(part_label(info, 7, false) == "V");
    CHECK(part_label(info, 9, true) == "l");
    const Comparison c = compare(r);
    const auto b = [&](const char* part) { return c.find("placed", part, "2026", "b")->b; };
    CHECK(b("other") == 1 + 2 + 4);
    CHECK(b("vulnerable") == 8 + 16 + 32);
    CHECK(b("minimum") == 1 + 8);
    CHECK(b("low") == 2 + 16);
    CHECK(b("higher") == 4 + 32);
    CHECK(b("") == 63);
    CHECK(c.find("placed", "other.minimum", "2026", "b") == nullptr);  // cells stand in the file, not on the page
}

TEST_CASE("an uncrossed split is told by its parts") {
    const ResultSet r = small_world(2, 1, 12);
    CHECK(crossing_of(r.outcomes[0]).rows == 0);
    CHECK(told_parts(r.outcomes[0]) == std::vector<int>{0, 1});
    CHECK(told_parts(r.outcomes[1]) == std::vector<int>{0});
    CHECK(part_identifier(r.outcomes[0], 1) == "rijk");
}

}  // namespace comparison_test
