#include "debt_asking.h"

#include <algorithm>

namespace ontkoker {

void ask_debt_help(Step& step, std::size_t household) {
    World& world = step.world;
    Households& h = world.households;
    ++h.debt_episode[household];
    const auto words = step.draw(h.key[household], Decision::debt_plan, h.debt_episode[household]);
    const double patience = exponential(words[1], step.now.debt_help.patience_weeks) * minutes_per_step;
    LineRequest request;
    request.key = h.key[household];
    request.client = static_cast<std::uint32_t>(household);
    request.arrival = step.begin() + static_cast<Moment>(words[0] % minutes_per_step);
    request.patience_ends = request.arrival + std::max<Moment>(1, static_cast<Moment>(nearest(patience)));
    request.weekly_load = world.services[debt_service].weekly_load;
    h.debt_ticket[household] = world.services[debt_service].line.submit(request);
    h.debt_help[household] = DebtHelpState::waiting;
    h.owed[household].payment_plan = 0;
    ++world.tally.debts.applications[family_cell(world, HouseholdId(household))];
    note(step, household, Event::debt_help_asked, request.arrival);
}

void begin_payment_plan(Step& step, std::size_t household) {
    step.world.households.owed[household].payment_plan = static_cast<std::uint8_t>(step.now.debt_help.payment_plan_months);
    ++step.world.tally.debts.payment_plans;
    note(step, household, Event::payment_plan, step.begin());
}

}  // namespace ontkoker
