#include "explain_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "ontkoker/domain/levers.h"
#include "ontkoker/io/svg/charts.h"
#include "ontkoker/io/svg/writer.h"
#include "output.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

const LeverRow& lever_row(std::string_view name) { return lever_rows()[static_cast<std::size_t>(find_lever(name))]; }

std::string outcome_text(const OutcomeInfo& info, int part, Words say) {
    const std::string text(say(info.nl, info.en));
    if (info.split.empty() || part < 0) return text;
    return text + " (" + part_label(info, part, say.language == Language::en) + ')';
}

// One spelling for all bars of a waterfall, so that they can be added by eye.
Shown shown_of(const Waterfall& fall) {
    Shown shown = shown_for(fall.total.difference, fall.total.low, fall.total.high, fall.total.unit);
    for (const Bar& bar : fall.bars) {
        if (bar.share.low == 0 && bar.share.high == 0) continue;
        const Shown own = shown_for(bar.share.difference, bar.share.low, bar.share.high, bar.share.unit);
        shown.exponent = std::min(shown.exponent, own.exponent);
        shown.millions = shown.millions || own.millions;
    }
    return shown;
}

Shown shown_of(const ComparedNumber& number) {
    return shown_for(number.difference, number.low, number.high, number.unit);
}

// "+€ 1.200 (−300 tot 2.700); geen aantoonbaar verschil".
std::string finding(const ComparedNumber& number, Shown shown, Language language) {
    const Words say{language};
    if (number.pairs == 0) return std::string(say("in geen enkel paar een waarde", "no value in any pair"));
    std::string text = quantity(number.difference, shown, number.unit, language, Sign::always, true);
    if (number.has_range()) text += " (" + range_text(number.low, number.high, shown, language) + ')';
    if (number.low == 0 && number.high == 0 && number.difference == 0)
        return std::string(say("geen verschil: in alle paren gelijk", "no difference: equal in all pairs"));
    if (number.has_range() && number.no_demonstrable_difference())
        text += say("; geen aantoonbaar verschil", "; no demonstrable difference");
    return text;
}

std::string order_text(const Bar& bar, Shown shown, Language language) {
    if (bar.order_error == 0) return "";
    return fmt::format(fmt::runtime(Words{language}("; volgorden ± {}", "; orders ± {}")),
                       quantity(bar.order_error, shown, bar.share.unit, language, Sign::minus_only, true));
}

bool nothing(const Bar& bar) { return bar.share.difference == 0 && bar.share.low == 0 && bar.share.high == 0; }

// "Zonder verschil, in alle paren gelijk: a, b." for the levers that do nothing to this outcome.
std::string idle_text(const Waterfall& fall, Words say) {
    std::string names;
    for (const Bar& bar : fall.bars)
        if (nothing(bar)) names += (names.empty() ? "" : ", ") + bar.lever;
    if (names.empty()) return names;
    return std::string(say("Zonder verschil, in alle paren gelijk: ", "Without a difference, equal in all pairs: ")) + names + '.';
}

// `shared`: also how the difference was shared out.
std::string how_text(const Explained& found, bool shared, Language language) {
    const Words say{language};
    const RunSettings& run = found.config.run;
    std::string text =
        fmt::format(fmt::runtime(say("{} paren met hetzelfde toeval, bandbreedte 5e tot 95e percentiel.",
                                     "{} pairs under the same luck, range 5th to 95th percentile.")),
                    run.replicates);
    if (shared && found.sharing.exact)
        text += fmt::format(fmt::runtime(say(" {} knoppen, alle volgorden ({} combinaties).",
                                             " {} levers, all orders ({} combinations).")),
                            found.levers.size(), found.arms);
    else if (shared)
        text += fmt::format(
            fmt::runtime(say(" {} knoppen, {} getrokken volgorden in paren heen en terug ({} combinaties): \"volgorden ±\" is wat dat "
                             "onzeker laat (90%); meer: --orders.",
                             " {} levers, {} sampled orders in pairs there and back ({} combinations): \"orders ±\" is what "
                             "that leaves unsure (90%); more: --orders.")),
            found.levers.size(), found.sharing.orders.size(), found.arms);
    if (run.sample > 1)
        text += fmt::format(
            fmt::runtime(say(" Steekproef: elk {}e huishouden; bedragen en aantallen zijn van de steekproef, dus maal {} voor "
                             "heel de gemeente. Alles: --sample 1.",
                             " A sample: one household in {}; amounts and counts are those of the sample, so times {} for the "
                             "whole municipality. All: --sample 1.")),
            run.sample, run.sample);
    return text;
}

