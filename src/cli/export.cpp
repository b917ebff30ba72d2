// ontkoker export: a result or study as a table, one number a row.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "commands.h"
#include "csv_file.h"
#include "interrupt.h"
#include "ontkoker/core/calendar.h"
#include "ontkoker/core/words.h"
#include "ontkoker/io/hdf5/result_file.h"
#include "ontkoker/io/hdf5/sweep_file.h"
#include "output.h"
#include "progress.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

constexpr int months_in_year = 12;
constexpr std::int64_t bytes_at_once = std::int64_t{1} << 24;   // of numbers of one outcome that are held

// What the rows of a file have in common.
struct Head {
    std::vector<std::string> scenarios;
    std::vector<OutcomeInfo> outcomes;
    int replicates = 0, first_replicate = 0, start_year = 0, times = 0;
    bool yearly = false;   // of the file
};

// One row of counts, [time][part], as the value over times first..last-1 by the outcome's own rule.
double value_over(const OutcomeInfo& info, const std::int64_t* above, const std::int64_t* below, int first, int last, std::size_t part) {
    if (info.over_time == OverTime::last) first = last - 1;
    std::int64_t total = 0, under = 0;
    for (int time = first; time < last; ++time) {
        const std::size_t cell = static_cast<std::size_t>(time) * info.parts.size() + part;
        total += above[cell];
        if (below) under += below[cell];
    }
    return value_of(info, total, under, last - first);
}

class Exporter {
public:
    explicit Exporter(const Options& options) : options_(options), say_{options.language}, progress_(options.quiet, options.language) {}

    int run() {
        const Measure measure;
        if (const Problems refused = refusals({options_.output}, options_); !refused.empty()) {
            print_problems(refused, options_);
            return exit_usage;
        }
        const auto of_study = is_sweep_file(options_.words[0]);
        Problems problems = of_study && of_study.value() ? study() : result();
        progress_.end();
        if (!problems.empty()) return fail(problems, options_);
        print_outcome(measure.cost());
        return exit_ok;
    }

private:
    Problems result() {
        auto read = read_result_file(options_.words[0]);
        if (!read) return read.problems();
        const ResultSet& set = read.value();
        head_ = {set.scenarios, set.outcomes, set.replicates, set.first_replicate, set.start_year, set.months, false};
        if (Problems problems = choose(); !problems.empty()) return problems;
        if (Problems problems = begin({}); !problems.empty()) return problems;
        for (std::size_t i = 0; i < chosen_.size() && file_->fine(); ++i) {
            const std::size_t o = chosen_[i];
            const std::int64_t* above = set.counts[o].data();
            const std::int64_t* below = set.denominators[o].empty() ? nullptr : set.denominators[o].data();
            put_rows(head_.outcomes[o], "", [&](std::size_t cell, int first, int last, std::size_t part) {
                return value_over(head_.outcomes[o], above + cell, below ? below + cell : nullptr, first, last, part);
            });
            progress_.at(static_cast<std::int64_t>(i) + 1, static_cast<std::int64_t>(chosen_.size()));
            if (stopped()) return stop_problem();
        }
        return end();
    }

    Problems study() {
        auto opened = SweepReader::open(options_.words[0]);
        if (!opened) return opened.problems();
        const SweepReader& reader = opened.value();
        const SweepFile& file = reader.head();
        head_ = {file.scenarios, file.kept, file.replicates, 0, file.start_year, file.times, file.yearly};
        if (Problems problems = choose(); !problems.empty()) return problems;
        std::vector<std::string> columns = {"point"};
        for (const sweep::Axis& axis : file.axes) columns.push_back(axis.name);
        if (Problems problems = begin(columns); !problems.empty()) return problems;
        for (std::size_t i = 0; i < chosen_.size() && file_->fine(); ++i)
            if (Problems problems = put_outcome_of(reader, i); !problems.empty()) return problems;
        return end();
    }

