#include "ontkoker/io/html/report.h"

#include <algorithm>
#include <string>

#include "ontkoker/io/html/parts.h"
#include "ontkoker/io/svg/writer.h"

namespace ontkoker {
namespace {

// A name as people write it: profiles are called by lower-case names.
std::string capitalised(std::string name) {
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

// Above this the numbers by year leave the page (they are in the CSV), so that it stays below 1 MB.
constexpr std::size_t most_json_bytes = 450'000;

std::string paragraph(std::string_view text) { return "<p>" + escaped(text) + "</p>\n"; }

std::string items(const std::vector<std::string>& texts) {
    std::string out = "<ul>\n";
    for (const std::string& text : texts) out += "<li>" + escaped(text) + "</li>\n";
    return out + "</ul>\n";
}

// Collects the sections and counts the figures.
class Page {
public:
    explicit Page(const ReportView& view) : view_(view) {}
    void heading(Text key, std::string_view id) {
        out_ += "<h2 id=\"" + std::string(id) + "\">" + escaped(view_.word(key)) + "</h2>\n";
    }
    void add(std::string_view html) { out_ += html; }
    void figure(const Figure& figure) {
        const std::string number = std::to_string(++figures_);
        out_ += "<figure><div class=\"draw\">\n" + figure.svg + "</div>\n<figcaption><strong>" +
                filled(Text::figure, view_.language, {number}) + ".</strong> " + escaped(figure.caption) +
                "</figcaption>\n";
        if (!figure.table.empty()) details(view_.word(Text::table), figure.table);
        out_ += "</figure>\n";
    }
    void details(std::string_view summary, std::string_view html) {
        if (html.empty()) return;
        out_ += "<details><summary>" + escaped(summary) + "</summary>\n" + std::string(html) + "</details>\n";
    }
    const std::string& html() const { return out_; }

private:
    const ReportView& view_;
    std::string out_;
    int figures_ = 0;
};

// One answer: the number with its range, then the words; the words first where no difference can be shown.
std::string answer_of(const ReportView& view, const Chosen& chosen, const ComparedNumber& number, int scenario) {
    const Shown shown = ReportView::shown(number);
    const bool none = number.no_demonstrable_difference();
    std::string range;
    if (number.has_range() && number.pairs_higher + number.pairs_lower > 0) {
        range = " <span class=\"range\">(" +
                number_span(number, Field::low, plain_number(number.low, shown, view.language)) + ' ' +
                escaped(view.word(Text::to)) + ' ' +
                number_span(number, Field::high, plain_number(number.high, shown, view.language)) + ")</span>";
    }
    const std::string difference =
        number_span(number, Field::difference,
                    quantity(number.difference, shown, number.unit, view.language, Sign::always, true)) +
        range;
    std::string out =
        "<div><p><strong>" + escaped(filled(Text::against, view.language, {view.label(scenario), view.label(0)})) +
        "</strong></p>\n<p class=\"big\">" + (none ? escaped(view.word(Text::no_difference)) : difference) + "</p>\n";
    if (none && number.pairs > 0) out += "<p>" + escaped(view.word(Text::difference)) + ' ' + difference + "</p>\n";
    std::string words = none ? view.could_have_shown(number) : view.agreement(number, view.info(chosen).better);
    if (words.empty()) words = view.agreement(number, Better::neither);
    if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return out + paragraph(words + '.') + "</div>\n";
}

void add_answer(Page& page, const ReportView& view) {
    page.heading(Text::question, "question");
    page.add("<p class=\"question\">" + escaped(view.input.question) + "</p>\n");
    page.heading(Text::answer, "answer");
    if (view.scenarios() < 2) {
        page.add(paragraph(view.word(Text::no_headline)));
        return;
    }
    for (const Chosen& chosen : headline_of(view)) {
        page.add("<section class=\"key\"><h3>" + escaped(view.name_of(chosen)) + " <small>" +
                 escaped(view.rule_of(chosen, view.period())) + "</small></h3>\n<div class=\"arms\">\n");
        for (int s = 1; s < view.scenarios(); ++s) {
            if (const auto* number = view.number(chosen, view.period(), s)) {
                page.add(answer_of(view, chosen, *number, s));
            }
        }
        page.add("</div></section>\n");
    }
    for (const std::string& name : view.input.headline) {
        if (!view.choose(name).exists()) {
            page.add("<p class=\"soft\">" + escaped(filled(Text::missing_outcome, view.language, {name})) + "</p>\n");
        }
    }
}

void add_what_numbers_are(Page& page, const ReportView& view) {
    const Language language = view.language;
    const std::string households = plain_number(static_cast<double>(view.results.households), Shown{}, language);
    page.heading(Text::what_numbers_are, "numbers-are");
    page.add(
        items({filled(Text::is_municipality, language, {capitalised(view.results.municipality), households}),
               filled(Text::is_period, language, {period_for_people(view.period())}), view.word(Text::is_prices),
               filled(Text::is_pairs, language, {std::to_string(view.results.replicates)}), view.word(Text::is_range),
               view.word(Text::is_words), view.word(Text::is_synthetic), view.word(Text::is_not_prediction)}));
}

// Outcomes by where they stand in the page.
enum class Place { money, waiting, families, other };

Place place_of(const OutcomeInfo& info) {
    if (info.unit == "EUR") return Place::money;
    for (const char* name : {"waiting", "waiting_weeks", "caseload"}) {
        if (info.name == name) return Place::waiting;
    }
    for (const char* name :
         {"youth_in_help", "problematic_debt", "arrears", "under_social_minimum", "scheme_claimants"}) {
        if (info.name == name) return Place::families;
    }
    return Place::other;
}

std::vector<Chosen> in_place(const ReportView& view, Place place) {
    std::vector<Chosen> all;
    for (std::size_t o = 0; o < view.results.outcomes.size(); ++o) {
        if (place_of(view.results.outcomes[o]) != place || view.results.outcomes[o].name == "spending") continue;
        const std::vector<Chosen> parts = view.all_of(o);  // the total of a split stands last
        // Totals alone for the long list; the parts of its splits are in tabel.csv.
        all.insert(all.end(), place == Place::other ? parts.end() - 1 : parts.begin(), parts.end());
    }
    return all;
}

void add_results(Page& page, const ReportView& view) {
    page.heading(Text::over_time_heading, "course");
    page.figure(dot_figure(view));
    for (const std::string& name : view.input.trajectories) page.figure(trajectory_figure(view, name));
    page.heading(Text::money, "money");
    page.figure(payer_figure(view));
    page.figure(saving_figure(view));
    page.add(items(view.boomerang_sentences()));
    for (const char* name : {"spending/municipality", "spending"}) {
        const Chosen chosen = view.choose(name);
        if (!chosen.exists()) continue;
        page.details(filled(Text::table_per_year, view.language, {view.name_of(chosen)}), yearly_table(view, chosen));
    }
    page.add(comparison_table(view, in_place(view, Place::money), view.word(Text::other_money)));
    page.heading(Text::waiting_heading, "waiting");
    page.figure(service_figure(view));
    page.heading(Text::families, "families");
    page.add(comparison_table(view, in_place(view, Place::families), view.word(Text::families)));
    const std::string others = comparison_table(view, in_place(view, Place::other), view.word(Text::others));
    if (!others.empty()) {
        page.heading(Text::others, "others");
        page.add(others);
    }
}

void add_provenance(Page& page, const ReportView& view, bool whole_period_only) {
    const ReportInput& input = view.input;
    const auto row = [&](Text key, std::string_view value, bool code = false) {
        if (value.empty()) return;
        page.add("<dt>" + escaped(view.word(key)) + "</dt><dd>" + (code ? "<code>" : "") + escaped(value) +
                 (code ? "</code>" : "") + "</dd>\n");
    };
    page.heading(Text::cannot_say, "limits");
    page.add(input.limits.empty() ? paragraph(view.word(Text::limits_none)) : items(input.limits));
    page.heading(Text::provenance, "provenance");
    page.add("<dl>\n");
    row(Text::command, input.command, true);
    row(Text::seed_in_config, input.seed, true);
    row(Text::replicates, std::to_string(view.results.replicates));
    row(Text::households, plain_number(static_cast<double>(view.results.households), Shown{}, view.language));
    row(Text::version, "ontkoker " + view.results.version);
    row(Text::digest, view.results.digest, true);
    row(Text::config_digest, digest_of_text(view.results.effective_config), true);
    page.add("</dl>\n<h3>" + escaped(view.word(Text::notes)) + "</h3>\n");
    page.add(input.scenario_notes.empty() ? paragraph(view.word(Text::notes_none)) : items(input.scenario_notes));
    page.add(paragraph(view.word(Text::reproduce)));
    page.add(paragraph(view.word(whole_period_only ? Text::machine_copy_short : Text::machine_copy)));
}

std::string head_of(const ReportView& view) {
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(view.language == Language::en ? "en" : "nl") +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
           "'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n<meta name=\"generator\" content=\"ontkoker " +
           escaped(view.results.version) + "\">\n<title>" + escaped(view.input.title) + "</title>\n<style>" +
           style_sheet() + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#answer\">" +
           escaped(view.word(Text::skip_to_answer)) + "</a>\n<main>\n<h1>" + escaped(view.input.title) +
           "</h1>\n<p class=\"soft\">" + escaped(capitalised(view.results.municipality)) + ", " +
           escaped(period_for_people(view.period())) + "</p>\n";
}

}  // namespace

std::string html_report(const ReportInput& input) {
    const ReportView view(input);
    std::string numbers = numbers_json(view, false);
    const bool whole_period_only = numbers.size() > most_json_bytes;
    if (whole_period_only) numbers = numbers_json(view, true);
    Page page(view);
    add_answer(page, view);
    add_what_numbers_are(page, view);
    add_results(page, view);
    add_provenance(page, view, whole_period_only);
    return head_of(view) + page.html() + "</main>\n<script type=\"application/json\" id=\"numbers\">\n" + numbers +
           "\n</script>\n</body>\n</html>\n";
}

std::vector<std::pair<std::string, std::string>> figures(const ReportInput& input) {
    const ReportView view(input);
    std::vector<Figure> all{dot_figure(view)};
    for (const std::string& name : input.trajectories) all.push_back(trajectory_figure(view, name));
    all.push_back(payer_figure(view));
    all.push_back(saving_figure(view));
    all.push_back(service_figure(view));
    std::vector<std::pair<std::string, std::string>> files;
    for (Figure& figure : all) files.emplace_back(std::move(figure.file), std::move(figure.svg));
    return files;
}

}  // namespace ontkoker
