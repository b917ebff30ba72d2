// ontkoker sweep suggest: the next points, where the conclusion flips.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "commands.h"
#include "ontkoker/core/words.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/io/json/sweep_file.h"
#include "ontkoker/io/json/value.h"
#include "output.h"
#include "session.h"
#include "sweep_measured.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

using json::Value;
using sweep::Bracket;
using sweep::FlipAnswer;
using sweep::Found;

constexpr int default_points = 8;
constexpr std::size_t most_told = 8;   // brackets in the text; --json has all

Result<sweep::FlipQuestion> question_of(const Options& options, const Measured& measured) {
    const Words say{options.language};
    sweep::FlipQuestion question;
    Problems problems;
    question.axes = measured.plan.axes;
    for (const Found& found : measured.found)   // a later study may reach further than the first
        for (std::size_t a = 0; a < question.axes.size(); ++a) {
            question.axes[a].low = std::min(question.axes[a].low, found.at[a]);
            question.axes[a].high = std::max(question.axes[a].high, found.at[a]);
        }
    if (!options.target.empty()) {
        const char* const end = options.target.data() + options.target.size();
        const auto [stop, error] = std::from_chars(options.target.data(), end, question.target);
        if (error != std::errc{} || stop != end)
            problems.push_back(usage("E0002", fmt::format(fmt::runtime(say("--target {}: dit is geen getal", "--target {}: this is no number")),
                                                          options.target), ""));
    }
    std::vector<std::string> names;
    for (const sweep::Axis& axis : question.axes) names.push_back(axis.name);
    if (names.size() == 1) question.axis = 0;
    if (!options.axis.empty()) {
        const auto at = std::find(names.begin(), names.end(), options.axis);
        if (at == names.end()) {
            std::string list;
            for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
            const std::string near = nearest_word(options.axis, names);
            problems.push_back(usage("E0215",
                                     fmt::format(fmt::runtime(say("--axis {}: deze as heeft de studie niet; mogelijk: {}",
                                                                  "--axis {}: the study has no such axis; possible: {}")),
                                                 options.axis, list),
                                     near.empty() ? "" : fmt::format(fmt::runtime(say("bedoelde u '{}'?", "did you mean '{}'?")), near)));
        }
        question.axis = static_cast<int>(at - names.begin());
    }
    question.most = static_cast<int>(options.point.value_or(default_points));
    question.all_at_once = options.point.has_value();
    // All pairs are looked at when all axes vary; along one axis there is no such limit.
    constexpr std::size_t most_known = 20000;
    if (question.axis < 0 && measured.found.size() > most_known)
        problems.push_back(usage("E0204",
                                 fmt::format(fmt::runtime(say("{} punten; langs alle assen samen kan dit tot {}", "{} points; along all axes together this goes up to {}")),
                                             measured.found.size(), most_known),
                                 std::string(say("kies een as met --axis", "choose one axis with --axis"))));
    if (!problems.empty()) return problems;
    return question;
}

std::string at_text(const std::vector<double>& at, const sweep::FlipQuestion& question) {
    if (question.axes.size() == 1) return json::number_text(at[0]);
    std::string text;
    for (std::size_t a = 0; a < at.size(); ++a) text += (a > 0 ? ", " : "") + question.axes[a].name + " " + json::number_text(at[a]);
    return "(" + text + ")";
}

std::string found_text(const Found& found, const sweep::FlipQuestion& question, const std::string& unit, Words say) {
    const Shown shown = shown_for(found.mean, found.low, found.high, unit);
    const std::string text = at_text(found.at, question) + ": " + quantity(found.mean, shown, unit, say.language, Sign::always, true);
    if (found.pairs < 2) return text + std::string(say(" (een paar)", " (one pair)"));
    return text + fmt::format(fmt::runtime(say(" ({}; {} paren)", " ({}; {} pairs)")), range_text(found.low, found.high, shown, say.language),
                              found.pairs);
}

// The ends of a bracket in the order of the axis.
std::pair<int, int> in_order(const Bracket& bracket, const FlipAnswer& answer, const sweep::FlipQuestion& question) {
    const auto axis = static_cast<std::size_t>(std::max(question.axis, 0));
    const auto value = [&](int at) { return answer.known[static_cast<std::size_t>(at)].at[axis]; };
    return value(bracket.below) <= value(bracket.above) ? std::pair{bracket.below, bracket.above} : std::pair{bracket.above, bracket.below};
}

std::string outcome_text(const Measured& measured, Words say) {
    const OutcomeInfo& info = measured.outcome;
    std::string text(say(info.nl, info.en));
    if (measured.part >= 0) text += " (" + part_label(info, measured.part, say.language == Language::en) + ")";
    return text;
}

