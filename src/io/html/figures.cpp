// From results to the values of each chart.
#include <algorithm>
#include <cmath>

#include "ontkoker/io/html/parts.h"
#include "ontkoker/io/svg/charts.h"

namespace ontkoker {
namespace {

// Median and 5th to 95th percentile, month by month; values[pair][month].
Track track_of(std::string label, const std::vector<std::vector<double>>& values, int months) {
    Track track;
    track.label = std::move(label);
    for (int month = 0; month < months; ++month) {
        std::vector<double> found;
        for (const auto& series : values) {
            const double value = series[static_cast<std::size_t>(month)];
            if (std::isfinite(value)) found.push_back(value);
        }
        std::sort(found.begin(), found.end());
        const double none = std::nan("");
        track.middle.push_back(found.empty() ? none : percentile(found, 0.5));
        track.low.push_back(found.empty() ? none : percentile(found, 0.05));
        track.high.push_back(found.empty() ? none : percentile(found, 0.95));
    }
    return track;
}

std::vector<double> monthly(const ReportView& view, const Chosen& chosen, int scenario, int replicate) {
    std::vector<double> values;
    for (int month = 0; month < view.results.months; ++month) {
        values.push_back(
            view.results.value(static_cast<std::size_t>(chosen.outcome), scenario, replicate, month, chosen.part));
    }
    return values;
}

std::string file_name(std::string_view kind, std::string_view name) {
    std::string file(kind);
    if (!name.empty()) file += '-';
    for (const char c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        file += plain ? c : '-';
    }
    return file;
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : std::string(between)) + text;
    return all;
}

std::string caption_of(const ReportView& view, const std::string& what, bool money) {
    return filled(money ? Text::caption_money : Text::caption, view.language,
                  {what, std::to_string(view.results.replicates), view.results.digest.substr(0, 8),
                   "ontkoker " + view.results.version});
}

Figure empty_figure(const ReportView& view, const std::string& file, const std::string& title, std::string reason) {
    Figure figure;
    figure.file = file + ".svg";
    figure.caption = reason;
    figure.svg = draw_empty({"fig-" + file, title, std::move(reason), view.language});
    return figure;
}

Figure missing(const ReportView& view, const std::string& file, const std::string& title, std::string_view outcome) {
    return empty_figure(view, file, title, filled(Text::missing_outcome, view.language, {outcome}));
}

// "label: finding" for every later scenario.
std::vector<std::string> findings(const ReportView& view, const Chosen& chosen) {
    std::vector<std::string> all;
    for (int s = 1; s < view.scenarios(); ++s) {
        if (const ComparedNumber* number = view.number(chosen, view.period(), s)) {
            all.push_back(view.label(s) + ": " + view.brief(*number));
        }
    }
    return all;
}

std::vector<std::string> labels_of(const ReportView& view) {
    std::vector<std::string> labels;
    for (int s = 0; s < view.scenarios(); ++s) labels.push_back(view.label(s));
    return labels;
}

}  // namespace

Figure trajectory_figure(const ReportView& view, const std::string& name) {
    const Chosen chosen = view.choose(name);
    const std::string file = file_name("course", name);
    if (!chosen.exists()) return missing(view, file, name, name);
    TrajectoryChart chart;
    const std::vector<std::string> found = findings(view, chosen);
    chart.words = {"fig-" + file, view.name_of(chosen), "", view.language};
    if (!found.empty()) {
        chart.words.title = filled(Text::trajectory_title, view.language, {view.name_of(chosen), joined(found, "; ")});
    }
    chart.words.description =
        filled(Text::trajectory_desc, view.language,
               {view.name_of(chosen), joined(labels_of(view), ", "), view.label(0), joined(found, "; ")});
    chart.unit = view.info(chosen).unit;
    if (view.info(chosen).over_time == OverTime::sum) chart.per = view.word(Text::per_month);
    chart.start_year = view.results.start_year;
    std::vector<std::vector<double>> base;
    for (int s = 0; s < view.scenarios(); ++s) {
        std::vector<std::vector<double>> values, differences;
        for (int r = 0; r < view.results.replicates; ++r) values.push_back(monthly(view, chosen, s, r));
        chart.scenarios.push_back(track_of(view.label(s), values, view.results.months));
        if (s == 0) {
            base = values;
            continue;
        }
        for (std::size_t r = 0; r < values.size(); ++r) {
            differences.emplace_back();
            for (std::size_t m = 0; m < values[r].size(); ++m) differences[r].push_back(values[r][m] - base[r][m]);
        }
        chart.differences.push_back(track_of(view.label(s), differences, view.results.months));
    }
    return {file + ".svg",
            caption_of(view, view.name_of(chosen) + ", " + view.rule_of(chosen, view.period()), chart.unit == "EUR"),
            draw(chart), yearly_table(view, chosen)};
}

