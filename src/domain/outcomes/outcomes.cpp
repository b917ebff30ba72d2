// The list of outcomes. To add one: a row in the file of its theme, or a file whose rows are named in rows.h.
#include "ontkoker/domain/outcomes.h"

#include <algorithm>

#include "ontkoker/engine/parallel.h"
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

// Rows that are counted together, so that what several outcomes read of them stays in the cache.
constexpr std::size_t rows_at_once = 1024;

// The places of all outcomes that are counted in parts, one after another in `sums`.
std::vector<OutcomeCells> places_in(std::span<std::int64_t> sums, std::span<const OutcomeRow> rows, std::span<const OutcomeCells> like) {
    std::vector<OutcomeCells> places(rows.size());
    std::size_t at = 0;
    for (std::size_t o = 0; o < rows.size(); ++o) {
        if (!rows[o].in_parts) continue;
        places[o] = {sums.subspan(at, like[o].cells.size()), sums.subspan(at + like[o].cells.size(), like[o].denominators.size())};
        at += like[o].cells.size() + like[o].denominators.size();
    }
    return places;
}

void add_up(std::span<std::int64_t> to, std::span<const std::int64_t> counts) {
    for (std::size_t k = 0; k < to.size(); ++k) to[k] += counts[k];
}

}  // namespace

void count_outcomes(const Snapshot& now, std::size_t grain, std::span<const OutcomeCells> into) {
    const std::span<const OutcomeRow> rows = outcome_rows();
    std::size_t size = 0;
    for (std::size_t o = 0; o < rows.size(); ++o) {
        if (!rows[o].in_parts) rows[o].count(now, into[o].cells, into[o].denominators);
        else size += into[o].cells.size() + into[o].denominators.size();
    }
    const std::size_t longest = std::max(now.homes.end, now.youths.end);
    std::vector<std::vector<std::int64_t>> chunks(chunk_count(longest, grain));
    for_chunks(longest, grain, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        chunks[chunk].resize(size);
        const std::vector<OutcomeCells> places = places_in(chunks[chunk], rows, into);
        for (std::size_t at = begin; at < end; at += rows_at_once) {
            const Snapshot part = now.part({at, std::min(at + rows_at_once, end)});
            for (std::size_t o = 0; o < rows.size(); ++o)
                if (rows[o].in_parts) rows[o].count(part, places[o].cells, places[o].denominators);
        }
    });
    for (std::vector<std::int64_t>& sums : chunks) {
        const std::vector<OutcomeCells> places = places_in(sums, rows, into);
        for (std::size_t o = 0; o < rows.size(); ++o) {
            add_up(into[o].cells.first(places[o].cells.size()), places[o].cells);
            add_up(into[o].denominators.first(places[o].denominators.size()), places[o].denominators);
        }
    }
}

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
