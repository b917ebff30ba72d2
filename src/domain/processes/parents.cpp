// A5: parents' own problems come and go, and are treated outside the youth budget (the insurer pays) after a wait.
#include <algorithm>

#include "loops.h"
#include "processes.h"

namespace ontkoker::processes {
namespace {

constexpr int weeks_per_month = 4;

// A problem that is there ends with one chance a year, or with another while it is treated.
bool ends(std::uint32_t word, bool treated, double untreated_out, double treated_out) {
    return happens(word, (treated ? std::max(untreated_out, treated_out) : untreated_out) / 12.0);
}

void change(Households& h, std::size_t i, const Words& words, const Parents& now) {
    std::uint8_t bits = h.problems[i];
    const auto step_one = [&](std::uint8_t bit, std::uint8_t treated_bit, std::uint32_t word, double in, double out) {
        if (!(bits & bit)) {
            if (happens(word, in / 12.0)) bits |= bit;
        } else if (ends(word, bits & treated_bit, out, now.treated_out)) {
            bits &= static_cast<std::uint8_t>(~(bit | treated_bit));
        }
    };
    step_one(mental_health, treated_mental_health, words[0], now.mental_health_in, now.mental_health_out);
    step_one(addiction, treated_addiction, words[1], now.addiction_in, now.addiction_out);
    if ((bits & conflict) && happens(words[2], now.conflict_out / 12.0)) bits &= static_cast<std::uint8_t>(~conflict);
    if (h.treatment_wait[i] > 0) {
        h.treatment_wait[i] = static_cast<std::uint8_t>(std::max(0, h.treatment_wait[i] - weeks_per_month));
        if (h.treatment_wait[i] == 0) {
            if (bits & mental_health) bits |= treated_mental_health;
            if (bits & addiction) bits |= treated_addiction;
        }
    }
    h.problems[i] = bits;
}

}  // namespace

void change_parents_problems(Step& step) {
    if (!step.settles_money()) return;
    World& world = step.world;
    Households& h = world.households;
    std::vector<std::int64_t> treated(chunk_count(world.household_rows(), step.grain));
    draw_rows(step, h.key, Decision::parents_change, [&](std::size_t i, const Words& words) {
        if (!h.occupied[i]) return;
        change(h, i, words, step.now.parents);
        treated[i / step.grain] += (h.problems[i] & (treated_mental_health | treated_addiction)) != 0;
    });
    std::int64_t households = 0;
    for (const std::int64_t count : treated) households += count;
    world.ledger.pay(Account::insurer, Account::providers, households * euros(step.now.parents.treatment_cost / 12.0));
}

}  // namespace ontkoker::processes
