// D1, D2, D3, D11, D14, D16, D19, D21: desks, front-door meeting, data sharing, neighbours that refuse, disputes about the
// payer, easy help, watch-flame. Values, ranges, units, sources: models/parameters/entry.json.
#pragma once

namespace ontkoker {

struct Entry {
    double desk_choice;          // share; how far a family chooses the desk of the law from which its load comes
    double desk_cost;            // EUR; cost of a talk at the desk for income or Wmo
    double front_door_meeting;   // share; share of requests that the front-door meeting weighs
    double meeting_minutes;      // minutes; minutes of the team per request in the front-door meeting
    double meeting_sight;        // share; share of what is unseen that the front-door meeting sees after all, with multiple questions
    double meeting_saves;        // share; share of handovers that the front-door meeting saves
    double livelihood_first;     // share; share of multiple questions with a look at livelihood first
    double livelihood_hours;     // hours; extra hours of an intake with a look at livelihood
    double livelihood_sight;     // share; chance that this look sees money trouble, at full trust
    double livelihood_acts;      // share; chance that money trouble which is seen then leads to schemes and debt help
    double light_help_free;      // share; how far light help is open without a decision
    double light_new;            // share; extra requests that free light help draws, share of ordinary requests
    double light_substitutes;    // share; share of ordinary requests that go to free light help instead of further
    double uncovers;             // share; chance that an intake that sees family or money causes brings a sibling along
    double data_sharing;         // share; how far services know of each other what is going on
    double sharing_signal;       // share; extra chance of a request per signal, at full sharing
    double sharing_sight;        // share; chance that a signal makes a cause known at the intake, at full sharing
    double sharing_tolerated;    // share; sharing above which families tell less
    double sharing_distrust;     // share; loss of disclosure and of requests at fully free sharing
    double neighbours_closed;    // share; share of those whom another law could help who are refused there
    double neighbour_takes;      // share; share of requests with a cause of another law that belong there
    double neighbour_months;     // months; months for which another law helps a child or family
    double neighbour_effect;     // share; share of the own load that fitting support at school takes away
    double long_term_care_year;  // EUR/year; cost of a year of long-term care for a child at home
    double strict_access;        // share; how strictly the own access tests
    double own_strength;         // share; share of requests that are not severe which a strict access leaves to own strength
    double own_strength_effect;  // share; share of the own load that a plan of own strength takes away
    double test_share;           // share; extra length of an intake at the strictest access
    double shift;                // share; share of those sent back who go past the access to the GP next time
    double dispute_share;        // share; chance of a dispute about who pays, per further payer
    double dispute_weeks;        // weeks; mean length of a dispute per further payer
    double joint_case_budget;    // share; share of the delay that a joint budget per case takes away
    double watch_flame;          // share; share of vulnerable families that keep a watch-flame after help
    double watch_hours;          // hours/year; hours a year for a family with a watch-flame
    double watch_years;          // years; years for which a watch-flame burns
    double watch_fade;           // share/year; extra share of own and family load that fades a year with a watch-flame
    double watch_most;           // share; largest share of the hours of team help that goes to watch-flames
    double duration_cap;         // share; how hard help is steered on a norm length
    double norm_months;          // months; norm length of help
    double cap_renewals;         // share; share of renewals that steering on a norm length holds back
};

}  // namespace ontkoker
