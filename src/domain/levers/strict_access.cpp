// D14: the own access tests longer and leaves more to own strength. It refuses nobody for lack of money.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow strict_access = {
    "strict_access", "share", 0.0, 0.0, 1.0,
    "Strengheid van de eigen toegang: langer toetsen en vaker een plan op eigen kracht",
    "Strictness of the own access: a longer test and more often a plan of own strength",
    "Weigeren om geld mag nooit; eigen mogelijkheden mogen meewegen (art. 2.3 Jeugdwet).",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020)",
    "D14",
    [](double value, Parameters& now) { now.entry.strict_access += value * (1.0 - now.entry.strict_access); }};

}  // namespace ontkoker::levers
