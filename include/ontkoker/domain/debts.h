// A3: debts by kind. Households::debt is the total; rent and preferential creditors stand apart, the rest is other credit.
// Whoever raises the total alone raises other credit; whoever lowers it must say in which order (take_off). Callers keep
// World::total_debt.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>

#include "ontkoker/domain/world.h"

namespace ontkoker {

using DebtOrder = std::array<DebtKind, debt_kinds>;
// By free will the home comes first; a bailiff and an arrangement follow the law.
constexpr DebtOrder home_first{DebtKind::rent, DebtKind::preferential, DebtKind::other};
constexpr DebtOrder by_law{DebtKind::preferential, DebtKind::rent, DebtKind::other};

inline Cents owed_of(const Households& h, std::size_t i, DebtKind kind) {
    switch (kind) {
        case DebtKind::rent: return h.owed[i].rent;
        case DebtKind::preferential: return h.owed[i].preferential;
        default: return h.debt[i] - h.owed[i].rent - h.owed[i].preferential;
    }
}

// More debt of one kind.
inline void owe(Households& h, std::size_t i, DebtKind kind, Cents amount) {
    h.debt[i] += amount;
    if (kind == DebtKind::rent) h.owed[i].rent += amount;
    if (kind == DebtKind::preferential) h.owed[i].preferential += amount;
}

// Takes `amount` (at most the debt) off the kinds in `order`.
inline void take_off(Households& h, std::size_t i, Cents amount, const DebtOrder& order) {
    for (const DebtKind kind : order) {
        const Cents part = std::clamp(amount, Cents(0), owed_of(h, i, kind));
        owe(h, i, kind, -part);
        amount -= part;
    }
}

// All that is owed becomes one debt of `kind`, of `amount`.
inline void owe_only(Households& h, std::size_t i, DebtKind kind, Cents amount) {
    h.debt[i] = h.owed[i].rent = h.owed[i].preferential = Cents(0);
    owe(h, i, kind, amount);
}

// Half of the debts, of every kind, go from `from` to the new household `to`, to the cent.
inline void halve_debts(Households& h, std::size_t from, std::size_t to) {
    const Cents half(h.debt[from].count / 2), rent(h.owed[from].rent.count / 2);
    const Cents preferential = std::min(Cents(h.owed[from].preferential.count - h.owed[from].preferential.count / 2), half - rent);
    h.debt[from] -= half;
    h.owed[from].rent -= rent;
    h.owed[from].preferential -= preferential;
    h.debt[to] = half;
    h.owed[to].rent = rent;
    h.owed[to].preferential = preferential;
}

// The debts of `from` come on top of those of `to`.
inline void join_debts(Households& h, std::size_t from, std::size_t to) {
    h.debt[to] += h.debt[from];
    h.owed[to].rent += h.owed[from].rent;
    h.owed[to].preferential += h.owed[from].preferential;
    h.owed[to].bewind |= h.owed[from].bewind;
    h.debt[from] = h.owed[from].rent = h.owed[from].preferential = Cents(0);
}

// Creditors hold still: no new collection costs.
inline bool collection_rests(const Households& h, std::size_t i) {
    return h.debt_help[i] == DebtHelpState::term || h.debt_help[i] == DebtHelpState::stabilising || h.owed[i].payment_plan > 0;
}

// Somebody sees to it that the rent is paid: a landlord does not evict.
inline bool home_protected(const Households& h, std::size_t i) {
    return collection_rests(h, i) || h.debt_help[i] == DebtHelpState::plan || h.owed[i].bewind;
}

}  // namespace ontkoker
