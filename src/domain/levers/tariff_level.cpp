// D5: the tariff of new contracts; contracts.providers bind it to the legal floor (providers.tariff_floor).
#include "levers.h"

namespace ontkoker::levers {

const LeverRow tariff_level = {
    "tariff_level", "factor", 1.0, 0.8, 1.2,
    "Tarief van nieuwe contracten tegenover de basis; nooit onder de reële kostprijs",
    "Tariff of new contracts against the base; never below real cost",
    "Tarieven zijn reële prijzen (Jeugdwet, art. 2.12; Besluit reële prijzen Jeugdwet): lager dan de ondergrens kan niet.",
    "Besluit reële prijzen Jeugdwet",
    "D5",
    [](double value, Parameters& now) {
        now.providers.tariff *= value;
    }};

}  // namespace ontkoker::levers
