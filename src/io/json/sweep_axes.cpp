#include "sweep_axes.h"

#include <algorithm>
#include <set>

#include "canonical.h"
#include "ontkoker/domain/levers.h"
#include "rows.h"

namespace ontkoker::json {
namespace {

using sweep::Axis;
using sweep::DesignKind;
using sweep::Spread;

std::vector<std::string> scenario_words(const Effective& effective) {
    std::vector<std::string> names;
    for (const ScenarioText& scenario : effective.scenarios) names.push_back(scenario.name);
    return names;
}

const ChangeText* first_change(const Effective& effective, const std::string& scenario, const std::string& lever) {
    for (const ScenarioText& text : effective.scenarios)
        for (const ChangeText& change : text.changes)
            if (text.name == scenario && change.lever == lever) return &change;
    return nullptr;
}

// Where `lever` ends in the scenario.
double last_value(const Effective& effective, const std::string& scenario, const LeverRow& lever) {
    double value = lever.neutral;
    for (const ScenarioText& text : effective.scenarios)
        for (const ChangeText& change : text.changes)
            if (text.name == scenario && change.lever == lever.name) value = change.value;
    return value;
}

// Names in a result file that an axis cannot have as well.
std::set<std::string> taken_names(const std::vector<OutcomeInfo>& outcomes) {
    std::set<std::string> names{"point",      "scenario", "replicate", "time",            "status",       "run_households",
                                "run_digest", "error",    "labels",    "parts_of_ratios", "configuration"};
    for (const OutcomeInfo& info : outcomes) {
        names.insert(info.name);
        if (!info.split.empty()) names.insert(info.split);
    }
    return names;
}

bool has_range(DesignKind kind) {
    return kind != DesignKind::grid && kind != DesignKind::list && kind != DesignKind::count;
}

class AxisReader {
public:
    AxisReader(const Place& place, DesignKind kind, const Effective& effective)
        : place_(place), kind_(kind), effective_(effective) {}

    AxisRead read() {
        const bool lever = place_["lever"].present(), parameter = place_["parameter"].present();
        keys(lever, parameter);
        if (place_.value().kind != Kind::object) return std::move(read_);
        if (lever == parameter)
            place_.problem(lever ? codes::inconsistent : codes::missing,
                           lever ? "een as is een parameter of een lever, niet beide"
                                 : "de verplichte sleutel 'parameter' of 'lever' ontbreekt");
        else if (lever)
            read_lever();
        else
            read_parameter();
        axis().name = place_["name"].present() ? place_["name"].name() : axis().target;
        if (kind_ == DesignKind::grid)
            read_values();
        else
            read_range();
        read_spread();
        return std::move(read_);
    }

private:
    Axis& axis() { return read_.axis; }

    void keys(bool lever, bool parameter) const {
        std::vector<Key> keys{{"name", false}};
        if (parameter || !lever) keys.push_back({"parameter", false});
        if (lever || !parameter) keys.push_back({"lever", false});
        if (lever)
            for (const char* key : {"scenarios", "from", "ramp_months"}) keys.push_back({key, false});
        if (kind_ != DesignKind::grid)
            for (const char* key : {"low", "high"}) keys.push_back({key, false});
        if (has_range(kind_) || kind_ == DesignKind::count) keys.push_back({"spread", false});
        if (kind_ == DesignKind::grid) keys.push_back({"values"});
        if (kind_ == DesignKind::count) keys.push_back({"values", false});
        place_.object(std::span<const Key>(keys));
    }

    void declare(std::string_view unit, std::string_view nl, std::string_view en, double low, double high) {
        axis().unit = unit;
        axis().nl = nl;
        axis().en = en;
        axis().low = low;
        axis().high = high;
        read_.known = true;
        read_.bounds = Bounds{low, high, unit};
    }

    void read_parameter() {
        const Place place = place_["parameter"];
        axis().target = place.words();
        if (axis().target.empty()) return;
        const auto row = effective_.parameters.find(axis().target);
        if (row != effective_.parameters.end()) {
            declare(row->second.unit, row->second.nl, row->second.en, row->second.low, row->second.high);
            axis().mode = row->second.value;
            return;
        }
        const std::vector<std::string> known = row_names(effective_), tables = table_names();
        if (std::find(known.begin(), known.end(), axis().target) != known.end()) return;  // its row was refused
        std::string hint = did_you_mean(axis().target, known);
        if (find_lever(axis().target) >= 0) hint = "dit is een beleidsknop: schrijf \"lever\"";
        if (std::find(tables.begin(), tables.end(), axis().target) != tables.end())
            hint = "dit is een tabel; alleen een enkel getal kan een as zijn";
        place.problem(codes::unknown_parameter, "de parameter '" + axis().target + "' bestaat niet", hint);
    }

