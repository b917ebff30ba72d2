// What is drawn jointly: debts with parents' problems, problems with each other, loads of children, claims of schemes.
// Seeds are fixed; bounds are 4.5 standard errors, so that a right population fails one check in a hundred thousand.
#include <cmath>

#include "example.h"

using namespace example;

namespace joint_test {

constexpr double errors_allowed = 4.5;
constexpr std::uint32_t replicates = 12;

// Mantel-Haenszel odds ratio over strata and the standard error of its logarithm (Robins, Breslow and Greenland 1986).
class CommonOdds {
public:
    void add(double a, double b, double c, double d) {  // both, only the trait, only the outcome, neither
        const double n = a + b + c + d;
        if (n == 0) return;
        const double r = a * d / n, s = b * c / n, p = (a + d) / n, q = (b + c) / n;
        r_ += r;
        s_ += s;
        pr_ += p * r;
        mixed_ += p * s + q * r;
        qs_ += q * s;
    }
    double log_odds() const { return std::log(r_ / s_); }
    double error() const { return std::sqrt(pr_ / (2 * r_ * r_) + mixed_ / (2 * r_ * s_) + qs_ / (2 * s_ * s_)); }

private:
    double r_ = 0, s_ = 0, pr_ = 0, mixed_ = 0, qs_ = 0;
};

struct Trait {
    bool outcome, trait;
    int stratum;  // 0..3, or negative to leave the household out
};

template <class Look>
CommonOdds association(const Config& config, const Look& look) {
    CommonOdds odds;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const World w = world_of(config, replicate);
        double n[4][2][2] = {};
        for (std::size_t i = 0; i < w.household_rows(); ++i) {
            const Trait t = look(w, i);
            if (t.stratum >= 0) ++n[t.stratum][t.trait][t.outcome];
        }
        for (const auto& s : n) odds.add(s[1][1], s[1][0], s[0][1], s[0][0]);
    }
    return odds;
}

bool family(const World& w, std::size_t i) { return w.households.first_child[i].exists(); }
bool single_parent(const World& w, std::size_t i) { return family(w, i) && w.adult_count(i) == 1; }

Trait debts_and_mental_health(const World& w, std::size_t i) {
    return {w.households.problematic[i] != 0, (w.households.problems[i] & mental_health) != 0,
            single_parent(w, i) + 2 * w.households.on_bijstand[i]};
}

TEST_CASE("debts go together with parents' mental health by the declared odds ratio", "[population]") {
    Config config = config_of("heusden");
    config.parameters.parents.odds_debt_tight = 1.0;   // the strata below do not tell who has little left
    for (const double declared : {config.parameters.parents.odds_debt_mental_health, 1.0}) {
        config.parameters.parents.odds_debt_mental_health = declared;
        const CommonOdds found = association(config, debts_and_mental_health);
        INFO("declared " << declared << " found " << std::exp(found.log_odds()) << " log error " << found.error());
        CHECK(found.error() < 0.025);
        CHECK(std::abs(found.log_odds() - std::log(declared)) < errors_allowed * found.error());
    }
}

TEST_CASE("problems go together with single parenthood and with each other by the declared odds ratios",
          "[population]") {
    Config config = config_of("heusden");
    config.parameters.parents.odds_debt_tight = 1.0;   // the strata below do not tell who has little left
    const Parents& p = config.parameters.parents;
    const auto mental = association(config, [](const World& w, std::size_t i) {
        return Trait{(w.households.problems[i] & mental_health) != 0, single_parent(w, i), family(w, i) ? 0 : -1};
    });
    CHECK(std::abs(mental.log_odds() - std::log(p.odds_mental_health_single_parent)) < errors_allowed * mental.error());
    const auto conflicts = association(config, [](const World& w, std::size_t i) {
        return Trait{(w.households.problems[i] & conflict) != 0, single_parent(w, i), family(w, i) ? 0 : -1};
    });
    CHECK(std::abs(conflicts.log_odds() - std::log(p.odds_conflict_single_parent)) <
          errors_allowed * conflicts.error());
    const auto addicted = association(config, [](const World& w, std::size_t i) {
        return Trait{(w.households.problems[i] & addiction) != 0, (w.households.problems[i] & mental_health) != 0,
                     family(w, i)};
    });
    CHECK(std::abs(addicted.log_odds() - std::log(p.odds_addiction_mental_health)) < errors_allowed * addicted.error());
    const auto debts = association(config, [](const World& w, std::size_t i) {
        return Trait{w.households.problematic[i] != 0, single_parent(w, i),
                     2 * w.households.on_bijstand[i] + ((w.households.problems[i] & mental_health) != 0)};
    });
    CHECK(std::abs(debts.log_odds() - std::log(p.odds_debt_single_parent)) < errors_allowed * debts.error());
    // A problem without a declared association goes together with nothing.
    const auto unrelated = association(config, [](const World& w, std::size_t i) {
        return Trait{(w.households.problems[i] & lvb) != 0, w.households.problematic[i] != 0, family(w, i)};
    });
    CHECK(std::abs(unrelated.log_odds()) < errors_allowed * unrelated.error());
}

