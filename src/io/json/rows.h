// Readers of single rows, the same for the files of the model and for an effective configuration.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "effective.h"
#include "ontkoker/core/calendar.h"
#include "place.h"

namespace ontkoker::json {

// Where rows are read from: only an effective configuration may say what a value was changed from.
enum class From : bool { files, effective };

void read_row(const Place& place, From from, Row& row);
void read_table(const Place& place, std::string_view name, TableText& table);
void read_help_type(const Place& place, HelpTypeHead& head);
void read_scheme(const Place& place, SchemeHead& head);
// `types`: the kinds of help, in whose lines actors may work.
void read_actor(const Place& place, const std::vector<HelpTypeHead>& types, ActorHead& head);
constexpr Bounds ramp_bounds{0, 360, "maanden"};
// The month in which a change starts, "2027-01"; it must lie within the run.
std::string read_start(const Place& place, const RunSettings& run);
// One dated change; it must start within the run.
void read_change(const Place& place, const RunSettings& run, ChangeText& change);
// The list of changes of one scenario: no lever twice in one month.
std::vector<ChangeText> read_changes(const Place& place, const RunSettings& run);

// {"nl": ..., "en": ...}, where it stands.
void read_two_languages(const Place& place, std::string& nl, std::string& en);

// Checks shared by rows and overlays. A wrong order is told at the value, or at `low` when the range itself is empty.
void check_range(const Place& row, const Row& values);
void check_unit(const Place& unit);
// Values of a share or chance lie within 0..1.
bool is_share(std::string_view unit);

// "2027-01", or nothing.
std::optional<Month> month_of(std::string_view text);
std::string month_text(Month month);
// Whether `text` is an existing day, "2027-12-31".
bool is_day(std::string_view text);
// Reports what is wrong with a day.
void check_day(const Place& place);

std::vector<std::string> distributions();
std::vector<std::string> statuses();
// Accounts that can pay for a kind of help.
std::vector<std::string> payers();
// Kinds of agents that a profession can be.
std::vector<std::string> agent_types();
std::vector<std::string> lever_names();
// Words of the measures by which a statement can be seen.
std::vector<std::string> measure_directions();
std::vector<std::string> measure_spans();
Bounds table_bounds(std::string_view name);

}  // namespace ontkoker::json
