// A1, A10: childcare and its allowance, provisional allowances that are settled a year later, income rules of 18 to 20.
// Values, ranges, units, sources: models/parameters/allowances.json.
#pragma once

namespace ontkoker {

struct Allowances {
    // Bijstand of the young and of those who share a home.
    double young_single, young_couple_children;             // EUR a month: norm of one person of 18-20; of two with children
    double sharing_age, sharing_base, sharing_person;       // house-mates count from; norm: (base + person x n) / n of the couple norm
    double search_age, search_weeks;                        // younger households wait so long before they may apply
    double free_earnings;                                   // share of wages left out below that age
    double topup_share, topup_amount, topup_spread;         // case managers who top up at 18-20; mean EUR a month; spread
    double student_share, student_income;                   // of those of 18-20 without work; EUR a month
    double young_rent, young_rent_age;                      // EUR a month in social rent below that age, without children
    double bouwdepot_places, bouwdepot_amount, bouwdepot_months;   // per 100,000 inhabitants; EUR a month
    // Advances and their settlement.
    double estimate_lag;                                    // mean share of a change of income not yet in the estimate after a month
    double settle_month, reclaim_least;                     // month of the next year; EUR under which nothing is reclaimed
    double form_help;                                       // chance a year that an unclaimed allowance is claimed with help
    // Childcare of parents who all work.
    double childcare_use;                                   // share of such households that use it
    double childcare_hours_0_3, childcare_hours_4_11;       // a child and month
    double childcare_price_0_3, childcare_price_4_11;       // EUR an hour
    double childcare_cap_0_3, childcare_cap_4_11;           // EUR an hour that counts for the allowance
    double childcare_most, childcare_least;                 // share of the counted cost
    double childcare_free, childcare_taper;                 // net EUR a month; share lost per EUR 1,000 above it
};

}  // namespace ontkoker
