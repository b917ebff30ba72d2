// Sweep files (configs/sweeps) to a plan, a plan to canonical text and back, and the configuration of one point.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/domain/config.h"
#include "ontkoker/io/json/config_file.h"
#include "ontkoker/sweep/plan.h"

namespace ontkoker {

// Reads configs/sweeps/NAME.json or a path; every problem in it and in what it names is told at once. `request` gives the
// root and whatever goes before the file (years, replicates, seed, sample, municipality, overlay, assumptions).
// Values of a list or grid are checked against the bounds. The plan comes with points only for a list (sweep::points_of makes
// the others), without version and digest, and with points_per_shard 1.
Result<sweep::Plan> load_sweep(const Request& request, const std::string& name);
std::vector<std::string> sweep_names(const std::string& root);

// The plan as canonical JSON, points included; the digest in it is that of the plan (digest_of_plan), whatever plan.digest
// says. Reads back equal.
std::string plan_text(const sweep::Plan& plan);
// Codes as for other JSON; E0603 when the digest does not follow from the contents: the plan was edited. Points are not held
// against the bounds here (PointConfigs::at does that, point by point). `where`: the file that problems name.
Result<sweep::Plan> plan_from_text(std::string_view text, std::string where);
// Digest over everything in the plan but points_per_shard and the digest itself.
std::string digest_of_plan(const sweep::Plan& plan);

// A sweep file (design list) that load_sweep takes anywhere: it holds the base of `like` in full, its axes, outcomes and time.
struct NewSweep {
    std::string name, nl, en;
    int replicates = 1;
    std::vector<std::vector<double>> points;
};
Result<std::string> list_sweep_text(const sweep::Plan& like, const NewSweep& sweep);

// The configurations of a plan's points. Reads the base once.
class PointConfigs {
public:
    static Result<PointConfigs> from(const sweep::Plan& plan);
    PointConfigs(PointConfigs&&) noexcept;
    PointConfigs& operator=(PointConfigs&&) noexcept;
    ~PointConfigs();
    const Config& base() const;
    // The base with the values of this point: parameters as an assumption would set them, and in the scenarios of a lever one
    // change in place of all its changes. A lever that the scenario leaves alone stays so at its neutral value, so that a
    // point in which nothing differs is the base, text and all. A value outside what is declared is that point's own error
    // (E0204). Safe to call from several threads.
    Result<Config> at(int point) const;

private:
    struct State;
    explicit PointConfigs(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace ontkoker