std::string chain_text(Words say) {
    return std::string(say("Een keten toont het hele verschil tussen de scenario's, niet dat van één knop.",
                           "A chain shows the whole difference between the scenarios, not that of one lever."));
}

std::string rounding_text(Words say) {
    return std::string(say(
        "De staven tellen op tot het geheel, nagerekend in hele centen en aantallen (verhoudingen: in miljoensten); "
        "afgerond kan het iets schelen.",
        "The bars add up to the whole, checked in whole cents and counts (ratios: in millionths); rounded they may differ "
        "a little."));
}

// Hard spaces become plain ones.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hard = text.substr(i, 2) == "\xC2\xA0";
        out += hard ? ' ' : text[i];
        i += hard;
    }
    return out;
}

void add_wrapped(std::string& out, std::string_view text, int indent) {
    for (const std::string& line : wrapped(plain(text), 1, (100 - indent) * 0.6))
        out += std::string(static_cast<std::size_t>(indent), ' ') + line + '\n';
}

void add_fall(std::string& out, const Explained& found, const Waterfall& fall, Language language) {
    const Words say{language};
    const OutcomeInfo& info = found.infos[fall.measured.outcome];
    const Shown shown = shown_of(fall);
    add_wrapped(out, outcome_text(info, fall.measured.part, say) + ", " + period_for_people(fall.total.period), 0);
    const auto row = [&](std::string_view name, std::string_view text) {
        out += fmt::format("    {:<24} {}\n", name, plain(text));
    };
    for (const Bar& bar : fall.bars)
        if (!nothing(bar)) row(bar.lever, finding(bar.share, shown, language) + order_text(bar, shown, language));
    row(say("samen", "together"), finding(fall.total, shown, language));
    add_wrapped(out, idle_text(fall, say), 4);
    out += '\n';
}

void add_chain(std::string& out, const Explained& found, const ChainTold& told, Language language) {
    const Words say{language};
    add_wrapped(out, fmt::format("{} ({})", say(told.chain->nl, told.chain->en), told.chain->name), 0);
    for (const LinkTold& one : told.links) {
        const ChainLink& link = *one.link;
        const bool off = one.link == found.off;
        out += fmt::format("  {} {} [{}, {}{}{}]\n", off ? "x" : "|", say(link.nl, link.en), link.mechanism, link.name,
                           link.can_switch_off() ? say(", kan uit", ", can be off") : "", off ? say(": uit", ": off") : "");
        add_wrapped(out, finding(one.number, shown_of(one.number), language), 6);
        if (one.without)
            add_wrapped(out, std::string(say("zonder die schakel: ", "without that link: ")) +
                                 finding(*one.without, shown_of(*one.without), language), 6);
    }
    out += '\n';
}

json::Value bar_json(const Bar& bar) {
    json::Value row = json::Value::object();
    row.set("lever", bar.lever);
    for (const auto& [key, value] : {std::pair("difference", bar.share.difference), {"low", bar.share.low},
                                     {"high", bar.share.high}, {"mean_low", bar.share.mean_low},
                                     {"mean_high", bar.share.mean_high}, {"order_error", bar.order_error}})
        row.set(key, json::Value::of(value));
    row.set("pairs_higher", json::Value::of(bar.share.pairs_higher));
    row.set("pairs_lower", json::Value::of(bar.share.pairs_lower));
    return row.set("pairs", json::Value::of(bar.share.pairs));
}

json::Value lever_json(const Explained& found, int index) {
    const LeverRow& row = lever_rows()[static_cast<std::size_t>(index)];
    json::Value changes = json::Value::array();
    for (const Change& change : found.config.scenarios[1].changes) {
        if (change.lever != index) continue;
        json::Value one = json::Value::object();
        one.set("value", json::Value::of(change.value))
            .set("from", fmt::format("{}-{:02d}", change.from.year(), change.from.number()))
            .set("ramp_months", json::Value::of(change.ramp_months));
        changes.push(std::move(one));
    }
    json::Value lever = json::Value::object();
    lever.set("name", row.name).set("nl", row.nl).set("en", row.en).set("changes", std::move(changes));
    return lever;
}

