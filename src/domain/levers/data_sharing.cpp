// D11: what one service knows reaches the access.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow data_sharing = {
    "data_sharing", "share", 0.0, 0.0, 1.0,
    "Mate waarin achterstanden, schoolverzuim en behandeling van ouders bij de toegang bekend worden",
    "How far arrears, absence from school and treatment of parents become known at the access",
    "Alleen met een grondslag per wet en niet meer dan nodig (AVG, Jeugdwet, Wgs); voluit delen is niet wettig.",
    "Berenschot for VNG (2026)",
    "D11",
    [](double value, Parameters& now) { now.entry.data_sharing += value * (1.0 - now.entry.data_sharing); }};

}  // namespace ontkoker::levers
