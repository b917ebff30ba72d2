// The list of outcomes. To add one: a row in the file of its theme, or a file whose rows are named in rows.h.
#include "ontkoker/domain/outcomes.h"

#include <algorithm>

#include "rows.h"

namespace ontkoker {
namespace {

std::vector<OutcomeRow> all_rows() {
    std::vector<OutcomeRow> rows;
#define ONTKOKER_CALLED(theme) outcomes::theme(),
    for (const auto theme : {ONTKOKER_OUTCOMES(ONTKOKER_CALLED)})
#undef ONTKOKER_CALLED
        rows.insert(rows.end(), theme.begin(), theme.end());
    return rows;
}

}  // namespace

std::span<const OutcomeRow> outcome_rows() {
    static const std::vector<OutcomeRow> rows = all_rows();
    return rows;
}

std::vector<OutcomeInfo> outcome_infos(const Parameters& parameters) {
    std::vector<OutcomeInfo> infos;
    for (const OutcomeRow& row : outcome_rows()) infos.push_back(row.info(parameters));
    return infos;
}

void begin_month(World& world) {
    for (std::size_t f = 0; f < fund_count; ++f)
        world.governance.spent[f] += world.ledger.spent(static_cast<Account>(f));
    world.ledger.start_month();
    for (Service& service : world.services) {
        service.month = LineCounts{};
        service.month_capacity = 0;
    }
    Tally& tally = world.tally;
    const auto kinds = tally.starts.size();
    tally = Tally{};
    for (auto* counts : {&tally.starts, &tally.new_starts, &tally.ends, &tally.waited, &tally.dropped, &tally.returns, &tally.spending})
        counts->assign(kinds, 0);
}

}  // namespace ontkoker
