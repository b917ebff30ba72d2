#include "ontkoker/run/family.h"

#include <algorithm>
#include <memory>
#include <tuple>

#include "ontkoker/domain/budget.h"
#include "ontkoker/engine/parallel.h"
#include "replicate.h"
#include "watcher.h"

namespace ontkoker {
namespace {

constexpr double levels_a_point = 10.0, debt_a_point = 5000.0, most_points = 10.0;

Level load_of_child(const ChildMonth& child) { return load_of(child.own, child.family, child.livelihood); }

// A month of one child's help at its unit price; who pays it.
void add_help(FamilyMonth& month, const ChildMonth& child, const Snapshot& now, double weeks) {
    if (child.help != HelpState::in_help) return;
    const HelpType& type = now.now.help_types[child.service];
    const Service& service = now.world.services[first_help_service + child.service];
    const auto form = static_cast<std::size_t>(type.contract_form);
    const double units = type.places ? 1.0 : service.weekly_load / 60.0 * now.now.contracts.intensity[form];
    const Account payer = type.team ? Account::prevention_teams : Account::youth;
    month.paid[static_cast<std::size_t>(payer)] += scaled(service.hour_price, units * weeks);
}

FamilyMonth month_of(std::size_t i, const Snapshot& now) {
    const World& world = now.world;
    const Households& h = world.households;
    const Children& c = world.children;
    const MonthRules rules(now.now);
    const MonthBudget budget = month_budget(facts_of(world, i, now.day, rules), rules);
    FamilyMonth month;
    month.month = now.month;
    month.income = budget.income();
    month.debt = h.debt[i];
    month.buffer = h.buffer[i];
    month.stress = h.stress[i];
    month.problematic = h.problematic[i];
    month.on_bijstand = h.on_bijstand[i];
    month.debt_help = h.debt_help[i];
    month.problems = h.problems[i];
    const auto pays = [&](Account account, Cents amount) { month.paid[static_cast<std::size_t>(account)] += amount; };
    pays(Account::income_support, budget.bijstand);
    pays(Account::schemes, budget.schemes);
    pays(Account::rijk, budget.zorgtoeslag + budget.huurtoeslag + budget.kindgebonden + budget.kinderbijslag);
    constexpr double weeks = 365.25 / 12.0 / 7.0;
    for (ChildId child = h.first_child[i]; child.exists(); child = c.next[child.index]) {
        const auto at = child.index;
        month.children.push_back({c.key[at], c.own[at], c.family[at], c.livelihood[at], c.help[at], c.service[at]});
        add_help(month, month.children.back(), now, weeks);
    }
    std::sort(month.children.begin(), month.children.end(), [](const ChildMonth& a, const ChildMonth& b) { return a.key < b.key; });
    return month;
}

double mean_burden(const FamilyYears& years) {
    double sum = 0.0;
    for (const FamilyMonth& month : years.months) sum += burden(month);
    return years.months.empty() ? 0.0 : sum / static_cast<double>(years.months.size());
}

class FamilyWatcher : public Watcher {
public:
    FamilyWatcher(const FamilyRequest& request, int months) : request_(request), months_(static_cast<std::size_t>(months)) {}

    bool start(const World& world, const Parameters&) override {
        choose(world);
        std::vector<AgentKey> keys;
        for (const std::size_t row : rows_) keys.push_back(world.households.key[row]);
        for (auto& journal : journals_) journal = std::make_unique<Journal>(keys);
        for (const std::size_t row : rows_) {
            Family family;
            family.key = world.households.key[row];
            family.tenure = world.households.tenure[row];
            meet(family, world, row);
            family.first_members = family.members.size();
            found_.families.push_back(std::move(family));
        }
        return !rows_.empty();
    }

    Journal* journal(std::size_t scenario) override { return journals_[scenario].get(); }

    void branch(std::size_t scenario) override {
        for (const JournalEntry& entry : journals_[0]->entries()) journals_[scenario]->add(entry);
        for (Family& family : found_.families) family.arms[scenario].months = family.arms[0].months;
    }

