// Double-entry books in whole cents. Every payment has a payer and a payee from one fixed list; only the municipality's
// funds have budgets. The sum over all accounts is zero at every moment.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "ontkoker/core/units.h"

namespace ontkoker {

enum class Account : std::uint8_t {
    // funds of the municipality
    youth, income_support, schemes, debt_help, wmo, prevention_teams, doorbraak, reserve,
    // others
    centre_municipality, rijk, insurer, long_term_care, schools, justice, employers, landlords, creditors, providers,
    households, outside,
    // kept apart by the municipality: earmarked money of the Rijk, the revolving fund
    earmarked, revolving, count
};
constexpr std::size_t account_count = static_cast<std::size_t>(Account::count);
constexpr std::size_t fund_count = 8;
constexpr bool is_fund(Account account) { return static_cast<std::size_t>(account) < fund_count; }
std::string_view account_name(Account account);

class Ledger {
public:
    // Moves `amount` (not negative) from payer to payee.
    void pay(Account from, Account to, Cents amount) {
        paid_[at(from)][at(to)] += amount;
        balance_[at(from)] -= amount;
        balance_[at(to)] += amount;
    }
    Cents balance(Account account) const { return balance_[at(account)]; }
    // Paid since the last start_month().
    Cents paid(Account from, Account to) const { return paid_[at(from)][at(to)]; }
    // Paid by `from` for help, benefits and services since start_month(): to households, providers and outside, not to
    // another public purse.
    Cents spent(Account from) const;
    void start_month() { paid_ = {}; }
    // True when all balances add up to zero.
    bool closes() const;

private:
    static constexpr std::size_t at(Account account) { return static_cast<std::size_t>(account); }
    std::array<std::array<Cents, account_count>, account_count> paid_{};
    std::array<Cents, account_count> balance_{};
};

}  // namespace ontkoker