    void read_lever() {
        const Place place = place_["lever"];
        axis().lever = true;
        axis().target = place.words();
        if (axis().target.empty()) return;
        const int index = find_lever(axis().target);
        if (index < 0) {
            if (effective_.parameters.contains(axis().target))
                place.problem(codes::unknown_lever, "de beleidsknop '" + axis().target + "' bestaat niet",
                              "dit is een parameter: schrijf \"parameter\"");
            else
                place.unknown(codes::unknown_lever, "de beleidsknop", axis().target, lever_names());
            return;
        }
        const LeverRow& row = lever_rows()[static_cast<std::size_t>(index)];
        declare(row.unit, row.nl, row.en, row.low, row.high);
        read_scenarios();
        read_change();
        axis().mode = axis().scenarios.empty() ? row.neutral : last_value(effective_, axis().scenarios.front(), row);
    }

    // Without a list: every scenario after the first; the only one when there is one.
    void read_scenarios() {
        const std::vector<std::string> known = scenario_words(effective_);
        const Place list = place_["scenarios"];
        if (!list.present()) {
            axis().scenarios.assign(known.begin() + (known.size() > 1 ? 1 : 0), known.end());
            return;
        }
        for (const Place& item : list.items()) {
            const std::string name = item.words();
            if (name.empty()) continue;
            if (std::find(known.begin(), known.end(), name) == known.end()) {
                if (!known.empty()) item.unknown(codes::unknown_scenario, "in deze studie: het scenario", name, known);
            } else if (std::find(axis().scenarios.begin(), axis().scenarios.end(), name) != axis().scenarios.end()) {
                item.problem(codes::twice, "het scenario '" + name + "' staat hier twee keer", "laat er een weg");
            } else {
                axis().scenarios.push_back(name);
            }
        }
        if (list.value().kind == Kind::array && list.value().items.empty())
            list.problem(codes::empty_text, "er is minstens een scenario nodig");
    }

    // Without `from`, date and ramp are those of the scenario's own first change of this lever; with it, as in a scenario
    // file: at once unless a ramp is given.
    void read_change() {
        const Place from = place_["from"], ramp = place_["ramp_months"];
        const auto months = ramp.whole(ramp_bounds);
        if (from.present()) {
            axis().from = read_start(from, effective_.run);
        } else {
            const ChangeText* own = nullptr;
            for (const std::string& scenario : axis().scenarios) {
                const ChangeText* one = first_change(effective_, scenario, axis().target);
                const bool other = one && own && (one->from != own->from || one->ramp_months != own->ramp_months);
                if (one && !other) {
                    if (!own) own = one;
                    continue;
                }
                place_.problem_at("from", codes::missing,
                                  other ? "de scenario's van deze as draaien niet op dezelfde manier aan '" + axis().target +
                                              "'; 'from' is dan nodig"
                                        : "het scenario '" + scenario + "' draait zelf niet aan '" + axis().target +
                                              "'; 'from' is dan nodig",
                                  "bijvoorbeeld \"from\": \"" + std::to_string(effective_.run.start_year + 1) + "-01\"");
                return;
            }
            if (own) axis().from = own->from;
            if (own) axis().ramp_months = own->ramp_months;
        }
        if (months) axis().ramp_months = static_cast<int>(*months);
    }

    std::string declared_as() const {
        const std::string& target = read_.axis.target;
        if (!read_.axis.lever) return "bereik van de parameter " + target;
        const LeverRow& row = lever_rows()[static_cast<std::size_t>(find_lever(target))];
        return "beleidsknop " + target + (row.legal.empty() ? "" : "; wettelijk: " + std::string(row.legal));
    }

    std::optional<double> number(const Place& place) const {
        return read_.known ? place.number(read_.bounds, declared_as()) : place.number();
    }

    // Each value once, within the declared bounds; the ends of the axis are those of its values.
    void read_values() {
        const Place list = place_["values"];
        for (const Place& item : list.items()) {
            const auto value = number(item);
            if (!value) continue;
            if (std::find(axis().values.begin(), axis().values.end(), *value) != axis().values.end())
                item.problem(codes::twice, number_text(*value) + " staat hier twee keer", "laat er een weg");
            axis().values.push_back(*value);
        }
        if (list.present() && list.value().kind == Kind::array && list.value().items.empty())
            list.problem(codes::empty_text, "een as van een grid heeft minstens een waarde");
        if (axis().values.empty()) return;
        axis().low = *std::min_element(axis().values.begin(), axis().values.end());
        axis().high = *std::max_element(axis().values.begin(), axis().values.end());
    }

