// The way of a child through help: what referral, intake and delivery share (A6, B3, C4, C6, D1-D3, D5).
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

constexpr double minutes_per_week = minutes_per_step;

// Who chooses the kind of help; index into HelpType::chosen.
enum class Decider : std::uint8_t { access, gp, gi, none };
// 0 light, 1 moderate, 2 severe.
int severity(Level load, const Seeking& now);
Level load_of(const World& world, ChildId child);

// True when the gates of a kind of help (severity, age, decision, compulsion) let `decider` choose it for the child.
bool may_choose(const Step& step, ChildId child, std::size_t type, Decider decider);
// Who decides when `referrer` sends a child past the access: court with the certified institution, the medical route, nobody.
Decider decider_of(Referrer referrer);

// One of `count` kinds of help by chance in proportion to weight(kind); -1 when all weigh nothing.
template <class Weight>
int chosen_by_weight(std::size_t count, const Weight& weight, std::uint32_t word) {
    double total = 0.0;
    for (std::size_t k = 0; k < count; ++k) total += weight(k);
    double left = unit(word) * total;
    for (std::size_t k = 0; k < count; ++k) {
        left -= weight(k);
        if (weight(k) > 0.0 && left < 0.0) return static_cast<int>(k);
    }
    return -1;
}

// The moment at which patience of `weeks` on average, drawn with `word`, ends.
Moment patience_end(Moment moment, std::uint32_t word, double weeks);

// Brings waiting (C4) and help (B3) up to `moment` into the load of a child.
void account_until(Step& step, ChildId child, Moment moment);

// Minutes that an intake gets without pressure: multiple questions get the full (broad) time, triage at one front door
// sends single ones on sooner.
double planned_intake_minutes(const Step& step, ChildId child);

// A request at the access: waits for an intake whose length shrinks with pressure (C2).
void ask_access(Step& step, ChildId child, Moment moment, Referrer referrer);
// Chooses a kind of help by the decider's habits and the load, or by the causes seen (team_substitution).
std::size_t choose_type(const Step& step, ChildId child, Decider decider);
// Refers to a kind of help: a handover may lose the family (C6), else it joins that waiting line.
void refer(Step& step, ChildId child, std::size_t type, Referrer referrer, Moment moment);
// Joins the line of a kind of help; a renewal goes before all others.
void join_line(Step& step, ChildId child, std::size_t type, Referrer referrer, Moment moment, bool renewal);
// The same, at a chosen line of that kind of help.
void join_line(Step& step, ChildId child, std::size_t type, Referrer referrer, Moment moment, bool renewal, std::size_t line);

}  // namespace ontkoker
