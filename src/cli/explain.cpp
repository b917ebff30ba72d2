// ontkoker explain: which lever makes which part of a difference, and along which links.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands.h"
#include "explain_output.h"
#include "find_root.h"
#include "interrupt.h"
#include "ontkoker/cli/replicate_store.h"
#include "ontkoker/core/words.h"
#include "ontkoker/domain/levers.h"
#include "ontkoker/domain/outcomes.h"
#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/io/json/files.h"
#include "output.h"
#include "progress.h"
#include "session.h"
#include "words.h"

namespace ontkoker::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t usual_replicates = 10;
constexpr int usual_orders = 8;
// Households x years that are run when no sample is given: two to three minutes on two cores.
constexpr double usual_household_years = 16e6;
constexpr std::string_view usual_outcomes[] = {"spending/municipality", "problematic_debt", "fund_spending/youth",
                                               "waiting", "youth_help_reach"};

Problem unknown(std::string_view what, const std::string& word, const std::vector<std::string>& known, Words say) {
    const std::string near = nearest_word(word, known);
    return {.code = "E0002",
            .message = fmt::format(fmt::runtime(say("{} '{}' bestaat niet", "no {} '{}'")), what, word),
            .hint = near.empty() ? "" : std::string(say("bedoelde u ", "did you mean ")) + near + "?",
            .file = {},
            .pointer = {}};
}

Problems explain_problems(const Options& options) {
    const Words say{options.language};
    const std::string hint(say("zie ontkoker explain --help", "see ontkoker explain --help"));
    Problems problems;
    if (!options.words.empty()) {
        if (options.scenarios.size() > 1)
            problems.push_back(usage("E0001", std::string(say("noem bij een vergelijking hooguit een keer --scenario",
                                                     "give --scenario at most once with a comparison")), hint));
        return problems;
    }
    if (options.scenarios.size() != 2)
        problems.push_back(usage("E0001", std::string(say("noem een vergelijking, of twee keer --scenario",
                                                 "name a comparison, or give --scenario twice")), hint));
    if (options.municipality.empty())
        problems.push_back(usage("E0001", std::string(say("--municipality ontbreekt", "--municipality is missing")), hint));
    return problems;
}

// The configuration with the two scenarios alone: the reference and the one that was asked for.
Result<LoadedConfig> load_two(const Options& options) {
    const std::string comparison = options.words.empty() ? "" : options.words[0];
    auto loaded = load_for(options, comparison, comparison.empty() ? options.scenarios : std::vector<std::string>{});
    if (!loaded) return loaded;
    auto& scenarios = loaded.value().config.scenarios;
    if (!comparison.empty() && !options.scenarios.empty()) {
        const auto same = [&](const Scenario& one) { return lower_case(one.name) == lower_case(options.scenarios[0]); };
        const auto chosen = std::find_if(scenarios.begin() + 1, scenarios.end(), same);
        if (chosen == scenarios.end()) {
            loaded = load_for(options, comparison, {scenarios[0].name, options.scenarios[0]});
            if (!loaded) return loaded;
        } else {
            std::iter_swap(chosen, scenarios.end() - 1);
        }
    }
    auto& all = loaded.value().config.scenarios;
    if (all.size() < 2)
        return Problems{usage("E0001", std::string(Words{options.language}("een vergelijking met één scenario heeft geen verschil",
                                                                  "a comparison of one scenario has no difference")))};
    std::swap(all[1], all.back());
    all.resize(2);
    return loaded;
}

int sample_for(const Config& config, std::size_t arms) {
    const double years = static_cast<double>(arms) * config.run.years * config.run.replicates;
    return std::clamp(static_cast<int>(config.municipality.households * years / usual_household_years) + 1, 1, 20);
}

class Explain {
public:
    explicit Explain(const Options& options) : options_(options), say_{options.language} {}

    // Everything before the first step: what is compared, measured and written. False: `problems` says why not.
    bool prepare() {
        problems = explain_problems(options_);
        return problems.empty() && load_all() && choose_outcomes() && choose_chains() && choose_link() &&
               check_files();
    }

