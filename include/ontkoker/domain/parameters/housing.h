// A8: rent arrears, judgment, eviction, shelter.
// Values, ranges, units, sources: models/parameters/housing.json.
#pragma once

namespace ontkoker {

struct Housing {
    double arrears_start, arrears_start_months;   // share of tenants with debts who owe rent on day 0; mean, months of rent
    double notice_rents;                          // months of rent owed at which the landlord gives notice
    double notice_chance, judgment_chance, eviction_chance;  // a month, once the step before has lasted its months
    double notice_months, judgment_months;        // least months between notice and judgment, judgment and eviction
    double interception;                          // chance a month that landlord and municipality stop it with a payment plan
    double shelter_family, shelter_single;        // share of evicted households that the shelter takes in
    double shelter_cost;                          // EUR a month and household, centre municipality
    double stay_months;                           // mean time until a new home
    double foster_in_shelter, foster_elsewhere;   // chance that a child goes to crisis foster care at the eviction
    double stress;                                // weight in stress of having no home; half of it once a judgment is given
};

}  // namespace ontkoker
