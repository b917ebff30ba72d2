// Makes for tests what no command makes.
//   sweep_doctor version IN OUT VERSION         the plan as another version of the program would have made it
//   sweep_doctor value IN OUT POINT VALUE       the plan with another value of its first axis in one point, digest made anew
//   sweep_doctor break DIR REPLICATE            runs the study as if that replicate broke a law in every point
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "ontkoker/io/hdf5/whole_file.h"
#include "ontkoker/sweep/runner.h"

namespace {

using namespace ontkoker;

int fail(const Problems& problems) {
    for (const Problem& problem : problems) std::fprintf(stderr, "%s %s: %s\n", problem.code.c_str(), problem.file.c_str(), problem.message.c_str());
    return 1;
}

int write(const std::string& folder, sweep::Plan plan) {
    plan.digest = digest_of_plan(plan);
    std::filesystem::create_directories(folder);
    const auto written = write_whole_file(folder + "/plan.json", plan_text(plan), false);
    return written ? 0 : fail(written.problems());
}

int break_law(const std::string& folder, int broken) {
    const auto study = sweep::open_study(folder);
    if (!study) return fail(study.problems());
    sweep::StudyRun run;
    run.run = [broken](const Config& config, int replicate, const RunOptions& options) -> Result<ReplicateCounts> {
        if (replicate != broken) return run_single(config, replicate, options);
        return Problem{"E0401", "wet gebroken in herhaling " + std::to_string(replicate) + ", stap 7: voor de toets", "", "", "", 0, 0};
    };
    const auto outcome = sweep::run_study(study.value(), run);
    return outcome ? 0 : fail(outcome.problems());
}

}  // namespace

int main(int count, char** words) {
    const std::string what = count > 1 ? words[1] : "";
    if (what == "break" && count == 4) return break_law(words[2], std::atoi(words[3]));
    if (count < 5) return 2;
    const auto text = read_whole_file(std::string(words[2]) + "/plan.json");
    if (!text) return fail(text.problems());
    auto plan = plan_from_text(text.value(), words[2]);
    if (!plan) return fail(plan.problems());
    if (what == "version") plan.value().version = words[4];
    if (what == "value" && count == 6) plan.value().points.at(static_cast<std::size_t>(std::atoi(words[4])))[0] = std::atof(words[5]);
    return write(words[3], std::move(plan.value()));
}
