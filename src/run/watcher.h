// Somebody who looks at a replicate while it runs, and changes nothing.
#pragma once
#include <cstddef>

#include "ontkoker/domain/journal.h"
#include "ontkoker/domain/outcomes.h"

namespace ontkoker {

class Watcher {
public:
    virtual ~Watcher() = default;
    // The world of day 0. False: nothing needs to be run.
    virtual bool start(const World& world, const Parameters& parameters) = 0;
    // Where events of this scenario go.
    virtual Journal* journal(std::size_t scenario) = 0;
    // `scenario` leaves the reference now: what has happened so far is its past too.
    virtual void branch(std::size_t scenario) = 0;
    // After the last step of a month.
    virtual void month(std::size_t scenario, const Snapshot& now) = 0;
};

}  // namespace ontkoker
