#include "ontkoker/run/comparison.h"

#include <algorithm>
#include <cmath>

namespace ontkoker {
namespace {

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

// Standard deviation of a sample, n - 1 in the denominator; 0 for fewer than two values.
double spread_of(const std::vector<double>& values, double mean) {
    if (values.size() < 2) return 0;
    double sum = 0;
    for (const double value : values) sum += (value - mean) * (value - mean);
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

struct Span {
    int first, last;
};

// The whole horizon, then each calendar year (once, when the run is one year long).
std::vector<Span> periods_of(const ResultSet& results) {
    std::vector<Span> periods{{0, results.months}};
    if (results.months > 12) {
        for (int month = 0; month < results.months; month += 12) {
            periods.push_back({month, std::min(month + 12, results.months)});
        }
    }
    return periods;
}

ComparedNumber number_of(const ResultSet& results, std::size_t outcome, int part, Span span, int scenario) {
    std::vector<double> a, b;
    for (int replicate = 0; replicate < results.replicates; ++replicate) {
        a.push_back(results.over(outcome, 0, replicate, span.first, span.last, part));
        b.push_back(results.over(outcome, scenario, replicate, span.first, span.last, part));
    }
    ComparedNumber number = compare_pairs(a, b);
    const OutcomeInfo& info = results.outcomes[outcome];
    number.name = info.name;
    number.unit = info.unit;
    number.split = part < 0 ? std::string() : part_identifier(info, part);
    number.period = period_text(results.start_year, span.first, span.last);
    number.scenario = results.scenarios[static_cast<std::size_t>(scenario)];
    return number;
}

void summarise_months(Boomerang& boomerang) {
    std::vector<int> found;
    for (const int month : boomerang.months) {
        if (month > 0) found.push_back(month);
    }
    boomerang.occurs = static_cast<int>(found.size());
    if (found.empty()) return;
    std::sort(found.begin(), found.end());
    boomerang.earliest = found.front();
    boomerang.median = found[(found.size() - 1) / 2];
    boomerang.latest = found.back();
}

Boomerang boomerang_of(const ResultSet& results, std::size_t spending, int scenario, int part) {
    Boomerang boomerang;
    boomerang.scenario = results.scenarios[static_cast<std::size_t>(scenario)];
    boomerang.payers = part < 0 ? "all" : "municipality";
    boomerang.pairs = results.replicates;
    for (int replicate = 0; replicate < results.replicates; ++replicate) {
        int month = 0;
        const Turning turning = turning_of(cumulative_saving(results, spending, scenario, replicate, part), month);
        boomerang.months.push_back(month);
        if (turning == Turning::never_saved) ++boomerang.never_saved;
    }
    summarise_months(boomerang);
    return boomerang;
}

void add_boomerangs(const ResultSet& results, Comparison& comparison) {
    const int found = results.find("spending");
    if (found < 0) return;
    const auto spending = static_cast<std::size_t>(found);
    const auto& parts = results.outcomes[spending].parts;
    const auto at = std::find(parts.begin(), parts.end(), "municipality");
    for (int scenario = 1; scenario < static_cast<int>(results.scenarios.size()); ++scenario) {
        if (at != parts.end()) {
            comparison.boomerangs.push_back(
                boomerang_of(results, spending, scenario, static_cast<int>(at - parts.begin())));
        }
        comparison.boomerangs.push_back(boomerang_of(results, spending, scenario, -1));
    }
}

const ComparedNumber* found_in(const std::vector<ComparedNumber>& numbers, std::string_view name,
                               std::string_view split, std::string_view period, std::string_view scenario) {
    for (const ComparedNumber& number : numbers) {
        if (number.name == name && number.split == split && number.period == period && number.scenario == scenario) {
            return &number;
        }
    }
    return nullptr;
}

}  // namespace

double percentile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size()) return sorted.back();
    const double part = place - static_cast<double>(below);
    return sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

std::string period_text(int start_year, int first_month, int last_month) {
    const int from = start_year + first_month / 12;
    const int to = start_year + (last_month - 1) / 12;
    return from == to ? std::to_string(from) : std::to_string(from) + "-" + std::to_string(to);
}

ComparedNumber compare_pairs(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> left, right, differences;
    ComparedNumber number;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!std::isfinite(a[i]) || !std::isfinite(b[i])) continue;
        left.push_back(a[i]);
        right.push_back(b[i]);
        differences.push_back(b[i] - a[i]);
        if (b[i] > a[i]) ++number.pairs_higher;
        if (b[i] < a[i]) ++number.pairs_lower;
    }
    number.pairs = static_cast<int>(differences.size());
    if (number.pairs == 0) return number;
    number.a = mean_of(left);
    number.b = mean_of(right);
    number.difference = mean_of(differences);
    const double error = spread_of(differences, number.difference) / std::sqrt(static_cast<double>(number.pairs));
    std::sort(differences.begin(), differences.end());
    number.low = percentile(differences, 0.05);
    number.high = percentile(differences, 0.95);
    const double wide = student_95(number.pairs - 1);
    number.mean_low = number.difference - wide * error;
    number.mean_high = number.difference + wide * error;
    number.smallest = (wide + student_80(number.pairs - 1)) * error;
    return number;
}

std::vector<double> cumulative_saving(const ResultSet& results, std::size_t spending, int scenario, int replicate,
                                      int part) {
    const OutcomeInfo& info = results.outcomes[spending];
    const auto& cells = results.counts[spending];
    std::vector<double> saving;
    std::int64_t running = 0;  // whole cents: exact
    for (int month = 0; month < results.months; ++month) {
        const std::size_t a = results.index(spending, 0, replicate, month, 0);
        const std::size_t b = results.index(spending, scenario, replicate, month, 0);
        for (std::size_t p = 0; p < info.parts.size(); ++p) {
            if (part < 0 || static_cast<int>(p) == part) running += cells[a + p] - cells[b + p];
        }
        saving.push_back(static_cast<double>(running) / info.divisor);
    }
    return saving;
}

Turning turning_of(const std::vector<double>& saving, int& month) {
    month = 0;
    std::size_t first = saving.size();  // start of the last stretch below zero
    while (first > 0 && saving[first - 1] < 0.0) --first;
    if (first == saving.size()) return Turning::none;
    for (std::size_t before = 0; before < first; ++before) {
        if (saving[before] > 0.0) {
            month = static_cast<int>(first) + 1;
            return Turning::boomerang;
        }
    }
    return Turning::never_saved;
}

const ComparedNumber* Comparison::find(std::string_view name, std::string_view split, std::string_view period,
                                       std::string_view scenario) const {
    const ComparedNumber* number = found_in(numbers, name, split, period, scenario);
    return number || !split.empty() ? number : found_in(totals, name, split, period, scenario);
}

Comparison compare(const ResultSet& results) {
    Comparison comparison;
    const std::vector<Span> periods = periods_of(results);
    for (int scenario = 1; scenario < static_cast<int>(results.scenarios.size()); ++scenario) {
        for (std::size_t o = 0; o < results.outcomes.size(); ++o) {
            const std::vector<int> told = told_parts(results.outcomes[o]);
            for (const Span span : periods) {
                for (const int part : told) comparison.numbers.push_back(number_of(results, o, part, span, scenario));
                if (!results.outcomes[o].split.empty())
                    comparison.totals.push_back(number_of(results, o, -1, span, scenario));
            }
        }
    }
    add_boomerangs(results, comparison);
    return comparison;
}

}  // namespace ontkoker
