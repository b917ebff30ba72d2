// Levers: neutral means neutral, just beside neutral means nearly so, and dates and ramps are kept.
#include <cmath>

#include "world_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;

namespace lever_test {

// Every number that a lever could touch.
std::vector<double> numbers(Parameters p) {
    std::vector<double> all;
    for (const ParameterRow& row : parameter_rows()) all.push_back(row.field(p));
    for (const TableRow& row : table_rows())
        for (const double value : row.field(p)) all.push_back(value);
    for (HelpType& type : p.help_types)
        for (const HelpTypeRow& row : help_type_rows()) all.push_back(row.field(type));
    for (Scheme& scheme : p.schemes)
        for (const SchemeRow& row : scheme_rows()) all.push_back(row.field(scheme));
    return all;
}

std::vector<double> numbers_at(const LeverRow& lever, double value) {
    Parameters now = model().parameters;
    lever.apply(value, now);
    return numbers(now);
}

double furthest(const std::vector<double>& a, const std::vector<double>& b) {
    double most = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]) / std::max(1.0, std::abs(a[i])));
    return most;
}

bool is_choice(const LeverRow& lever) { return lever.unit == "form" || lever.unit == "switch"; }

TEST_CASE("a lever at its neutral value leaves every number as it was", "[levers]") {
    const auto as_is = numbers(model().parameters);
    for (const LeverRow& lever : lever_rows()) {
        INFO(lever.name);
        CHECK(lever.low <= lever.neutral);
        CHECK(lever.neutral <= lever.high);
        CHECK(numbers_at(lever, lever.neutral) == as_is);
        for (const double end : {lever.low, lever.high})
            if (end != lever.neutral) CHECK(numbers_at(lever, end) != as_is);
    }
}

TEST_CASE("a lever that has hardly moved has hardly changed anything", "[levers]") {
    // Else a ramp would begin with a jump.
    const auto as_is = numbers(model().parameters);
    for (const LeverRow& lever : lever_rows()) {
        if (is_choice(lever)) continue;
        INFO(lever.name);
        for (const double end : {lever.low, lever.high}) {
            if (end == lever.neutral) continue;
            const double whole = furthest(as_is, numbers_at(lever, end));
            CHECK(furthest(as_is, numbers_at(lever, lever.neutral + 0.01 * (end - lever.neutral))) <= 0.02 * whole);
        }
    }
}

TEST_CASE("changes are dated, ramp linearly and replace one another", "[levers]") {
    const int hours = find_lever("intake_hours");
    REQUIRE(hours >= 0);
    const auto at = static_cast<std::size_t>(hours);
    Scenario s;
    s.changes = {{hours, 2.0, Month::of(2027, 1), 3}, {hours, 1.5, Month::of(2028, 1), 0}, {hours, 1.0, Month::of(2029, 1), 0}};
    const auto value = [&](int year, int month) { return lever_values(s, Month::of(year, month))[at]; };
    CHECK(value(2026, 8) == 1.0);
    CHECK(value(2026, 12) == 1.0);
    CHECK(value(2027, 1) == 1.25);
    CHECK(value(2027, 2) == 1.5);
    CHECK(value(2027, 3) == 1.75);
    CHECK(value(2027, 4) == 2.0);
    CHECK(value(2027, 12) == 2.0);
    CHECK(value(2028, 1) == 1.5);
    CHECK(value(2029, 1) == 1.0);
    const Parameters& base = model().parameters;
    CHECK(parameters_in(s, base, Month::of(2027, 4)).access.access_hours == 2.0 * base.access.access_hours);
    CHECK(numbers(parameters_in(s, base, Month::of(2026, 12))) == numbers(base));
    CHECK(numbers(parameters_in(s, base, Month::of(2029, 6))) == numbers(base));
    CHECK(find_lever("no_such_lever") == -1);
}

}  // namespace lever_test
