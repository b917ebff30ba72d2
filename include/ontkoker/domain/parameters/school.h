// B4, D13, C8, D16: school, support in school, staying at home. Rates hold for a pupil of mean risk.
// Values, ranges, units, sources: models/parameters/school.json.
#pragma once

namespace ontkoker {

struct School {
    double special_at_start;        // share; children of 4 who begin in special education
    double special_growth;          // share a year; rise of the share in special education per year of age (start stock)
    double support_share;           // share; pupils with support by a decision of their own (start stock)
    double heavy_share;             // share; share of support that is care in school time, at mean risk
    double home_share;              // share; children at home without school (start stock)
    double home_weeks;              // weeks; weeks at home so far of those at home at the start
    double leaver_share;            // share; early leavers of 16 and 17 (start stock)
    double load_risk;               // share a point; extra risk of support, special education and drop-out per point of load
    double lifelong_factor;         // factor; factor with a lifelong disability
    double apart_factor;            // factor; factor with one adult in the home
    double need_in;                 // chance a year; chance that a pupil comes to need support in class
    double need_out;                // chance a year; chance that support is no longer needed
    double special_in;              // chance a year; chance to be moved to special education
    double special_out;             // chance a year; chance to come back from special education
    double unserved_factor;         // factor; factor on moves and drop-out while needed support is missing
    double support_effect;          // share; share of moves and drop-out that support prevents
    double drop_out;                // chance a year; chance that a pupil drops out and stays at home
    double return_chance;           // chance a year; chance that a return to class is arranged, when the spell begins
    double home_to_special;         // chance a year; chance that a child at home is admitted to special education, when the spell begins
    double return_loss;             // share a year; fall of those chances per year at home
    double officer_reach;           // chance a year; chance that the attendance officer or RMC acts
    double officer_factor;          // factor; factor on return after action of the attendance officer or RMC
    double leave_home;              // chance a year; chance that a child of 16 or 17 at home leaves school without a starting qualification
    double leave_class;             // chance a year; chance that a pupil of 16 or 17 leaves school without a starting qualification
    double rmc_return;              // chance a year; chance that an early leaver of 16 or 17 comes back
    double decision_weeks;          // weeks; weeks until a decision on support in class
    double special_weeks;           // weeks; weeks until a decision on admission to special education
    double payer_delay;             // weeks; extra weeks per payer beyond the first
    double grant_months;            // months; length of a decision on support
    double paper_hours;             // hours; hours of paperwork per decision or renewal
    double misfit_load;             // points a year; extra own load without a fitting place or support
    double gain_fade;               // share a year; share of the gain of treatment that is lost at home
    double group_hours;             // hours a week and pupil; hours of staff for the group per pupil and week
    double group_together;          // children; children whom an hour of group staff helps at once
    double support_hours;           // hours a week; hours of care in school time per child
    double school_weeks;            // weeks a year; school weeks in which support is given
    double care_hour;               // EUR an hour; price of an hour of care in school time, with travel and paperwork
    double group_hour;              // EUR an hour; price of an hour of group staff in a school week
    double indication_free;         // share; share of pupils who are helped by group staff without a decision of their own
    double arrangement;             // EUR a year; cost of a light education arrangement
    double arrangement_heavy;       // EUR a year; cost of a heavy education arrangement
    double place_regular;           // EUR a year; cost of a place in a regular school
    double place_special;           // EUR a year; cost of a place in special education
    double home_care;               // EUR a year; extra youth help by day for a child at home in help
    double special_places;          // factor; factor on the places in special education
    double places_follow;           // share a year; largest growth or shrinkage of special education a year
    double places_norm;             // share; waiting or empty places, as share of the places, above which special education grows or shrinks
    double primary_size;            // pupils; pupils per primary school
    double secondary_size;          // pupils; pupils per secondary school
    double family_school;           // share; share of pupils in a family school
    double signal_gain;             // share; extra chance that a problem leads to a request through a family school
    double youth_share;             // share; share of youth spending that is care in school time
};

}  // namespace ontkoker
