// A9: treatment of parents outside the youth budget, with a waiting line of its own. A7: the network around a family.
// Values, ranges, units, sources: models/parameters/parent_care.json.
#pragma once
#include <array>

namespace ontkoker {

struct ParentCare {
    // By CareKind: mental health, addiction, separation, lvb.
    std::array<double, 4> asks;              // chance a year that a parent with the problem asks, untreated and not in line
    std::array<double, 4> months;            // mean length of treatment
    std::array<double, 4> cost;              // EUR a year of treatment
    double hours_week;                       // of one parent in treatment
    double capacity;                         // hours on offer, share of what all would take if nobody waited or was treated
    double hours;                            // factor on those hours
    double patience_weeks;
    double separation_out;                   // chance a year that a conflict ends while supported
    double relief;                           // share of a problem's weight on the children that treatment lifts at once
    double lvb_relief;                       // the same of support with a mild intellectual disability
    double consultation;                     // share of adult-care hours for consulting with the youth worker
    double consultation_full;                // share at which every youth worker who asks is answered
    double consultation_gain;                // extra effect of youth help on the family load at that share
    double separation_support;               // share of separating parents reached before they part
    double separation_effect;                // share of conflicts that early support prevents
    double separation_support_cost;          // EUR a couple
    // A7
    double network_share;                    // share of families with an adult who is there
    double network_thin;                     // network level of the others
    double mentor_asked, mentor_found;       // asked at an intake; chosen and willing, at full network
    double mentor_age;                       // youngest age at which a youth chooses
    double mentor_ends;                      // chance a year
    double mentor_hours;                     // share of professional hours replaced
    double mentor_fade;                      // share of family load that fades more a year
    double informal_places;                  // per 1,000 families with minors
    double informal_factor;                  // on those places
    double informal_asked;                   // chance that an intake which sees family problems asks for it
    double informal_months;
    double informal_hours, informal_fade;    // as of the mentor
    double informal_cost;                    // EUR a year and family
};

}  // namespace ontkoker
