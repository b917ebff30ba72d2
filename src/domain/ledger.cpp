#include "ontkoker/domain/ledger.h"

namespace ontkoker {
namespace {

constexpr std::string_view names[account_count] = {
    "youth", "income_support", "schemes", "debt_help", "wmo", "prevention_teams", "doorbraak", "reserve",
    "centre_municipality", "rijk", "insurer", "long_term_care", "schools", "justice", "employers", "landlords",
    "creditors", "providers", "households", "outside", "earmarked", "revolving"};

}  // namespace

std::string_view account_name(Account account) { return names[static_cast<std::size_t>(account)]; }

Cents Ledger::spent(Account from) const {
    return paid(from, Account::households) + paid(from, Account::providers) + paid(from, Account::outside);
}

bool Ledger::closes() const {
    Cents sum;
    for (const Cents balance : balance_) sum += balance;
    return sum == Cents(0);
}

}  // namespace ontkoker