    bool run() {
        arms_ = arms_of(found.config, found.levers, found.sharing.sets, measures_);
        if (found.off && !load_without()) return false;
        const std::int64_t second = found.off ? steps_of(without_) : 0;
        auto counted = count(arms_, 0, second);
        if (!counted) return stopped(counted.problems());
        for (std::size_t m = 0; m < waterfalls_; ++m) {
            found.falls.push_back(waterfall_of(found.config, found.levers, found.sharing, counted.value(), measures_, m,
                                               found.infos[measures_[m].outcome]));
            if (!found.falls.back().adds_up)
                problems.push_back({.code = "E0402",
                                    .message = std::string(say_("de staven tellen niet op tot het geheel",
                                                                "the bars do not add up to the whole")),
                                    .hint = {}, .file = {}, .pointer = {}});
        }
        if (!problems.empty()) return false;
        tell_links(counted.value(), false);
        if (!found.off) return true;
        auto again = count(without_, steps_of(arms_), 0);
        if (!again) return stopped(again.problems());
        tell_links(again.value(), true);
        return true;
    }

    bool write() {
        if (options_.output.empty()) return true;
        if (problems = make_folder(options_.output); !problems.empty()) return false;
        const auto file = [&](const std::string& name, const std::string& text) {
            const auto written = write_whole_file(in(name), text, options_.overwrite);
            if (!written) problems.insert(problems.end(), written.problems().begin(), written.problems().end());
        };
        file("uitleg.json", json::write(explain_json(found), json::Layout::indented) + "\n");
        file("uitleg.csv", explain_csv(found));
        for (const auto& [name, text] : explain_figures(found, options_.language)) file(name, text);
        if (!problems.empty()) return false;
        forget_replicates(arms_, options_.output);
        if (found.off) forget_replicates(without_, options_.output);
        return true;
    }

    Explained found;
    Problems problems;
    bool refused = false;  // something would be overwritten

private:
    std::string in(const std::string& name) const { return (fs::path(options_.output) / name).string(); }

    bool load_all() {
        Options options = options_;
        auto loaded = load_two(options);
        if (!loaded) return stopped(loaded.problems());
        if (!options.replicates)
            options.replicates = std::min<std::int64_t>(usual_replicates, loaded.value().config.run.replicates);
        found.levers = differing_levers(loaded.value().config);
        if (found.levers.empty() || found.levers.size() > most_players)
            return stopped({usage("E0001", fmt::format(
                fmt::runtime(say_("deze twee scenario's verschillen in {} knoppen; het moeten er 1 tot en met {} zijn",
                                  "these two scenarios differ in {} levers; it must be 1 to {}")),
                found.levers.size(), most_players))});
        found.shared = options.orders.value_or(usual_orders) > 0;
        found.sharing = sharing_of(static_cast<int>(found.levers.size()),
                                   static_cast<int>(options.orders.value_or(usual_orders)));
        if (!found.shared) found.sharing.sets = {0, found.sharing.sets.back()};
        found.arms = found.sharing.sets.size();
        if (!options.sample) {
            Config asked = loaded.value().config;
            asked.run.replicates = static_cast<int>(*options.replicates);
            const int sample = sample_for(asked, found.arms + (options.off_link.empty() ? 0 : 2));
            if (asked.run.sample < sample) options.sample = sample;
        }
        loaded = load_two(options);
        if (!loaded) return stopped(loaded.problems());
        with_ = options;
        headline_ = loaded.value().text.headline;
        found.config = std::move(loaded.value().config);
        found.infos = outcome_infos(found.config.parameters);
        return true;
    }

    // "name" or "name/part"; nothing when there is no such outcome.
    std::optional<Measured> measured(std::string_view name) const {
        const std::string_view outcome = name.substr(0, name.find('/'));
        for (std::size_t o = 0; o < found.infos.size(); ++o) {
            const OutcomeInfo& info = found.infos[o];
            if (info.name != outcome) continue;
            if (outcome.size() == name.size()) return Measured{o, info.split.empty() ? 0 : -1};
            for (const int part : told_parts(info))
                if (!info.split.empty() && part_identifier(info, part) == name.substr(outcome.size() + 1))
                    return Measured{o, part};
        }
        return std::nullopt;
    }

