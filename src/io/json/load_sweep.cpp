// Sweep files: what a study stands on, what varies, which points, what is kept.
#include <algorithm>
#include <bit>

#include "canonical.h"
#include "loader.h"
#include "ontkoker/io/json/files.h"
#include "ontkoker/io/json/sweep_file.h"
#include "rows.h"
#include "sweep_axes.h"

namespace ontkoker::json {
namespace {

using sweep::Design;
using sweep::DesignKind;
using sweep::Plan;

// Keys that say what is run, besides those of a sweep itself. What stands beside a comparison goes over it.
constexpr Key base_keys[] = {{"comparison", false}, {"municipality", false}, {"scenarios", false},
                             {"base", false},       {"start_year", false},   {"years", false},
                             {"replicates", false}, {"seed", false},         {"sample", false},
                             {"overlay", false},    {"assumptions", false},  {"off", false}};
constexpr Key sweep_keys[] = {{"name"}, {"nl"}, {"en"}, {"design"}, {"axes"}, {"points", false}, {"outcomes"}, {"time", false}};

void check_root(const Place& root) {
    std::vector<Key> keys(std::begin(sweep_keys), std::end(sweep_keys));
    keys.insert(keys.end(), std::begin(base_keys), std::end(base_keys));
    root.object(std::span<const Key>(keys));
}

// The base is one of three; the other keys must not contradict it.
void check_base(const Place& root) {
    const auto not_beside = [&](std::string_view first, std::initializer_list<std::string_view> others) {
        for (const std::string_view other : others)
            if (root[other].present())
                root.problem_at(other, codes::inconsistent,
                                "'" + std::string(other) + "' gaat niet samen met '" + std::string(first) + "'",
                                "laat er een weg");
    };
    if (root["base"].present()) {
        not_beside("base", {"comparison", "municipality", "scenarios", "start_year", "years", "overlay"});
    } else if (root["comparison"].present()) {
        not_beside("comparison", {"municipality", "scenarios"});
    } else {
        for (const char* key : {"municipality", "scenarios", "years", "replicates", "seed"})
            if (!root[key].present())
                root.problem_at(key, codes::missing, "de verplichte sleutel '" + std::string(key) + "' ontbreekt",
                                "of noem een vergelijking met 'comparison'");
    }
}

std::vector<std::string> words_of(std::span<const std::string_view> words) {
    return std::vector<std::string>(words.begin(), words.end());
}

constexpr Bounds size_bounds{1, static_cast<double>(sweep::most_points), ""};

void check_power_of_two(const Place& place, int size) {
    const auto n = static_cast<unsigned>(size);
    if (size < 1 || std::has_single_bit(n)) return;
    place.problem(codes::out_of_bounds, std::to_string(size) + " is geen macht van twee; saltelli is alleen dan in evenwicht",
                  "schrijf " + std::to_string(std::bit_floor(n)) + " of " + std::to_string(std::bit_ceil(n)));
}

// Reads the design; `kind` stays at `count` when it is no known word.
Design read_design(const Place& place) {
    Design design;
    design.kind = DesignKind::count;
    if (!place.present() || place.value().kind != Kind::object) {
        place.object({{"kind"}});
        return design;
    }
    const std::vector<std::string> words = words_of(sweep::design_words);
    const std::string word = place["kind"].present() ? place["kind"].one_of(words) : "";
    const auto at = std::find(words.begin(), words.end(), word);
    if (at != words.end()) design.kind = static_cast<DesignKind>(at - words.begin());
    std::vector<Key> keys{{"kind"}};
    const auto takes = [&](std::initializer_list<DesignKind> kinds, Key key) {
        if (std::find(kinds.begin(), kinds.end(), design.kind) != kinds.end() || design.kind == DesignKind::count)
            keys.push_back(key);
    };
    takes({DesignKind::latin_hypercube, DesignKind::sobol, DesignKind::saltelli, DesignKind::morris},
          {"size", design.kind != DesignKind::count});
    takes({DesignKind::latin_hypercube, DesignKind::morris}, {"seed", false});
    takes({DesignKind::saltelli}, {"second_order", false});
    takes({DesignKind::morris}, {"levels", false});
    place.object(std::span<const Key>(keys));
    if (const auto size = place["size"].whole(size_bounds)) design.size = static_cast<int>(*size);
    if (const auto seed = place["seed"].whole(setting_bounds("seed"))) design.seed = static_cast<std::uint32_t>(*seed);
    if (const auto second = place["second_order"].truth()) design.second_order = *second;
    if (const auto levels = place["levels"].whole(Bounds{2, 100, ""})) {
        design.levels = static_cast<int>(*levels);
        if (design.levels % 2 != 0)
            place["levels"].problem(codes::out_of_bounds, "levels is even: een stap is de helft van de niveaus",
                                    "schrijf " + std::to_string(design.levels - 1) + " of " + std::to_string(design.levels + 1));
    }
    if (design.kind == DesignKind::saltelli) check_power_of_two(place["size"], design.size);
    return design;
}

// Rows of a list, one number for each axis, each within the bounds of its axis; a list's ends are its own when the file
// gives none.
void read_points(const Place& root, const std::vector<AxisRead>& read, Plan& plan) {
    const Place list = root["points"];
    const bool wanted = plan.design.kind == DesignKind::list;
    if (list.present() && !wanted && plan.design.kind != DesignKind::count)
        root.problem_at("points", codes::inconsistent, "'points' hoort bij het ontwerp list", "laat points weg, of kies list");
    if (!wanted) return;
    if (!list.present()) return root.problem_at("points", codes::missing, "de verplichte sleutel 'points' ontbreekt bij een list");
    for (const Place& item : list.items()) {
        const std::vector<Place> cells = item.items();
        if (item.value().kind == Kind::array && cells.size() != read.size())
            item.problem(codes::wrong_size, "dit punt heeft " + std::to_string(cells.size()) + " waarden; er zijn " +
                                                std::to_string(read.size()) + " assen");
        std::vector<double> point;
        for (std::size_t a = 0; a < read.size(); ++a) {
            const auto value = a >= cells.size() ? std::nullopt
                               : read[a].known   ? cells[a].number(read[a].bounds, "as " + read[a].axis.name)
                                                 : cells[a].number();
            point.push_back(value.value_or(read[a].axis.low));
        }
        plan.points.push_back(std::move(point));
    }
    if (list.value().kind == Kind::array && plan.points.empty()) list.problem(codes::empty_text, "er is minstens een punt nodig");
    plan.design.size = static_cast<int>(plan.points.size());
    for (std::size_t a = 0; a < read.size() && !plan.points.empty(); ++a) {
        if (read[a].ends) continue;
        const auto column = [&](const std::vector<double>& x, const std::vector<double>& y) { return x[a] < y[a]; };
        const auto [low, high] = std::minmax_element(plan.points.begin(), plan.points.end(), column);
        plan.axes[a].low = (*low)[a];
        plan.axes[a].high = (*high)[a];
    }
}

// "all" or a list of names, in the order of the program whatever that of the file.
void read_outcomes(const Place& place, const std::vector<OutcomeInfo>& infos, Plan& plan) {
    if (!place.present()) return;
    std::vector<std::string> known, wanted;
    for (const OutcomeInfo& info : infos) known.push_back(info.name);
    if (place.value().kind == Kind::text) {
        if (place.peek() != "all")
            place.problem(codes::unknown_word, "schrijf \"all\", of een lijst van uitkomsten",
                          std::find(known.begin(), known.end(), place.peek()) != known.end() ? "[\"" + place.peek() + "\"]" : "");
        plan.outcomes = known;
        return;
    }
    for (const Place& item : place.items()) {
        const std::string name = item.words();
        if (name.empty()) continue;
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            item.problem(codes::unknown_word, "de uitkomst '" + name + "' bestaat niet", did_you_mean(name, known));
        } else if (std::find(wanted.begin(), wanted.end(), name) != wanted.end()) {
            item.problem(codes::twice, "de uitkomst '" + name + "' staat hier twee keer", "laat er een weg");
        }
        wanted.push_back(name);
    }
    if (place.value().kind == Kind::array && wanted.empty())
        place.problem(codes::empty_text, "er is minstens een uitkomst nodig", "\"all\" bewaart alles");
    for (const std::string& name : known)
        if (std::find(wanted.begin(), wanted.end(), name) != wanted.end()) plan.outcomes.push_back(name);
}

void check_counts(const Place& root, const Plan& plan) {
    const Place design = root["design"];
    const auto axes = static_cast<std::int64_t>(plan.axes.size());
    const std::int64_t dimensions = axes * (plan.design.kind == DesignKind::saltelli ? 2 : 1);
    const bool sobol = plan.design.kind == DesignKind::sobol || plan.design.kind == DesignKind::saltelli;
    if (sobol && dimensions > sweep::most_sobol_dimensions)
        root["axes"].problem(codes::wrong_size, "de rij van Sobol' heeft hoogstens " + std::to_string(sweep::most_sobol_dimensions) +
                                                    " dimensies; hier zijn er " + std::to_string(dimensions) + " nodig");
    const std::int64_t points = count_of(plan.design, plan.axes);
    const auto at_most = [&](std::int64_t count, std::int64_t most, const std::string& what) {
        if (count > most)
            design.problem(codes::out_of_bounds, "dit worden " + std::to_string(count) + " " + what + "; hoogstens " +
                                                     std::to_string(most) + " kan", "kies minder punten of herhalingen");
        return count <= most;
    };
    if (at_most(points, sweep::most_points, "punten") && at_most(points * axes, sweep::most_coordinates, "waarden"))
        at_most(points * plan.replicates, sweep::most_runs, "runs");
}

}  // namespace

