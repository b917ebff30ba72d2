// The laws of the calendar, walked day by day with a second, naive calendar. Seen red with: the 400-year rule left out,
// every fourth year a leap year, steps rounded down after day 0, steps rounded the wrong way before day 0.
#include "ontkoker/core/calendar.h"

#include <catch2/catch.hpp>

#include <map>

using namespace ontkoker;

namespace calendar_test {

int days_in(int year, int number) {
    if (number == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return number == 4 || number == 6 || number == 9 || number == 11 ? 30 : 31;
}

TEST_CASE("every day lies in the month that a walk through the years reaches", "[core][calendar]") {
    for (const int start : {2000, 2024, 2025, 2100}) {
        const Calendar calendar(start);
        int day = 0;
        for (int year = start; year < start + 401; ++year) {
            for (int number = 1; number <= 12; ++number) {
                const Month month = Month::of(year, number);
                REQUIRE(calendar.first_day(month) == day);
                REQUIRE(calendar.month_of_day(day) == month);
                day += days_in(year, number);
                REQUIRE(calendar.month_of_day(day - 1) == month);
            }
        }
    }
}

TEST_CASE("days before day 0 walk back through the years", "[core][calendar]") {
    const Calendar calendar(2025);
    int day = 0;
    for (int year = 2024; year >= 1600; --year) {
        for (int number = 12; number >= 1; --number) {
            REQUIRE(calendar.month_of_day(day - 1) == Month::of(year, number));
            day -= days_in(year, number);
            REQUIRE(calendar.first_day(Month::of(year, number)) == day);
            REQUIRE(calendar.month_of_day(day) == Month::of(year, number));
        }
    }
}

TEST_CASE("known days", "[core][calendar]") {
    CHECK(Calendar(2025).first_day(Month::of(2025, 3)) == 59);
    CHECK(Calendar(2024).first_day(Month::of(2024, 3)) == 60);
    CHECK(Calendar(2025).first_day(Month::of(2035, 1)) == 3652);
    CHECK(Calendar(1970).first_day(Month::of(2026, 1)) == 20454);  // days of the Unix clock
    CHECK(Month::of(2026, 12).year() == 2026);
    CHECK(Month::of(2026, 12).number() == 12);
}

TEST_CASE("a month is settled once, in the first step that begins on or after its first day", "[core][calendar]") {
    for (int start = 2019; start < 2047; ++start) {
        const Calendar calendar(start);
        std::map<Month, int> settled;
        for (int step = -600; step < 600; ++step) {
            const auto month = calendar.settled_month(step);
            if (!month) continue;
            REQUIRE(settled.emplace(*month, step).second);
            const int begins = step * days_per_step;
            REQUIRE(begins >= calendar.first_day(*month));
            REQUIRE(begins - days_per_step < calendar.first_day(*month));
            REQUIRE(calendar.settling_step(*month) == step);
            REQUIRE(calendar.year_of_step(step) == month->year());
        }
        REQUIRE(settled.begin()->first.index + static_cast<int>(settled.size()) == settled.rbegin()->first.index + 1);
    }
}

TEST_CASE("a run of N years settles 12 N months and ends inside its last year", "[core][calendar]") {
    for (int start = 2019; start < 2047; ++start) {
        const Calendar calendar(start);
        for (const int years : {1, 2, 10, 25}) {
            const int steps = calendar.steps(years);
            int months = 0;
            for (int step = 0; step < steps; ++step) months += calendar.settled_month(step).has_value();
            CHECK(months == 12 * years);
            CHECK(calendar.year_of_step(steps - 1) == start + years - 1);
            CHECK(calendar.year_of_step(steps) == start + years);
        }
        CHECK(calendar.steps(0) == 0);
    }
}

}  // namespace calendar_test
