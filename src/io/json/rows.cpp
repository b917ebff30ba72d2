#include "rows.h"

#include <algorithm>

#include "ontkoker/domain/services.h"

#include <cmath>

namespace ontkoker::json {
namespace {

constexpr Key row_keys[] = {{"value"},        {"low"},    {"high"},   {"unit"},
                            {"distribution"}, {"source"}, {"status"}, {"valid_until"},
                            {"mechanism"},    {"nl"},     {"en"},     {"changed_from", false}};
constexpr Key table_keys[] = {{"values"},      {"unit"},      {"source"}, {"status"},
                              {"valid_until"}, {"mechanism"}, {"nl"},     {"en"}};

constexpr Bounds any_share{0, 1, "share"};

// Mechanisms are called by a letter and a number: "A1", or "A1 C2" for more.
void check_mechanism(const Place& place) {
    const std::string text = place.words();
    bool good = !text.empty();
    bool after_letter = false, after_digit = false;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') {
            good = good && !after_letter && !after_digit;
            after_letter = true;
        } else if (c >= '0' && c <= '9') {
            good = good && (after_letter || after_digit);
            after_digit = true;
            after_letter = false;
        } else {
            good = good && c == ' ' && after_digit;
            after_digit = false;
        }
    }
    if (text.empty() || (good && after_digit)) return;
    place.problem(codes::bad_name,
                  "'" + text + "' noemt geen mechanismen; schrijf een letter en een nummer, zoals A1 of A1 C2");
}

void check_duration_shares(const Place& place, const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    if (std::abs(sum - 1.0) <= 0.005) return;
    place.problem(codes::inconsistent, "deze aandelen tellen op tot " + number_text(sum) + " in plaats van 1");
}

}  // namespace

std::vector<std::string> distributions() { return {"point", "uniform", "triangular", "lognormal"}; }
std::vector<std::string> statuses() { return {"measured", "estimated", "expert", "assumed"}; }

std::vector<std::string> agent_types() { return {"generalist", "gatekeeper", "specialist", "counsellor", "protector", "guide"}; }

std::vector<std::string> payers() {
    std::vector<std::string> names;
    for (const Account account : {Account::youth, Account::prevention_teams, Account::wmo, Account::insurer, Account::long_term_care,
                                  Account::schools, Account::justice})
        names.emplace_back(account_name(account));
    return names;
}

bool is_share(std::string_view unit) { return unit == "share" || unit == "chance"; }

Bounds table_bounds(std::string_view name) {
    if (name == "tables.duration_months") return {0, 600, "months"};
    return {0, 1, "share"};
}

void check_unit(const Place& unit) {
    const std::string text = unit.words();
    if (text.find('%') == std::string::npos && text.find("percent") == std::string::npos) return;
    unit.problem(codes::other_unit, "waarden staan als aandeel van 1, niet als percentage",
                 "deel de waarden door 100 en schrijf \"share\"");
}

void check_range(const Place& row, const Row& values) {
    const std::string unit = values.unit.empty() ? "" : " (eenheid " + values.unit + ")";
    if (values.low > values.high) {
        row["low"].problem(codes::range_order,
                           "low " + number_text(values.low) + " ligt boven high " + number_text(values.high) + unit);
    } else if (values.value < values.low || values.value > values.high) {
        row["value"].problem(codes::range_order, number_text(values.value) + " valt buiten low .. high, " +
                                                     number_text(values.low) + " .. " + number_text(values.high) +
                                                     unit);
    }
    if (values.distribution == "lognormal" && values.low <= 0) {
        row["low"].problem(codes::range_order, "bij een lognormale verdeling ligt low boven 0");
    }
}

void read_row(const Place& place, From from, Row& row) {
    const std::span<const Key> all(row_keys);
    const std::span<const Key> keys = from == From::files ? all.first(all.size() - 1) : all;
    if (!place.present()) return;
    const bool complete = place.object(keys);
    check_unit(place["unit"]);
    row.unit = place["unit"].peek();
    bool numbers = complete;
    const auto number = [&](std::string_view key, double& field) {
        const std::optional<double> value = is_share(row.unit) ? place[key].number(any_share) : place[key].number();
        numbers = numbers && value;
        field = value.value_or(0);
    };
    number("value", row.value);
    number("low", row.low);
    number("high", row.high);
    row.distribution = place["distribution"].one_of(distributions());
    row.source = place["source"].words();
    row.status = place["status"].one_of(statuses());
    check_day(place["valid_until"]);
    row.valid_until = place["valid_until"].peek();
    check_mechanism(place["mechanism"]);
    row.mechanism = place["mechanism"].peek();
    row.nl = place["nl"].words();
    row.en = place["en"].words();
    if (from == From::effective) row.changed_from = place["changed_from"].number();
    if (numbers) check_range(place, row);
}

void read_table(const Place& place, std::string_view name, TableText& table) {
    if (!place.present()) return;
    place.object(std::span<const Key>(table_keys));
    std::size_t values = 0;
    for (const TableRow& row : table_rows()) {
        if (row.name == name) values = row.size;
    }
    const Place list = place["values"];
    table.values = list.numbers(values, table_bounds(name));
    check_unit(place["unit"]);
    table.unit = place["unit"].peek();
    table.source = place["source"].words();
    table.status = place["status"].one_of(statuses());
    check_day(place["valid_until"]);
    table.valid_until = place["valid_until"].peek();
    check_mechanism(place["mechanism"]);
    table.mechanism = place["mechanism"].peek();
    table.nl = place["nl"].words();
    table.en = place["en"].words();
    if (table.values.size() != values) return;
    if (name == "tables.duration_shares") check_duration_shares(list, table.values);
    for (std::size_t i = 1; name == "tables.duration_months" && i < values; ++i) {
        if (table.values[i] > table.values[i - 1]) continue;
        list.items()[i].problem(codes::range_order, "elke grens ligt boven de vorige; hier " +
                                                        number_text(table.values[i]) + " na " +
                                                        number_text(table.values[i - 1]));
    }
}

void read_help_type(const Place& place, HelpTypeHead& head) {
    head.name = place["name"].name();
    head.nl = place["nl"].words();
    head.en = place["en"].words();
    head.places = place["places"].truth().value_or(false);
    head.team = place["team"].truth().value_or(false);
    head.delivered_by = place["delivered_by"].words();
    head.payer = place["payer"].one_of(payers());
}

void read_scheme(const Place& place, SchemeHead& head) {
    head.name = place["name"].name();
    head.nl = place["nl"].words();
    head.en = place["en"].words();
    head.lawful_to_cut = place["lawful_to_cut"].truth().value_or(true);
    head.per_child = place["per_child"].truth().value_or(false);
    head.families_only = place["families_only"].truth().value_or(false);
}

void read_actor(const Place& place, const std::vector<HelpTypeHead>& types, ActorHead& head) {
    head.name = place["name"].name();
    head.nl = place["nl"].words();
    head.en = place["en"].words();
    head.type = place["type"].one_of(agent_types());
    head.domain = place["domain"].words();
    if (!place["services"].present()) return;
    std::vector<std::string> known = service_names();
    for (const HelpTypeHead& type : types) known.push_back(type.name);
    for (const Place& item : place["services"].items()) {
        const std::string name = item.words();
        if (name.empty()) continue;
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            item.unknown(codes::unknown_word, "de dienst", name, known);
        } else if (std::find(head.services.begin(), head.services.end(), name) != head.services.end()) {
            item.problem(codes::twice, "'" + name + "' staat hier twee keer");
        }
        head.services.push_back(name);
    }
}

}  // namespace ontkoker::json
