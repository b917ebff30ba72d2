#include "ontkoker/io/html/view.h"

#include <algorithm>
#include <cmath>

namespace ontkoker {
namespace {

const std::string& at_or(const std::vector<std::string>& texts, int index, const std::string& other) {
    const auto i = static_cast<std::size_t>(index);
    return i < texts.size() && !texts[i].empty() ? texts[i] : other;
}

}  // namespace

ReportView::ReportView(const ReportInput& given)
    : input(given), results(*given.results), comparison(*given.comparison), language(language_of(given.language)) {}

std::string ReportView::label(int scenario) const {
    return at_or(input.scenario_labels, scenario, results.scenarios[static_cast<std::size_t>(scenario)]);
}

std::vector<std::string> ReportView::years() const {
    std::vector<std::string> all;
    for (int month = 0; month < results.months; month += 12) {
        all.push_back(period_text(results.start_year, month, std::min(month + 12, results.months)));
    }
    return all;
}

Chosen ReportView::choose(std::string_view name) const {
    Chosen chosen;
    chosen.name = std::string(name);
    const std::size_t slash = name.find('/');
    const int outcome = results.find(name.substr(0, slash));
    if (outcome < 0) return chosen;
    const OutcomeInfo& found = results.outcomes[static_cast<std::size_t>(outcome)];
    if (slash == std::string_view::npos) {
        chosen.outcome = outcome;
        chosen.part = found.split.empty() ? 0 : -1;
        return chosen;
    }
    for (const int part : told_parts(found)) {
        if (part_identifier(found, part) != name.substr(slash + 1)) continue;
        chosen.outcome = outcome;
        chosen.part = part;
    }
    return chosen;
}

Chosen ReportView::part_of(std::size_t outcome, int part) const {
    const OutcomeInfo& found = results.outcomes[outcome];
    Chosen chosen{static_cast<int>(outcome), part, found.name};
    if (!found.split.empty() && part >= 0) chosen.name += '/' + part_identifier(found, part);
    return chosen;
}

std::vector<Chosen> ReportView::all_of(std::size_t outcome) const {
    std::vector<Chosen> chosen;
    const std::vector<int> told = told_parts(results.outcomes[outcome]);
    for (const int part : told) chosen.push_back(part_of(outcome, part));
    if (told.size() > 1) chosen.push_back(part_of(outcome, -1));
    return chosen;
}

const OutcomeInfo& ReportView::info(const Chosen& chosen) const {
    return results.outcomes[static_cast<std::size_t>(chosen.outcome)];
}

std::string ReportView::split_of(const Chosen& chosen) const {
    return chosen.part < 0 ? std::string() : part_identifier(info(chosen), chosen.part);
}

std::string ReportView::part_name(std::size_t outcome, int part) const {
    const OutcomeInfo& found = results.outcomes[outcome];
    if (part < 0) return word(Text::total);
    const std::string label = part_label(found, part, language == Language::en);
    return label.empty() ? part_identifier(found, part) : label;
}

std::string ReportView::name_of(const Chosen& chosen) const {
    const OutcomeInfo& found = info(chosen);
    const std::string& text = language == Language::en ? found.en : found.nl;
    const std::string name = text.empty() ? found.name : text;
    if (found.split.empty()) return name;
    return name + " (" + part_name(static_cast<std::size_t>(chosen.outcome), chosen.part) + ')';
}

std::string ReportView::rule_of(const Chosen& chosen, std::string_view period) const {
    const Text rules[] = {Text::over_sum, Text::over_mean, Text::over_last, Text::over_ratio};
    return filled(rules[static_cast<int>(info(chosen).over_time)], language, {period_for_people(period)});
}

const ComparedNumber* ReportView::number(const Chosen& chosen, std::string_view period, int scenario) const {
    if (!chosen.exists() || scenario < 1 || scenario >= scenarios()) return nullptr;
    return comparison.find(info(chosen).name, split_of(chosen), period,
                           results.scenarios[static_cast<std::size_t>(scenario)]);
}

Average ReportView::level(const Chosen& chosen, int scenario, int first, int last) const {
    std::vector<double> values;
    Average level;
    for (int replicate = 0; replicate < results.replicates; ++replicate) {
        const double value =
            results.over(static_cast<std::size_t>(chosen.outcome), scenario, replicate, first, last, chosen.part);
        if (!std::isfinite(value)) continue;
        values.push_back(value);
        level.mean += value;
    }
    level.count = static_cast<int>(values.size());
    if (values.empty()) {
        level.mean = level.low = level.high = std::nan("");
        return level;
    }
    level.mean /= level.count;
    std::sort(values.begin(), values.end());
    level.low = percentile(values, 0.05);
    level.high = percentile(values, 0.95);
    return level;
}

std::vector<double> ReportView::differences(const Chosen& chosen, int scenario) const {
    std::vector<double> all;
    const auto outcome = static_cast<std::size_t>(chosen.outcome);
    for (int replicate = 0; replicate < results.replicates; ++replicate) {
        const double value = results.over(outcome, scenario, replicate, 0, results.months, chosen.part) -
                             results.over(outcome, 0, replicate, 0, results.months, chosen.part);
        if (std::isfinite(value)) all.push_back(value);
    }
    return all;
}

Shown ReportView::shown(const ComparedNumber& number) {
    return shown_for(number.difference, number.low, number.high, number.unit);
}

Shown ReportView::shown(const Average& level, std::string_view unit) const {
    return shown_for(level.mean, level.low, level.high, unit);
}

}  // namespace ontkoker
