// What a person reads of a comparison: one self-contained page, a table for the terminal, a table for machines, and the
// figures as files. All of them are made from the same ComparedNumbers.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "ontkoker/domain/results.h"
#include "ontkoker/run/comparison.h"

namespace ontkoker {

struct ReportInput {
    const ResultSet* results = nullptr;
    const Comparison* comparison = nullptr;
    std::string language = "nl";  // "nl" or "en"
    std::string title, question;
    std::vector<std::string> scenario_labels;  // as people call them; the scenario's name where one is missing
    std::vector<std::string> limits;           // what the model cannot say, one sentence each
    std::string command;                       // as typed
    std::string seed;                          // as text; left out when empty
    std::vector<std::string> scenario_notes;   // what differs between the scenarios, one line each
    // Names of outcomes as "name" or "name/part"; "name" of a split outcome means all its parts together.
    std::vector<std::string> headline;  // the first five are used
    std::vector<std::string> trajectories;
};

// One HTML page without script and without anything from elsewhere, at most 1 MB for the outcomes of this model.
std::string html_report(const ReportInput& input);

// The table with which `compare` ends on a terminal: UTF-8, at most 100 columns.
std::string text_table(const ReportInput& input);

// One row per ComparedNumber (parts first, then totals), decimal points, header of field names. Texts that a
// spreadsheet would take for a formula are made harmless by an apostrophe.
std::string csv_table(const Comparison& comparison);

// The figures of the page as (file name, SVG text).
std::vector<std::pair<std::string, std::string>> figures(const ReportInput& input);

}  // namespace ontkoker
