// What the parts of the report ask of its input: names for people, numbers with their digits, and their wording.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/io/html/report.h"
#include "ontkoker/io/svg/numbers.h"
#include "ontkoker/io/svg/texts.h"

namespace ontkoker {

// An outcome and one of its parts; a negative part means all parts of a split outcome together.
struct Chosen {
    int outcome = -1;  // -1: not in the results
    int part = 0;
    std::string name;  // as it was asked for
    bool exists() const { return outcome >= 0; }
};

// Mean over the replicates and their 5th and 95th percentile.
struct Average {
    double mean = 0, low = 0, high = 0;
    int count = 0;  // replicates in which the value exists
};

class ReportView {
public:
    explicit ReportView(const ReportInput& input);

    const ReportInput& input;
    const ResultSet& results;
    const Comparison& comparison;
    const Language language;

    int scenarios() const { return static_cast<int>(results.scenarios.size()); }
    std::string label(int scenario) const;
    std::string word(Text key) const { return std::string(phrase(key, language)); }
    std::string period() const { return period_text(results.start_year, 0, results.months); }
    std::vector<std::string> years() const;

    // `name` or `name/part`.
    Chosen choose(std::string_view name) const;
    Chosen part_of(std::size_t outcome, int part) const;
    // Every part of an outcome, and all of them together when it is split and has more than one.
    std::vector<Chosen> all_of(std::size_t outcome) const;
    const OutcomeInfo& info(const Chosen& chosen) const;
    std::string split_of(const Chosen& chosen) const;  // identifier, "" for unsplit or all together
    std::string name_of(const Chosen& chosen) const;   // the outcome's phrase, its part between brackets
    std::string part_name(std::size_t outcome, int part) const;
    // "opgeteld over 2026–2035": how the months became one number.
    std::string rule_of(const Chosen& chosen, std::string_view period) const;

    const ComparedNumber* number(const Chosen& chosen, std::string_view period, int scenario) const;
    Average level(const Chosen& chosen, int scenario, int first, int last) const;
    std::vector<double> differences(const Chosen& chosen, int scenario) const;

    // Digits for a difference and its range, and for a level.
    static Shown shown(const ComparedNumber& number);
    Shown shown(const Average& level, std::string_view unit) const;

    // "−€ 1,2 mln (−1,8 tot −0,7)" or "geen aantoonbaar verschil".
    std::string brief(const ComparedNumber& number) const;
    // The wording table: range first, then pairs, then at most one word with its percentage.
    std::string wording(const ComparedNumber& number, Better better) const;
    // The same without the range: pairs and the word, or "geen aantoonbaar verschil".
    std::string agreement(const ComparedNumber& number, Better better) const;
    // What this number of pairs could have shown; empty when there is nothing to say.
    std::string could_have_shown(const ComparedNumber& number) const;
    std::vector<std::string> boomerang_sentences() const;
};

}  // namespace ontkoker
