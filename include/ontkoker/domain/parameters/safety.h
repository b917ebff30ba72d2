// B5, B9, B10: reports, board, court, certified institution; risk aversion and incidents; the outside trend.
// Values, ranges, units, sources: models/parameters/safety.json.
#pragma once

namespace ontkoker {

struct Safety {
    // Unsafe situations: chance a child and year = unsafe * (1 + what weighs).
    double unsafe;
    double mental_health, addiction, lvb, conflict;         // added where a parent has it
    double family_load, stress;                             // added at a family load of 10, at full financial stress
    // Reports and their assessment by Veilig Thuis.
    double reported;                                        // share of unsafe situations that somebody reports
    double assessment_weeks;
    double to_board;                                        // of assessed reports: board asked to investigate
    double to_help;                                         // of the other assessed reports: helped to the access
    double severity_weight;                                 // how much more (less) at a severe (light) load
    double advice_cost;                                     // EUR a report
    // Board, court.
    double board_hours_case, board_weeks, board_tariff;     // hours and weeks of one investigation; EUR an hour
    double to_measure;                                      // of investigations: supervision ordered by the court
    double court_weeks, court_cost;                         // until the order; EUR a case
    // Measures.
    double extend;                                          // chance at a yearly review that supervision goes on
    double to_guardianship, guardianship_end;               // at a review, of those away; chance a year to end before 18
    double to_placement;                                    // of new measures, and of reports under a measure: placed out of home
    double return_home;                                     // chance at a review that a placed child goes home under supervision
    double caseload;                                        // children per full-time guardian
    double guardian_effect;                                 // share of family load taken away a week, at home
    double gi_refers;                                       // chance a year that the guardian brings in help where there is none
    double gi_without_measure;                              // share of the crude route through the GI that is left
    double placement_relief, placement_load;                // away: share of family load lost a week; own points at the start
    // Practice.
    double risk_attitude;                                   // 1: as in the base; higher: more averse to risk
    double escalation, report_caution;                      // how far it moves each decision upward, and reporting
    double shared_risk_work, shared_effect;                 // 0..1; share of escalations that it prevents
    double stay_test;                                       // share of placements replaced by an ambulatory alternative
    // Incidents and the outside world.
    double incident, incident_chance;                       // size of a dated one; chance a year of one by chance
    double alarm_lift, alarm_half_life;                     // on risk aversion at an alarm of 1; months
    double outside_trend;                                   // growth a year of the chance to ask
    // Capacity.
    double board_hours, gi_hours;                           // factors
    double board_utilisation, gi_utilisation;               // share of hours in use at the expected number
    double wait_norm_weeks, growth, shrink;                 // hours follow demand: growth (shrinkage) a quarter at most
    // Stocks at the start.
    double supervision_years, guardianships, stay_supervision;  // years under supervision per expected order; per supervision; share away
};

}  // namespace ontkoker
