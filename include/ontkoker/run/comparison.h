// Two policies side by side. Replicate r of every scenario shares all its luck, so a difference within a pair is
// policy. One number object (ComparedNumber) feeds headline, figure, table, CSV, HTML and JSON.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/domain/results.h"

namespace ontkoker {

// Every field is finite. A pair in which either value does not exist (a ratio with denominator 0) is left out; when
// none is left, `pairs` is 0 and the figures are 0.
struct ComparedNumber {
    std::string name, unit, split, period, scenario;  // split: part identifier or ""; period: "2026-2035" or "2027"
    double a = 0, b = 0;                              // means over the pairs: first scenario and this one
    double difference = 0;                            // mean of b - a over the pairs
    double low = 0, high = 0;  // 5th and 95th percentile of the paired differences: what one municipality may see
    double mean_low = 0, mean_high = 0;  // 90% interval of the mean difference (Student's t)
    double smallest = 0;  // smallest mean difference this number of pairs could have shown (90%, power 80%)
    int pairs_higher = 0, pairs_lower = 0, pairs = 0;
    // One pair has no range: then low, high, mean_low and mean_high equal the difference and smallest is 0.
    bool has_range() const { return pairs >= 2; }
    // "Geen aantoonbaar verschil": low..high spans zero (or everything is zero), or there is no range at all.
    bool no_demonstrable_difference() const { return !has_range() || (low <= 0.0 && high >= 0.0); }
};

// From which month on cumulative net saving (what the first scenario has spent less what this one has spent, since the
// start) stays below zero until the horizon, having been above zero before.
struct Boomerang {
    std::string scenario;
    std::string payers;       // "municipality" or "all"
    std::vector<int> months;  // per pair: 1-based month of the run, or 0 when not within the horizon
    int occurs = 0, pairs = 0;
    int never_saved = 0;  // pairs that end below zero and were never above it: dearer, but no boomerang
    int earliest = 0, median = 0, latest = 0;  // over those pairs in which it occurs; 0 when none; median: lower middle
};

struct Comparison {
    std::vector<ComparedNumber> numbers;  // every outcome and part (told_parts)
    std::vector<ComparedNumber> totals;   // split outcomes only, all parts together; `split` is ""
    std::vector<Boomerang> boomerangs;
    // The number for (name, part, period, scenario), or null. An empty part finds the total of a split outcome.
    const ComparedNumber* find(std::string_view name, std::string_view split, std::string_view period,
                               std::string_view scenario) const;
};

// Every outcome and part, for the whole horizon and for each year, each later scenario against the first.
Comparison compare(const ResultSet& results);

// Summary of the paired values a[i], b[i]; names and texts stay empty. Both must have the same length.
ComparedNumber compare_pairs(const std::vector<double>& a, const std::vector<double>& b);

// Cumulative net saving in euros at the end of each month, of scenario `scenario` against the first one, for one payer
// (index of the part of `spending`) or for all of them (a negative `part`).
std::vector<double> cumulative_saving(const ResultSet& results, std::size_t spending, int scenario, int replicate,
                                      int part);

enum class Turning { none, boomerang, never_saved };
// What one series of cumulative net saving does, and the 1-based month from which it stays below zero (0: none).
Turning turning_of(const std::vector<double>& saving, int& month);

// Percentile by linear interpolation between order statistics (type 7); `sorted` must not be empty.
double percentile(const std::vector<double>& sorted, double share);

// Quantiles of Student's t with `degrees` >= 1 degrees of freedom: 95th (two-sided 90%) and 80th percentile.
double student_95(int degrees);
double student_80(int degrees);

// "2026-2035" for months 0..119 of a run that starts in 2026; "2027" for one year.
std::string period_text(int start_year, int first_month, int last_month);

}  // namespace ontkoker
