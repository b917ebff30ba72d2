// D1, D3: help in the GP practice; the GP keeps the right to refer.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow poh_hours = {
    "poh_hours", "share", 0.0, 0.0, 0.8,
    "Deel van de lichte en middelzware vragen bij de huisarts dat de POH-GGZ Jeugd zelf afhandelt",
    "Share of light and moderate GP requests that the practice nurse for youth handles",
    "",
    "Gemeente Heusden (2021), Jeugd & Gezinsteam",
    "D1 D3",
    [](double value, Parameters& now) {
        now.seeking.gp_poh_share += value * (1.0 - now.seeking.gp_poh_share);
    }};

}  // namespace ontkoker::levers
