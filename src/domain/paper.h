// C8: hours that decisions and accounts take from worker, provider and parent.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// Decisions on a running grant, a client and week.
double decisions_a_week(const Workforce& now);
// Provider's minutes of paper for a client and week; a lump sum and the team's own help need few accounts.
double provider_paper(const HelpType& type, Form form, const Workforce& now);
// Remembers the paper that base hours allow for.
void open_paper(World& world, const Parameters& parameters);
// What paper leaves of the hours of a service, against the base: 1 while nothing has changed.
double paper_share(const World& world, std::size_t service, const Parameters& now);
// Factor on the length of help when grants are longer and so tested less often (against D12).
double grant_stretch(const Workforce& now);

}  // namespace ontkoker
