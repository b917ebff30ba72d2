// D7: who pays is not who benefits. Each January the holder of a fund looks at preventive investments that he can pay out of
// his own result. He believes a return by payer, and invests when what lands on his own side of the walls is more than it
// costs: his own fund, other funds of the municipality as far as inner walls are down, and what outside payers share back.
// The revolving fund, filled by measured savings, belongs to the municipality as a whole and looks at all its funds.
#include <algorithm>
#include <numeric>

#include "processes.h"

namespace ontkoker::processes {
namespace {

// Who decides and pays, who turns the money into hours or places, and which outside payer gains.
struct Row {
    Account holder, spender, outside;
};
constexpr std::array<Row, investment_count> rows = {{
    {Account::schemes, Account::providers, Account::insurer},                    // outreach
    {Account::income_support, Account::debt_help, Account::insurer},             // debts
    {Account::prevention_teams, Account::prevention_teams, Account::insurer},    // team
    {Account::youth, Account::insurer, Account::insurer},                        // parent_care: hours bought at the insurer's rates
    {Account::youth, Account::youth, Account::schools},                          // school_staff
    {Account::wmo, Account::income_support, Account::justice},                   // guided_work
}};

// EUR that come back a year for EUR 1, as far as they count for the holder; with `inside` 1 for the municipality as a whole.
double worth(const Belief& belief, double inside, const Governing& now) {
    return belief.own + inside * belief.inside + now.outer_agreements * belief.outside;
}

Cents most_of(const Step& step) { return euros(step.now.governing.invest_most * static_cast<double>(step.world.people)); }

// The holder's own result, and those of other funds as far as walls are down.
Cents result_inside(const Governance& g, Account holder, double walls_down) {
    Cents others;
    for (std::size_t f = 0; f < fund_count; ++f)
        if (static_cast<Account>(f) != holder) others += g.result[f];
    return g.result[static_cast<std::size_t>(holder)] + scaled(others, walls_down);
}

// A surplus makes room for more, a deficit for less; what is not worth it on the holder's side ends.
void decide_own(Step& step) {
    Governance& g = step.world.governance;
    const Governing& now = step.now.governing;
    for (std::size_t k = 0; k < investment_count; ++k) {
        Cents& money = g.investing.own[k];
        if (worth(now.belief[k], now.inner_walls, now) <= 1.0) {
            money = Cents(0);
            continue;
        }
        money += scaled(result_inside(g, rows[k].holder, now.inner_walls), now.invest_room);
        money = std::clamp(money, Cents(0), most_of(step));
    }
}

// What is in the revolving fund goes to what is believed to return most, each up to its limit.
void decide_revolving(Step& step) {
    Investing& investing = step.world.governance.investing;
    const Governing& now = step.now.governing;
    std::array<std::size_t, investment_count> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return worth(now.belief[a], 1.0, now) > worth(now.belief[b], 1.0, now);
    });
    Cents room = step.world.ledger.balance(Account::revolving);
    for (const std::size_t k : order) {
        const Cents most = worth(now.belief[k], 1.0, now) > 1.0 ? most_of(step) - investing.own[k] : Cents(0);
        investing.revolving[k] = std::clamp(most, Cents(0), room);
        room -= investing.revolving[k];
    }
}

// A twelfth of the year: from the payer to who turns it into hours.
void pay_month(Step& step) {
    Ledger& ledger = step.world.ledger;
    GoverningTally& tally = step.world.tally.governing;
    const Investing& investing = step.world.governance.investing;
    for (std::size_t k = 0; k < investment_count; ++k) {
        const Row& row = rows[k];
        const Cents own(investing.own[k].count / 12), revolving(investing.revolving[k].count / 12);
        if (own > Cents(0) && row.holder != row.spender) ledger.pay(row.holder, row.spender, own);
        if (revolving > Cents(0)) ledger.pay(Account::revolving, row.spender, revolving);
        tally.invested[k] += own + revolving;
        const double back = std::min(1.0, step.now.governing.outer_agreements * step.now.governing.belief[k].outside);
        const Cents shared = scaled(own, back);
        if (shared > Cents(0)) ledger.pay(row.outside, row.holder, shared);
        tally.shared_back += shared;
    }
}

}  // namespace

void invest(Step& step) {
    if (!step.month || step.spin_up || !step.world.governance.started) return;
    if (step.month->number() == 1 && step.world.governance.investing.years > 0) {
        decide_own(step);
        decide_revolving(step);
    }
    pay_month(step);
}

}  // namespace ontkoker::processes