void tell_nothing_flips(const FlipAnswer& answer, const sweep::FlipQuestion& question, const std::string& unit, Words say) {
    if (answer.nearest < 0) return print(say("Er is nog geen enkel punt af.\n", "No point is finished yet.\n"));
    const Found& nearest = answer.known[static_cast<std::size_t>(answer.nearest)];
    const std::string target = json::number_text(question.target);
    const auto on = std::count_if(answer.known.begin(), answer.known.end(),
                                  [&](const Found& f) { return f.low == question.target && f.high == question.target; });
    if (on > 0)
        print(fmt::format(fmt::runtime(say("Op {} van {} punten is het verschil precies {}, in alle paren.\n",
                                           "At {} of {} points the difference is exactly {}, in all pairs.\n")),
                          on, answer.known.size(), target));
    if (on < static_cast<std::ptrdiff_t>(answer.known.size()))
        print(fmt::format(fmt::runtime(say("Nergens een omslag bij {}: {} punten liggen aan dezelfde kant. Het dichtst bij ligt\n  {}\n",
                                           "No flip at {} anywhere: {} points lie on the same side. The nearest is\n  {}\n")),
                          target, answer.known.size() - static_cast<std::size_t>(on), found_text(nearest, question, unit, say)));
    if (question.axis >= 0 && !answer.lines)
        print(say("Er zijn geen twee punten die alleen in deze as verschillen; zoek langs alle assen (zonder --axis).\n",
                  "No two points differ in this axis alone; search along all axes (without --axis).\n"));
}

void tell_brackets(const FlipAnswer& answer, const sweep::FlipQuestion& question, const std::string& unit, Words say) {
    print(fmt::format(fmt::runtime(say("De conclusie slaat om bij {} (plaatsen: {}):\n", "The conclusion flips at {} (places: {}):\n")),
                      json::number_text(question.target), answer.brackets.size()));
    for (std::size_t b = 0; b < answer.brackets.size() && b < most_told; ++b) {
        const Bracket& bracket = answer.brackets[b];
        const auto [first, second] = in_order(bracket, answer, question);
        print(fmt::format(fmt::runtime(say("  tussen {}\n      en {}\n", "  between {}\n      and {}\n")),
                          found_text(answer.known[static_cast<std::size_t>(first)], question, unit, say),
                          found_text(answer.known[static_cast<std::size_t>(second)], question, unit, say)));
        if (bracket.exact) print(say("      met een punt ertussen dat precies zo groot is\n", "      with a point in between that is exactly that large\n"));
        if (bracket.sure) continue;
        print(say("      nog onzeker: het interval van een van beide bevat de grens", "      not sure yet: the interval of one of them contains the border"));
        if (bracket.around_low >= 0 && bracket.around_high >= 0)
            print(fmt::format(fmt::runtime(say("; zeker tussen {} en {}", "; surely between {} and {}")),
                              at_text(answer.known[static_cast<std::size_t>(bracket.around_low)].at, question),
                              at_text(answer.known[static_cast<std::size_t>(bracket.around_high)].at, question)));
        print("\n");
    }
    if (answer.brackets.size() > most_told)
        print(fmt::format(fmt::runtime(say("  en nog {}\n", "  and {} more\n")), answer.brackets.size() - most_told));
}

void tell_answer(const Measured& measured, const FlipAnswer& answer, const sweep::FlipQuestion& question, const Options& options) {
    const Words say{options.language};
    print(fmt::format(fmt::runtime(say("{}: {} tegen {}, over de hele looptijd; gemiddelde verschil met 90%-interval\n",
                                       "{}: {} against {}, over the whole horizon; mean difference with its 90% interval\n")),
                      outcome_text(measured, say), measured.plan.scenarios[static_cast<std::size_t>(measured.scenario)], measured.plan.scenarios[0]));
    if (measured.plan.sample > 1)
        print(fmt::format(fmt::runtime(say("Bedragen en aantallen zijn die van 1 op {} huishoudens.\n",
                                           "Amounts and counts are those of 1 household in {}.\n")),
                          measured.plan.sample));
    if (answer.brackets.empty())
        tell_nothing_flips(answer, question, measured.outcome.unit, say);
    else
        tell_brackets(answer, question, measured.outcome.unit, say);
    if (measured.failed_runs + measured.missing_runs > 0)
        tell(fmt::format(fmt::runtime(say("Van {} punten mislukten {} runs en ontbreken er {}.", "Of {} points {} runs failed and {} are missing.")),
                         measured.points, measured.failed_runs, measured.missing_runs));
    if (!answer.again.empty())
        print(fmt::format(fmt::runtime(say("Punten aan een onzekere kant: {}; daar zijn meer herhalingen nodig ({}).\n",
                                           "Points on an unsure side: {}; they need more replicates ({}).\n")),
                          answer.again.size(), answer.replicates));
    if (!answer.points.empty())
        print(fmt::format(fmt::runtime(say("Nieuwe punten, voorgesteld: {}.\n", "New points, suggested: {}.\n")), answer.points.size()));
    else if (answer.again.empty() && !answer.brackets.empty())
        print(say("Er is niets meer te verfijnen: iedere omslag ligt vast tot op een duizendste van het bereik.\n",
                  "Nothing is left to refine: each flip is known to a thousandth of the range.\n"));
}

