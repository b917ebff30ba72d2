#include <string>
#include <string_view>

#include "ontkoker/io/html/parts.h"

namespace ontkoker {
namespace {

constexpr int most_columns = 100;

// Words in lines of at most 100 columns, each after `indent` spaces. Hard spaces become plain ones.
void add_lines(std::string& out, std::string_view text, int indent) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hard = text.substr(i, 2) == "\xC2\xA0";
        plain += hard ? ' ' : text[i];
        if (hard) ++i;
    }
    const std::string start(static_cast<std::size_t>(indent), ' ');
    std::string line = start;
    bool empty = true;
    const auto flush = [&] {
        out += line + '\n';
        line = start;
        empty = true;
    };
    std::string_view rest = plain;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!empty && characters(line) + 1 + characters(word) > most_columns) flush();
        if (!empty) line += ' ';
        line += word;
        empty = false;
    }
    if (!empty) flush();
}

void add_number(std::string& out, const ReportView& view, const Chosen& chosen, const ComparedNumber& number,
                int scenario) {
    std::string text = view.label(scenario) + ": ";
    if (number.no_demonstrable_difference())
        text += view.wording(number, Better::neither);
    else
        text += view.brief(number) + "; " + view.agreement(number, view.info(chosen).better);
    add_lines(out, text, 4);
    add_lines(out, view.could_have_shown(number), 6);
}

}  // namespace

std::string text_table(const ReportInput& input) {
    const ReportView view(input);
    std::string out;
    add_lines(out, input.title, 0);
    add_lines(out, input.question, 0);
    out += '\n';
    if (view.scenarios() < 2) {
        add_lines(out, view.word(Text::no_headline), 0);
        return out;
    }
    for (const Chosen& chosen : headline_of(view)) {
        add_lines(out, view.name_of(chosen) + " (" + view.rule_of(chosen, view.period()) + ')', 0);
        const auto* first = view.number(chosen, view.period(), 1);
        if (first && first->pairs > 0) {
            const Average level = view.level(chosen, 0, 0, view.results.months);
            add_lines(
                out,
                view.label(0) + ": " + quantity(first->a, view.shown(level, first->unit), first->unit, view.language),
                4);
        }
        for (int s = 1; s < view.scenarios(); ++s) {
            if (const auto* number = view.number(chosen, view.period(), s)) add_number(out, view, chosen, *number, s);
        }
        out += '\n';
    }
    for (const std::string& sentence : view.boomerang_sentences()) add_lines(out, sentence, 0);
    out += '\n';
    add_lines(out, view.word(Text::is_prices), 0);
    add_lines(out, filled(Text::is_pairs, view.language, {std::to_string(view.results.replicates)}), 0);
    add_lines(out, view.word(Text::is_range), 0);
    return out;
}

}  // namespace ontkoker