    std::vector<std::string> outcome_names() const {
        std::vector<std::string> names;
        for (const OutcomeInfo& info : found.infos) {
            names.push_back(info.name);
            for (const int part : told_parts(info))
                if (!info.split.empty()) names.push_back(info.name + "/" + part_identifier(info, part));
        }
        return names;
    }

    // Index in measures_ of what `name` is.
    std::size_t place_of(const Measured& one) {
        for (std::size_t m = 0; m < measures_.size(); ++m)
            if (measures_[m].outcome == one.outcome && measures_[m].part == one.part) return m;
        measures_.push_back(one);
        return measures_.size() - 1;
    }

    bool choose_outcomes() {
        std::vector<std::string> names = options_.outcomes.empty() ? headline_ : options_.outcomes;
        if (names.empty()) names.assign(std::begin(usual_outcomes), std::end(usual_outcomes));
        for (const std::string& name : names) {
            if (const auto one = measured(lower_case(name)))
                place_of(*one);
            else if (!options_.outcomes.empty())
                problems.push_back(unknown(say_("de uitkomst", "outcome"), name, outcome_names(), say_));
        }
        if (!found.shared) measures_.clear();
        waterfalls_ = measures_.size();
        return problems.empty();
    }

    bool choose_chains() {
        const auto root = find_root(options_.root, options_.language);
        if (!root) return stopped(root.problems());
        auto read = read_chains(json::joined(root.value(), "models/chains.json"), found.config);
        if (!read) return stopped(read.problems());
        chains_ = std::move(read.value());
        std::vector<std::string> names;
        for (const Chain& chain : chains_) {
            names.push_back(chain.name);
            const bool starts = std::any_of(found.levers.begin(), found.levers.end(), [&](int lever) {
                const auto name = lever_rows()[static_cast<std::size_t>(lever)].name;
                return std::find(chain.levers.begin(), chain.levers.end(), name) != chain.levers.end();
            });
            if (options_.chain.empty() ? starts : lower_case(options_.chain) == chain.name) add_chain(chain);
        }
        if (found.chains.empty() && !options_.chain.empty())
            problems.push_back(unknown(say_("de keten", "chain"), options_.chain, names, say_));
        return problems.empty();
    }

    void add_chain(const Chain& chain) {
        ChainTold told{&chain, {}};
        for (const ChainLink& link : chain.links) told.links.push_back({&link, {}, {}});
        found.chains.push_back(std::move(told));
        for (const ChainLink& link : chain.links) place_of(*measured(link.outcome));
    }

    bool choose_link() {
        if (options_.off_link.empty()) return true;
        const std::string wanted = lower_case(options_.off_link);
        std::vector<std::string> names, hits;
        for (const ChainTold& told : found.chains)
            for (const ChainLink& link : told.chain->links) {
                if (!link.can_switch_off()) continue;
                const std::string full = told.chain->name + "/" + link.name;
                names.push_back(full);
                names.push_back(link.name);
                if (wanted != full && wanted != link.name) continue;
                hits.push_back(full);
                found.off_chain = told.chain;
                found.off = &link;
            }
        std::string list;
        for (const std::string& name : hits.empty() ? names : hits)
            if (name.find('/') != name.npos) list += (list.empty() ? "" : ", ") + name;
        if (hits.empty()) {
            problems.push_back(unknown(say_("de schakel", "link"), options_.off_link, names, say_));
            problems.back().message += fmt::format(fmt::runtime(say_("; kan uit: {}", "; can be off: {}")), list);
        } else if (hits.size() > 1) {
            problems.push_back(usage("E0001", fmt::format(fmt::runtime(say_("'{}' staat in meer ketens", "'{}' is in several chains")),
                                                 options_.off_link),
                                     fmt::format(fmt::runtime(say_("noem er een: {}", "name one: {}")), list)));
        }
        return problems.empty();
    }

