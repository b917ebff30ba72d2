// A2: granting without an application; it takes niet-gebruik away, and a contact in which problems could be seen.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow automatic_granting = {
    "automatic_granting", "share", 0.0, 0.0, 1.0,
    "Deel van de rechthebbende huishoudens dat een regeling vanzelf krijgt",
    "Share of entitled households that get a scheme without asking",
    "Vraagt een grondslag om gegevens te gebruiken (AVG, SUWI).",
    "Berenschot for VNG (2026), patterns 1-2",
    "A2",
    [](double value, Parameters& now) {
        // Necessary individual costs have to be named by the household itself.
        for (Scheme& scheme : now.schemes)
            if (scheme.lawful_to_cut) scheme.automatic += value * (1.0 - scheme.automatic);
    }};

}  // namespace ontkoker::levers
