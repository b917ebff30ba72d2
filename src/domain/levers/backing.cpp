// D4, D10: how far management and college stand behind who uses the room there is.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow backing = {
    "backing", "share", 0.0, 0.0, 1.0,
    "Rugdekking van leiding en college voor wie de ruimte gebruikt die er is (bovenop wat er nu is)",
    "Backing of management and college for who uses the room there is (on top of what there is now)",
    "Maatwerk is al mogelijk binnen Jeugdwet, Wmo en Participatiewet; rugdekking verandert geen recht.",
    "Berenschot for VNG (2026); Instituut voor Publieke Waarden (2025)",
    "D4 D10",
    [](double value, Parameters& now) { now.governing.backing += value * (1.0 - now.governing.backing); }};

}  // namespace ontkoker::levers