// A configuration that was written out in full, as `ontkoker sweep suggest` does: nothing else of the model is read.
void Loader::read_written_base(const Place& root) {
    const auto refuse = [&](bool given, const char* option) {
        if (given)
            root["base"].problem(codes::inconsistent, "deze studie staat op een vastgelegde configuratie; " + std::string(option) +
                                                          " kan daar niet overheen");
    };
    refuse(!request_.municipality.empty(), "--municipality");
    refuse(!request_.overlay.empty(), "--overlay");
    refuse(request_.years.has_value(), "--years");
    refuse(request_.start_year.has_value(), "--start-year");
    read_effective(root["base"], effective_);
    sweep_ = root;
}

void Loader::read_sweep_base(const Place& root) {
    check_base(root);
    if (root["base"].present()) {
        read_written_base(root);
        apply_assumptions();
        return read_run();
    }
    if (const Place named = root["comparison"]; named.present()) {
        sweep_ = root;
        if (const std::string name = named.words(); !name.empty()) read_comparison_file(Word{name, named});
    } else {
        comparison_ = root;
    }
    read_model();
    if (comparison_) read_municipality_file();  // a comparison that cannot be read has been reported
    read_overlay();
    apply_assumptions();
    read_run();
    if (comparison_) read_scenarios();
}

