// The values on which sums worked out by hand rest; nothing of models/ enters into them.
#pragma once
#include "world_fixture.h"

namespace ontkoker::testing {

inline Parameters norms_of_2024() {
    Parameters p = model().parameters;
    p.norms.bijstand_single = 1283.83;
    p.norms.bijstand_couple = 1834.04;
    p.norms.aow_single = 1430;
    p.norms.aow_couple = 1940;
    p.norms.asset_limit_single = 7575;
    p.norms.asset_limit_family = 15150;
    p.norms.kinderbijslag_0_5 = 279.49;
    p.norms.kinderbijslag_6_11 = 339.38;
    p.norms.kinderbijslag_12_17 = 399.27;
    p.norms.kindgebonden_child = 2436;
    p.norms.kindgebonden_12_15 = 694;
    p.norms.kindgebonden_16_17 = 924;
    p.norms.kindgebonden_single_parent = 3480;
    p.norms.kindgebonden_free_single = 1950;
    p.norms.kindgebonden_free_couple = 2500;
    p.norms.kindgebonden_taper = 0.115;
    p.norms.zorgtoeslag_single = 123;
    p.norms.zorgtoeslag_couple = 236;
    p.norms.zorgtoeslag_free = 1900;
    p.norms.zorgtoeslag_taper = 0.2;
    p.norms.huurtoeslag_rent_cap = 880;
    p.norms.huurtoeslag_own_share = 200;
    p.norms.huurtoeslag_cover = 0.66;
    p.norms.huurtoeslag_free = 1420;
    p.norms.huurtoeslag_taper = 0.4;
    p.norms.couple_free_factor = 1.3;
    p.norms.health_premium = 147;
    p.norms.ww_share = 0.7;
    p.norms.disability_share = 0.75;
    p.finances.rent_social = 700;
    p.finances.rent_private = 1050;
    p.finances.owner_cost = 800;
    p.finances.energy_base = 145;
    p.finances.energy_person = 30;
    p.finances.needs_adult = 640;
    p.finances.needs_couple = 1.75;
    p.finances.needs_child = 335;
    return p;
}

}  // namespace ontkoker::testing
