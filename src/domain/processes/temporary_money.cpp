// D17: earmarked money of the Rijk pays for practical family workers: more help by the local team and fewer other
// professionals around a family (see governing.cpp of the domain). When it ends, base budget takes over a share; the other
// workers leave, and the families that they helped go on without them or with a new face.
#include <algorithm>

#include "../staff.h"
#include "ontkoker/domain/governing.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

// `share` of the children helped by the local team had a worker who goes.
void lose_workers(Step& step, double share) {
    Children& c = step.world.children;
    for (std::size_t i = 0; i < step.world.child_rows(); ++i) {
        if (!c.household[i].exists() || c.help[i] != HelpState::in_help || !step.now.help_types[c.service[i]].team) continue;
        if (!happens(step.draw(c.key[i], Decision::temporary_end, step.number)[0], share)) continue;
        ++step.world.tally.governing.workers_gone;
        meet_new_face(step, ChildId(i));
    }
}

void follow_money(Step& step) {
    TemporaryMoney& money = step.world.governance.temporary;
    const Governing& now = step.now.governing;
    const Level in_force = Level::from(now.temporary_money), structural = Level::from(structural_money(money, now));
    const double before = money.in_force.value() + money.structural.value(), after = in_force.value() + structural.value();
    money = {in_force, structural};
    if (after >= before) return;
    const auto people = static_cast<double>(step.world.people);
    // Hours at base, and those that the money paid for: of all these, the part that goes.
    const double all = team_help_money(step.world, step.now) * step.now.access.team_hours + (before - after) * people;
    if (all > 0.0) lose_workers(step, std::min(1.0, (before - after) * people / all));
}

}  // namespace

void use_temporary_money(Step& step) {
    if (step.spin_up) return;
    if (step.month) follow_money(step);
    const Level in_force = step.world.governance.temporary.in_force;
    if (in_force <= Level{}) return;
    // The team's salaries go through its own fund (contracts.cpp); the Rijk's part of them comes in beforehand.
    const Cents week = euros(in_force.value() * static_cast<double>(step.world.people) * days_per_step / 365.25 * step.world.governance.team_factor);
    step.world.ledger.pay(Account::rijk, Account::earmarked, week);
    step.world.ledger.pay(Account::earmarked, Account::prevention_teams, week);
}

}  // namespace ontkoker::processes
