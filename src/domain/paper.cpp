#include "paper.h"

#include <algorithm>

#include "market.h"

namespace ontkoker {
namespace {

constexpr double weeks_per_month = 365.25 / 84.0;

// Minutes a week that the access has for intakes beyond the base, because renewals ask less (less than zero: more).
double freed_minutes(const World& world, const Parameters& now) {
    const auto decisions = nearest(1e6 * now.workforce.paperwork * decisions_a_week(now.workforce));
    const double each = 60.0 * now.workforce.decision_worker * static_cast<double>(world.professionals.decisions - decisions) / 1e6;
    double clients = 0.0;
    for (std::size_t s = first_help_service; s < world.services.size(); ++s)
        if (!now.help_types[type_of(world, s)].team) clients += static_cast<double>(world.services[s].line.in_service());
    return each * clients;
}

}  // namespace

double decisions_a_week(const Workforce& now) {
    // To a millionth, as the base is kept, so that nothing changed is exactly nothing.
    return static_cast<double>(nearest(1e6 / (now.grant_months * now.grant_length * weeks_per_month))) / 1e6;
}

double provider_paper(const HelpType& type, Form form, const Workforce& now) {
    const bool lump = type.team || paid_by_sum(form);
    const double decisions = type.team ? 0.0 : now.decision_provider * decisions_a_week(now);
    const double accounts = now.account_hours / weeks_per_month * (lump ? now.lump_accounts : 1.0);
    return 60.0 * now.paperwork * (decisions + accounts);
}

void open_paper(World& world, const Parameters& p) {
    Professionals& pros = world.professionals;
    pros.decisions = static_cast<std::int32_t>(nearest(1e6 * p.workforce.paperwork * decisions_a_week(p.workforce)));
    for (std::size_t s = first_help_service; s < world.services.size(); ++s)
        pros.staff[s].paper = static_cast<std::int32_t>(
            nearest(1000.0 * provider_paper(p.help_types[type_of(world, s)], form_of(world, s, p), p.workforce)));
}

double paper_share(const World& world, std::size_t service, const Parameters& now) {
    const Professionals& pros = world.professionals;
    if (pros.staff.empty() || pros.staff[service].posts.empty()) return 1.0;
    const Service& of = world.services[service];
    if (service == access_service) {
        double base = 0.0;
        for (const std::int32_t minutes : of.base_capacity) base += minutes;
        return base > 0.0 ? std::clamp(1.0 + freed_minutes(world, now) / base, 0.3, 2.0) : 1.0;
    }
    if (!is_help(service) || of.weekly_load <= 0) return 1.0;
    const HelpType& type = now.help_types[type_of(world, service)];
    const double paper = static_cast<double>(nearest(1000.0 * provider_paper(type, form_of(world, service, now), now.workforce)));
    // Paper and direct hours together are one load; less paper leaves more direct hours of it.
    return std::clamp(1.0 + (pros.staff[service].paper - paper) / (1000.0 * of.weekly_load), 0.3, 2.0);
}

double grant_stretch(const Workforce& now) {
    return 1.0 + now.control_loss * std::clamp(now.grant_length - 1.0, -1.0, 2.0);
}

}  // namespace ontkoker
