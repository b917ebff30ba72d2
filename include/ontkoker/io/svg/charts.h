// The figures of the report: plain values in, one SVG out. Every chart is told its words, so that page and file agree.
#pragma once
#include <string>
#include <vector>

#include "ontkoker/io/svg/numbers.h"

namespace ontkoker {

// Words and place of a figure, the same for every kind.
struct ChartWords {
    std::string id;  // begins the identifiers inside the SVG
    std::string title, description;
    Language language = Language::nl;
};

// A line with its range, one value per month; values may be not-a-number.
struct Track {
    std::string label;
    std::vector<double> middle, low, high;
};

// Scenarios in time, and below it what each later one differs from the first within its pairs.
struct TrajectoryChart {
    ChartWords words;
    std::string unit, per;  // `per`: "per maand" or ""
    int start_year = 0;
    std::vector<Track> scenarios;
    std::vector<Track> differences;  // for scenarios 1 and on
};
std::string draw(const TrajectoryChart& chart);

// Spending by year: amounts[scenario][payer][year] in euros.
struct PayerChart {
    ChartWords words;
    int start_year = 0;
    std::vector<std::string> scenarios, payers;
    std::vector<std::vector<std::vector<double>>> amounts;
};
std::string draw(const PayerChart& chart);
// The chart with at most `most` payers: the smallest ones together as the last.
PayerChart with_fewer_payers(PayerChart chart, std::size_t most);

// Cumulative net saving: one panel per kind of payer.
struct SavingLine {
    Track track;
    int turning_month = 0;  // 1-based, 0 for none
    std::string note;       // "omslag maart 2031 (12 van 20 paren)"
};
struct SavingPanel {
    std::string heading;
    std::vector<SavingLine> lines;
};
struct SavingChart {
    ChartWords words;
    int start_year = 0, months = 0;
    std::vector<SavingPanel> panels;
};
std::string draw(const SavingChart& chart);

// Services in rows, scenarios as marks in a row, one panel per measure.
struct ServiceMeasure {
    std::string heading, unit;
    // values[service][scenario]; not-a-number leaves the mark out
    std::vector<std::vector<double>> middle, low, high;
};
struct ServiceChart {
    ChartWords words;
    std::vector<std::string> services, scenarios;
    std::vector<ServiceMeasure> measures;
};
std::string draw(const ServiceChart& chart);

// Differences as dots, one row per outcome and scenario.
struct DotRow {
    std::string label, scenario, unit, finding;
    std::size_t series = 1;           // look of the scenario
    std::vector<double> differences;  // one per pair
};
struct DotChart {
    ChartWords words;
    std::vector<DotRow> rows;
};
std::string draw(const DotChart& chart);
// The equal chances that the dots of a row stand for: the pairs themselves up to 20 of them, else 20 quantiles.
std::vector<double> dots_of(std::vector<double> differences);

// Years of one family: a lane per scenario, with rows of bars (something lasts) and dots (something happens), and below
// it lines that both share.
struct TimelineBar {
    double from = 0, to = 0;  // months since the start
    std::size_t kind = 0;     // of TimelineChart::kinds
};
struct TimelineRow {
    std::string label;
    std::vector<TimelineBar> bars;
    std::vector<double> dots;  // months since the start
};
struct TimelineLane {
    std::string heading;
    std::vector<TimelineRow> rows;
    double ends = -1;  // month after which the family is gone, -1 for never
};
struct TimelineLines {
    std::string heading, unit;
    std::vector<std::vector<double>> values;  // by scenario and month
};
struct TimelineChart {
    ChartWords words;
    std::string note;   // under the title: that the family is made up
    std::string event;  // what a dot is
    int start_year = 0, months = 0;
    std::vector<std::string> scenarios, kinds;
    std::vector<TimelineLane> lanes;
    std::vector<TimelineLines> lines;
};
std::string draw(const TimelineChart& chart);

// A difference as bars that end where the next one begins; the last bar is the whole.
struct WaterfallBar {
    std::string label, finding;
    double from = 0, to = 0;
    double low = 0, high = 0;  // range of `to`; equal for none
    bool whole = false;
};
struct WaterfallChart {
    ChartWords words;
    std::string unit, note;  // `note`: under the title
    std::vector<WaterfallBar> bars;
};
std::string draw(const WaterfallChart& chart);

// What a chain does link by link, in per cent of the first scenario; not-a-number leaves a bar out.
struct ChainStep {
    std::string label, finding;
    double change = 0, low = 0, high = 0;
    std::string without;  // finding once a link is off, "" when none is
    double change_without = 0;
    bool off = false;     // the link that is off
};
struct ChainChart {
    ChartWords words;
    std::string note;
    std::vector<ChainStep> steps;
};
std::string draw(const ChainChart& chart);

// One box with the reason why there is nothing to see.
std::string draw_empty(const ChartWords& words);

}  // namespace ontkoker
