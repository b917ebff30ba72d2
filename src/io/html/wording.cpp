// The wording table: which words stand behind which numbers. Nothing here is a matter of taste per report.
#include <cmath>
#include <string>

#include "ontkoker/io/html/view.h"

namespace ontkoker {
namespace {

constexpr double very_likely_from = 0.90, likely_from = 0.66;

std::string amount(double value, const ComparedNumber& number, Shown shown, Language language, Sign sign) {
    return quantity(value, shown, number.unit, language, sign, true);
}

// The larger group of pairs decides the direction.
bool mostly_lower(const ComparedNumber& number) { return number.pairs_lower > number.pairs_higher; }

std::string likelihood(const ComparedNumber& number, std::string_view direction, Language language) {
    const int agreeing = mostly_lower(number) ? number.pairs_lower : number.pairs_higher;
    const double share = static_cast<double>(agreeing) / number.pairs;
    const std::string percent = std::to_string(static_cast<int>(share * 100 + 0.5));
    if (share < likely_from) return filled(Text::likelihood, language, {phrase(Text::undecided, language), percent});
    const Text word = share >= very_likely_from ? Text::very_likely : Text::likely;
    return filled(Text::likelihood, language, {filled(word, language, {direction}), percent});
}

}  // namespace

std::string ReportView::brief(const ComparedNumber& number) const {
    if (number.no_demonstrable_difference()) return word(Text::no_difference);
    const Shown digits = shown(number);
    return amount(number.difference, number, digits, language, Sign::always) + " (" +
           range_text(number.low, number.high, digits, language) + ')';
}

std::string ReportView::agreement(const ComparedNumber& number, Better better) const {
    if (number.pairs == 0) return word(Text::no_pairs);
    if (!number.has_range()) return word(Text::one_pair);
    const std::string pairs = std::to_string(number.pairs);
    if (number.pairs_higher + number.pairs_lower == 0) return filled(Text::no_difference_equal, language, {pairs});
    if (number.no_demonstrable_difference()) return word(Text::no_difference);
    const bool lower = number.high < 0;
    const std::string direction = word(lower ? Text::lower : Text::higher);
    const int agreeing = lower ? number.pairs_lower : number.pairs_higher;
    std::string text = filled(Text::in_pairs, language, {std::to_string(agreeing), pairs, direction}) + ", " +
                       likelihood(number, direction, language);
    if (better != Better::neither) {
        const bool good = (better == Better::lower) == lower;
        text += "; " + word(good ? Text::good_for_families : Text::bad_for_families);
    }
    return text;
}

std::string ReportView::wording(const ComparedNumber& number, Better better) const {
    const std::string words = agreement(number, better);
    if (!number.has_range() || number.pairs_higher + number.pairs_lower == 0) return words;
    const Shown digits = shown(number);
    const auto limit = [&](double value) { return amount(value, number, digits, language, Sign::minus_only); };
    if (number.no_demonstrable_difference()) {
        return filled(Text::no_difference_range, language, {limit(number.low), limit(number.high)});
    }
    const bool lower = number.high < 0;
    const double near = lower ? -number.high : number.low, far = lower ? -number.low : number.high;
    return filled(Text::between, language, {limit(near), limit(far)}) + ' ' + word(lower ? Text::lower : Text::higher) +
           "; " + words;
}

std::string ReportView::could_have_shown(const ComparedNumber& number) const {
    if (!number.has_range() || !number.no_demonstrable_difference() || number.smallest == 0) return "";
    const Shown digits = shown_for(number.smallest, 0, number.smallest, number.unit);
    return filled(Text::could_have_shown, language,
                  {amount(number.smallest, number, digits, language, Sign::minus_only), std::to_string(number.pairs)});
}

std::vector<std::string> ReportView::boomerang_sentences() const {
    std::vector<std::string> sentences;
    for (const Boomerang& boomerang : comparison.boomerangs) {
        std::string scenario = boomerang.scenario;
        for (int s = 1; s < scenarios(); ++s) {
            if (results.scenarios[static_cast<std::size_t>(s)] == scenario) scenario = label(s);
        }
        const std::string payers =
            word(boomerang.payers == "all" ? Text::boomerang_payers_all : Text::boomerang_payers_own);
        const std::string pairs = std::to_string(boomerang.pairs);
        std::string text;
        if (boomerang.occurs > 0) {
            const auto month = [&](int m) { return month_text(results.start_year, m, language); };
            text = filled(Text::boomerang_occurs, language,
                          {scenario, payers, std::to_string(boomerang.occurs), pairs, month(boomerang.median),
                           month(boomerang.earliest), month(boomerang.latest)});
        } else {
            text = filled(Text::boomerang_none, language, {scenario, payers, period_for_people(period()), pairs});
        }
        if (boomerang.never_saved > 0) {
            text += ' ' + filled(Text::boomerang_never_saved, language, {std::to_string(boomerang.never_saved), pairs});
        }
        sentences.push_back(text);
    }
    return sentences;
}

}  // namespace ontkoker
