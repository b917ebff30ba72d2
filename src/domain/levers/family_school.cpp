// B4: a school in which education, youth help, health and livelihood meet hears of problems sooner.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow family_school = {
    "family_school", "share", 0.0, 0.0, 1.0,
    "Deel van de leerlingen op een familieschool: onderwijs, jeugdhulp, gezondheid en bestaanszekerheid in een school",
    "Share of pupils in a family school: education, youth help, health and livelihood in one school",
    "",
    "Berenschot for VNG (2026), Amsterdam",
    "B4 D2",
    [](double value, Parameters& now) {
        now.school.family_school += value * (1.0 - now.school.family_school);
    }};

}  // namespace ontkoker::levers