Figure payer_figure(const ReportView& view) {
    const std::string title = view.word(Text::payers_title);
    const Chosen all = view.choose("spending");
    if (!all.exists()) return missing(view, "payers", title, "spending");
    const auto outcome = static_cast<std::size_t>(all.outcome);
    const int parts = static_cast<int>(view.info(all).parts.size());
    PayerChart chart;
    chart.start_year = view.results.start_year;
    chart.scenarios = labels_of(view);
    for (int part = 0; part < parts; ++part) chart.payers.push_back(view.part_name(outcome, part));
    std::vector<std::string> means;
    const double years = view.results.months / 12.0;
    for (int s = 0; s < view.scenarios(); ++s) {
        chart.amounts.emplace_back();
        for (int part = 0; part < parts; ++part) {
            std::vector<double> amounts;
            for (int first = 0; first < view.results.months; first += 12) {
                const int last = std::min(first + 12, view.results.months);
                amounts.push_back(view.level(view.part_of(outcome, part), s, first, last).mean);
            }
            chart.amounts.back().push_back(amounts);
        }
        Average level = view.level(all, s, 0, view.results.months);
        level = {level.mean / years, level.low / years, level.high / years, level.count};
        means.push_back(view.label(s) + ' ' + quantity(level.mean, view.shown(level, "EUR"), "EUR", view.language));
    }
    chart.words = {"fig-payers", title, filled(Text::payers_desc, view.language, {joined(means, "; ")}), view.language};
    return {"payers.svg", caption_of(view, title + ", " + period_for_people(view.period()), true), draw(chart),
            comparison_table(view, view.all_of(outcome), title)};
}

Figure saving_figure(const ReportView& view) {
    const std::string title = filled(Text::saving_title, view.language, {view.label(0)});
    const int found = view.results.find("spending");
    if (found < 0) return missing(view, "saving", title, "spending");
    if (view.scenarios() < 2) return empty_figure(view, "saving", title, view.word(Text::nothing_to_compare));
    const auto outcome = static_cast<std::size_t>(found);
    const auto& parts = view.results.outcomes[outcome].parts;
    SavingChart chart;
    chart.start_year = view.results.start_year;
    chart.months = view.results.months;
    for (const std::string payers : {"municipality", "all"}) {
        const auto at = std::find(parts.begin(), parts.end(), payers);
        if (payers != "all" && at == parts.end()) continue;
        const int part = payers == "all" ? -1 : static_cast<int>(at - parts.begin());
        SavingPanel panel;
        panel.heading = view.word(payers == "all" ? Text::boomerang_payers_all : Text::boomerang_payers_own);
        for (int s = 1; s < view.scenarios(); ++s) {
            std::vector<std::vector<double>> series;
            for (int r = 0; r < view.results.replicates; ++r) {
                series.push_back(cumulative_saving(view.results, outcome, s, r, part));
            }
            SavingLine line{track_of(view.label(s), series, view.results.months), 0, ""};
            for (const Boomerang& b : view.comparison.boomerangs) {
                if (b.payers != payers || b.scenario != view.results.scenarios[static_cast<std::size_t>(s)]) continue;
                line.turning_month = b.median;
                const std::string pairs = std::to_string(b.pairs);
                line.note = b.occurs == 0 ? filled(Text::never_turns, view.language, {pairs})
                                          : filled(Text::turns, view.language,
                                                   {month_text(view.results.start_year, b.median, view.language),
                                                    std::to_string(b.occurs), pairs});
            }
            panel.lines.push_back(std::move(line));
        }
        chart.panels.push_back(std::move(panel));
    }
    const std::string sentences = joined(view.boomerang_sentences(), " ");
    chart.words = {"fig-saving", title, filled(Text::saving_desc, view.language, {view.label(0), sentences}),
                   view.language};
    return {"saving.svg", caption_of(view, title + ", " + period_for_people(view.period()), true), draw(chart),
            boomerang_table(view)};
}

