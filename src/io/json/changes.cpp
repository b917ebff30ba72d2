#include "rows.h"

#include <algorithm>

#include "ontkoker/domain/levers.h"

namespace ontkoker::json {
namespace {

// The number in text[from, from + length), or -1 when other signs than digits stand there.
int digits(std::string_view text, std::size_t from, std::size_t length) {
    if (from + length > text.size()) return -1;
    int number = 0;
    for (std::size_t i = from; i < from + length; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

}  // namespace

std::optional<Month> month_of(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const int year = digits(text, 0, 4), month = digits(text, 5, 2);
    if (year < 0 || month < 1 || month > 12) return std::nullopt;
    return Month::of(year, month);
}

std::string month_text(Month month) {
    const std::string year = std::to_string(month.year()), number = std::to_string(month.number());
    return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + (number.size() < 2 ? "-0" : "-") +
           number;
}

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[7] != '-') return false;
    const std::optional<Month> month = month_of(text.substr(0, 7));
    const int day = digits(text, 8, 2);
    if (!month || month->year() < 1) return false;
    const Calendar calendar(month->year());
    return day >= 1 && day <= calendar.first_day(Month{month->index + 1}) - calendar.first_day(*month);
}

void check_day(const Place& place) {
    const std::string text = place.text();
    if (!place.present() || place.value().kind != Kind::text || is_day(text)) return;
    std::string hint;
    const bool reversed = text.size() == 10 && text[2] == '-' && text[5] == '-';
    if (reversed) hint = text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2);
    if (!is_day(hint)) hint.clear();
    place.problem(codes::bad_date, "'" + text + "' is geen bestaande dag; schrijf jaar-maand-dag, zoals 2027-12-31",
                  hint.empty() ? "" : "bedoelde u '" + hint + "'?");
}

namespace {

// What a wrongly written month may have meant, or "".
std::string likely_month(std::string_view text) {
    std::string guess;
    if (text.size() == 10 && is_day(text))
        guess = text.substr(0, 7);  // 2027-01-15
    else if (text.size() == 7 && text[2] == '-')
        guess = std::string(text.substr(3)) + "-" + std::string(text.substr(0, 2));
    else if (text.size() == 6 && text[4] == '-')
        guess = std::string(text.substr(0, 5)) + "0" + std::string(text.substr(5));
    else if (text.size() == 7)
        guess = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(5));  // 2027/01
    else if (text.size() == 4)
        guess = std::string(text) + "-01";
    return month_of(guess) ? guess : "";
}

}  // namespace

std::string read_start(const Place& place, const RunSettings& run) {
    const std::string from = place.text();
    if (!place.present() || place.value().kind != Kind::text) return from;
    const std::optional<Month> month = month_of(from);
    if (!month) {
        const std::string guess = likely_month(from);
        place.problem(codes::bad_date, "'" + from + "' is geen maand; schrijf jaar-maand, zoals 2027-01",
                      guess.empty() ? "" : "bedoelde u '" + guess + "'?");
        return from;
    }
    const Month first = Month::of(run.start_year, 1), last = Month::of(run.start_year + run.years - 1, 12);
    if (*month >= first && *month <= last) return from;
    place.problem(
        codes::date_outside,
        from + " valt buiten de run, die loopt van " + month_text(first) + " tot en met " + month_text(last),
        "kies een andere maand, of een ander start_year of aantal years");
    return from;
}

std::vector<std::string> lever_names() {
    std::vector<std::string> names;
    for (const LeverRow& row : lever_rows()) names.emplace_back(row.name);
    return names;
}

void read_change(const Place& place, const RunSettings& run, ChangeText& change) {
    if (!place.present()) return;
    place.object({{"lever"}, {"value"}, {"from"}, {"ramp_months", false}});
    change.lever = place["lever"].text();
    const int index = find_lever(change.lever);
    if (index >= 0) {
        const LeverRow& row = lever_rows()[static_cast<std::size_t>(index)];
        std::string more = "beleidsknop " + std::string(row.name);
        if (!row.legal.empty()) more += "; wettelijk: " + std::string(row.legal);
        change.value = place["value"].number(Bounds{row.low, row.high, row.unit}, more).value_or(row.neutral);
    } else {
        change.value = place["value"].number().value_or(0);
        const Place lever = place["lever"];
        const bool given = lever.present() && lever.value().kind == Kind::text;
        if (given) lever.unknown(codes::unknown_lever, "de beleidsknop", change.lever, lever_names());
    }
    change.from = read_start(place["from"], run);
    change.ramp_months = static_cast<int>(place["ramp_months"].whole(ramp_bounds).value_or(0));
}

std::vector<ChangeText> read_changes(const Place& place, const RunSettings& run) {
    std::vector<ChangeText> changes;
    if (!place.present()) return changes;
    for (const Place& item : place.items()) {
        ChangeText change;
        read_change(item, run, change);
        for (const ChangeText& other : changes) {
            if (other.lever != change.lever || other.from != change.from || change.lever.empty()) continue;
            item.problem(codes::twice, "'" + change.lever + "' verandert twee keer in " + change.from,
                         "laat er een weg");
            break;
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace ontkoker::json
