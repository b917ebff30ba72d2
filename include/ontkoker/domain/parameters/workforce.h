// C1 to C9: professionals as people with hours, views, sickness and a labour market.
// Values, ranges, units, sources: models/parameters/workforce.json; actors: models/actors.json.
#pragma once
#include <string>
#include <vector>

namespace ontkoker {

struct Workforce {
    // C3: sickness, leaving and the labour market.
    double sickness, sick_weeks;                            // share of time sick at normal pressure; mean length of a spell
    double leaving;                                         // share a year at normal pressure
    double pressure_lag, pressure_queue;                    // weeks; weight of those who wait in what weighs on people
    double pressure_sickness, pressure_leaving;             // extra share of each at a load of one full week above the norm
    double recruit_months;                                  // from leaving to a successor when somebody can be found
    double pool_inflow, pool_outside, pool_return;          // a year, share of all posts; share a month; share of those who leave
    double hiring;                                          // factor on the inflow into the pool
    double experience_hired, learn_months, newcomer_loss;   // months; months; share of skill that a newcomer lacks
    double caseload_norm;                                   // share of hours that clients may fill (municipality's own services)
    // C9: breadth and depth.
    double depth_loss;                                      // share of depth lost at full breadth without consult
    double consult_hours, consult_half, consult_keep;       // hours a week and professional; hours for half the gain; share kept at full consult
    // C7: steering on queue and throughput.
    double steering, steering_shrink, steering_queue;       // 0..1; largest shortening; waiting load at which it is full
    // C5: professionals around a family.
    double stack;                                           // professionals more for each service
    double appointment_hours, burden_full, burden_stress;   // hours a week and professional; hours at which burden is full; stress then
    double one_plan, plan_saving, meeting_share;            // 0..1; share of extra professionals saved; share of hours for meetings
    // C8: paper.
    double grant_months, grant_length;                      // length of a grant; factor on it
    double paperwork;                                       // factor on all hours of paper
    double decision_worker, decision_provider, decision_parent;  // hours a decision
    double account_hours, lump_accounts;                    // hours an account; accounts under a lump sum against one a month
    double control_loss;                                    // extra length of help when grants last twice as long
};

// A kind of professional; rows of models/actors.json over few agent types.
struct Actor {
    std::string name, nl, en;
    std::string type, domain;               // agent type; own domain (words, for reports)
    std::vector<std::string> services;      // in whose lines it works; none: outside the model's lines
    double share = 0;                       // weight among the professionals of a service
    double hours_week = 0;                  // productive hours a week, full time
    double norm = 0;                        // load (share of hours) above which it weighs
    double breadth = 0, depth = 0;          // against the mean of professionals
    double tariff = 0;                      // EUR an hour
};

}  // namespace ontkoker
