#include "figures.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ontkoker::kwb {
namespace {

using json::Figure;
using json::FigureTable;

constexpr std::string_view table_name = "Kerncijfers wijken en buurten", cbs = "CBS, CC BY 4.0";

// How one figure of a profile comes about: from a column as it is, or else from the national profile.
struct Rule {
    std::string_view figure;
    std::optional<Column> column;
    Basis basis;  // of the national figure
};

// In the order in which they need each other.
constexpr Rule rules[] = {
    {"population", Column::inhabitants, Basis::none},
    {"households", Column::households, Basis::inhabitants},
    {"single_person", Column::single_person, Basis::households},
    {"couple_no_children", Column::without_children, Basis::households},
    {"couple_children", {}, Basis::households},  // these two: see split_families
    {"single_parent", {}, Basis::households},
    {"size_3", {}, Basis::families},
    {"size_4", {}, Basis::families},
    {"size_5", {}, Basis::families},
    {"births_per_1000", Column::birth_rate, Basis::none},
    {"deaths_per_1000", Column::death_rate, Basis::none},
    {"income", Column::income, Basis::none},
    {"low_income_40", Column::low_income_40, Basis::none},
    {"social_minimum", Column::social_minimum, Basis::none},
    {"rented", Column::rented, Basis::social_rent},
    {"social_rented", Column::social_rented, Basis::rent},
    {"ww", Column::ww, Basis::inhabitants},
    {"bijstand", Column::bijstand, Basis::poor},
    {"disability", Column::disability, Basis::inhabitants},
    {"debt_persons", {}, Basis::none},
    {"youth_help", Column::youth_help, Basis::none},
    {"youth_spending", {}, Basis::inhabitants},
    {"protection_share", {}, Basis::none},
    {"team_spending", {}, Basis::inhabitants},
    {"income_spending", {}, Basis::inhabitants},
    {"medical_referral", {}, Basis::none},
    {"wait_weeks", {}, Basis::none},
};

// Age groups of the file and the five-year bands of a profile in each, [first, last).
struct AgeGroup {
    Column column;
    std::size_t first, last;
};
constexpr AgeGroup age_groups[] = {{Column::age_0, 0, 3},
                                   {Column::age_15, 3, 5},
                                   {Column::age_25, 5, 9},
                                   {Column::age_45, 9, 13},
                                   {Column::age_65, 13, 20}};

double rounded(double value, double per_one) { return std::round(value * per_one) / per_one; }

std::string basis_words(Basis basis) {
    switch (basis) {
        case Basis::none:
            return "";
        case Basis::inhabitants:
            return " per inhabitant";
        case Basis::households:
            return " per household";
        case Basis::families:
            return " per household with children";
        case Basis::poor:
            return " per household at the social minimum";
        case Basis::social_rent:
            return " in proportion to the homes of housing corporations";
        case Basis::rent:
            return " in proportion to the rented homes";
    }
    return "";
}

class Filler {
public:
    Filler(const Region& region, const json::Municipality& national, Import& made)
        : region_(region), national_(national), made_(made) {}

    void fill() {
        for (const Rule& rule : rules)
            if (!from_file(rule)) from_nation(rule);
        fill_ages();
    }

private:
    std::optional<double> of(Column column) const { return region_.of(column); }
    double own(const char* figure) const { return made_.municipality.figures.at(figure).value; }
    double nation(std::string_view figure) const { return national_.figures.at(std::string(figure)).value; }
    double ages_of_nation(std::size_t band) const { return national_.tables.at("ages").values[band]; }

    std::string heading(Column column) const {
        const std::string& name = region_.header.heading[static_cast<std::size_t>(column)];
        return name.empty() ? std::string(short_name(column)) : name;
    }
    bool present(Column column) const { return region_.header.has(column); }

    void set(std::string_view figure, double value, const std::string& source, std::string note) {
        made_.municipality.figures[std::string(figure)] = {value,
                                                           national_.figures.at(std::string(figure)).unit,
                                                           std::string(table_name),
                                                           source,
                                                           std::move(note),
                                                           made_.year,
                                                           {}};
    }