Value json_of(const Found& found) {
    Value value = Value::object();
    value.set("at", Value::array(found.at)).set("mean", Value::of(found.mean)).set("low", Value::of(found.low));
    return value.set("high", Value::of(found.high)).set("pairs", Value::of(found.pairs));
}

void print_as_json(const Measured& measured, const FlipAnswer& answer, const sweep::FlipQuestion& question, const Options& options,
                   bool written) {
    const auto known = [&](int at) { return json_of(answer.known[static_cast<std::size_t>(at)]); };
    Value brackets = Value::array(), points = Value::array(), again = Value::array(), axes = Value::array();
    for (const Bracket& bracket : answer.brackets) {
        const auto [lower, upper] = in_order(bracket, answer, question);
        Value one = Value::object();
        one.set("lower", known(lower)).set("upper", known(upper)).set("distance", Value::of(bracket.distance));
        const auto around = [&](int at) { return at < 0 ? Value() : known(at); };
        if (!bracket.sure && question.axis >= 0)
            one.set("surely_from", around(bracket.around_low)).set("surely_to", around(bracket.around_high));
        brackets.push(one.set("sure", Value::of(bracket.sure)).set("exact", Value::of(bracket.exact)));
    }
    for (const auto& point : answer.points) points.push(Value::array(point));
    for (const int at : answer.again) again.push(known(at));
    for (const sweep::Axis& axis : question.axes) axes.push(axis.name);
    Value value = Value::object();
    value.set("outcome", options.outcomes[0]).set("scenario", measured.plan.scenarios[static_cast<std::size_t>(measured.scenario)]);
    value.set("reference", measured.plan.scenarios[0]).set("unit", measured.outcome.unit).set("target", Value::of(question.target));
    value.set("axes", std::move(axes));
    value.set("axis", question.axis < 0 ? Value() : Value(question.axes[static_cast<std::size_t>(question.axis)].name));
    value.set("known", Value::of(static_cast<int>(answer.known.size()))).set("failed_runs", Value::of(measured.failed_runs));
    value.set("missing_runs", Value::of(measured.missing_runs)).set("brackets", std::move(brackets));
    value.set("nearest", answer.nearest < 0 ? Value() : known(answer.nearest)).set("points", std::move(points));
    value.set("again", std::move(again)).set("replicates", Value::of(std::max(answer.replicates, measured.replicates)));
    print_json(value.set("file", written ? Value(options.output) : Value()));
}

// A name that a study can have, out of the name of the file.
std::string name_from(const std::string& path) {
    std::string name = lower_case(std::filesystem::path(path).stem().string()).substr(0, 64);
    for (char& c : name)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.')) c = '-';
    return name.empty() || name.front() == '.' ? "next" : name;
}

Problems write_next(const Measured& measured, const FlipAnswer& answer, const Options& options) {
    NewSweep next;
    next.name = name_from(options.output);
    next.nl = fmt::format("{}: waar het verschil in {} omslaat", measured.plan.nl, options.outcomes[0]);
    next.en = fmt::format("{}: where the difference in {} flips", measured.plan.en, options.outcomes[0]);
    next.replicates = std::max(answer.replicates, measured.replicates);
    for (const int at : answer.again) next.points.push_back(answer.known[static_cast<std::size_t>(at)].at);
    next.points.insert(next.points.end(), answer.points.begin(), answer.points.end());
    const auto text = list_sweep_text(measured.plan, next);
    if (!text) return text.problems();
    if (Problems problems = make_folder(folder_of(options.output)); !problems.empty()) return problems;
    const auto written = write_whole_file(options.output, text.value(), options.overwrite);
    return written ? Problems{} : written.problems();
}

}  // namespace

int sweep_suggest_command(const Options& options) {
    const Words say{options.language};
    if (options.outcomes.size() > 1)
        return fail({usage("E0001", std::string(say("geef een uitkomst", "give one outcome")), "--outcome")}, options);
    if (!options.output.empty())
        if (const Problems refused = refusals({options.output}, options); !refused.empty()) {
            print_problems(refused, options);
            return exit_usage;
        }
    const auto measured = measured_in(options);
    if (!measured) return fail(measured.problems(), options);
    const auto question = question_of(options, measured.value());
    if (!question) return fail(question.problems(), options);
    const FlipAnswer answer = next_points(measured.value().found, question.value());
    const bool something = !answer.points.empty() || !answer.again.empty();
    const bool written = something && !options.output.empty();
    if (written)
        if (Problems problems = write_next(measured.value(), answer, options); !problems.empty()) return fail(problems, options);
    if (options.json) {
        print_as_json(measured.value(), answer, question.value(), options, written);
        return exit_ok;
    }
    tell_answer(measured.value(), answer, question.value(), options);
    if (written)
        tell(fmt::format(fmt::runtime(say("Verder: ontkoker sweep plan {0} -o runs/{1}; dan sweep run, en sweep suggest met beide studies",
                                          "Next: ontkoker sweep plan {0} -o runs/{1}; then sweep run, and sweep suggest with both studies")),
                         options.output, name_from(options.output)));
    return exit_ok;
}

}  // namespace ontkoker::cli
