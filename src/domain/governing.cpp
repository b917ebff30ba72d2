#include "ontkoker/domain/governing.h"

#include <algorithm>

namespace ontkoker {
namespace {

constexpr double weeks_a_year = 365.25 / 7.0;

std::int64_t pupils(const World& world) {
    std::int64_t count = 0;
    for (const SchoolState& s : world.children.school) count += s.place != SchoolPlace::none;
    return count;
}

double base_minutes(const Service& service) {
    double sum = 0.0;
    for (const std::int32_t minutes : service.base_capacity) sum += minutes;
    return sum;
}

// One investment of `money` EUR a year: the hours, places or outreach that it buys.
void buy(Investment kind, double money, const World& world, Parameters& now) {
    const double each = world.people > 0 ? money / static_cast<double>(world.people) : 0.0;   // an inhabitant
    switch (kind) {
        case Investment::outreach: {
            const double reach = std::min(1.0, now.governing.outreach_effect * each);
            now.access.scheme_outreach += reach * (1.0 - now.access.scheme_outreach);
            return;
        }
        case Investment::debts:
            now.debt_help.spending_per_inhabitant += each;
            return;
        case Investment::team:
            if (const double base = team_help_money(world, now); base > 0.0) now.access.team_hours += money / base;
            return;
        case Investment::parent_care: {
            const double base = base_minutes(world.services[parent_care_service]);
            if (base > 0.0) now.parent_care.hours += 60.0 * money / weeks_a_year / now.governing.parent_care_tariff / base;
            return;
        }
        case Investment::school_staff:
            if (const auto count = pupils(world); count > 0)
                now.school.group_hours += money / (static_cast<double>(count) * now.school.school_weeks * now.school.group_hour);
            return;
        case Investment::guided_work:
            if (world.places.youths > 0)
                now.young.guided_places += 1000.0 * money / (12.0 * (now.young.guided_pay + now.young.guidance_adult)) /
                                           static_cast<double>(world.places.youths);
            return;
        case Investment::count: return;
    }
}

void apply_temporary(const World& world, Parameters& now) {
    const double money = now.governing.temporary_money + structural_money(world.governance.temporary, now.governing);
    if (money <= 0.0) return;
    const double base = team_help_money(world, now);
    if (base > 0.0) now.access.team_hours += money * static_cast<double>(world.people) / base;
    now.workforce.stack *= 1.0 - std::min(1.0, now.governing.worker_relief * money);
}

void apply_views(const World& world, Parameters& now) {
    const double views = world.governance.learning.views.value();
    if (views <= 0.0) return;
    now.access.breadth += now.governing.views_breadth * views * (1.0 - now.access.breadth);
    now.safety.risk_attitude *= 1.0 - now.governing.views_risk * views;
    now.doorbraak.case_based_reasoning += now.governing.views_case * views * (1.0 - now.doorbraak.case_based_reasoning);
}

}  // namespace

double team_help_money(const World& world, const Parameters& now) {
    if (world.services.size() < first_help_service + now.help_types.size()) return 0.0;
    Cents weekly;
    for (std::size_t k = 0; k < now.help_types.size(); ++k)
        if (now.help_types[k].team) weekly += world.services[first_help_service + k].weekly_sum;
    return in_euros(weekly) * weeks_a_year;
}

double structural_money(const TemporaryMoney& money, const Governing& now) {
    const double ended = std::max(0.0, money.in_force.value() - now.temporary_money);
    return money.structural.value() + now.structural_share * ended;
}

void apply_decisions(const World& world, Parameters& now) {
    apply_temporary(world, now);
    apply_views(world, now);
    const Investing& investing = world.governance.investing;
    for (std::size_t k = 0; k < investment_count; ++k)
        if (const Cents money = investing.own[k] + investing.revolving[k]; money > Cents(0))
            buy(static_cast<Investment>(k), in_euros(money), world, now);
}

}  // namespace ontkoker
