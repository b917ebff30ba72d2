// All replicates of all scenarios of a configuration. Replicate r of every scenario shares all its luck; the past that
// they have in common is run once and branched at the first date on which a scenario differs from the reference.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/domain/results.h"
#include "ontkoker/engine/process_list.h"

namespace ontkoker {

// The arrays of one replicate: counts[o] has index (scenario * months + month) * parts + part.
struct ReplicateCounts {
    std::vector<std::vector<std::int64_t>> counts, denominators;
    std::int64_t households = 0;
};

// Where finished replicates are kept, so that a stopped run goes on where it was. Called from one thread at a time.
class ReplicateStore {
public:
    virtual ~ReplicateStore() = default;
    virtual std::optional<ReplicateCounts> load(int replicate) = 0;
    virtual Problems save(int replicate, const ReplicateCounts& counts) = 0;
};

struct RunOptions {
    int threads = 1;
    std::size_t grain = 4096;                       // households per chunk; changes no bit
    const std::atomic<bool>* stop = nullptr;        // set to end at the next step
    // done and total count steps of seven days over all scenarios and replicates; called from one thread at a time.
    std::function<void(std::int64_t done, std::int64_t total)> progress;
    ReplicateStore* store = nullptr;
    ProcessTimes* times = nullptr;                  // filled when not null (then replicates run one after another)
    bool check_laws_weekly = false;                 // also the dear checks, every step instead of every month
};

// Problems: E04xx a law was broken (the run is no result), E0499 stopped on request.
Result<ResultSet> run_ensemble(const Config& config, const RunOptions& options);

// Whether a run is so large that it fills the cores by itself; runs are then made one after another.
bool fills_the_cores(const Config& config);

// One replicate alone, with the luck that it has among others. Problems as above.
Result<ReplicateCounts> run_single(const Config& config, int replicate, const RunOptions& options);

// The results of a configuration from the counts of its replicates, in order.
ResultSet result_set_of(const Config& config, const std::vector<ReplicateCounts>& replicates);

// The program's version, part of every digest.
const char* version();

}  // namespace ontkoker