    bool from_file(const Rule& rule) {
        if (rule.figure == "couple_children" || rule.figure == "single_parent") return split_families(rule.figure);
        if (!rule.column) return false;
        if (const auto value = of(*rule.column)) {
            const bool percent = measure_of(*rule.column) == Measure::percent;
            set(rule.figure, percent ? rounded(*value / 100, 1e6) : *value, std::string(cbs),
                "Column " + heading(*rule.column) + (percent ? ", a percentage" : ""));
            return true;
        }
        const Column counted = *rule.column == Column::birth_rate ? Column::births : Column::deaths;
        const bool rate = *rule.column == Column::birth_rate || *rule.column == Column::death_rate;
        if (!rate || !of(counted)) return false;
        set(rule.figure, rounded(1000 * *of(counted) / own("population"), 100), std::string(cbs),
            "Column " + heading(counted) + " by the number of inhabitants");
        return true;
    }

    // Households with children are one number in the file; couples and single parents among them are national.
    bool split_families(std::string_view figure) {
        const auto families = of(Column::with_children);
        if (!families) return false;
        const double share = nation(figure) / (nation("couple_children") + nation("single_parent"));
        set(figure, std::round(*families * share),
            std::string(cbs) + "; the municipality's total, divided by the national pattern",
            "Column " + heading(Column::with_children) + ", which does not tell couples from single parents");
        made_.stand_ins.push_back({std::string(figure), heading(Column::with_children), true, true, Basis::none});
        return true;
    }

    double ratio(Basis basis) const {
        switch (basis) {
            case Basis::none:
                return 1;
            case Basis::inhabitants:
                return own("population") / nation("population");
            case Basis::households:
                return own("households") / nation("households");
            case Basis::families:
                return (own("couple_children") + own("single_parent")) /
                       (nation("couple_children") + nation("single_parent"));
            case Basis::poor:
                return own("households") * own("social_minimum") / (nation("households") * nation("social_minimum"));
            case Basis::social_rent:
                return *of(Column::social_rented) / 100 / nation("social_rented");
            case Basis::rent:
                return own("rented") / nation("rented");
        }
        return 1;
    }

    void from_nation(const Rule& rule) {
        Basis basis = rule.basis;
        if (basis == Basis::social_rent && !of(Column::social_rented)) basis = Basis::none;
        Figure figure = national_.figures.at(std::string(rule.figure));
        double value = figure.value * ratio(basis);
        if (figure.unit == "EUR/year")
            value = std::round(value / 1000) * 1000;
        else if (figure.unit.starts_with("share"))
            value = std::min(1.0, rounded(value, 1e4));
        else if (basis != Basis::none)
            value = std::round(value);
        figure.value = value;
        figure.source += "; national figure" + basis_words(basis) + " stands in for the municipality's own";
        const Column column = rule.column.value_or(Column::with_children);
        const bool in_kwb = rule.column || rule.figure == "couple_children" || rule.figure == "single_parent";
        if (in_kwb)
            figure.note = (present(column) ? "No value in column " : "The file has no column ") + heading(column) +
                          (figure.note.empty() ? "" : ". " + figure.note);
        made_.municipality.figures[std::string(rule.figure)] = figure;
        made_.stand_ins.push_back(
            {std::string(rule.figure), in_kwb ? heading(column) : "", in_kwb && present(column), false, basis});
    }

