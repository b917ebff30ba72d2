// Payments that many households make in one month, added up per chunk before they go into the books.
#pragma once
#include <array>
#include <utility>

#include "ontkoker/domain/ledger.h"

namespace ontkoker {

enum class Flow : std::uint8_t { wage, aow, state_benefit, pension, bijstand, scheme, rent, premium, credit, repaid, other, count };
constexpr std::size_t flow_count = static_cast<std::size_t>(Flow::count);

struct FlowSums {
    std::array<Cents, flow_count> amount{};

    void add(Flow flow, Cents cents) { amount[static_cast<std::size_t>(flow)] += cents; }
    Cents of(Flow flow) const { return amount[static_cast<std::size_t>(flow)]; }
    void book(Ledger& ledger) const {
        constexpr Account home = Account::households;
        constexpr std::pair<Account, Account> ways[flow_count] = {
            {Account::employers, home},      {Account::rijk, home},      {Account::rijk, home},
            {Account::outside, home},
            {Account::income_support, home}, {Account::schemes, home},   {home, Account::landlords},
            {home, Account::insurer},        {Account::creditors, home}, {home, Account::creditors},
            {home, Account::outside}};
        for (std::size_t i = 0; i < flow_count; ++i) ledger.pay(ways[i].first, ways[i].second, amount[i]);
    }
};

}  // namespace ontkoker
