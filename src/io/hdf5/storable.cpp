#include "storable.h"

#include <algorithm>
#include <cmath>

#include "file_problems.h"
#include "layout.h"
#include "ontkoker/core/units.h"

namespace ontkoker {
namespace {

using Texts = std::vector<std::string>;

bool is_identifier(const std::string& name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && std::all_of(name.begin(), name.end(), fits);
}

bool any_zero_byte(const Texts& texts) {
    return std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return has_zero_byte(text); });
}

// Collects what is wrong with outcomes.
class OutcomeCheck {
public:
    OutcomeCheck(const std::string& path, const std::vector<OutcomeInfo>& outcomes, const Texts& taken)
        : path_(path), outcomes_(outcomes), taken_(taken) {}

    Problems run() {
        unless(!outcomes_.empty(), "er zijn geen uitkomsten");
        for (std::size_t o = 0; found_.empty() && o < outcomes_.size(); ++o) {
            name(o);
            parts(o);
        }
        return found_;
    }

private:
    void unless(bool good, const std::string& why) {
        if (!good) found_.push_back(file_problems::not_storable(path_, why));
    }
    bool is_taken(const std::string& name) const { return std::count(taken_.begin(), taken_.end(), name) > 0; }

    void name(std::size_t o) {
        const OutcomeInfo& info = outcomes_[o];
        unless(is_identifier(info.name) && !is_taken(info.name), "'" + info.name + "' kan geen naam van een uitkomst zijn");
        for (std::size_t other = 0; other < outcomes_.size(); ++other) {
            unless(other >= o || outcomes_[other].name != info.name, info.name + " komt tweemaal voor");
            unless(outcomes_[other].split != info.name, info.name + " is ook de naam van een splitsing");
        }
        unless(std::isfinite(info.divisor) && info.divisor > 0.0, info.name + " heeft een deler die niet boven nul ligt");
        unless(!has_zero_byte(info.unit) && !has_zero_byte(info.nl) && !has_zero_byte(info.en) &&
                   !any_zero_byte(info.parts) && !any_zero_byte(info.parts_nl) && !any_zero_byte(info.parts_en),
               info.name + " heeft een tekst met een nulbyte");
    }

    void parts(std::size_t o) {
        const OutcomeInfo& info = outcomes_[o];
        if (info.split.empty()) {
            const auto blank = [](const Texts& texts) { return texts.empty() || texts == Texts{""}; };
            unless(info.parts == Texts{""} && blank(info.parts_nl) && blank(info.parts_en),
                   info.name + " is niet gesplitst en heeft toch delen");
            return;
        }
        unless(is_identifier(info.split) && !is_taken(info.split),
               "'" + info.split + "' kan geen naam van een splitsing zijn");
        unless(all_named_once(info.parts), "elk deel van " + info.name + " moet een eigen naam hebben");
        unless(info.parts_nl.size() == info.parts.size() && info.parts_en.size() == info.parts.size(),
               "de delen van " + info.name + " hebben niet allemaal een Nederlandse en een Engelse naam");
        for (const OutcomeInfo* first : layout::splits_of(outcomes_)) {
            unless(first->split != info.split || (first->parts == info.parts && first->parts_nl == info.parts_nl &&
                                                  first->parts_en == info.parts_en),
                   first->name + " en " + info.name + " splitsen naar " + info.split + " met andere delen");
        }
    }

    const std::string& path_;
    const std::vector<OutcomeInfo>& outcomes_;
    const Texts& taken_;
    Problems found_;
};

// Collects what is wrong.
class Check {
public:
    Check(const std::string& path, const ResultSet& results) : path_(path), results_(results) {}

    Problems run() {
        whole();
        if (found_.empty()) found_ = outcome_problems(path_, results_.outcomes, layout::taken_names());
        for (std::size_t o = 0; found_.empty() && o < results_.outcomes.size(); ++o) shape(o);
        for (std::size_t o = 0; found_.empty() && o < results_.outcomes.size(); ++o) numbers(o);
        return found_;
    }

private:
    void unless(bool good, const std::string& why) {
        if (!good) found_.push_back(file_problems::not_storable(path_, why));
    }

    void whole() {
        unless(all_named_once(results_.scenarios), "elk scenario moet een eigen naam hebben");
        unless(results_.replicates > 0 && results_.months > 0, "er zijn geen replicaties of geen maanden");
        unless(results_.first_replicate >= 0, "de eerste replicatie heeft een nummer onder nul");
        unless(results_.counts.size() == results_.outcomes.size() &&
                   results_.denominators.size() == results_.outcomes.size(),
               "er zijn niet evenveel reeksen als uitkomsten");
        unless(!any_zero_byte(results_.scenarios) && !has_zero_byte(results_.effective_config) &&
                   !has_zero_byte(results_.municipality) && !has_zero_byte(results_.version),
               "een tekst bevat een nulbyte");
    }

    void shape(std::size_t o) {
        const OutcomeInfo& info = results_.outcomes[o];
        const std::size_t cells = results_.scenarios.size() * static_cast<std::size_t>(results_.replicates) *
                                  static_cast<std::size_t>(results_.months) * info.parts.size();
        const std::size_t below = layout::is_ratio(info) ? cells : 0;
        unless(results_.counts[o].size() == cells, info.name + " heeft een reeks van een andere lengte dan haar assen");
        unless(results_.denominators[o].size() == below, info.name + " heeft noemers van een andere lengte dan haar assen");
    }

    // Doubles in the outcome's unit must give the whole numbers back.
    void numbers(std::size_t o) {
        const OutcomeInfo& info = results_.outcomes[o];
        if (layout::is_ratio(info) || layout::is_whole(info)) return;
        for (const std::int64_t count : results_.counts[o]) {
            if (comes_back(count, info.divisor)) continue;
            return unless(false, info.name + " bevat " + std::to_string(count) + ", dat niet door " +
                                     std::to_string(info.divisor) + " gedeeld en precies teruggerekend kan worden");
        }
    }

    const std::string& path_;
    const ResultSet& results_;
    Problems found_;
};

}  // namespace

bool has_zero_byte(const std::string& text) { return text.find('\0') != std::string::npos; }

bool all_named_once(Texts names) {
    std::sort(names.begin(), names.end());
    return !names.empty() && !names.front().empty() && std::adjacent_find(names.begin(), names.end()) == names.end();
}

bool comes_back(std::int64_t count, double divisor) {
    constexpr double nearest_takes_less_than = 4611686018427387904.0;  // 2^62
    const double again = static_cast<double>(count) / divisor * divisor;
    return std::abs(again) < nearest_takes_less_than && nearest(again) == count;
}

Problems outcome_problems(const std::string& path, const std::vector<OutcomeInfo>& outcomes, const Texts& taken) {
    return OutcomeCheck(path, outcomes, taken).run();
}

Problems storage_problems(const std::string& path, const ResultSet& results) { return Check(path, results).run(); }

}  // namespace ontkoker
