// D6: a new provider near by.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow new_provider = {
    "new_provider", "share", 0.0, 0.0, 0.5,
    "Een aanbieder die zich hier vestigt, met extra ambulante hulp als deel van wat er is",
    "A provider that settles here, with extra outpatient help as a share of what there is",
    "Aanbieders mogen zich vrij vestigen; verwijzen door huisarts en specialist kan de gemeente niet weigeren (Jeugdwet, art. 2.6).",
    "VNG (2023)",
    "D6",
    [](double value, Parameters& now) {
        now.providers.new_provider += value;
    }};

}  // namespace ontkoker::levers