TEST_CASE("problematic debts lie with those who have little left a month, as strongly as declared, and in the same number",
          "[population]") {
    Config config = config_of("heusden");
    const auto look = [&](double odds) {
        config.parameters.parents.odds_debt_tight = odds;
        const World w = world_of(config);
        std::int64_t debts = 0, tight = 0;
        for (std::size_t i = 0; i < w.household_rows(); ++i) {
            if (!w.households.problematic[i]) continue;
            ++debts;
            const MonthBudget budget = month_budget(facts_of(w, i, 0, config.parameters), config.parameters);
            tight += budget.income() - budget.fixed() - budget.needs < euros(250);
        }
        return std::pair(debts, tight);
    };
    const auto [debts, tight] = look(12.0);
    const auto [debts_without, tight_without] = look(1.0);
    INFO(tight << " of " << debts << " against " << tight_without << " of " << debts_without);
    CHECK(debts == debts_without);
    CHECK(tight > 1.2 * tight_without);
}

TEST_CASE("households on bijstand have problematic debts as often, against others, as CBS counts", "[population]") {
    const Config config = config_of("heusden");
    double n[2][2] = {};
    for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
        const World w = world_of(config, replicate);
        for (std::size_t i = 0; i < w.household_rows(); ++i) ++n[w.households.on_bijstand[i]][w.households.problematic[i]];
    }
    // Bijstand is the main income of 15.6% of debtors and of 3.7% of others (CBS, 2021-2023): odds ratio 4.8.
    const double odds = n[1][1] * n[0][0] / (n[1][0] * n[0][1]);
    INFO("odds ratio " << odds);
    CHECK(odds > 3.5);
    CHECK(odds < 6.5);
}

TEST_CASE("problems have their declared shares, in families and elsewhere, and conflict only in families",
          "[population]") {
    const Config config = config_of("heusden");
    const World w = world_of(config);
    const Parents& p = config.parameters.parents;
    double families = 0, others = 0, mental[2] = {}, addicted[2] = {}, disabled[2] = {}, conflicts[2] = {};
    for (std::size_t i = 0; i < w.household_rows(); ++i) {
        const bool home = family(w, i);
        (home ? families : others) += 1;
        const auto problems = w.households.problems[i];
        mental[home] += (problems & mental_health) != 0;
        addicted[home] += (problems & addiction) != 0;
        disabled[home] += (problems & lvb) != 0;
        conflicts[home] += (problems & conflict) != 0;
    }
    const auto error = [](double share, double n) { return errors_allowed * std::sqrt(share * (1 - share) / n); };
    CHECK(std::abs(mental[1] / families - p.mental_health) < error(p.mental_health, families));
    CHECK(std::abs(mental[0] / others - p.mental_health) < error(p.mental_health, others));
    CHECK(std::abs(addicted[1] / families - p.addiction) < error(p.addiction, families));
    CHECK(std::abs(disabled[0] / others - p.lvb) < error(p.lvb, others));
    CHECK(std::abs(conflicts[1] / families - p.conflict) < error(p.conflict, families));
    CHECK(conflicts[0] == 0);
}

TEST_CASE("own loads have the mean of shocks that came since birth and faded", "[population]") {
    Config config = config_of("heusden");
    ChildDevelopment& c = config.parameters.children;
    c.shock_mean = 0.3;  // small, so that the cap of 10 does not count
    const World w = world_of(config);
    double sum = 0, expected = 0, variance = 0;
    std::int64_t groups[4] = {};
    for (std::size_t i = 0; i < w.child_rows(); ++i) {
        ++groups[static_cast<int>(w.children.group[i])];
        if (w.children.group[i] == ChildGroup::lifelong) {
            CHECK(w.children.own[i] == Level::from(c.lifelong_load));
            continue;
        }
        if (w.children.group[i] == ChildGroup::severe) continue;
        const double age = -w.children.birth_day[i] / 365.2425;
        const double rate = (w.children.group[i] == ChildGroup::mild ? c.shocks_mild : c.shocks_everyday) *
                            (age_on(w.children.birth_day[i], 0) >= 12 ? c.school_age_factor : 1.0);
        sum += w.children.own[i].value();
        expected += rate * c.shock_mean / c.own_fade * (1.0 - std::exp(-c.own_fade * age));
        // Campbell: the variance of faded exponential shocks.
        variance += rate * 2.0 * c.shock_mean * c.shock_mean / (2.0 * c.own_fade);
    }
    // Shocks faded to 0.2% are left out.
    CHECK(std::abs(sum - expected) < errors_allowed * std::sqrt(variance) + 0.002 * expected);
    const double all = static_cast<double>(w.child_rows());
    CHECK(std::abs(static_cast<double>(groups[1]) - c.share_mild * all) <= 1);
    CHECK(std::abs(static_cast<double>(groups[2]) - c.share_severe * all) <= 1);
    CHECK(std::abs(static_cast<double>(groups[3]) - c.share_lifelong * all) <= 1);
}

