// Every word that report and figures show, in Dutch and English, in one catalogue.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "ontkoker/io/svg/numbers.h"

namespace ontkoker {

// Keys of the catalogue, in the order of its rows. {0}, {1} ... are places for values.
// clang-format off
enum class Text : int {
    // numbers and periods
    million, percentage_points, weeks, hours, months, per_thousand, euros_a_month, to, year, per_month, over_sum, over_mean, over_last, over_ratio,
    january, february, march, april, may, june, july, august, september, october, november, december,
    // wording of a comparison
    higher, lower, equal, good_for_families, bad_for_families, very_likely, likely, undecided,
    between, in_pairs, likelihood, no_difference, no_difference_range, no_difference_equal, one_pair, no_pairs,
    could_have_shown, against,
    // headings
    question, answer, what_numbers_are, over_time_heading, money, waiting_heading, families, others, cannot_say,
    provenance, skip_to_answer, other_money,
    // what the numbers are
    is_municipality, is_period, is_prices, is_pairs, is_range, is_words, is_synthetic, is_not_prediction, no_headline,
    // tables
    outcome, difference, range90, agreement, table, table_per_year, part, total, payer, scenario, service, all_payers,
    municipality_payer, period, mean_interval, smallest_column, empty_cell, occurs_column, month_column,
    // figures
    figure, trajectory_title, trajectory_desc, difference_panel, band_note, axis_not_zero, payers_title, payers_desc,
    other_payers, saving_title, saving_desc, saved, dearer, turns, never_turns, services_title, services_desc, waiting_number,
    waiting_weeks, caseload, dots_title, dots_desc, dots_note, zero_line, missing_outcome, nothing_to_compare, caption, caption_money,
    // boomerang
    boomerang_occurs, boomerang_none, boomerang_never_saved, boomerang_payers_all, boomerang_payers_own,
    // provenance
    command, notes, notes_none, seed_in_config, replicates, version, digest, config_digest, households, reproduce,
    machine_copy, machine_copy_short, limits_none,
    count_  // number of keys
};
// clang-format on

// The text behind a key, places unfilled.
std::string_view phrase(Text key, Language language);
// The text with {0}, {1} ... replaced by `values`.
std::string filled(Text key, Language language, std::initializer_list<std::string_view> values);

}  // namespace ontkoker