    bool check_files() {
        if (options_.output.empty()) return true;
        std::vector<std::string> paths{in("uitleg.json"), in("uitleg.csv")};
        for (std::size_t m = 0; m < waterfalls_; ++m)
            paths.push_back(in(waterfall_file(found.infos[measures_[m].outcome], measures_[m].part)));
        for (const ChainTold& told : found.chains) paths.push_back(in(chain_file(*told.chain)));
        problems = refusals(paths, options_);
        refused = !problems.empty();
        return problems.empty();
    }

    bool load_without() {
        Options options = with_;
        for (const auto& [name, value] : found.off->off_parameters)
            options.assumptions.push_back(fmt::format("{}={}", name, exact(value)));
        for (const std::string& name : found.off->off_processes) options.off.push_back(name);
        auto loaded = load_two(options);
        if (!loaded) return stopped(loaded.problems());
        without_ = arms_of(loaded.value().config, found.levers, {0, found.sharing.sets.back()}, measures_);
        return true;
    }

    // Runs one set of arms; `before` and `after` are steps of the other one, for the time left.
    Result<Counted> count(const Config& arms, std::int64_t before, std::int64_t after) {
        FileReplicateStore store(options_.output, arms.effective);
        RunOptions run;
        run.threads = threads_of(options_);
        if (options_.grain > 0) run.grain = static_cast<std::size_t>(options_.grain);
        run.stop = &stop_on_signal();
        run.check_laws_weekly = options_.weekly_laws;
        run.store = options_.output.empty() ? nullptr : &store;
        if (!progress_) progress_.emplace(options_.quiet, options_.language);
        run.progress = [&](std::int64_t done, std::int64_t total) { progress_->at(before + done, before + total + after); };
        auto counted = count_arms(arms, measures_, run);
        progress_->end();
        if (counted) return counted;
        Problems refused = counted.problems();
        for (Problem& problem : refused)
            if (exit_code_of({problem}) == exit_interrupted)
                problem.hint = run.store ? fmt::format(fmt::runtime(say_("{} van {} herhalingen zijn bewaard; dezelfde opdracht gaat daarna verder",
                                                                         "{} of {} replicates are kept; the same command goes on after them")),
                                                       store.loaded() + store.saved(), arms.run.replicates)
                                         : std::string(say_("er is niets bewaard; met -o MAP gaat dezelfde opdracht verder",
                                                            "nothing is kept; with -o FOLDER the same command goes on"));
        return refused;
    }

    void tell_links(const Counted& counted, bool without) {
        for (ChainTold& told : found.chains)
            for (LinkTold& one : told.links) {
                const std::size_t m = place_of(*measured(one.link->outcome));
                const ComparedNumber number =
                    ends_of(found.config, counted, measures_, m, found.infos[measures_[m].outcome]);
                if (without)
                    one.without = number;
                else
                    one.number = number;
            }
    }

    bool stopped(Problems why) {
        problems = std::move(why);
        return false;
    }

    const Options& options_;
    Words say_;
    Options with_;  // with the sample and number of pairs that are used
    std::vector<std::string> headline_;
    std::vector<Chain> chains_;
    std::vector<Measured> measures_;
    std::size_t waterfalls_ = 0;  // the first so many of measures_
    Config arms_, without_;
    std::optional<Progress> progress_;
};

}  // namespace

int explain_command(const Options& options) {
    const Measure measure;
    Explain explain(options);
    if (!explain.prepare()) {
        const int code = fail(explain.problems, options);
        return explain.refused ? exit_usage : code;
    }
    if (!explain.run() || !explain.write()) return fail(explain.problems, options);
    if (options.json) {
        json::Value object = explain_json(explain.found);
        set_cost(object, measure.cost());
        print_json(object);
        return exit_ok;
    }
    print(explain_text(explain.found, options.language));
    if (!options.output.empty()) tell(options.output);
    tell(cost_text(measure.cost(), options.language));
    return exit_ok;
}

}  // namespace ontkoker::cli
