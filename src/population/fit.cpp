// The table of published against made figures, and the measures in it that need a definition.
#include <algorithm>
#include <array>

#include "ontkoker/population/population.h"
#include "stages.h"

namespace ontkoker {
namespace {

// CBS, Equivalentiefactoren: a couple needs 1.37 times what a single person needs, with one child 1.67, with two 1.88.
constexpr double second_adult = 0.37, first_child = 0.30, next_child = 0.21;
// Problematic debts: 8.9% of households (1 January 2024) against 5.9% of persons of 16 and older (1 January 2023). CBS,
// Schuldenproblematiek in beeld; Personen met geregistreerde problematische schulden 2021-2023.
constexpr double debt_households = 8.9, debt_persons = 5.9;

class Fit {
public:
    Fit(const World& world, const Profile& profile, const Parameters& now, int sample)
        : world_(world), p_(profile), now_(now), factor_(std::max(1, sample)) {
        homes_ = 0;
        for (const auto occupied : world.households.occupied) homes_ += occupied;
    }

    std::vector<FitRow> rows() {
        households();
        persons();
        work();
        money();
        vital();
        return rows_;
    }

private:
    void add(std::string name, std::string unit, double published, double made) {
        rows_.push_back({std::move(name), std::move(unit), published, made});
    }
    void count(std::string name, std::string unit, double published, std::int64_t made) {
        add(std::move(name), std::move(unit), published, factor_ * static_cast<double>(made));
    }
    double share(std::int64_t rows) const {
        return homes_ > 0 ? static_cast<double>(rows) / static_cast<double>(homes_) : 0.0;
    }
    int children_of(std::size_t i) const {
        int count = 0;
        for (ChildId c = world_.households.first_child[i]; c.exists(); c = world_.children.next[c.index]) ++count;
        return count;
    }

    void households() {
        std::array<std::int64_t, 4> types{};
        std::array<std::int64_t, 3> sizes{};
        for (std::size_t i = 0; i < world_.household_rows(); ++i) {
            if (!world_.households.occupied[i]) continue;
            const int adults = world_.adult_count(i), children = children_of(i);
            ++types[adults == 1 ? (children > 0 ? 3 : 0) : (children > 0 ? 2 : 1)];
            if (adults + children >= 3) ++sizes[static_cast<std::size_t>(std::min(adults + children, 5) - 3)];
        }
        const double all = p_.single_person + p_.couple_no_children + p_.couple_children + p_.single_parent;
        const double scale = all > 0.0 ? p_.households / all : 0.0;
        count("households", "households", p_.households, homes_);
        count("single_person", "households", p_.single_person * scale, types[0]);
        count("couple_no_children", "households", p_.couple_no_children * scale, types[1]);
        count("couple_children", "households", p_.couple_children * scale, types[2]);
        count("single_parent", "households", p_.single_parent * scale, types[3]);
        count("size_3", "households", p_.size_3 * scale, sizes[0]);
        count("size_4", "households", p_.size_4 * scale, sizes[1]);
        count("size_5", "households", p_.size_5 * scale, sizes[2]);
    }

