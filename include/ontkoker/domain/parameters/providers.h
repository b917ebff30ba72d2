// D5, D6, D12, D15: providers as agents: contracts, capacity, supply that steers, clients kept, what was bought.
// Values, ranges, units, sources: models/parameters/providers.json.
#pragma once

namespace ontkoker {

struct Market {
    // Who is there at the start (kinds of help in hours; kinds with places have one provider each).
    double clients_each, most;               // clients of one provider of a kind; largest number of providers of a kind
    double size_ratio;                       // hours of the next provider against the one before
    double sees_wait;                        // share of referrals to the shortest line instead of the known provider
    // Contracts (D5).
    double contract_months;
    double number;                           // of providers of a kind that the municipality wants; -1: as it came
    double region_months, region_alone;      // until the region decides; 0..1: the municipality buys alone
    double tariff, tariff_floor;             // wished, against the base; lowest that the law on real prices allows
    double cost_margin;                      // own cost lies within 1 - 2 margin .. 1 of the base tariff
    double cost_growth, index_share;         // real growth a year of cost; share of it that tariffs follow
    double short_shrink, leave_quarters;     // shrinkage a quarter when paid below cost; quarters until it leaves
    double staff_follow;                     // share of the hours of a leaving provider that others take on
    double tender_loss;                      // chance that a contract is not renewed at its end
    double entry_weeks, entry_chance, entry_size;  // wait above which one enters; chance a quarter; share of the hours of the kind
    double stop_at;                          // share of a cut contract that is used up when the intake stops
    double new_provider;                     // capacity of a provider that settles here, share of outpatient help
    // Supply steers demand (D6): elasticity of referral by outsiders to supply beyond that of the start.
    double supply_pull;
    // Clients kept, grants evaluated, outcome steered (D12, D5).
    double keep_idle, keep_months;           // idle share above which clients are kept; for how long
    double evaluated, evaluation_months, evaluation_stop;  // share of grants; interval; chance that it ends help at a light load
    double output_steering, output_withheld, output_selection;  // 0..1; share of the price; light cases taken first
    // What was bought (D15).
    double breadth, purchase_outside;        // of the catalogue: 0..1, 0.5 as it is; share of gaps filled outside contract
    double lack, lack_stay;                  // share of complex outpatient questions; of stays: by want of something bought
    double outside_price;                    // against the contract price
};

}  // namespace ontkoker
