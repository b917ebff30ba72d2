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
// the others), without digest, and with points_per_shard 1.
Result<sweep::Plan> load_sweep(const Request& request, const std::string& name);
std::vector<std::string> sweep_names(const std::string& root);

// The plan as canonical JSON, points included; `digest` is that of the plan (sweep::digest_of_plan). Reads back equal.
std::string plan_text(const sweep::Plan& plan);
// Codes as for other JSON; E0603 when the digest does not follow from the contents: the plan was edited.
Result<sweep::Plan> plan_from_text(std::string_view text, std::string where);
// Digest over everything in the plan but points_per_shard and the digest itself.
std::string digest_of_plan(const sweep::Plan& plan);

// The configurations of a plan's points. Reads the base once.
class PointConfigs {
public:
    static Result<PointConfigs> from(const sweep::Plan& plan);
    PointConfigs(PointConfigs&&) noexcept;
    PointConfigs& operator=(PointConfigs&&) noexcept;
    ~PointConfigs();
    const Config& base() const;
    // The base with the values of this point. Checked like any configuration: a point can be impossible (a range that is
    // empty), and that is then the point's own error. Safe to call from several threads.
    Result<Config> at(int point) const;

private:
    struct State;
    explicit PointConfigs(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace ontkoker