TEST_CASE("loads from the family follow its problems, and from money nothing at no effect", "[population]") {
    Config config = config_of("woudenberg");
    config.parameters.children.livelihood_stress = 0.0;
    const ChildDevelopment& c = config.parameters.children;
    const World w = world_of(config);
    int wrong = 0, burdened = 0;
    for (std::size_t i = 0; i < w.child_rows(); ++i) {
        const auto problems = w.households.problems[w.children.household[i].index];
        const double family = (problems & mental_health ? c.family_mental_health : 0) +
                              (problems & addiction ? c.family_addiction : 0) + (problems & lvb ? c.family_lvb : 0) +
                              (problems & conflict ? c.family_conflict : 0);
        wrong += w.children.family[i] != Level::from(family);
        wrong += w.children.livelihood[i] != Level{};
        burdened += family > 0;
    }
    CHECK(wrong == 0);
    CHECK(burdened > 0);
}

TEST_CASE("only entitled households have a scheme, in the share of its take-up and of its amount", "[population]") {
    Config config = config_of("zwolle");
    Parameters& now = config.parameters;
    now.norms.asset_limit_single = 200;  // low, so that savings shut some out
    now.norms.asset_limit_family = 400;
    const World w = world_of(config);
    REQUIRE(now.schemes.size() <= most_schemes);
    for (std::size_t k = 0; k < now.schemes.size(); ++k) {
        const Scheme& scheme = now.schemes[k];
        INFO(scheme.name);
        double entitled = 0, claiming = 0;
        int wrong = 0;
        for (std::size_t i = 0; i < w.household_rows(); ++i) {
            const HouseholdFacts facts = facts_of(w, i, 0, now);
            const Cents income = counted_income(facts, now) + month_budget(facts, now).bijstand;
            const bool may = income <= scaled(norm_of(facts, now), scheme.limit) &&
                             facts.buffer <= asset_limit_of(facts, now) &&
                             w.households.low_income_months[i] >= scheme.low_income_months &&
                             (facts.minors() > 0 || !(scheme.families_only || scheme.per_child));
            const bool claims = w.households.claims[i] >> k & 1;
            const Cents amount = euros(scheme.amount / 12.0 * (scheme.per_child ? facts.minors() : 1));
            wrong += claims && !may;
            wrong += w.households.granted[i][k] != (claims ? amount : Cents(0));
            entitled += may;
            claiming += claims;
        }
        CHECK(wrong == 0);
        REQUIRE(entitled > 100);
        const double chance = std::max(scheme.take_up_start, scheme.automatic);
        CHECK(std::abs(claiming / entitled - chance) < errors_allowed * std::sqrt(chance * (1 - chance) / entitled));
    }
}

TEST_CASE("debts have their declared sizes and ages", "[population]") {
    const Config config = config_of("zwolle");
    const World w = world_of(config);
    const Finances& f = config.parameters.finances;
    std::vector<std::int64_t> sizes;
    double small = 0, rest = 0;
    int wrong = 0;
    for (std::size_t i = 0; i < w.household_rows(); ++i) {
        const Cents debt = w.households.debt[i];
        const int months = w.households.arrears_months[i];
        wrong += debt < Cents(0) || (debt > Cents(0)) != (months > 0);
        if (w.households.problematic[i]) {
            sizes.push_back(debt.count);
            wrong += debt < euros(f.problematic_debt) || months < 12 || months > 60;
        } else {
            wrong += debt >= euros(f.problematic_debt) || months >= f.problematic_months;
            small += debt > Cents(0);
            rest += 1;
        }
    }
    CHECK(wrong == 0);
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    // Error of a lognormal median: 1.2533 * spread / sqrt(n).
    const double error = 1.2533 * 1.1 / std::sqrt(static_cast<double>(sizes.size()));
    CHECK(std::abs(std::log(static_cast<double>(sizes[sizes.size() / 2]) / 900000.0)) < errors_allowed * error);
    CHECK(small / rest == Approx(0.06).margin(0.0005));
}

}  // namespace joint_test