    // Slices of a power of two points, as chunks are, so that none is unpacked twice.
    Problems put_outcome_of(const SweepReader& reader, std::size_t place) {
        const SweepFile& file = reader.head();
        const std::size_t o = chosen_[place];
        const OutcomeInfo& info = head_.outcomes[o];
        const std::size_t each = cells_of_scenario(info) * head_.scenarios.size();
        int slice = 1;
        while (slice < file.points && 2 * slice * static_cast<std::int64_t>(8 * each) <= bytes_at_once) slice *= 2;
        for (int first = 0; first < file.points; first += slice) {
            const int count = std::min(slice, file.points - first);
            Problems problems = folds() ? put_folded(reader, o, first, count) : put_values(reader, o, first, count);
            if (!problems.empty()) return problems;
            progress_.at(static_cast<std::int64_t>(place) * file.points + first + count, static_cast<std::int64_t>(chosen_.size()) * file.points);
            if (stopped()) return stop_problem();
        }
        return {};
    }

    Problems put_values(const SweepReader& reader, std::size_t o, int first, int count) {
        const OutcomeInfo& info = head_.outcomes[o];
        const auto values = reader.values(o, first, count);
        if (!values) return values.problems();
        const std::size_t each = cells_of_scenario(info) * head_.scenarios.size();
        for (int p = 0; p < count && file_->fine(); ++p) {
            const double* point = values.value().data() + static_cast<std::size_t>(p) * each;
            put_rows(info, point_cells(reader.head(), first + p), [&](std::size_t cell, int time, int, std::size_t part) {
                return point[cell + static_cast<std::size_t>(time) * info.parts.size() + part];
            });
        }
        return {};
    }

    // Months as years: from the counts, which are whole numbers.
    Problems put_folded(const SweepReader& reader, std::size_t o, int first, int count) {
        const OutcomeInfo& info = head_.outcomes[o];
        const auto counts = reader.counts(o, first, count);
        if (!counts) return counts.problems();
        const bool ratio = info.over_time == OverTime::ratio;
        const auto whole = [](const std::vector<double>& cells) {
            std::vector<std::int64_t> numbers;
            for (const double cell : cells) numbers.push_back(cell == cell ? static_cast<std::int64_t>(cell) : 0);
            return numbers;
        };
        const std::vector<std::int64_t> above = whole(counts.value().numerators), below = whole(counts.value().denominators);
        const std::size_t each = cells_of_scenario(info) * head_.scenarios.size();
        for (int p = 0; p < count && file_->fine(); ++p) {
            const std::size_t point = static_cast<std::size_t>(p) * each;
            put_rows(info, point_cells(reader.head(), first + p), [&](std::size_t cell, int from, int to, std::size_t part) {
                if (counts.value().numerators[point + cell] != counts.value().numerators[point + cell]) return std::numeric_limits<double>::quiet_NaN();
                return value_over(info, above.data() + point + cell, ratio ? below.data() + point + cell : nullptr, from, to, part);
            });
        }
        return {};
    }

    std::size_t cells_of_scenario(const OutcomeInfo& info) const {
        return static_cast<std::size_t>(head_.replicates) * static_cast<std::size_t>(head_.times) * info.parts.size();
    }
    bool folds() const { return by_year_ && !head_.yearly; }

    // "812,0.25,1.5": a point and its values.
    static std::string point_cells(const SweepFile& file, int point) {
        std::string cells = std::to_string(file.first_point + point);
        for (const auto& values : file.axis_values) cells += ',' + csv_cell(values[static_cast<std::size_t>(point)]);
        return cells;
    }

    // Outcomes and period that were asked for; everything that is wrong with them at once.
    Problems choose() {
        Problems problems;
        by_year_ = options_.period.empty() ? head_.yearly : lower_case(options_.period) == "year";
        if (!by_year_ && head_.yearly)
            problems.push_back(usage("E0002", std::string(say_("deze studie bewaart jaren, geen maanden", "this study keeps years, no months")),
                                     std::string(say_("laat --by weg; maanden kiest u bij het plannen", "leave out --by; months are chosen when planning"))));
        std::vector<std::string> known;
        for (const OutcomeInfo& info : head_.outcomes) known.push_back(info.name);
        for (const std::string& name : options_.outcomes) {
            const auto at = std::find(known.begin(), known.end(), lower_case(name));
            if (at == known.end()) problems.push_back(unknown(name, known));
            else if (std::count(chosen_.begin(), chosen_.end(), at - known.begin()) == 0)
                chosen_.push_back(static_cast<std::size_t>(at - known.begin()));
        }
        for (std::size_t o = 0; options_.outcomes.empty() && o < known.size(); ++o) chosen_.push_back(o);
        return problems;
    }