    void read_range() {
        const auto low = number(place_["low"]), high = number(place_["high"]);
        read_.ends = place_["low"].present() || place_["high"].present();
        const bool refused = (place_["low"].present() && !low) || (place_["high"].present() && !high);
        axis().low = low.value_or(axis().low);
        axis().high = high.value_or(axis().high);
        if (!read_.known || refused) return;
        read_.bounds.low = axis().low;
        read_.bounds.high = axis().high;
        const bool empty = has_range(kind_) ? axis().low >= axis().high : axis().low > axis().high;
        if (kind_ == DesignKind::count || !empty) return;
        place_[place_["low"].present() ? "low" : place_["high"].present() ? "high" : axis().lever ? "lever" : "parameter"].problem(
            codes::range_order, "low " + number_text(axis().low) + " hoort onder high " + number_text(axis().high) + " te liggen");
        read_.bounds = Bounds{std::min(axis().low, axis().high), std::max(axis().low, axis().high), read_.bounds.unit};
    }

    void read_spread() {
        const double base = axis().mode;
        axis().mode = 0;
        const Place place = place_["spread"];
        if (!place.present()) return;
        const std::vector<std::string> words(std::begin(sweep::spread_words), std::end(sweep::spread_words));
        const auto at = std::find(words.begin(), words.end(), place.one_of(words));
        if (at == words.end() || !has_range(kind_)) return;
        axis().spread = static_cast<Spread>(at - words.begin());
        if (!read_.known || axis().low >= axis().high) return;
        if (axis().spread == Spread::log_uniform && axis().low <= 0)
            place.problem(codes::range_order, "bij log-uniform ligt low boven 0; het is " + number_text(axis().low));
        if (axis().spread != Spread::triangular) return;
        axis().mode = base;
        check_mode(place);
    }

    void check_mode(const Place& place) {
        if (axis().lever && axis().scenarios.empty()) return;  // they could not be read
        if (axis().mode < axis().low || axis().mode > axis().high)
            place.problem(codes::range_order, "de top van triangular is de waarde in de basis, " + number_text(axis().mode) +
                                                  "; die ligt buiten " + bounds_text(read_.bounds),
                          "kies andere grenzen, of uniform");
        for (const std::string& scenario : axis().scenarios) {
            const LeverRow& row = lever_rows()[static_cast<std::size_t>(find_lever(axis().target))];
            if (last_value(effective_, scenario, row) == axis().mode) continue;
            place.problem(codes::inconsistent, "de scenario's van deze as hebben niet dezelfde waarde voor '" + axis().target + "'",
                          "kies uniform, of een as voor elk scenario");
            break;
        }
    }

    const Place& place_;
    DesignKind kind_;
    const Effective& effective_;
    AxisRead read_;
};

bool share_a_scenario(const Axis& a, const Axis& b) {
    return std::any_of(a.scenarios.begin(), a.scenarios.end(), [&](const std::string& name) {
        return std::find(b.scenarios.begin(), b.scenarios.end(), name) != b.scenarios.end();
    });
}

void check_against(const Place& item, const Axis& axis, const std::vector<AxisRead>& others, const std::set<std::string>& taken) {
    const Place name = item[item["name"].present() ? "name" : axis.lever ? "lever" : "parameter"];
    if (taken.contains(axis.name))
        name.problem(codes::twice, "'" + axis.name + "' heet in het resultaat al iets anders", "geef de as een eigen \"name\", zoals \"" + std::string(axis.lever ? "lever." : "parameter.") + axis.name + "\"");
    for (const AxisRead& other : others) {
        if (axis.name.empty()) break;
        const Axis& one = other.axis;
        if (axis.lever == one.lever && axis.target == one.target && (!axis.lever || share_a_scenario(axis, one))) {
            item[axis.lever ? "lever" : "parameter"].problem(codes::twice, "'" + axis.target + "' is al een as", "laat er een weg");
            break;
        }
        if (axis.name != one.name) continue;
        name.problem(codes::twice, "er is al een as met de naam '" + axis.name + "'", "geef de as een eigen \"name\"");
        break;
    }
}

}  // namespace

std::vector<AxisRead> read_axes(const Place& list, DesignKind kind, const Effective& effective,
                                const std::vector<OutcomeInfo>& outcomes) {
    std::vector<AxisRead> read;
    if (!list.present()) return read;
    const std::set<std::string> taken = taken_names(outcomes);
    for (const Place& item : list.items()) {
        AxisRead one = AxisReader(item, kind, effective).read();
        if (one.known) check_against(item, one.axis, read, taken);
        read.push_back(std::move(one));
    }
    if (list.value().kind == Kind::array && read.empty()) list.problem(codes::empty_text, "er is minstens een as nodig");
    return read;
}

}  // namespace ontkoker::json
