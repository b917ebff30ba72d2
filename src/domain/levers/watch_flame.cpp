// D21: long light support after help.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow watch_flame = {
    "watch_flame", "share", 0.0, 0.0, 1.0,
    "Deel van de kwetsbare gezinnen dat na hulp een waakvlam houdt",
    "Share of vulnerable families that keep a watch-flame after help",
    "",
    "VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020); Berenschot for VNG (2026)",
    "D21",
    [](double value, Parameters& now) { now.entry.watch_flame += value * (1.0 - now.entry.watch_flame); }};

}  // namespace ontkoker::levers
