// B8: a roof for half a year.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow crisis_places = {
    "crisis_places", "per 1,000 people of 16-26", 0.0, 0.0, 10.0,
    "Crisisplekken voor een half jaar voor jongeren zonder huis, per 1.000 jongeren van 16 tot 27",
    "Crisis places of half a year for young people without a home, per 1,000 people of 16 to 26",
    "De centrumgemeente organiseert opvang (art. 1.2.1 Wmo 2015).",
    "VNG (2023), Haarlem",
    "B8",
    [](double value, Parameters& now) {
        now.young.crisis_places += value;
    }};

}  // namespace ontkoker::levers
