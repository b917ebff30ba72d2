#include "sweep_texts.h"

#include <fmt/format.h>

#include "words.h"

namespace ontkoker::cli {

json::Value failures_json(const std::vector<RunFailure>& failures) {
    using json::Value;
    Value list = Value::array();
    for (std::size_t i = 0; i < failures.size() && i < most_failures_told; ++i) {
        Value row = Value::object();
        row.set("point", Value::of(failures[i].point)).set("replicate", Value::of(failures[i].replicate));
        list.push(row.set("error", failures[i].error));
    }
    return list;
}

void tell_failures(const std::vector<RunFailure>& failures, int total, Language language) {
    const Words say{language};
    int told = 0;
    for (std::size_t i = 0; i < failures.size() && i < most_failures_told; ++i, ++told)
        tell(fmt::format(fmt::runtime(say("MISLUKT: punt {}, herhaling {}: {}", "FAILED: point {}, replicate {}: {}")),
                         failures[i].point, failures[i].replicate, failures[i].error));
    if (told < total)
        tell(fmt::format(fmt::runtime(say("en nog {} mislukte runs", "and {} more failed runs")), total - told));
}

}  // namespace ontkoker::cli