    // Groups of the file divided over five-year bands by the national pattern; those at home by national shares.
    void fill_ages() {
        FigureTable ages = national_.tables.at("ages"), child = national_.tables.at("ages_child");
        const double people = own("population") / nation("population");
        std::string missing;
        for (const AgeGroup& group : age_groups) {
            double total = 0;
            for (std::size_t band = group.first; band < group.last; ++band) total += ages_of_nation(band);
            const double scale = of(group.column) && total > 0 ? *of(group.column) / total : people;
            if (!of(group.column)) missing += (missing.empty() ? "" : ", ") + heading(group.column);
            for (std::size_t band = group.first; band < group.last; ++band) {
                ages.values[band] = std::round(ages_of_nation(band) * scale);
                const double home = ages_of_nation(band) > 0 ? child.values[band] / ages_of_nation(band) : 0;
                child.values[band] = std::round(home * ages.values[band]);
            }
        }
        const std::string pattern = "71488ned Personen in huishoudens, leeftijd en positie";
        for (FigureTable* table : {&ages, &child}) {
            table->table = std::string(table_name) + "; " + pattern;
            table->year = made_.year;
            table->source = std::string(cbs) + "; the municipality's age groups, divided by the national pattern";
            table->note = table == &ages ? "" : "National share that lives with parents, by age";
            if (!missing.empty())
                table->note += (table->note.empty() ? "" : ". ") + ("National figure per inhabitant for " + missing);
        }
        made_.municipality.tables = {{"ages", ages}, {"ages_child", child}};
        for (const char* name : {"ages", "ages_child"})
            made_.stand_ins.push_back({name, missing.empty() ? heading(Column::age_0) : missing,
                                       missing.empty() || present(Column::age_0), missing.empty(),
                                       missing.empty() ? Basis::none : Basis::inhabitants});
    }

    const Region& region_;
    const json::Municipality& national_;
    Import& made_;
};

}  // namespace

void fill_figures(const Region& region, const json::Municipality& national, Import& made) {
    Filler(region, national, made).fill();
}

void check_numbers(const Region& region, std::vector<Finding>& findings) {
    for (const Rule& rule : rules) {
        if (!rule.column || !region.of(*rule.column)) continue;
        const double factor = measure_of(*rule.column) == Measure::percent ? 100 : 1;
        const json::FigureRange range = json::figure_range(rule.figure);
        const double value = *region.of(*rule.column);
        if (value >= range.low * factor && value <= range.high * factor) continue;
        findings.push_back(finding_at(region, *rule.column, Fault::out_of_bounds));
        findings.back().low = range.low * factor;
        findings.back().high = range.high * factor;
    }
    const auto at_most = [&](Column part, Column whole) {
        if (!region.of(part) || !region.of(whole) || *region.of(part) <= *region.of(whole)) return;
        findings.push_back(finding_at(region, part, Fault::too_large));
        findings.back().other = finding_at(region, whole, Fault::too_large).name;
        findings.back().high = *region.of(whole);
    };
    for (const Column part :
         {Column::households, Column::births, Column::deaths, Column::bijstand, Column::disability, Column::ww})
        at_most(part, Column::inhabitants);
    at_most(Column::social_rented, Column::rented);
    // CBS rounds to fives, so parts may miss their total a little.
    const auto add_up = [&](std::initializer_list<Column> parts, Column whole) {
        double sum = 0;
        for (const Column part : parts) {
            if (!region.of(part)) return;
            sum += *region.of(part);
        }
        if (!region.of(whole) || std::fabs(sum - *region.of(whole)) <= 50 + 0.02 * *region.of(whole)) return;
        findings.push_back(finding_at(region, *(parts.end() - 1), Fault::adds_up_wrong));
        findings.back().other = finding_at(region, whole, Fault::adds_up_wrong).name;
        findings.back().low = sum;
        findings.back().high = *region.of(whole);
    };
    add_up({Column::age_0, Column::age_15, Column::age_25, Column::age_45, Column::age_65}, Column::inhabitants);
    add_up({Column::single_person, Column::without_children, Column::with_children}, Column::households);
    const Finding nobody = finding_at(region, Column::inhabitants, Fault::indispensable);
    const bool told = std::any_of(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return finding.name == nobody.name; });
    if (!region.of(Column::inhabitants) && !told) findings.push_back(nobody);
}

}  // namespace ontkoker::kwb
