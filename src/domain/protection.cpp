#include "protection.h"

#include <algorithm>

#include "helping.h"
#include "recount.h"

namespace ontkoker {
namespace {

constexpr double weeks_per_year = 365.25 / 7.0;
constexpr Moment minutes_per_year = 525'960;
constexpr int adult_age = 18;

// Hours of guardians end only when the measure does: a place in their line is held until it is cancelled.
constexpr Moment until_cancelled = 30 * minutes_per_year;

void add_servers(Service& service, double minutes_a_week, double minutes_each) {
    const auto most = static_cast<std::int64_t>(nearest(minutes_a_week / minutes_each));
    const std::int64_t count = std::max<std::int64_t>(1, most);
    const auto minutes = static_cast<std::int32_t>(
        std::max<std::int64_t>(service.weekly_load, nearest(minutes_a_week / static_cast<double>(count))));
    for (std::int64_t n = 0; n < count; ++n) {
        service.base_capacity.push_back(minutes);
        service.line.add_server(minutes);
    }
}

struct Drawn {
    double score;   // smallest first
    AgentKey key;
    std::uint32_t child;
};

// Minors in the order of a lottery in which a chance counts by its weight.
template <class Weight>
std::vector<Drawn> lottery(const World& world, const Draws& draws, std::uint16_t block, const Weight& weight) {
    std::vector<Drawn> order;
    const Children& c = world.children;
    for (std::size_t i = 0; i < world.child_rows(); ++i) {
        if (!c.household[i].exists() || age_on(c.birth_day[i], 0) >= adult_age) continue;
        const double share = weight(i);
        if (share <= 0.0) continue;
        const auto words = draws.block({c.key[i], static_cast<std::uint16_t>(Decision::make_safety), 0, block});
        order.push_back({exponential(words[0], 1.0) / share, c.key[i], static_cast<std::uint32_t>(i)});
    }
    std::sort(order.begin(), order.end(), [](const Drawn& a, const Drawn& b) {
        return a.score != b.score ? a.score < b.score : a.key < b.key;
    });
    return order;
}

bool lives_in_place(const World& world, std::size_t i, const Parameters& p) {
    return world.children.help[i] == HelpState::in_help && p.help_types[world.children.service[i]].places;
}

void put_under(World& world, std::uint32_t child, Measure measure, Stay stay, const Draws& draws, Moment start) {
    SafetyState& s = world.children.safety[child];
    Service& gi = world.services[gi_service];
    LineRequest request;
    request.key = world.children.key[child];
    request.client = child;
    request.arrival = start;
    request.weekly_load = gi.weekly_load;
    s.ticket = gi.line.submit(request);
    s.guarded = gi.line.place(s.ticket, start, start + until_cancelled);
    s.measure = measure;
    s.stay = stay;
    world.children.watched[child] |= watch_safety;
    const auto words = draws.block({world.children.key[child], static_cast<std::uint16_t>(Decision::make_safety), 0, 2});
    s.until = start + static_cast<Moment>(nearest(unit(words[0]) * static_cast<double>(minutes_per_year)));
}

// Guardianship goes with a life elsewhere and with age; supervision with unsafety, partly elsewhere.
void draw_measures(World& world, const Parameters& p, const Draws& draws, double supervised, Moment start) {
    const Children& c = world.children;
    auto guardianships = nearest(supervised * p.safety.guardianships);
    auto away = nearest(supervised * p.safety.stay_supervision);
    auto at_home = nearest(supervised) - away;
    const auto elsewhere = lottery(world, draws, 0, [&](std::size_t i) {
        return lives_in_place(world, i, p) ? unsafety(world, ChildId(i), p.safety) * (1.0 + age_on(c.birth_day[i], 0)) : 0.0;
    });
    for (const Drawn& drawn : elsewhere) {
        if (guardianships-- > 0) put_under(world, drawn.child, Measure::guardianship, Stay::away, draws, start);
        else if (away-- > 0) put_under(world, drawn.child, Measure::supervision, Stay::away, draws, start);
        else break;
    }
    const auto home = lottery(world, draws, 1, [&](std::size_t i) {
        return lives_in_place(world, i, p) ? 0.0 : unsafety(world, ChildId(i), p.safety);
    });
    for (const Drawn& drawn : home) {
        if (at_home-- <= 0) break;
        put_under(world, drawn.child, Measure::supervision, Stay::home, draws, start);
    }
}

}  // namespace

namespace {

double unsafety(std::uint8_t problems, Level family, Level stress, const Safety& now) {
    const double weighs = (problems & mental_health ? now.mental_health : 0.0) + (problems & addiction ? now.addiction : 0.0) +
                          (problems & lvb ? now.lvb : 0.0) + (problems & conflict ? now.conflict : 0.0) +
                          now.family_load * family.value() / 10.0 + now.stress * stress.value();
    return now.unsafe * (1.0 + weighs);
}

}  // namespace

double unsafety(const World& world, ChildId child, const Safety& now) {
    const std::size_t home = world.children.household[child.index].index;
    return unsafety(world.households.problems[home], world.children.family[child.index], world.households.stress[home], now);
}

double most_unsafety(const World& world, const Safety& now) {
    struct Largest {
        std::int32_t load = 0;
        void add(const Largest& other) { load = std::max(load, other.load); }
    };
    const Largest family = over_parts<Largest>(world.child_rows(), [&](Largest& found, std::size_t begin, std::size_t end) {
        std::int32_t most = 0;
        for (std::size_t i = begin; i < end; ++i) most = std::max(most, world.children.family[i].raw);
        found.load = most;
    });
    return unsafety(mental_health | addiction | lvb | conflict, Level{family.load}, Level{Level::one}, now);
}

double risk_aversion(const World& world, const Safety& now) {
    return now.risk_attitude * (1.0 + now.alarm_lift * world.alarm.level.value());
}

double caution(const World& world, const Safety& now) {
    return std::max(0.0, 1.0 + now.escalation * (risk_aversion(world, now) - 1.0)) * (1.0 - now.shared_effect * now.shared_risk_work);
}

double weighed(double chance, int heavy, const Safety& now) {
    return std::clamp(chance * (1.0 + now.severity_weight * (heavy - 1)), 0.0, 1.0);
}

void stop_safety(World& world, ChildId child, Moment now) {
    SafetyState& s = world.children.safety[child.index];
    if (s.ticket != WaitingLine::no_ticket)
        world.services[s.measure != Measure::none ? gi_service : board_service].line.cancel(s.ticket, now);
    const auto episode = s.episode;
    s = {};
    s.episode = episode;
}

void open_protection(World& world, const Profile& profile, const Parameters& p, const Draws& draws, int sample, Moment start) {
    const Safety& now = p.safety;
    double investigations = 0.0, supervised = 0.0;   // a year; at one moment
    for (std::size_t i = 0; i < world.child_rows(); ++i) {
        if (!world.children.household[i].exists() || age_on(world.children.birth_day[i], 0) >= adult_age) continue;
        const int heavy = severity(load_of(world, ChildId(i)), p.seeking);
        const double asked = unsafety(world, ChildId(i), now) * now.reported * weighed(now.to_board, heavy, now);
        investigations += asked;
        supervised += asked * weighed(now.to_measure, heavy, now) * now.supervision_years;
    }
    const double minutes_each = 60.0 * p.access.hours_professional;

    Service& board = world.services[board_service];
    board.weekly_load = static_cast<std::int32_t>(std::max<std::int64_t>(1, nearest(60.0 * now.board_hours_case / now.board_weeks)));
    add_servers(board, investigations * now.board_hours_case * 60.0 / weeks_per_year / now.board_utilisation, minutes_each);
    board.hour_price = euros(now.board_tariff);

    Service& gi = world.services[gi_service];
    gi.weekly_load = static_cast<std::int32_t>(std::max<std::int64_t>(1, nearest(minutes_each / now.caseload)));
    const double minutes = supervised * (1.0 + now.guardianships) * gi.weekly_load;
    add_servers(gi, minutes / now.gi_utilisation, minutes_each);
    // What an hour costs follows from what the municipality spends on task field 6.82 (with probation, which is outside).
    const double weekly = profile.youth_spending * profile.protection_share / sample / weeks_per_year;
    gi.hour_price = euros(minutes > 0.0 ? weekly / (minutes / 60.0) : 0.0);
    draw_measures(world, p, draws, supervised, start);
}

void pay_protection(Step& step, std::size_t service, const LineCounts& counts) {
    World& world = step.world;
    const double hours = static_cast<double>(counts.load_minutes_weeks) / minutes_per_week / 60.0;
    const Cents amount = scaled(world.services[service].hour_price, hours);
    world.ledger.pay(service == board_service ? Account::justice : Account::youth, Account::providers, amount);
    (service == board_service ? world.tally.safety.board : world.tally.safety.guardians) += amount;
}

void check_protection(const World& world, std::vector<std::string>& broken) {
    struct Found {
        std::int64_t listed = 0, investigated = 0, unguarded = 0, guarded = 0;
        bool sound = true, watched = true;
        void add(const Found& other) {
            listed += other.listed;
            investigated += other.investigated;
            unguarded += other.unguarded;
            guarded += other.guarded;
            sound &= other.sound;
            watched &= other.watched;
        }
    };
    const Children& c = world.children;
    const auto [listed, investigated, unguarded, guarded, sound, watched] =
        over_parts<Found>(world.child_rows(), [&](Found& found, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const SafetyState& s = c.safety[i];
                const bool at_board = s.phase == SafetyPhase::board_list || s.phase == SafetyPhase::investigation;
                const bool measured = s.measure != Measure::none;
                found.sound &= (s.ticket != WaitingLine::no_ticket) == (at_board || measured);
                found.sound &= !(at_board && measured) && (measured || (!s.guarded && s.stay == Stay::home));
                found.sound &= c.household[i].exists() || (s.phase == SafetyPhase::none && !measured);
                found.watched &= (s.phase == SafetyPhase::none && !measured) || (c.watched[i] & watch_safety);
                found.listed += s.phase == SafetyPhase::board_list;
                found.investigated += s.phase == SafetyPhase::investigation;
                found.guarded += s.guarded;
                found.unguarded += measured && !s.guarded;
            }
        });
    if (!sound) broken.push_back("safety: a child with a ticket and no case, or a case and no ticket");
    if (!watched) broken.push_back("safety: a child at whom nobody looks");
    if (world.services.size() <= gi_service) return;
    const WaitingLine& board = world.services[board_service].line;
    const WaitingLine& gi = world.services[gi_service].line;
    if (board.waiting() + board.coming() != listed || board.in_service() != investigated)
        broken.push_back("safety: children at the board differ from its line");
    if (gi.waiting() + gi.coming() != unguarded || gi.in_service() != guarded)
        broken.push_back("safety: children under a measure differ from the line of the certified institution");
}

}  // namespace ontkoker
