// How a family comes in: desks, what a meeting and shared signals add, neighbours that refuse, disputes about the payer,
// free light help, watch-flame (D1, D2, D3, D11, D14, D16, D19, D21).
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Parents' problems or debts beside the question about the child.
bool multiple_questions(const World& world, std::size_t household);
// Signals that other services have of a family (D11): arrears, a child without school, parents in treatment.
int signals_of(const World& world, ChildId child);
constexpr int most_signals = 3;
// D11: what is left of what families tell and ask when services share too freely, 0..1; 1 up to what they accept.
double disclosure(const Entry& now);
// Factor on the chance that a family asks: shared signals bring it sooner, too free sharing keeps it away.
double sharing_factor(const Step& step, ChildId child);

// Chance that an intake sees a cause that it sees with `chance` by itself: meeting, shared signals, look at livelihood.
double sees_cause(const Step& step, ChildId child, std::uint8_t cause, double chance);
// Chance that money trouble seen at this intake leads to schemes, `chance` by itself; and to debt help.
double acts_on_money(const Step& step, ChildId child, double chance);
void lead_to_debt_help(Step& step, ChildId child);
// Share of handovers that is left after the front-door meeting.
double handovers_left(const Entry& now);
// D14: an intake at a strict access ends in a plan of own strength, without help.
bool left_to_own_strength(Step& step, ChildId child, Moment moment);
// D19: an intake that saw the family's causes brings along the sibling whose load weighs most.
void bring_sibling(Step& step, ChildId child, Moment moment);

// D1: a family that comes to the municipality by itself chooses a desk. True when another desk than that for youth (or the
// one door) has dealt with it, and nobody looks at the child.
bool dealt_with_at_desk(Step& step, ChildId child, Moment moment, std::uint32_t door_word);
// D14: a request with a cause of another law. True when that law helps.
bool taken_by_neighbour(Step& step, ChildId child, Moment moment);
// D3, D19: the team's line without an intake or a decision.
void take_light_help(Step& step, ChildId child, Moment moment);
bool goes_to_light_help(const Step& step, ChildId child);

// D16: minutes that a referral waits because payers differ; 0 for most.
Moment dispute_about(Step& step, ChildId child, std::size_t type, Referrer referrer, Moment moment);

// D21: after help ends a vulnerable family may keep light support; hours of the team that are left for help.
void offer_watch_flame(Step& step, ChildId child, Moment moment);
double hours_beside_watch(const World& world, const Entry& now, std::size_t service);
// D21: months of help when it is steered on a norm length.
double months_by_norm(const Step& step, ChildId child, const HelpType& help, double months);

}  // namespace ontkoker
