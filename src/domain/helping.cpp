#include "helping.h"

#include <algorithm>

#include "entry.h"
#include "market.h"
#include "parent_care.h"
#include "staff.h"

namespace ontkoker {
namespace {

// Decays a load by `share` a week over `weeks`.
Level reduced(Level level, double share, double weeks) {
    return Level::from(level.value() * std::max(0.0, 1.0 - share * weeks));
}

// B3: an effect is smaller where help misses the severity, or the cause was not seen.
double fit(const Step& step, ChildId child, const HelpType& type, std::uint8_t cause) {
    const ChildDevelopment& now = step.now.children;
    const int missed = std::abs(severity(load_of(step.world, child), step.now.seeking) - static_cast<int>(type.severity_fit));
    double share = help_strength(step.world, child, step.now.workforce);
    for (int i = 0; i < missed; ++i) share *= 1.0 - now.misfit_loss;
    return step.world.children.seen[child.index] & cause ? share : share * (1.0 - now.unseen_loss);
}

void account_help(Step& step, ChildId child, double weeks) {
    Children& c = step.world.children;
    const auto i = child.index;
    const HelpType& type = step.now.help_types[c.service[i]];
    const double for_group = type.group_effect[static_cast<std::size_t>(c.group[i])];
    if (for_group > 0.0) c.own[i] = reduced(c.own[i], type.effect_own * for_group * fit(step, child, type, seen_own), weeks);
    const double consulted = consultation_factor(step.world, child, step.now);
    c.family[i] = reduced(c.family[i], type.effect_family * consulted * fit(step, child, type, seen_family), weeks);
    c.livelihood[i] = reduced(c.livelihood[i], type.effect_livelihood * fit(step, child, type, seen_livelihood), weeks);
}

// C4: what waiting adds to the own load of a child, in points.
void worsen(Children& c, std::size_t i, double points) {
    if (c.group[i] == ChildGroup::lifelong) return;
    const Level before = c.own[i];
    c.own[i] = Level::from(std::min(10.0, before.value() + points));
    c.worsened[i].raw += c.own[i].raw - before.raw;
}

// Intake pressure: load of those inside, in line and already on their way this week, as a share of what the team can carry.
double pressure(const Service& access) {
    const WaitingLine& line = access.line;
    if (line.total_capacity() <= 0) return 100.0;
    const std::int64_t coming = line.coming() * access.weekly_load;
    return static_cast<double>(line.total_in_use() + line.waiting_load() + coming) / static_cast<double>(line.total_capacity());
}

// Heavy cases go first; who is paid for results takes light ones in their place (selection).
bool serves_first(const Step& step, ChildId child, std::size_t type, std::size_t line) {
    const bool severe = severity(load_of(step.world, child), step.now.seeking) == 2;
    const double selects = result_paid(step, type, line) * step.now.providers.output_selection;
    if (selects <= 0.0) return severe;
    const auto words = step.draw(step.world.children.key[child.index], Decision::output, step.world.children.episode[child.index]);
    return severe != happens(words[0], selects);
}

// Whose word a referral is; without a referrer the family goes by itself.
DecidedBy decided_by(Referrer referrer) {
    switch (referrer) {
        case Referrer::access: return DecidedBy::access;
        case Referrer::gp: return DecidedBy::gp;
        case Referrer::youth_doctor: return DecidedBy::youth_doctor;
        case Referrer::medical_specialist: return DecidedBy::specialist;
        case Referrer::gi: return DecidedBy::protection;
        case Referrer::school: return DecidedBy::school;
        case Referrer::court: return DecidedBy::court;
        case Referrer::none:
        case Referrer::count: break;
    }
    return DecidedBy::family;
}

}  // namespace

double planned_intake_minutes(const Step& step, ChildId child) {
    const Access& now = step.now.access;
    const std::size_t home = step.world.children.household[child.index].index;
    const Entry& entry = step.now.entry;
    const double test = 1.0 + entry.strict_access * entry.test_share;
    if (multiple_questions(step.world, home))
        return 60.0 * (now.intake_hours + now.broad_hours * now.breadth + entry.livelihood_first * entry.livelihood_hours) * test;
    return 60.0 * now.intake_hours * (1.0 - now.one_door * now.triage_speed) * test;
}

int severity(Level load, const Seeking& now) {
    const double value = load.value();
    return value < now.light_limit ? 0 : value < now.severe_limit ? 1 : 2;
}

Level load_of(const World& world, ChildId child) {
    const Children& c = world.children;
    return load_of(c.own[child.index], c.family[child.index], c.livelihood[child.index]);
}

Moment patience_end(Moment moment, std::uint32_t word, double weeks) {
    // A hundred years are as good as for ever, and a Moment holds them.
    constexpr double most = 100.0 * 52.0;
    return moment + std::max<Moment>(1, static_cast<Moment>(nearest(std::min(most, exponential(word, weeks)) * minutes_per_week)));
}

void account_until(Step& step, ChildId child, Moment moment) {
    Children& c = step.world.children;
    const auto i = child.index;
    const double weeks = static_cast<double>(moment - c.since[i]) / minutes_per_week;
    if (weeks <= 0.0) return;
    c.since[i] = moment;
    switch (c.help[i]) {
        case HelpState::in_help: return account_help(step, child, weeks);
        case HelpState::waiting_access:
        case HelpState::waiting_help:
            return worsen(c, i, step.now.children.worsening * weeks);
        case HelpState::intake:
        case HelpState::none: return;
    }
}

void ask_access(Step& step, ChildId child, Moment moment, Referrer referrer) {
    World& world = step.world;
    Children& c = world.children;
    const Access& now = step.now.access;
    const auto i = child.index;
    Service& access = world.services[access_service];
    const double over = pressure(access) - now.pressure_start;
    const double shrink = std::clamp(over, 0.0, 1.0) * now.pressure_shrink;
    const double minutes = planned_intake_minutes(step, child) * (1.0 - shrink) * steered_share(step);
    c.intake_minutes[i] = static_cast<std::int16_t>(std::max<std::int64_t>(30, nearest(minutes)));
    const double meeting = step.now.entry.front_door_meeting * step.now.entry.meeting_minutes;  // taken, not talked with the family
    const auto words = step.draw(c.key[i], Decision::patience, 2 * c.episode[i]);
    LineRequest request;
    request.key = c.key[i];
    request.client = child.index;
    request.arrival = moment;
    request.priority = severity(load_of(world, child), step.now.seeking) == 2 ? 0 : 1;
    request.patience_ends = patience_end(moment, words[0], now.patience_weeks);
    request.weekly_load = std::max<std::int32_t>(1, static_cast<std::int32_t>(nearest((c.intake_minutes[i] + meeting) / now.intake_weeks)));
    request.preferred = now.steady_face > 0.0 ? c.face[i].server : ServerId();
    c.ticket[i] = access.line.submit(request);
    if (c.help[i] == HelpState::none) c.worsened[i] = Level{};
    c.help[i] = HelpState::waiting_access;
    c.referrer[i] = referrer;
    c.since[i] = moment;
}

bool may_choose(const Step& step, ChildId child, std::size_t type, Decider decider) {
    const HelpType& help = step.now.help_types[type];
    if (help.compelled_only >= 0.5 && decider != Decider::gi) return false;
    if (help.needs_decision >= 0.5 && decider == Decider::none) return false;
    if (severity(load_of(step.world, child), step.now.seeking) < static_cast<int>(help.minimum_severity)) return false;
    const int age = age_on(step.world.children.birth_day[child.index], step.day());
    return age >= help.age_from && age <= help.age_to;
}

Decider decider_of(Referrer referrer) {
    switch (referrer) {
        case Referrer::gi:
        case Referrer::court: return Decider::gi;
        case Referrer::none: return Decider::none;
        case Referrer::access:
        case Referrer::school: return Decider::access;
        default: return Decider::gp;
    }
}

std::size_t choose_type(const Step& step, ChildId child, Decider decider) {
    const World& world = step.world;
    const Children& c = world.children;
    const auto& types = step.now.help_types;
    const auto words = step.draw(c.key[child.index], Decision::help_type, c.episode[child.index]);
    const int heavy = severity(load_of(world, child), step.now.seeking);
    const bool family_cause = decider == Decider::access && (c.seen[child.index] & (seen_family | seen_livelihood)) &&
                              c.own[child.index] < Level{c.family[child.index].raw + c.livelihood[child.index].raw};
    if (family_cause && heavy < 2 && happens(words[1], step.now.access.team_substitution))
        for (std::size_t k = 0; k < types.size(); ++k)
            if (types[k].team && may_choose(step, child, k, decider)) return k;
    const auto weight = [&](std::size_t k) {
        return may_choose(step, child, k, decider) ? types[k].chosen[static_cast<std::size_t>(decider)][static_cast<std::size_t>(heavy)] : 0.0;
    };
    double total = 0.0;
    for (std::size_t k = 0; k < types.size(); ++k) total += weight(k);
    double left = unit(words[0]) * total;
    std::size_t last = 0;  // of those that may be chosen: also what is left when no habit leads anywhere
    for (std::size_t k = 0; k < types.size(); ++k) {
        if (!may_choose(step, child, k, decider)) continue;
        last = k;
        left -= weight(k);
        if (left < 0.0) return k;
    }
    return last;
}

void refer(Step& step, ChildId child, std::size_t type, Referrer referrer, Moment moment) {
    World& world = step.world;
    type = bought_type(step, child, type, referrer);
    Children& c = world.children;
    const auto i = child.index;
    const HelpType& help = step.now.help_types[type];
    const auto lost = step.draw(c.key[i], Decision::handover, c.episode[i]);
    double kept = 1.0;
    for (int n = 0; n < static_cast<int>(help.handovers); ++n)
        kept *= 1.0 - step.now.access.handover_loss * (referrer == Referrer::gp ? 1.0 : (1.0 - step.now.access.steady_face) * handovers_left(step.now.entry));
    if (!happens(lost[0], kept)) {
        ++world.tally.dropped[type];
        note(step, child, Event::lost_in_handover, moment, static_cast<std::int64_t>(type));
        c.help[i] = HelpState::none;
        return;
    }
    note(step, child, Event::referred, moment, static_cast<std::int64_t>(type), {.decided = decided_by(referrer)});
    const Moment dispute = dispute_about(step, child, type, referrer, moment);
    join_line(step, child, type, referrer, moment + dispute, false);
    c.since[i] = moment;  // a dispute is waiting too (C4)
}

void join_line(Step& step, ChildId child, std::size_t type, Referrer referrer, Moment moment, bool renewal) {
    const std::size_t known = line_of(step.world, child);
    const bool stays = renewal && type_of(step.world, known) == type && takes_clients(step.world, known);
    join_line(step, child, type, referrer, moment, renewal, stays ? known : choose_line(step, child, type));
}

void join_line(Step& step, ChildId child, std::size_t type, Referrer referrer, Moment moment, bool renewal, std::size_t line) {
    World& world = step.world;
    Children& c = world.children;
    const auto i = child.index;
    const HelpType& help = step.now.help_types[type];
    const auto words = step.draw(c.key[i], Decision::patience, 2 * c.episode[i] + 1);
    LineRequest request;
    request.key = c.key[i];
    request.client = child.index;
    request.priority = renewal ? 0 : serves_first(step, child, type, line) ? 1 : 2;
    request.arrival = moment;
    request.patience_ends = patience_end(moment, words[0], help.patience_weeks);
    Service& service = world.services[line];
    const auto form = static_cast<std::size_t>(form_of(world, line, step.now));
    const double intensity = help.places ? 1.0 : step.now.contracts.intensity[form];
    const double replaced = help.places ? 0.0 : hours_replaced(world, child, step.now);
    c.network[i].replaced = static_cast<std::int16_t>(std::min<std::int64_t>(32767, nearest(service.weekly_load * intensity * replaced)));
    request.weekly_load = std::max<std::int32_t>(1, static_cast<std::int32_t>(nearest(service.weekly_load * intensity * (1.0 - replaced))));
    c.service[i] = static_cast<std::uint8_t>(type);
    c.referrer[i] = referrer;
    if (!renewal) c.delivery[i] = {};
    c.delivery[i].line = static_cast<std::uint16_t>(line);
    c.ticket[i] = service.line.submit(request);
    if (c.help[i] == HelpState::none) c.worsened[i] = Level{};  // after an intake the wait goes on
    c.help[i] = HelpState::waiting_help;
    c.since[i] = moment;
}

}  // namespace ontkoker
