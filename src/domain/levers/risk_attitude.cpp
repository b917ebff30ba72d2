// B5: risk-averse practice escalates sooner.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow risk_attitude = {
    "risk_attitude", "factor", 1.0, 0.0, 2.0,
    "Risicomijding van meldcode tot rechter (1: zoals nu; hoger: eerder ingrijpen)",
    "Risk aversion from report to court (1: as it is; higher: steps in sooner)",
    "Een maatregel vergt een ernstige ontwikkelingsbedreiging en een bevel van de kinderrechter (art. 1:255 BW)",
    "Berenschot for VNG (2026), pattern 4",
    "B5",
    [](double value, Parameters& now) {
        now.safety.risk_attitude *= value;
    }};

}  // namespace ontkoker::levers