    void month(std::size_t scenario, const Snapshot& now) override {
        const Households& h = now.world.households;
        for (std::size_t f = 0; f < rows_.size(); ++f) {
            Family& family = found_.families[f];
            if (!h.occupied[rows_[f]] || h.key[rows_[f]] != family.key) continue;
            meet(family, now.world, rows_[f]);
            family.arms[scenario].months.push_back(month_of(rows_[f], now));
        }
    }

    FamilyRun take() {
        for (std::size_t s = 0; s < journals_.size() && journals_[s]; ++s)
            for (const JournalEntry& entry : journals_[s]->entries()) family_of(entry.household).arms[s].entries.push_back(entry);
        for (Family& family : found_.families) {
            family.stays = family.arms[0].months.size() == months_ && family.arms[1].months.size() == months_;
            family.difference = mean_burden(family.arms[1]) - mean_burden(family.arms[0]);
            found_.staying += family.stays;
        }
        std::sort(found_.families.begin(), found_.families.end(), [](const Family& a, const Family& b) {
            if (a.stays != b.stays) return a.stays;
            return std::tie(a.difference, a.key) < std::tie(b.difference, b.key);
        });
        return std::move(found_);
    }

private:
    // Rows in order of their keys, at most as many as asked for.
    void choose(const World& world) {
        const Households& h = world.households;
        std::vector<std::size_t> all;
        found_.fitting.assign(request_.wishes.size(), 0);
        const bool young = std::any_of(request_.wishes.begin(), request_.wishes.end(),
                                       [](const WishedTrait& wish) { return about_young(wish.trait); });
        for (std::size_t i = 0; i < world.household_rows(); ++i) {
            if (!h.occupied[i]) continue;
            if (request_.household) {
                if (h.key[i].value == *request_.household) all.push_back(i);
                continue;
            }
            if (!young && !fits(world, i, {Trait::children, 0}, 0)) continue;
            bool whole = true;
            for (std::size_t w = 0; w < request_.wishes.size(); ++w) {
                const bool one = fits(world, i, request_.wishes[w], 0);
                found_.fitting[w] += one;
                whole = whole && one;
            }
            if (whole) all.push_back(i);
        }
        found_.fitting_all = static_cast<std::int64_t>(all.size());
        std::sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) { return h.key[a] < h.key[b]; });
        const std::size_t kept = std::min(all.size(), request_.most);
        for (std::size_t k = 0; k < kept; ++k) rows_.push_back(all[k * all.size() / kept]);
    }

    static void meet(Family& family, const World& world, std::size_t row) {
        const auto add = [&](AgentKey key, std::int32_t birth_day, bool child) {
            for (const FamilyMember& member : family.members)
                if (member.key == key) return;
            family.members.push_back({key, birth_day, child});
        };
        for (std::size_t slot = 2 * row; slot < 2 * row + 2; ++slot)
            if (world.has_adult(slot)) add(world.adults.key[slot], world.adults.birth_day[slot], false);
        const Children& c = world.children;
        for (ChildId child = world.households.first_child[row]; child.exists(); child = c.next[child.index])
            add(c.key[child.index], c.birth_day[child.index], true);
    }

    Family& family_of(AgentKey key) {
        return *std::lower_bound(found_.families.begin(), found_.families.end(), key,
                                 [](const Family& family, AgentKey wanted) { return family.key < wanted; });
    }

    const FamilyRequest& request_;
    std::size_t months_;
    std::vector<std::size_t> rows_;   // of found_.families, as long as their keys agree
    std::array<std::unique_ptr<Journal>, 2> journals_;
    FamilyRun found_;
};

}  // namespace

double burden(const FamilyMonth& month) {
    double load = 0.0;
    for (const ChildMonth& child : month.children) load += load_of_child(child).value();
    if (!month.children.empty()) load /= static_cast<double>(month.children.size());
    return levels_a_point * month.stress.value() + load + std::min(most_points, in_euros(month.debt) / debt_a_point);
}

Result<FamilyRun> run_families(const Config& config, const RunOptions& options, const FamilyRequest& request) {
    const ThreadLimit limit(options.threads);
    FamilyWatcher watcher(request, 12 * config.run.years);
    auto counts = run_watched(config, request.replicate, options, &watcher);
    if (!counts) return counts.problems();
    FamilyRun run = watcher.take();
    run.counts = std::move(counts.value());
    return run;
}

}  // namespace ontkoker
