// Asking for debt help (A4): by oneself or after an early signal.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker {

// The household joins the line of debt help in the course of this step. It must not be in debt help already.
void ask_debt_help(Step& step, std::size_t household);
// Nobody forecloses for some months and the household repays as far as it can: after an early signal, or when landlord
// and municipality stop an eviction.
void begin_payment_plan(Step& step, std::size_t household);

}  // namespace ontkoker