json::Value chain_json(const Explained& found, const ChainTold& told) {
    json::Value links = json::Value::array();
    for (const LinkTold& one : told.links) {
        json::Value link = json::Value::object();
        link.set("name", one.link->name).set("nl", one.link->nl).set("en", one.link->en);
        link.set("mechanism", one.link->mechanism).set("can_switch_off", json::Value::of(one.link->can_switch_off()));
        link.set("off", json::Value::of(one.link == found.off)).set("number", json_of(one.number));
        link.set("without", one.without ? json_of(*one.without) : json::Value());
        links.push(std::move(link));
    }
    json::Value chain = json::Value::object();
    chain.set("name", told.chain->name).set("nl", told.chain->nl).set("en", told.chain->en);
    return chain.set("links", std::move(links));
}

// Per cent of the first scenario's value; nothing where that is zero.
double percent(double part, double whole) {
    return whole == 0 ? std::numeric_limits<double>::quiet_NaN() : 100 * part / std::fabs(whole);
}

std::string scenarios_text(const Explained& found, Words say) {
    return fmt::format(fmt::runtime(say("{}: {} tegen {}", "{}: {} against {}")), found.config.municipality.name,
                       found.config.scenarios[1].name, found.config.scenarios[0].name);
}

std::string fall_svg(const Explained& found, const Waterfall& fall, Language language) {
    const Words say{language};
    const OutcomeInfo& info = found.infos[fall.measured.outcome];
    const Shown shown = shown_of(fall);
    WaterfallChart chart;
    chart.unit = fall.total.unit;
    chart.words.language = language;
    chart.words.id = "waterval-" + fall.total.name + (fall.total.split.empty() ? "" : "-" + fall.total.split);
    const std::string name = outcome_text(info, fall.measured.part, say) + ", " + period_for_people(fall.total.period);
    chart.words.title = fmt::format(fmt::runtime(say("Waardoor verschilt dit: {}", "Why this differs: {}")), name);
    chart.words.description = scenarios_text(found, say) + ". ";
    chart.note = scenarios_text(found, say) + ". " + how_text(found, found.shared, language) + ' ' +
                 std::string(say("Vol: meer; gearceerd: minder; donker: samen. Streep: bandbreedte.",
                                 "Plain: more; hatched: less; dark: together. Line: range.")) +
                 ' ' + rounding_text(say) + ' ' + idle_text(fall, say);
    double at = 0;
    for (const Bar& bar : fall.bars) {
        if (nothing(bar)) continue;
        const LeverRow& lever = lever_row(bar.lever);
        const std::string words = finding(bar.share, shown, language) + order_text(bar, shown, language);
        chart.bars.push_back({std::string(say(lever.nl, lever.en)), words, at, at + bar.share.difference,
                              at + bar.share.low, at + bar.share.high, false});
        chart.words.description += bar.lever + ": " + words + ". ";
        at += bar.share.difference;
    }
    const std::string words = finding(fall.total, shown, language);
    chart.bars.push_back({std::string(say("Samen", "Together")), words, 0, fall.total.difference, fall.total.low,
                          fall.total.high, true});
    chart.words.description += std::string(say("Samen: ", "Together: ")) + words + '.';
    return draw(chart);
}

std::string chain_svg(const Explained& found, const ChainTold& told, Language language) {
    const Words say{language};
    ChainChart chart;
    chart.words.language = language;
    chart.words.id = "keten-" + told.chain->name;
    chart.words.title = std::string(say(told.chain->nl, told.chain->en));
    chart.words.description = scenarios_text(found, say) + ". ";
    chart.note = scenarios_text(found, say) + ". " + how_text(found, false, language) +
                 ' ' + std::string(say("Balken: verandering in procenten van de maatstaf; streep: bandbreedte.",
                                       "Bars: change in per cent of the reference; line: range.")) +
                 ' ' + chain_text(say);
    if (found.off)
        chart.note += fmt::format(fmt::runtime(say(" Gearceerd: beide scenario's opnieuw, maar {}.",
                                                   " Hatched: both scenarios again, but {}.")),
                                  say(found.off->off_nl, found.off->off_en));
    for (const LinkTold& one : told.links) {
        ChainStep step;
        step.label = fmt::format("{} [{}]", say(one.link->nl, one.link->en), one.link->mechanism);
        step.finding = finding(one.number, shown_of(one.number), language);
        step.change = percent(one.number.difference, one.number.a);
        step.low = percent(one.number.low, one.number.a);
        step.high = percent(one.number.high, one.number.a);
        step.off = one.link == found.off;
        step.change_without = std::numeric_limits<double>::quiet_NaN();
        if (one.without) {
            step.without = std::string(say("zonder: ", "without: ")) + finding(*one.without, shown_of(*one.without), language);
            step.change_without = percent(one.without->difference, one.without->a);
        }
        chart.words.description += step.label + ": " + step.finding + (step.without.empty() ? "" : "; " + step.without) + ". ";
        chart.steps.push_back(std::move(step));
    }
    return draw(chart);
}

}  // namespace

