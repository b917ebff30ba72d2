// Where a conclusion flips: from what was measured at some points to the points that tell most about the boundary. Pure:
// no files, no runs.
#pragma once
#include <vector>

#include "ontkoker/core/result.h"
#include "ontkoker/sweep/plan.h"

namespace ontkoker::sweep {

// What was found at one point: the difference between two scenarios over pairs that share their luck.
struct Found {
    std::vector<double> at;              // value of each axis
    int pairs = 0;
    double mean = 0, low = 0, high = 0;  // of the differences, and the 90% interval of the mean; one pair: all the same
};
Found found_at(std::vector<double> at, const std::vector<double>& differences);

struct FlipQuestion {
    std::vector<Axis> axes;      // low .. high is what counts as 0 .. 1
    int axis = -1;               // along this one, the others equal; -1: along all of them
    double target = 0;           // the difference at which the conclusion flips
    int most = 8;                // new points
    bool all_at_once = false;    // as many as `most` allows, for fewer rounds; else one for each place where it flips
    double resolution = 1e-3;    // share of the range at which a place is known well enough
};

// Two points on either side of the target with none in between.
struct Bracket {
    int below = 0, above = 0;  // numbers in FlipAnswer::known: mean below the target, and above it
    double distance = 0;       // in shares of the range; along all axes: straight through the unit cube
    bool sure = false;         // neither interval contains the target; one pair has no interval and counts as sure
    bool exact = false;        // a point in between has exactly the target, in every pair
    // Along one axis, of a bracket that is not sure: the nearest points around it whose intervals leave no doubt; -1: none.
    int around_low = -1, around_high = -1;
};

struct FlipAnswer {
    std::vector<Found> known;                  // each point once, that with the most pairs
    std::vector<Bracket> brackets;             // widest first
    std::vector<std::vector<double>> points;   // to run next, none of them known
    std::vector<int> again;                    // numbers in `known` whose interval contains the target
    int replicates = 0;                        // that those need to be told apart from the target; 0: none are there
    int nearest = -1;                          // without brackets: the point whose mean is nearest to the target
    bool lines = false;                        // along one axis: some points differ in that axis alone
};

FlipAnswer next_points(const std::vector<Found>& found, const FlipQuestion& question);

}  // namespace ontkoker::sweep
