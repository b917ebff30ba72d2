// B6, B7, B8: eighteen and after, work places, homes for young adults, the support network.
// Values, ranges, units, sources: models/parameters/young.json.
#pragma once

namespace ontkoker {

struct Young {
    // B6: what is ready before the birthday. Shares of the youths in help.
    double plan_share, visit_share;              // a plan from 16; a visit at 17.5 that reaches the youth
    double preparation_effect;                   // share of those with plan or visit for whom it is acted upon in time
    double lost_between, coordinator;            // share of that lost between desks; 0..1: one coordinator who prevents it
    double plan_cost, visit_cost, coordinator_cost;   // EUR a youth, from the local teams
    double foster_to_21, residential_to_21;      // share of foster care and of other stays that runs on to 21
    // B6: adult care has to be asked for.
    double need_limit;                           // load that needs care, and above which wellbeing is lacking
    double lead_months;                          // a request earlier than this before 18 is refused
    double asks_early, refused_months;           // share that asks too early without help; months until it asks again
    double ask_chance, consent;                  // chance a month to ask; share that agrees to care
    double adult_wait_weeks, adult_months;       // wait behind all other adults; length of care
    double adult_hours, adult_share;             // hours a week of one client; hours on offer, clients as share of youths in help
    double adult_patience_weeks, adult_cost;     // EUR of one course of care, insurer
    double adult_effect;                         // share of the load taken away by a finished course
    double own_risk;                             // EUR
    double gap_worsening;                        // points a month
    // B7: school, work and drifting.
    double lvb, lvb_parents, low_wage_value;     // share with lvb; with a parent with lvb; of lvb with a wage value under 30%
    double study_slope;                          // fall a year of the share in school after 16
    double unqualified;                          // share without start qualification at 18 and over, at the start
    double qualify, lvb_factor;                  // chance a month from 17; factor for lvb
    double early_leave, leave_load;              // chance a year to leave without qualification; extra share a point of load
    double finish, return_school;                // chance a year
    double job_gain, job_gain_unqualified, job_gain_low;   // chance a month
    double job_loss, job_loss_unqualified;       // chance a month
    double drift, drift_after;                   // factor on all chances of those without perspective; months idle
    double drift_nuisance, drift_debt, drift_crime;        // chance a month
    double drift_debt_amount;                    // EUR
    double crime, crime_cost;                    // chance a year of every young person; EUR a case, justice
    double detention, detention_months, detention_cost;    // share of cases; months; EUR a month
    double guided_places, guided_end;            // per 1,000 people of 16 to 26; chance a month that a place falls free
    double guided_pay, guidance_minor, guidance_adult;     // EUR a month
    // B8: homes.
    double network, network_burdened;            // share with one adult to rely on; of those with a load
    double no_return_foster, no_return_stay;     // share that cannot go to parents after foster care, another stay
    double without_home;                         // chance that a burdened youth or one without network leaves to no home
    double homeless_start;                       // per 1,000 people of 18 to 26
    double homes, home_months, through_flow;     // per 1,000 people of 16 to 26; months; chance a month to move on afterwards
    double finds_home;                           // chance a month to find a home without help
    double blocked_months;                       // longest wait on a place
    double crisis_places, crisis_months;         // per 1,000 people of 16 to 26; months
    double crisis_cost, shelter_cost;            // EUR a month of a crisis place; of shelter, mean over all without a home
    double briefadres;                           // share of those without a home who have an address to claim from
    double homeless_worsening;                   // points a month
};

}  // namespace ontkoker