    Problem unknown(const std::string& name, const std::vector<std::string>& known) const {
        const std::string near = nearest_word(name, known);
        return usage("E0002", fmt::format(fmt::runtime(say_("uitkomst {} staat niet in dit bestand", "outcome {} is not in this file")), name),
                     near.empty() ? fmt::format(fmt::runtime(say_("ontkoker inspect {} toont ze alle", "ontkoker inspect {} lists them all")), options_.words[0])
                                  : fmt::format(fmt::runtime(say_("bedoelde u {}?", "did you mean {}?")), near));
    }

    Problems begin(std::vector<std::string> columns) {
        if (Problems problems = make_folder(folder_of(options_.output)); !problems.empty()) return problems;
        const int step = folds() ? months_in_year : 1;
        const Month start = Month::of(head_.start_year, 1);
        for (int time = 0; time + step <= head_.times; time += step) {
            const Month month{start.index + (head_.yearly ? months_in_year * time : time)};
            periods_.push_back({by_year_ ? std::to_string(month.year()) : fmt::format("{},{}", month.year(), month.number()), time, time + step});
        }
        for (const char* name : {"scenario", "replicate", "year"}) columns.emplace_back(name);
        if (!by_year_) columns.emplace_back("month");
        for (const char* name : {"outcome", "part", "value", "unit"}) columns.emplace_back(name);
        file_.emplace(options_.output, options_.overwrite);
        for (const std::string& column : columns) file_->cells(csv_cell(column));
        file_->end_row();
        stop_ = &stop_on_signal();
        return {};
    }

    // Rows of one outcome of one point. `value` is given the first cell of a scenario and replicate, a period and a part.
    template <class Value>
    void put_rows(const OutcomeInfo& info, const std::string& point, const Value& value) {
        const std::string unit = csv_cell(info.unit);
        const std::size_t row = static_cast<std::size_t>(head_.times) * info.parts.size();
        std::size_t cell = 0;
        for (const std::string& scenario : head_.scenarios)
            for (int r = 0; r < head_.replicates; ++r, cell += row) {
                const std::string whose = (point.empty() ? "" : point + ",") + csv_cell(scenario) + ',' + std::to_string(head_.first_replicate + r);
                for (const Period& period : periods_)
                    for (std::size_t part = 0; part < info.parts.size(); ++part) {
                        file_->cells(whose).cells(period.cells).cells(info.name).cells(csv_cell(info.parts[part]));
                        file_->number(value(cell, period.first, period.last, part)).cells(unit).end_row();
                    }
            }
    }

    Problems end() {
        rows_ = file_->rows() - 1;
        const auto bytes = file_->keep();
        if (!bytes) return bytes.problems();
        bytes_ = bytes.value();
        return {};
    }

    bool stopped() const { return stop_->load(std::memory_order_relaxed); }
    Problems stop_problem() const {
        return {{.code = "E0499", .message = std::string(say_("gestopt op verzoek; er is niets geschreven", "stopped on request; nothing was written")),
                 .hint = {}, .file = options_.output, .pointer = {}}};
    }

    void print_outcome(const Cost& cost) const {
        if (options_.json) {
            using json::Value;
            Value outcomes = Value::array();
            for (const std::size_t o : chosen_) outcomes.push(head_.outcomes[o].name);
            Value object = Value::object();
            object.set("file", options_.output).set("bytes", Value::of(static_cast<double>(bytes_)));
            object.set("rows", Value::of(static_cast<double>(rows_))).set("by", by_year_ ? "year" : "month");
            object.set("outcomes", std::move(outcomes));
            set_cost(object, cost);
            return print_json(object);
        }
        print(fmt::format(fmt::runtime(say_("{} rijen, {} bytes\nBestand {}\n", "{} rows, {} bytes\nFile {}\n")), rows_, bytes_, options_.output));
    }

    struct Period {
        std::string cells;   // "2026" or "2026,3"
        int first, last;     // times of the file
    };

    const Options& options_;
    Words say_;
    Progress progress_;
    Head head_;
    std::vector<std::size_t> chosen_;
    std::vector<Period> periods_;
    std::optional<CsvFile> file_;
    const std::atomic<bool>* stop_ = nullptr;
    bool by_year_ = false;
    std::int64_t rows_ = 0, bytes_ = 0;
};

}  // namespace

int export_command(const Options& options) { return Exporter(options).run(); }

}  // namespace ontkoker::cli