std::string waterfall_file(const OutcomeInfo& info, int part) {
    return "waterval-" + info.name + (part < 0 || info.split.empty() ? "" : "-" + part_identifier(info, part)) + ".svg";
}

std::string chain_file(const Chain& chain) { return "keten-" + chain.name + ".svg"; }

std::string explain_text(const Explained& found, Language language) {
    const Words say{language};
    std::string out;
    add_wrapped(out, scenarios_text(found, say) + std::string(say(", waardoor verschillen zij?", ", why do they differ?")), 0);
    add_wrapped(out, how_text(found, found.shared, language), 0);
    out += '\n';
    for (const Waterfall& fall : found.falls) add_fall(out, found, fall, language);
    if (!found.falls.empty()) {
        add_wrapped(out, rounding_text(say), 0);
        out += '\n';
    }
    for (const ChainTold& told : found.chains) add_chain(out, found, told, language);
    if (!found.chains.empty()) add_wrapped(out, chain_text(say), 0);
    if (found.off)
        add_wrapped(out, fmt::format(fmt::runtime(say("Zonder die schakel: beide scenario's opnieuw, maar {}.",
                                                      "Without that link: both scenarios again, but {}.")),
                                     say(found.off->off_nl, found.off->off_en)), 0);
    return out;
}

json::Value explain_json(const Explained& found) {
    using json::Value;
    const Config& config = found.config;
    Value scenarios = Value::array(), levers = Value::array(), outcomes = Value::array(), chains = Value::array();
    for (const Scenario& scenario : config.scenarios) scenarios.push(scenario.name);
    for (const int lever : found.levers) levers.push(lever_json(found, lever));
    for (const Waterfall& fall : found.falls) {
        Value bars = Value::array();
        for (const Bar& bar : fall.bars) bars.push(bar_json(bar));
        Value one = Value::object();
        one.set("total", json_of(fall.total)).set("adds_up", Value::of(fall.adds_up)).set("bars", std::move(bars));
        outcomes.push(std::move(one));
    }
    for (const ChainTold& told : found.chains) chains.push(chain_json(found, told));
    Value object = Value::object();
    object.set("municipality", config.municipality.name).set("scenarios", std::move(scenarios));
    object.set("start_year", Value::of(config.run.start_year)).set("years", Value::of(config.run.years));
    object.set("replicates", Value::of(config.run.replicates)).set("seed", Value::of(config.run.seed));
    object.set("sample", Value::of(config.run.sample)).set("all_orders", Value::of(found.shared && found.sharing.exact));
    object.set("orders", Value::of(static_cast<int>(found.shared ? found.sharing.orders.size() : 0)));
    object.set("arms", Value::of(static_cast<int>(found.arms))).set("levers", std::move(levers));
    object.set("outcomes", std::move(outcomes)).set("chains", std::move(chains));
    object.set("off_link", found.off ? Value(found.off_chain->name + "/" + found.off->name) : Value());
    return object;
}

std::string explain_csv(const Explained& found) {
    std::string out = "kind,name,outcome,split,unit,period,difference,low,high,mean_low,mean_high,order_error,pairs\n";
    const auto row = [&](std::string_view kind, std::string_view name, const ComparedNumber& n, double error) {
        out += fmt::format("{},{},{},{},{},{},", kind, name, n.name, n.split, n.unit, n.period);
        for (const double value : {n.difference, n.low, n.high, n.mean_low, n.mean_high, error}) out += exact(value) + ',';
        out += std::to_string(n.pairs) + '\n';
    };
    for (const Waterfall& fall : found.falls) {
        for (const Bar& bar : fall.bars) row("lever", bar.lever, bar.share, bar.order_error);
        row("total", "total", fall.total, 0);
    }
    for (const ChainTold& told : found.chains)
        for (const LinkTold& one : told.links) {
            const std::string name = told.chain->name + "/" + one.link->name;
            row("link", name, one.number, 0);
            if (one.without) row("link_without", name, *one.without, 0);
        }
    return out;
}

std::vector<std::pair<std::string, std::string>> explain_figures(const Explained& found, Language language) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const Waterfall& fall : found.falls)
        all.emplace_back(waterfall_file(found.infos[fall.measured.outcome], fall.measured.part),
                         fall_svg(found, fall, language));
    for (const ChainTold& told : found.chains)
        all.emplace_back(chain_file(*told.chain), chain_svg(found, told, language));
    return all;
}

}  // namespace ontkoker::cli
