// Time of a run. Day 0 is 1 January of the start year; a step is seven days; a month's money is settled in the first
// step that begins on or after its first day; a payment belongs to the calendar year of its step; a run of N years
// ends with the last such step. Steps before day 0 (the spin-up) have negative numbers.
#pragma once
#include <cstdint>
#include <optional>

namespace ontkoker {

// A moment inside a run: minutes since day 0 (negative in the spin-up). Enough for 4,000 years either way.
using Moment = std::int32_t;
constexpr Moment minutes_per_day = 1440;
constexpr int days_per_step = 7;
constexpr Moment minutes_per_step = days_per_step * minutes_per_day;
constexpr double days_per_year = 365.2425;

// The day in which `moment` falls.
constexpr int day_of(Moment moment) {
    return moment >= 0 ? moment / minutes_per_day : (moment - minutes_per_day + 1) / minutes_per_day;
}

// A calendar month; months count from January of year 0.
struct Month {
    int index = 0;  // year * 12 + (month - 1)
    static constexpr Month of(int year, int month) { return Month{year * 12 + month - 1}; }
    constexpr int year() const { return index / 12; }
    constexpr int number() const { return index % 12 + 1; }  // 1..12
    constexpr auto operator<=>(const Month&) const = default;
};

class Calendar {
public:
    explicit constexpr Calendar(int start_year) : start_year_(start_year) {}
    constexpr int start_year() const { return start_year_; }
    // Days from day 0 to the first day of `month`.
    int first_day(Month month) const;
    // The month in which `day` falls.
    Month month_of_day(int day) const;
    // The month whose money is settled in step `step`, if there is one.
    std::optional<Month> settled_month(int step) const;
    // The step in which `month` is settled.
    int settling_step(Month month) const;
    // The calendar year of step `step`: that of its first day.
    int year_of_step(int step) const { return month_of_day(step * days_per_step).year(); }
    // Number of steps of a run of `years` years.
    int steps(int years) const;

private:
    int start_year_;
};

}  // namespace ontkoker
