// Populations of the profiles in models/, as a run makes them.
#pragma once
#include <catch2/catch.hpp>

#include "ontkoker/io/json/config_file.h"
#include "ontkoker/population/population.h"

namespace example {

using namespace ontkoker;

// Profile and parameters of one municipality; ends the test when its files have a problem.
inline Config config_of(const std::string& municipality) {
    Request request;
    request.root = ONTKOKER_ROOT;
    request.municipality = municipality;
    request.scenarios = {"verkokerd"};
    auto config = load_config(request);
    if (!config) FAIL(config.problems().front().file << ": " << config.problems().front().message);
    return std::move(config.value());
}

inline World world_of(const Config& config, std::uint32_t replicate = 0, int sample = 1) {
    return build_population(config.municipality, config.parameters, Draws(20260101, replicate), sample);
}

inline std::vector<ChildId> children_of(const World& world, std::size_t household) {
    std::vector<ChildId> found;
    for (ChildId c = world.households.first_child[household]; c.exists(); c = world.children.next[c.index])
        found.push_back(c);
    return found;
}

// Everything that a population sets in household `i`, in one list, so that two households can be compared.
inline std::vector<std::int64_t> all_of(const World& w, std::size_t i) {
    const Households& h = w.households;
    std::vector<std::int64_t> all{static_cast<std::int64_t>(h.key[i].value),
                                  h.occupied[i],
                                  static_cast<int>(h.tenure[i]),
                                  h.buffer[i].count,
                                  h.debt[i].count,
                                  h.habit[i].count,
                                  h.pending_bill[i].count,
                                  h.claims[i],
                                  h.takes[i],
                                  h.on_bijstand[i],
                                  h.under_minimum[i],
                                  h.low_income_months[i],
                                  h.arrears_months[i],
                                  h.problematic[i],
                                  static_cast<int>(h.debt_help[i]),
                                  h.term_left[i],
                                  h.debt_episode[i],
                                  h.stress[i].raw,
                                  h.trust[i].raw,
                                  h.problems[i],
                                  h.children_born[i],
                                  h.newcomers[i]};
    for (const Cents granted : h.granted[i]) all.push_back(granted.count);
    for (std::size_t slot = 2 * i; slot < 2 * i + 2; ++slot)
        for (const std::int64_t value :
             {static_cast<std::int64_t>(w.adults.key[slot].value), static_cast<std::int64_t>(w.adults.birth_day[slot]),
              static_cast<std::int64_t>(w.adults.woman[slot]), static_cast<std::int64_t>(w.adults.activity[slot]),
              w.adults.wage[slot].count, static_cast<std::int64_t>(w.adults.ww_left[slot])})
            all.push_back(value);
    const Children& c = w.children;
    for (const ChildId child : children_of(w, i)) {
        const auto k = child.index;
        for (const std::int64_t value :
             {static_cast<std::int64_t>(c.key[k].value), static_cast<std::int64_t>(c.birth_day[k]),
              static_cast<std::int64_t>(c.woman[k]), static_cast<std::int64_t>(c.group[k]),
              static_cast<std::int64_t>(c.own[k].raw), static_cast<std::int64_t>(c.family[k].raw),
              static_cast<std::int64_t>(c.livelihood[k].raw), static_cast<std::int64_t>(c.help[k]),
              static_cast<std::int64_t>(c.seen[k])})
            all.push_back(value);
    }
    return all;
}

}  // namespace example
