// Collects all problems, in the order in which they are met.
#pragma once
#include <cstddef>
#include <string>
#include <utility>

#include "ontkoker/core/result.h"

namespace ontkoker::json {

class Report {
public:
    // Beyond this number, problems are counted and not kept: a file of the wrong kind has one for every key.
    static constexpr std::size_t most = 5000;

    void add(Problem problem) {
        if (kept_.size() < most)
            kept_.push_back(std::move(problem));
        else
            ++dropped_;
    }
    void add(const char* code, std::string message, std::string hint = "", std::string file = "",
             std::string pointer = "") {
        add(Problem{code, std::move(message), std::move(hint), std::move(file), std::move(pointer), 0, 0});
    }
    void add(Problems problems) {
        for (Problem& problem : problems) add(std::move(problem));
    }
    // Counts one more problem without its words; for use when the report is full and words cost time.
    void count() { ++dropped_; }
    std::size_t size() const { return kept_.size() + dropped_; }
    bool any() const { return size() > 0; }
    bool full() const { return kept_.size() >= most; }

    Problems take() {
        if (dropped_ > 0) {
            kept_.back().hint += (kept_.back().hint.empty() ? "" : "; ");
            kept_.back().hint += "en nog " + std::to_string(dropped_) + " andere fouten";
        }
        dropped_ = 0;
        return std::exchange(kept_, {});
    }

private:
    Problems kept_;
    std::size_t dropped_ = 0;
};

}  // namespace ontkoker::json