Result<Plan> Loader::load_sweep(const std::string& name) {
    const Word asked{name, {}};
    const std::string path = find(asked, sweep_shelf);
    const Document* document = path.empty() ? nullptr : open(path, asked);
    if (!document) return report_.take();
    const Place root(*document, report_);
    check_root(root);
    if (root.value().kind != Kind::object) return report_.take();
    Plan plan;
    plan.name = root["name"].name();
    if (!is_path(name) && !plan.name.empty()) check_name(asked, root["name"]);
    plan.nl = root["nl"].words();
    plan.en = root["en"].words();
    const std::size_t before = report_.size();
    read_sweep_base(root);
    if (report_.size() > before) effective_.scenarios.clear();  // so that nothing is said that only follows from what is wrong
    plan.design = read_design(root["design"]);
    const std::vector<OutcomeInfo> infos = outcomes_of(effective_);
    const std::vector<AxisRead> read = read_axes(root["axes"], plan.design.kind, effective_, infos);
    for (const AxisRead& one : read) plan.axes.push_back(one.axis);
    read_points(root, read, plan);
    read_outcomes(root["outcomes"], infos, plan);
    if (root["time"].present()) plan.yearly = root["time"].one_of(std::vector<std::string>{"years", "months"}) != "months";
    plan.municipality = effective_.municipality.name;
    for (const ScenarioText& scenario : effective_.scenarios) plan.scenarios.push_back(scenario.name);
    plan.replicates = effective_.run.replicates;
    plan.start_year = effective_.run.start_year;
    plan.years = effective_.run.years;
    plan.seed = effective_.run.seed;
    plan.sample = effective_.run.sample;
    if (!report_.any()) check_counts(root, plan);
    if (report_.any()) return report_.take();
    if (plan.design.kind == DesignKind::grid) plan.design.size = static_cast<int>(count_of(plan.design, plan.axes));
    plan.base = write_effective(effective_);
    return plan;
}

}  // namespace ontkoker::json

namespace ontkoker {

Result<sweep::Plan> load_sweep(const Request& request, const std::string& name) {
    return json::Loader(request).load_sweep(name);
}

}  // namespace ontkoker
