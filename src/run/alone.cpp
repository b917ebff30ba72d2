#include "ontkoker/run/alone.h"

#include <memory>
#include <vector>

#include "ontkoker/domain/outcomes.h"
#include "ontkoker/engine/parallel.h"
#include "replicate.h"
#include "watcher.h"

namespace ontkoker {
namespace {

// Passes on what happened at the end of each month, so that no more than a month is held.
class EverythingWatcher : public Watcher {
public:
    EverythingWatcher(std::size_t scenarios, const JournalSink& sink) : sink_(sink), shares_past_(scenarios, true) {
        for (std::size_t s = 0; s < scenarios; ++s) journals_.push_back(std::make_unique<Journal>(Journal::Everyone{}));
        shares_past_[0] = false;
    }

    bool start(const World&, const Parameters&) override { return true; }
    Journal* journal(std::size_t scenario) override { return journals_[scenario].get(); }
    void branch(std::size_t scenario) override {
        tell(0);
        shares_past_[scenario] = false;
    }
    void month(std::size_t scenario, const Snapshot&) override { tell(scenario); }

    void tell(std::size_t scenario) {
        for (const JournalEntry& entry : journals_[scenario]->take()) {
            sink_(scenario, entry);
            for (std::size_t other = 1; scenario == 0 && other < shares_past_.size(); ++other)
                if (shares_past_[other]) sink_(other, entry);
        }
    }

private:
    const JournalSink& sink_;
    std::vector<std::unique_ptr<Journal>> journals_;
    std::vector<bool> shares_past_;   // with the reference, so far
};

}  // namespace

Result<ReplicateCounts> run_alone(const Config& config, int replicate, const RunOptions& options, const JournalSink& sink) {
    const ThreadLimit limit(options.threads);
    EverythingWatcher watcher(config.scenarios.size(), sink);
    auto counts = run_watched(config, replicate, options, sink ? &watcher : nullptr);
    for (std::size_t s = 0; sink && s < config.scenarios.size(); ++s) watcher.tell(s);
    return counts;
}

}  // namespace ontkoker
