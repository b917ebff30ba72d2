// What a run is made from, as plain structs: one municipality, the parameters, the scenarios and the settings.
// Reading and checking stand in io/json; nothing here touches a file.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/core/calendar.h"
#include "ontkoker/domain/parameters.h"

namespace ontkoker {

// Published figures of one municipality (base 1 January 2022 unless the row names another year).
struct Profile {
    std::string name, code;                 // "heusden", "GM0797"
    double population = 0, households = 0;
    double single_person = 0, couple_no_children = 0, couple_children = 0, single_parent = 0;  // households, any year, used as shares
    double size_3 = 0, size_4 = 0, size_5 = 0;                    // households of 3, 4, 5 and more persons, used as shares
    double births_per_1000 = 0, deaths_per_1000 = 0;
    std::vector<double> ages;               // persons by five-year band 0-4 ... 95+ (20 values), used as shares
    std::vector<double> ages_child;         // children living at home by the same bands (20 values)
    double income = 0;                      // mean standardised disposable household income, EUR 1,000 a year
    double low_income_40 = 0;               // share of households in the national lowest 40% of incomes
    double social_minimum = 0;              // share of households under or around the social minimum
    double rented = 0, social_rented = 0;   // shares of homes
    double ww = 0, bijstand = 0, disability = 0;                  // persons
    double debt_persons = 0;                // share of persons of 16+ with registered problematic debts
    double youth_help = 0;                  // share of persons under 23 with jeugdzorg in a year
    double youth_spending = 0;              // EUR a year, task fields 6.72 + 6.73 + 6.74 + 6.82
    double protection_share = 0;            // share of it for protection and probation (6.82)
    double team_spending = 0;               // EUR a year, task field 6.2
    double income_spending = 0;             // EUR a year, task field 6.3
    double medical_referral = 0;            // share of referrals by GP, youth doctor and specialist
    double wait_weeks = 0;                  // mean wait for ambulant help, weeks (for comparison only)
};

struct FigureRow {
    std::string_view name;
    double& (*field)(Profile&);
};
struct FigureTableRow {
    std::string_view name;
    std::vector<double>& (*field)(Profile&);
    std::size_t size;
};
std::span<const FigureRow> figure_rows();
std::span<const FigureTableRow> figure_table_rows();

// One dated change of one lever. It starts to move in `from` and reaches `value` after `ramp_months` (0: at once);
// between, it moves linearly from the value it had.
struct Change {
    int lever = 0;                          // index in lever_rows()
    double value = 0;
    Month from;
    int ramp_months = 0;
};

struct Scenario {
    std::string name, nl, en;
    std::string status, source;             // what kind of statement its document makes, and which document
    std::vector<Change> changes;            // own and inherited, in order of date
};

struct RunSettings {
    int start_year = 2026;
    int years = 10;                         // 1..30
    int replicates = 20;                    // 1..10000
    int first_replicate = 0;                // number of the first; not 0 only where one run of a study is run alone
    std::uint32_t seed = 1;
    int sample = 1;                         // every n-th household; hours, places and budgets divided by n
    std::vector<std::string> off;           // processes switched off by name
};

struct Config {
    Profile municipality;
    Parameters parameters;
    std::vector<Scenario> scenarios;        // at least one; the first is the reference
    RunSettings run;
    std::string effective;                  // canonical JSON text from which all of this can be read again
};

}  // namespace ontkoker