    void persons() {
        std::array<std::int64_t, population::band_count> all{}, children{};
        for (std::size_t slot = 0; slot < world_.adults.key.size(); ++slot)
            if (world_.has_adult(slot)) ++all[population::band_of(-world_.adults.birth_day[slot])];
        for (std::size_t i = 0; i < world_.child_rows(); ++i) {
            if (!world_.children.household[i].exists()) continue;
            ++all[population::band_of(-world_.children.birth_day[i])];
            ++children[population::band_of(-world_.children.birth_day[i])];
        }
        double persons = 0.0;
        for (const double value : p_.ages) persons += value;
        const double scale = persons > 0.0 ? p_.population / persons : 0.0;
        count("population", "persons", p_.population, world_.people);
        constexpr std::array<std::size_t, 8> borders{0, 1, 2, 3, 4, 5, 6, population::band_count};
        constexpr std::array<const char*, 7> names{"0_4", "5_9", "10_14", "15_19", "20_24", "25_29", "30_up"};
        bands("children_at_home_", p_.ages_child, scale, children, borders, names);
        constexpr std::array<std::size_t, 6> wide{0, 3, 5, 9, 13, population::band_count};
        constexpr std::array<const char*, 5> wide_names{"0_14", "15_24", "25_44", "45_64", "65_up"};
        bands("persons_", p_.ages, scale, all, wide, wide_names);
    }
    void bands(const char* what, const std::vector<double>& published, double scale, std::span<const std::int64_t> made,
               std::span<const std::size_t> borders, std::span<const char* const> names) {
        for (std::size_t k = 0; k + 1 < borders.size(); ++k) {
            double wanted = 0.0;
            std::int64_t here = 0;
            for (std::size_t band = borders[k]; band < borders[k + 1]; ++band) {
                wanted += published[band] * scale;
                here += made[band];
            }
            count(std::string(what) + names[k], "persons", wanted, here);
        }
    }

    void work() {
        std::int64_t ww = 0, disability = 0, bijstand = 0;
        for (std::size_t slot = 0; slot < world_.adults.key.size(); ++slot) {
            if (!world_.has_adult(slot)) continue;
            ww += world_.adults.activity[slot] == Activity::ww;
            disability += world_.adults.activity[slot] == Activity::disability;
            bijstand += world_.households.on_bijstand[slot / 2];
        }
        count("ww", "persons", p_.ww, ww);
        count("disability", "persons", p_.disability, disability);
        count("bijstand", "persons", p_.bijstand, bijstand);
    }

    void money() {
        const MonthRules rules(now_);
        std::int64_t income = 0, minimum = 0, debts = 0, rented = 0, social = 0;
        for (std::size_t i = 0; i < world_.household_rows(); ++i) {
            if (!world_.households.occupied[i]) continue;
            income += standardised_income(facts_of(world_, i, 0, rules), rules).count;
            minimum += world_.households.under_minimum[i];
            debts += world_.households.problematic[i];
            rented += world_.households.tenure[i] != Tenure::owner;
            social += world_.households.tenure[i] == Tenure::social;
        }
        const double homes = std::max(1.0, static_cast<double>(homes_));
        add("income", "EUR 1,000 a year", p_.income, static_cast<double>(income) * 12.0 / 100.0 / 1000.0 / homes);
        add("social_minimum", "share of households", p_.social_minimum, share(minimum));
        add("rented", "share of homes", p_.rented, share(rented));
        add("social_rented", "share of homes", p_.social_rented, share(social));
        add("debt_households", "share of households", debt_household_share(p_), share(debts));
    }

    void vital() {
        const double people = static_cast<double>(world_.people) * factor_;
        add("births", "a year", p_.births_per_1000 * people / 1000.0,
            world_.birth_factor * population::expected_births(world_, now_) * factor_);
        add("deaths", "a year", p_.deaths_per_1000 * people / 1000.0,
            world_.death_factor * population::expected_deaths(world_, now_) * factor_);
    }

    const World& world_;
    const Profile& p_;
    const Parameters& now_;
    double factor_;
    std::int64_t homes_ = 0;
    std::vector<FitRow> rows_;
};

}  // namespace

double equivalence_factor(const HouseholdFacts& facts) {
    const int minors = facts.minors();
    return 1.0 + second_adult * (facts.adults - 1) + (minors > 0 ? first_child + next_child * (minors - 1) : 0.0);
}

Cents standardised_income(const HouseholdFacts& facts, const MonthRules& rules) {
    const MonthBudget budget = month_budget(facts, rules);
    return scaled(budget.income() - budget.premium, 1.0 / equivalence_factor(facts));
}

double debt_household_share(const Profile& profile) { return profile.debt_persons * debt_households / debt_persons; }

std::vector<FitRow> population_fit(const World& world, const Profile& profile, const Parameters& now, int sample) {
    return Fit(world, profile, now, sample).rows();
}

}  // namespace ontkoker
