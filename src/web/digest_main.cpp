// Runs the effective configuration in a file and prints the digest, so that the browser build can be held against the
// native one: `inspect FILE.h5 --config` prints such a configuration.
#include <cstdio>

#include "ontkoker/domain/results.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/io/json/files.h"
#include "ontkoker/run/ensemble.h"

namespace {

int fail(const ontkoker::Problems& problems) {
    for (const auto& problem : problems)
        std::fprintf(stderr, "%s: %s: %s\n", problem.file.c_str(), problem.code.c_str(), problem.message.c_str());
    return 1;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: %s CONFIGURATION\n", words[0]);
        return 2;
    }
    const auto text = ontkoker::json::read_text(words[1]);
    if (!text) return fail(text.problems());
    const auto config = ontkoker::config_from_effective(text.value(), words[1]);
    if (!config) return fail(config.problems());
    const auto results = ontkoker::run_ensemble(config.value(), {});
    if (!results) return fail(results.problems());
    std::printf("%s\n", results.value().digest.c_str());
    return 0;
}
