#include "journal_csv.h"

#include <fmt/format.h>

#include "ontkoker/core/units.h"

namespace ontkoker::cli {
namespace {

constexpr const char* columns[] = {"scenario",   "date", "day",     "household", "person", "event",  "lane",   "value",
                                   "value_kind", "name", "decided", "payer",     "paid",   "causes", "missed", "waited_days"};

// In the order of ValueKind.
constexpr std::string_view kind_words[] = {"", "EUR", "minutes", "weeks", "causes", "help_type", "scheme", "problem", "referrer", "refusal"};
static_assert(std::size(kind_words) == static_cast<std::size_t>(ValueKind::refusal) + 1);

}  // namespace

JournalCsv::JournalCsv(const std::string& path, bool overwrite, const Config& config)
    : config_(config), calendar_(config.run.start_year), file_(path, overwrite) {
    for (const char* column : columns) file_.cells(column);
    file_.end_row();
}

std::string JournalCsv::date_of(int day) const {
    const Month month = calendar_.month_of_day(day);
    return fmt::format("{:04d}-{:02d}-{:02d}", month.year(), month.number(), day - calendar_.first_day(month) + 1);
}

// The identifier behind a number, where there is one.
std::string_view JournalCsv::name_of_value(const JournalEntry& entry) const {
    const auto in = [&](const auto& rows) -> std::string_view {
        return entry.value >= 0 && entry.value < static_cast<std::int64_t>(rows.size()) ? std::string_view(rows[static_cast<std::size_t>(entry.value)].name)
                                                                                         : std::string_view();
    };
    const ValueKind kind = row_of(entry.event).value;
    if (kind == ValueKind::help_type) return in(config_.parameters.help_types);
    return kind == ValueKind::scheme ? in(config_.parameters.schemes) : std::string_view();
}

void JournalCsv::add(std::size_t scenario, const JournalEntry& entry) {
    const EventRow& row = row_of(entry.event);
    const NoteDetail& detail = entry.detail;
    const int day = day_of(entry.moment);
    file_.cells(csv_cell(config_.scenarios[scenario].name)).cells(date_of(day)).cells(std::to_string(day));
    file_.cells(std::to_string(entry.household.value)).cells(entry.person.value ? std::to_string(entry.person.value) : "");
    file_.cells(row.name).cells(lane_rows()[static_cast<std::size_t>(row.lane)].name);
    if (row.value == ValueKind::none) file_.cells("");
    else if (row.value == ValueKind::cents) file_.number(in_euros(Cents(entry.value)));
    else file_.cells(std::to_string(entry.value));
    file_.cells(kind_words[static_cast<std::size_t>(row.value)]).cells(csv_cell(name_of_value(entry)));
    file_.cells(decided_rows()[static_cast<std::size_t>(decider_of(entry))].name);
    const bool paid = detail.paid > Cents(0);
    file_.cells(paid ? account_name(detail.payer) : std::string_view());
    if (paid) file_.number(in_euros(detail.paid));
    else file_.cells("");
    file_.cells(detail.causes ? std::to_string(detail.causes) : "");
    file_.cells(detail.causes ? std::to_string(detail.causes & ~entry.value) : "");
    file_.number(static_cast<double>(detail.waited) / minutes_per_day);
    file_.end_row();
}

}  // namespace ontkoker::cli
