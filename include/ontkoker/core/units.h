// Whole-number quantities that cannot be mixed up: money in cents, work in minutes, levels in 1/65536.
// State is kept in these types, so that sums over agents do not depend on the order in which they are added.
#pragma once
#include <compare>
#include <cstdint>

namespace ontkoker {

template <class Tag>
struct Quantity {
    std::int64_t count = 0;

    constexpr Quantity() = default;
    explicit constexpr Quantity(std::int64_t value) : count(value) {}

    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr Quantity operator-() const { return Quantity(-count); }
    constexpr Quantity& operator+=(Quantity other) { count += other.count; return *this; }
    constexpr Quantity& operator-=(Quantity other) { count -= other.count; return *this; }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.count + b.count); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.count - b.count); }
    friend constexpr Quantity operator*(Quantity a, std::int64_t n) { return Quantity(a.count * n); }
    friend constexpr Quantity operator*(std::int64_t n, Quantity a) { return Quantity(a.count * n); }
};

// Euro cents, price level of 2024.
using Cents = Quantity<struct CentsTag>;
// Minutes of work.
using Minutes = Quantity<struct MinutesTag>;

// Nearest whole number, halves away from zero; the same on every machine. |x| must be below 2^62.
constexpr std::int64_t nearest(double x) {
    return static_cast<std::int64_t>(x + __builtin_copysign(0.5, x));  // the cast cuts off towards zero; no branch
}

constexpr Cents euros(double amount) { return Cents(nearest(amount * 100.0)); }
constexpr double in_euros(Cents amount) { return static_cast<double>(amount.count) / 100.0; }
// `amount` times `factor`, to the nearest unit. A factor of exactly 1 changes nothing.
template <class Tag>
constexpr Quantity<Tag> scaled(Quantity<Tag> amount, double factor) {
    return Quantity<Tag>(nearest(static_cast<double>(amount.count) * factor));
}

// A level (stress, problem load, trust) in fixed point: 65536 stands for 1.0.
struct Level {
    std::int32_t raw = 0;

    static constexpr std::int32_t one = 65536;
    static constexpr Level from(double value) { return Level{static_cast<std::int32_t>(nearest(value * one))}; }
    constexpr double value() const { return static_cast<double>(raw) / one; }
    constexpr auto operator<=>(const Level&) const = default;
};

}  // namespace ontkoker
