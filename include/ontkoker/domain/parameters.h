// Everything the model assumes about the world, as plain numbers in the units named here. Values, ranges, sources and
// status stand in models/parameters/*.json (one row per number); parameters.cpp binds the rows to these fields. Levers
// edit a copy of this struct (see levers.h): a process reads named values and never asks whether a policy is on.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontkoker/domain/ledger.h"
#include "ontkoker/domain/parameters/allowances.h"
#include "ontkoker/domain/parameters/housing.h"
#include "ontkoker/domain/parameters/parent_care.h"
#include "ontkoker/domain/parameters/safety.h"
#include "ontkoker/domain/parameters/school.h"
#include "ontkoker/domain/parameters/workforce.h"
#include "ontkoker/domain/parameters/young.h"
#include "ontkoker/domain/parameters/providers.h"
#include "ontkoker/domain/parameters/entry.h"
#include "ontkoker/domain/parameters/doorbraak.h"
#include "ontkoker/domain/parameters/governing.h"
#include "ontkoker/domain/state/providers.h"

namespace ontkoker {

// Norms and allowances of 2024 (A1, A2). EUR a month, net, unless told.
struct Norms {
    double bijstand_single, bijstand_couple;
    double aow_single, aow_couple;
    double asset_limit_single, asset_limit_family;          // EUR
    double kinderbijslag_0_5, kinderbijslag_6_11, kinderbijslag_12_17;  // EUR a quarter and child
    double kindgebonden_child, kindgebonden_12_15, kindgebonden_16_17;  // EUR a year and child; the latter two on top
    double kindgebonden_single_parent;                      // EUR a year and family
    double kindgebonden_free_single, kindgebonden_free_couple, kindgebonden_taper;  // net EUR a month; share
    double zorgtoeslag_single, zorgtoeslag_couple, zorgtoeslag_free, zorgtoeslag_taper;
    double huurtoeslag_rent_cap, huurtoeslag_own_share, huurtoeslag_cover, huurtoeslag_free, huurtoeslag_taper;
    double health_premium;                                  // an adult
    double beslagvrije_voet;                                // share of the bijstand norm
    double minimum_wage_net;                                // full time
    double disability_share;                                // share of the former wage
    double ww_share;                                        // share of the former wage
    double couple_free_factor;                              // income free of taper of couples against singles (zorg- and huurtoeslag)
};

// What households spend and how money moves (A1, A3).
struct Finances {
    double rent_social, rent_private, owner_cost;           // EUR a month
    double energy_base, energy_person;                      // EUR a month
    double needs_adult, needs_child;                        // EUR a month: food, clothing, transport
    double needs_couple;                                    // needs of two adults against one
    double needs_floor;                                     // share of needs to which a family can cut back
    double spending_share;                                  // share of what is left after needs that is spent
    double careful_share;                                   // of what is left after needs, spent by a household with debts or no buffer
    double habit_months;                                    // months in which spending follows income
    double repay_share;                                     // share of a surplus that goes to debts
    double bill_chance, bill_mean;                          // unexpected bill: chance a month, mean EUR
    double job_loss_low, job_loss_other;                    // chance a year, wage below / above the median
    double job_gain_ww, job_gain_bijstand, job_gain_none;   // chance a year
    double bijstand_reference;                              // persons with bijstand per inhabitant at which those chances hold
    double ww_months;
    double disability_in, disability_out;                   // chance a year
    double restart_wage;                                    // wage after re-employment, share of the old one
    double pension_share;                                   // supplementary pension, share of the last wage
    double bijstand_take_up, zorgtoeslag_take_up, huurtoeslag_take_up, kindgebonden_take_up;
    double fee_chance, fee;                                 // collection: chance a month in arrears, EUR
    double attachment_after;                                // months in arrears
    double problematic_debt, problematic_months;            // EUR; months in arrears
    double write_off;                                       // share of debts lapsing a year
    double buffer_months;                                   // wished buffer, months of needs
    double new_debt_stress;                                 // extra share of fees at full stress (A3)
    double unpaid_rent;                                     // share of short months of a tenant in which the rent stays unpaid
    double unpaid_preferential;                             // share of other unpaid bills owed to tax office, insurer, municipality
    double start_preferential;                              // share of debts other than rent on day 0
};

// Financial stress of a household, 0..1 (A3).
struct Stress {
    double from_shortfall, from_debt, from_problematic;     // weights in the target level
    double shortfall_full;                                  // share of needs done without or owed at which that part of stress is full
    double relief_at_once;                                  // weight of debts that stays during an arrangement (one creditor gives rest)
    double rise, fall;                                      // share of the gap closed a month
    double narrowing;                                       // loss of voluntary repayment and of claims at full stress
};

// Debt help in steps (A4): early signals, application, queue, plan, stabilising, arrangement; bewind beside it.
struct DebtHelp {
    double apply_chance;                                    // a month, households with problematic debts
    double signal_chance;                                   // a month, households in arrears: a report to the municipality
    double signal_reach, signal_accept;                     // share of reports reached; share of those who accept help
    double signal_leads;                                    // share of those with problematic debts who then apply; others get a payment plan
    double payment_plan_months;
    double contact_cost;                                    // EUR a household reached
    double hours_week, plan_weeks, term_months;
    double stabilise_months;                                // when new debts came in the last three months
    double success, drop_out;                               // share of cases
    double credit_share;                                    // share of arrangements by saneringskrediet
    double statutory_share;                                 // share of failed attempts that the court admits (WSNP)
    double completed_voluntary, completed_credit, completed_statutory;  // share of arrangements
    double buy_off_young, buy_off_age, buy_off_price;       // share of young applicants; below this age; share of the debt paid
    double counter_done;                                    // share that delivers the counter-performance within a year
    double bewind_in, bewind_lvb, bewind_out;               // chance a year with problematic debts; factor with lvb; chance a year
    double bewind_fee, bewind_start;                        // EUR a month; share of problematic debts on day 0
    double term_start;                                      // share of problematic debts in an arrangement on day 0
    double relapse_months;                                  // in which falling back after an arrangement counts
    double spending_per_inhabitant;                         // EUR a year
    double tariff;                                          // EUR an hour
    double patience_weeks;
};

// Parents' own domains (A5) and how they go together at the start.
struct Parents {
    double mental_health, addiction, lvb, conflict;         // share of households with children
    double mental_health_in, addiction_in, conflict_in;     // chance a year; conflict: families with minors
    double mental_health_out, addiction_out, conflict_out;  // chance a year, untreated
    double treated_out;                                     // chance a year while treated
    double separation, conflict_after;                      // chance a year for couples; share that ends in conflict
    double odds_debt_mental_health, odds_debt_single_parent, odds_debt_bijstand, odds_debt_tight;
    double odds_mental_health_single_parent, odds_conflict_single_parent, odds_addiction_mental_health;
    double debt_after_separation;                           // EUR, cost of a separation
    double bill_factor;                                     // chance of an unexpected bill with parents' mental-health problems or addiction
};

// Problem load of a child, 0..10, by cause: its own, its family's, livelihood (B1, B2).
struct ChildDevelopment {
    double share_lifelong, share_severe, share_mild;        // of newborns; the rest has everyday problems only
    double lifelong_load;                                   // standing own load of the lifelong group
    double shocks_everyday, shocks_mild, shocks_severe;     // new own problems a year
    double shock_mean;                                      // points, exponential
    double shock_mean_severe;
    double own_fade;                                        // share of own load fading a year
    double own_fade_severe;
    double family_mental_health, family_addiction, family_lvb, family_conflict;  // points in the family target
    double family_follow;                                   // share of the gap closed a year
    double livelihood_stress;                               // points at full financial stress; 0 = no causal effect
    double livelihood_follow;
    double worsening;                                       // own points a week of waiting (C4), 0 in range
    double signal_share;                                    // load above which a child counts as burdened
    double school_age_factor;                               // own shocks at 12-17 against below 12
    double misfit_loss;                                     // share of an effect lost per class of severity that help misses (B3)
    double unseen_loss;                                     // share of an effect lost where the cause was not seen (B3)
};

// Asking for help, routes and referral (D1).
struct Seeking {
    double most, midpoint, slope;                           // chance a year to ask = most * logistic(slope (load - midpoint))
    double gp_to_team;                                      // share of GP contacts sent to the team
    double none_share, gi_share;                            // of first contacts outside the medical route
    double school_share;                                    // of first contacts at the access: brought there by school
    double youth_doctor_share, specialist_share;            // of all first contacts
    double gi_severe_factor;                                // weight of the GI route for severe loads
    double gp_poh_share;                                    // share of GP requests handled by POH-GGZ Jeugd in the practice
    double poh_effect, poh_cost;                            // share of own load taken away at once; EUR a contact, insurer
    double light_limit, severe_limit;                       // loads that part light, moderate, severe
    double extended_18;                                     // share of help that runs on after 18
    double continue_chance;                                 // chance that help whose end leaves a moderate or severe load goes on
    double stock_noise;                                     // points of chance in who is in help at the start
    double stock_of_year;                                   // youths in help at one moment over those in a year (start stock)
};

// Access and intake (A6, C1, C2, C6, D1, D2).
struct Access {
    double intake_hours, intake_weeks;                      // verkokerd intake by one desk
    double broad_hours;                                     // extra hours of a broad intake
    double breadth;                                         // 0..1: attention beyond the own domain
    double breadth_spread;                                  // professionals' breadth lies within 1 - spread .. 1 + spread of it (C1)
    double see_own, see_other;                              // chance that a cause is seen at full time, breadth and trust
    double half_hours;                                      // hours at which half of the full sight is reached
    double trust_start, trust_face, trust_new_face;         // disclosure at a first contact; gain of a steady, loss by a new face
    double pressure_start, pressure_shrink;                 // caseload (share of norm) above which intakes shorten; most shrinkage
    double breadth_shrink;                                  // how much faster the look beyond the own domain shrinks
    double handover_loss;                                   // chance to lose a family at each handover
    double steady_face;                                     // 0..1: share of handovers done by the same person
    double one_door;                                        // 0..1: share of requests outside the GP that pass one front door
    double triage_speed;                                    // saving of intake hours on single questions with triage
    double follow_advice;                                   // chance that a seen money or parent problem leads to action
    double team_substitution;                               // 0..1: use team help where causes lie in the family
    double patience_weeks;
    double hours_professional;                              // productive hours a week of one full-time professional
    double share_help;                                      // of the local team's spending (task field 6.2) for help by the team
    double utilisation;                                     // share of intake hours in use at the expected number of requests
    double tariff;                                          // EUR an hour of a local team
    double team_hours;                                      // factor on the team's hours
    double access_hours;                                    // factor on intake hours available
    double scheme_outreach;                                 // chance that a seen livelihood problem leads to claims
};

// Forms of contract (D5) by Form: 0 effort (p x q), 1 trajectory, 2 lump sum, 3 output, 4 sum for the population.
struct Contracts {
    using ByForm = std::array<double, form_count>;
    ByForm duration, intensity, upcoding;                   // factors on duration and weekly minutes; share coded one class up
    ByForm growth;                                          // largest growth of capacity a quarter when people wait
    ByForm waiting;                                         // share of the hours for which nobody new starts
    ByForm keep;                                            // chance that help at a light load is prolonged while hours stand idle
    double utilisation;                                     // share of capacity in use at the start
    double wait_norm_weeks;                                 // providers grow when expected waits exceed this
    double shrink;                                          // largest shrinkage a quarter when capacity stands idle
    double idle_share;                                      // idle share above which capacity shrinks
    double notice_months;                                   // running decisions and notice before a saving on contracts counts
    double labour_growth;                                   // largest growth of all capacity a year the labour market allows
    double upcoding_price;                                  // price of one class up
};

// Budgets and the college (D8).
struct College {
    double reserve_per_inhabitant;                          // EUR at day 0, social-domain reserve
    double reserve_floor;                                   // share of the opening reserve
    double grant_growth;                                    // a year, in constant prices
    double cut_share;                                       // largest part of a deficit repaired by cuts in one year
    double cut_schemes_max, cut_team_max;                   // largest cut of one line in one year, share
    double cut_contracts_max;
    double budget_rule;                                     // 0 open end; 1 contract ceilings only; 2 cuts where easiest and lawful
    double freeze_share;                                    // of posts that fall open after a spring note with a deficit
    double undo_share;                                      // of a surplus that may undo cuts
    double vangnet_from, vangnet_full, vangnet_half;        // deficit on bijstand as share of its grant: met in part, in full; that part
    double youth_grant;                                     // factor on the grant for youth
    double national_savings;                                // share of the grant for youth that the Rijk books ahead as saved
};

// Births, deaths, moves (A0).
struct Demography {
    double leave_home_factor;                               // factor on the table
    double new_partner;                                     // chance a year for a single adult of 20-64
    double move;                                            // chance a year that a household is replaced by one from outside
    double sex_girl;                                        // share of girls among births
    double starter_work, starter_wage_low, starter_wage_high;  // who leaves home: share at work; wage as share of the minimum wage
    double starter_social;                                  // share of new households in social rent, the rest rents privately
};

// One kind of youth help; rows of models/help_types.json, no enum.
struct HelpType {
    std::string name, nl, en;
    bool places = false;             // capacity in places rather than hours
    bool team = false;               // given by the local team
    std::string delivered_by;        // who delivers it, one word
    Account payer = Account::youth;  // team: prevention_teams (task field 6.2)
    double tariff = 0;               // EUR an hour (places: EUR a week comes out of spending / places)
    double stock_share = 0;          // share of youths in help at one moment
    double budget_share = 0;         // share of youth spending without protection (6.72 + 6.73 + 6.74)
    double duration_factor = 1;      // on the duration classes
    std::array<double, 7> duration{};          // share of trajectories in each duration class; all 0: as in the tables
    double effect_own = 0, effect_family = 0, effect_livelihood = 0;  // share of that load taken away a week at full fit
    std::array<double, 4> group_effect{1, 1, 1, 0};  // factor on effect_own by ChildGroup
    double minimum_severity = 0;     // gate: 0 light, 1 moderate, 2 severe
    double needs_decision = 0;       // gate: 1 when nobody starts without a referral or decision
    double compelled_only = 0;       // gate: 1 when only a certified institution or court decides on it
    double age_from = 0, age_to = 17;          // gate: ages at which it can be chosen
    double patience_weeks = 0;       // mean patience in line
    double handovers = 1;            // number of handovers before the start when referred from elsewhere
    double contract_form = 1;        // wished form, see Form; running contracts keep theirs
    double severity_fit = 0;         // 0 light, 1 moderate, 2 severe: for which loads it is meant
    // Weight of this type when chosen by [access, gp, gi/court, none] for [light, moderate, severe] loads.
    std::array<std::array<double, 3>, 4> chosen{};
};

// One minimaregeling; rows of models/schemes.json.
struct Scheme {
    std::string name, nl, en;
    bool lawful_to_cut = true;       // false: necessary individual costs may not be refused (bijzondere bijstand)
    bool per_child = false;
    bool families_only = false;
    double amount = 0;               // EUR a year (per household or per child)
    double limit = 1;                // income limit, share of the bijstand norm
    double low_income_months = 0;    // months of low income required (individuele inkomenstoeslag: 36)
    double claim_chance = 0;         // chance a year that an entitled household that does not yet claim starts to
    double lapse_chance = 0;         // chance a year that a claimant lets it lapse
    double take_up_start = 0;        // share of the entitled that claim at the start
    double automatic = 0;            // share granted automatically
};

// Tables by age or class.
struct Tables {
    std::vector<double> death_chance;      // a year, ages 0-4, 5-9, ... 95+ (20 values)
    std::vector<double> birth_chance;      // a year and woman, ages 15-19 ... 45-49 (7 values)
    std::vector<double> leave_home;        // a year, ages 18..30 (13 values)
    std::vector<double> duration_months;   // borders of the duration classes, months (8 values: 0,3,6,12,24,36,48,72)
    std::vector<double> duration_shares;   // share of ended trajectories in each class (7 values)
};

struct Parameters {
    Norms norms{};
    Finances finances{};
    Stress stress{};
    DebtHelp debt_help{};
    Parents parents{};
    ChildDevelopment children{};
    Seeking seeking{};
    Access access{};
    Contracts contracts{};
    College college{};
    Demography demography{};
    Allowances allowances{};
    Housing housing{};
    ParentCare parent_care{};
    School school{};
    Safety safety{};
    Young young{};
    Workforce workforce{};
    Market providers{};
    Entry entry{};
    Doorbraak doorbraak{};
    Governing governing{};
    Tables tables;
    std::vector<HelpType> help_types;
    std::vector<Scheme> schemes;
    std::vector<Actor> actors;
};

// One number of the struct and its name in the data: "finances.bill_chance".
struct ParameterRow {
    std::string_view name;
    double& (*field)(Parameters&);
};
struct TableRow {
    std::string_view name;
    std::vector<double>& (*field)(Parameters&);
    std::size_t size;
};
struct HelpTypeRow {
    std::string_view name;
    double& (*field)(HelpType&);
};
struct SchemeRow {
    std::string_view name;
    double& (*field)(Scheme&);
};
std::span<const ParameterRow> parameter_rows();
std::span<const TableRow> table_rows();
std::span<const HelpTypeRow> help_type_rows();
struct ActorRow {
    std::string_view name;
    double& (*field)(Actor&);
};
std::span<const SchemeRow> scheme_rows();
std::span<const ActorRow> actor_rows();

}  // namespace ontkoker
