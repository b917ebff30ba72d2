#include "ontkoker/io/svg/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "ontkoker/core/units.h"
#include "ontkoker/io/svg/texts.h"

namespace ontkoker {
namespace {

constexpr std::string_view minus_sign = "\xE2\x88\x92";
constexpr std::string_view hard_space = "\xC2\xA0";

double ten_to(int exponent) {
    double value = 1;
    for (; exponent > 0; --exponent) value *= 10;
    for (; exponent < 0; ++exponent) value /= 10;
    return value;
}

// The power of ten of the first digit; `value` > 0.
int first_digit(double value) {
    int exponent = 0;
    while (value >= 10 && exponent < 18) value /= 10, ++exponent;
    while (value < 1 && exponent > -12) value *= 10, --exponent;
    return exponent;
}

// Whole part in groups of three, then `decimals` digits of `scaled` / 10^decimals.
std::string grouped(std::int64_t scaled, int decimals, Language language) {
    std::string digits = std::to_string(scaled);
    if (static_cast<int>(digits.size()) <= decimals) {
        digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
    }
    const std::size_t whole = digits.size() - static_cast<std::size_t>(decimals);
    std::string text;
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0) text += language == Language::nl ? '.' : ',';
        text += digits[i];
    }
    if (decimals > 0) text += (language == Language::nl ? "," : ".") + digits.substr(whole);
    return text;
}

// Sign and size apart, so that a euro sign can stand between them.
struct Written {
    std::string sign, size;
};

Written written(double value, Shown shown, Language language, Sign sign) {
    if (!std::isfinite(value)) return {"", "\xE2\x80\x93"};
    int exponent = shown.exponent;
    double size = std::fabs(value);
    if (shown.millions) {
        size /= 1e6;
        exponent -= 6;
    }
    const int decimals = std::max(0, -exponent);
    const double unit = ten_to(std::max(0, exponent));
    const std::int64_t steps = nearest(size / unit * ten_to(decimals));
    const std::int64_t scaled = steps * static_cast<std::int64_t>(unit);
    std::string mark;
    if (scaled != 0 && value < 0) mark = minus_sign;
    if (scaled != 0 && value > 0 && sign == Sign::always) mark = "+";
    return {mark, grouped(scaled, decimals, language)};
}

}  // namespace

Language language_of(std::string_view code) { return code == "en" ? Language::en : Language::nl; }

Shown shown_for(double value, double low, double high, std::string_view unit) {
    const double largest = std::max({std::fabs(value), std::fabs(low), std::fabs(high)});
    const double width = high - low;
    Shown shown;
    if (!std::isfinite(largest) || largest == 0) return shown;
    if (width > 0) {
        shown.exponent = first_digit(width);
        if (width / ten_to(shown.exponent) < 5) --shown.exponent;
        const double nearer = std::min(std::fabs(low), std::fabs(high));
        const bool spans_zero = low <= 0 && high >= 0;
        if (!spans_zero && nearer < 0.5 * ten_to(shown.exponent)) shown.exponent = first_digit(nearer);
    } else {
        shown.exponent = first_digit(largest) - 2;
    }
    const int finest = unit == "EUR" ? -2 : -3;
    shown.exponent = std::max(shown.exponent, finest);
    shown.millions = largest >= 1e6;
    return shown;
}

std::string plain_number(double value, Shown shown, Language language, Sign sign) {
    const Written number = written(value, shown, language, sign);
    return number.sign + number.size;
}

std::string quantity(double value, Shown shown, std::string_view unit, Language language, Sign sign, bool difference) {
    const Written number = written(value, shown, language, sign);
    std::string text = number.sign;
    if (unit == "EUR") text += language == Language::nl ? "\xE2\x82\xAC\xC2\xA0" : "\xE2\x82\xAC";
    text += number.size;
    const auto behind = [&](Text word) { text += std::string(hard_space) + std::string(phrase(word, language)); };
    if (shown.millions && value != 0) behind(Text::million);
    if (unit == "%" && difference)
        behind(Text::percentage_points);
    else if (unit == "%")
        text += '%';
    else if (unit == "weeks")
        behind(Text::weeks);
    else if (unit == "hours")
        behind(Text::hours);
    else if (unit == "months")
        behind(Text::months);
    else if (unit == "per 1,000")
        behind(Text::per_thousand);
    else if (unit == "EUR/month")
        behind(Text::euros_a_month);
    else if (unit != "1" && unit != "EUR" && !unit.empty())
        text += std::string(hard_space) + std::string(unit);
    return text;
}

std::string range_text(double low, double high, Shown shown, Language language) {
    return plain_number(low, shown, language) + ' ' + std::string(phrase(Text::to, language)) + ' ' +
           plain_number(high, shown, language);
}

std::string exact(double value) {
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value == 0 ? 0.0 : value);
    return std::string(buffer.data(), end.ptr);
}

std::string month_text(int start_year, int month, Language language) {
    const auto name = static_cast<Text>(static_cast<int>(Text::january) + (month - 1) % 12);
    return std::string(phrase(name, language)) + ' ' + std::to_string(start_year + (month - 1) / 12);
}

std::string period_for_people(std::string_view period) {
    std::string text(period);
    if (const auto at = text.find('-'); at != std::string::npos) text.replace(at, 1, "\xE2\x80\x93");
    return text;
}

int characters(std::string_view text) {
    int count = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    }
    return count;
}

}  // namespace ontkoker