Figure service_figure(const ReportView& view) {
    const std::string title = view.word(Text::services_title);
    const std::pair<const char*, Text> wanted[] = {
        {"waiting", Text::waiting_number}, {"waiting_weeks", Text::waiting_weeks}, {"caseload", Text::caseload}};
    ServiceChart chart;
    std::vector<std::string> identifiers;
    std::vector<Chosen> in_table;
    for (const auto& [name, heading] : wanted) {
        const int outcome = view.results.find(name);
        if (outcome < 0) continue;
        const auto& parts = view.results.outcomes[static_cast<std::size_t>(outcome)].parts;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            in_table.push_back(view.part_of(static_cast<std::size_t>(outcome), static_cast<int>(p)));
            if (std::find(identifiers.begin(), identifiers.end(), parts[p]) != identifiers.end()) continue;
            identifiers.push_back(parts[p]);
            chart.services.push_back(view.part_name(static_cast<std::size_t>(outcome), static_cast<int>(p)));
        }
    }
    if (in_table.empty()) return missing(view, "services", title, "waiting, waiting_weeks, caseload");
    for (const auto& [name, heading] : wanted) {
        if (view.results.find(name) < 0) continue;
        ServiceMeasure measure{view.word(heading), "1", {}, {}, {}};
        for (const std::string& identifier : identifiers) {
            const Chosen chosen = view.choose(std::string(name) + (identifier.empty() ? "" : "/" + identifier));
            measure.middle.emplace_back();
            measure.low.emplace_back();
            measure.high.emplace_back();
            for (int s = 0; s < view.scenarios(); ++s) {
                const double none = std::nan("");
                const Average level =
                    chosen.exists() ? view.level(chosen, s, 0, view.results.months) : Average{none, none, none, 0};
                measure.middle.back().push_back(level.mean);
                measure.low.back().push_back(level.low);
                measure.high.back().push_back(level.high);
            }
        }
        chart.measures.push_back(std::move(measure));
    }
    chart.scenarios = labels_of(view);
    chart.words = {"fig-services", title,
                   filled(Text::services_desc, view.language, {joined(chart.services, ", ") + '.'}), view.language};
    return {"services.svg", caption_of(view, title + ", " + period_for_people(view.period()), false), draw(chart),
            comparison_table(view, in_table, title)};
}

std::vector<Chosen> headline_of(const ReportView& view) {
    std::vector<Chosen> all;
    for (const std::string& name : view.input.headline) {
        const Chosen chosen = view.choose(name);
        if (chosen.exists() && all.size() < 5) all.push_back(chosen);
    }
    return all;
}

Figure dot_figure(const ReportView& view) {
    const std::string title = filled(Text::dots_title, view.language, {view.label(0)});
    if (view.scenarios() < 2) return empty_figure(view, "pairs", title, view.word(Text::nothing_to_compare));
    const std::vector<Chosen> headline = headline_of(view);
    if (headline.empty()) return missing(view, "pairs", title, joined(view.input.headline, ", "));
    DotChart chart;
    std::vector<std::string> told;
    std::size_t dots = 0;
    for (const Chosen& chosen : headline) {
        for (int s = 1; s < view.scenarios(); ++s) {
            const ComparedNumber* number = view.number(chosen, view.period(), s);
            if (!number) continue;
            DotRow row{view.name_of(chosen),
                       view.label(s),
                       number->unit,
                       view.agreement(*number, Better::neither),
                       static_cast<std::size_t>(s),
                       view.differences(chosen, s)};
            told.push_back(row.label + ", " + row.scenario + ": " + view.wording(*number, Better::neither) + '.');
            dots = std::max(dots, dots_of(row.differences).size());
            chart.rows.push_back(std::move(row));
        }
    }
    chart.words = {"fig-pairs", title,
                   filled(Text::dots_desc, view.language, {std::to_string(dots), joined(told, " ")}), view.language};
    return {"pairs.svg", caption_of(view, title + ", " + period_for_people(view.period()), true), draw(chart),
            comparison_table(view, headline, title)};
}

}  // namespace ontkoker
