#include "ontkoker/core/calendar.h"

#include <array>

namespace ontkoker {
namespace {

constexpr int months_per_year = 12;
constexpr int days_per_400_years = 146097;

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// Days from 1 January of year 0 to 1 January of `year` (Gregorian rule carried back; year 0 is a leap year).
constexpr int days_before_year(int year) {
    if (year == 0) return 0;
    const int last = year - 1;
    return 365 * year + last / 4 - last / 100 + last / 400 + 1;
}

// Days from 1 January to the first day of month 1..12.
constexpr int days_before_month(int year, int number) {
    constexpr std::array<int, months_per_year> common{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return common[static_cast<std::size_t>(number - 1)] + (number > 2 && is_leap(year) ? 1 : 0);
}

constexpr int absolute_day(Month month) {
    return days_before_year(month.year()) + days_before_month(month.year(), month.number());
}

// The smallest whole number not below day / 7, also for days before day 0.
constexpr int first_step_from(int day) {
    return day >= 0 ? (day + days_per_step - 1) / days_per_step : -(-day / days_per_step);
}

}  // namespace

int Calendar::first_day(Month month) const { return absolute_day(month) - days_before_year(start_year_); }

Month Calendar::month_of_day(int day) const {
    const int absolute = day + days_before_year(start_year_);
    int year = static_cast<int>(static_cast<std::int64_t>(absolute) * 400 / days_per_400_years);
    while (days_before_year(year) > absolute) --year;
    while (days_before_year(year + 1) <= absolute) ++year;
    int number = months_per_year;
    while (days_before_year(year) + days_before_month(year, number) > absolute) --number;
    return Month::of(year, number);
}

std::optional<Month> Calendar::settled_month(int step) const {
    const Month month = month_of_day(step * days_per_step);
    if (settling_step(month) != step) return std::nullopt;
    return month;
}

int Calendar::settling_step(Month month) const { return first_step_from(first_day(month)); }

int Calendar::steps(int years) const { return first_step_from(first_day(Month::of(start_year_ + years, 1))); }

}  // namespace ontkoker
