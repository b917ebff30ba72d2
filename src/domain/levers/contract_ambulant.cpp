// D5: the form in which providers are paid, with its incentive.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow contract_ambulant = {
    "contract_ambulant", "form", -1.0, -1.0, 4.0,
    "Bekostiging van ambulante hulp en jeugd-ggz in nieuwe contracten: -1 zoals nu, 0 inspanning (p x q), 1 traject, 2 taakgericht, 3 resultaat, 4 populatie",
    "Form of new contracts for outpatient help and mental-health care: -1 as it is, 0 effort, 1 trajectory, 2 lump sum, 3 output, 4 population",
    "Contracten hebben een looptijd; tarieven zijn reële prijzen (Besluit reële prijzen Jeugdwet).",
    "VNG (2023), accelerator 8; Gemeente Heusden (2021)",
    "D5",
    [](double value, Parameters& now) {
        if (value < -0.5) return;
        for (HelpType& type : now.help_types)
            if (!type.team && !type.places) type.contract_form = static_cast<double>(nearest(value));
    }};

}  // namespace ontkoker::levers
