// D1: agreements with GPs to send families to the team first.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow gp_agreement = {
    "gp_agreement", "share", 0.0, 0.0, 1.0,
    "Deel van de overige verwijzingen door de huisarts dat eerst langs het team gaat",
    "Share of other GP referrals that first pass the team",
    "Alleen in overleg; de huisarts mag rechtstreeks verwijzen (art. 2.6 Jeugdwet).",
    "Gemeente Heusden (2021), Jeugd & Gezinsteam",
    "D1",
    [](double value, Parameters& now) {
        now.seeking.gp_to_team += value * (1.0 - now.seeking.gp_to_team);
    }};

}  // namespace ontkoker::levers
