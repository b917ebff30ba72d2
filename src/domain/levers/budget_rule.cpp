// D8: what the college does about deficits.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow budget_rule = {
    "budget_rule", "0, 1 or 2", 2.0, 0.0, 2.0,
    "Begrotingsregel bij een tekort onder de bodem van de reserve: 0 open einde, 1 alleen plafonds in contracten, 2 bezuinigen waar het het makkelijkst en wettig is",
    "Budget rule at a deficit below the floor of the reserve: 0 open end, 1 contract ceilings only, 2 cuts where easiest and lawful",
    "De begroting moet structureel in evenwicht zijn (art. 189 Gemeentewet); jeugdhulp, Wmo en bijstand mogen niet om geld worden geweigerd.",
    "Berenschot for VNG (2026), Zwolle",
    "D8",
    [](double value, Parameters& now) { now.college.budget_rule = value; }};

}  // namespace ontkoker::levers
